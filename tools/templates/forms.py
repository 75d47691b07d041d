"""The forms of the pack: what a board sends to agencies and fills in itself (task list for an independent review, proformas;
Stockport procedures chapter 11; West of Berkshire toolkit)."""

from __future__ import annotations

from docx.document import Document as Doc

from templates.form_frame import blank_table, finished, form, questions, rows, signed
from templates.house import LANDSCAPE_CM, Writer

_RETURN = "{% if review.board.email %}{{ review.board.email }}{% else %}the board{% endif %}"


def _review(w: Writer, *more: tuple[str, ...], wide: bool = False) -> None:
    """The review's particulars, then more rows."""
    rows(
        w,
        "The review",
        [
            ("Reference", "{{ review.reference }}"),
            ("Period under review", "{{ review.scope.start|date }} to {{ review.scope.end|date }}"),
            *more,
        ],
        wide=wide,
    )


def referral() -> Doc:
    """For whoever thinks that a review should be considered."""
    document, w = form("Referral form", f"Use this form to ask for a review to be considered. Send it by secure e-mail to {_RETURN}. Do not wait for "
                       "everything to be known: what is missing can follow.")  # fmt: skip
    w.p("Who refers", "Heading 2")
    rows(
        w,
        "Who refers",
        [
            ("Name",),
            ("Job title",),
            ("Agency",),
            ("Telephone and secure e-mail",),
            ("Date of referral",),
            ("Senior manager who agrees",),
        ],
    )
    w.p("Who it is about", "Heading 2")
    rows(w, "Who it is about", [("Name",), ("Other names",), ("Date of birth",), ("Date of death, if they have died",), ("Address",), ("Sex, ethnicity, religion, first language",),
                                ("Disability, health, care and support needs",), ("School, or work",), ("GP",), ("Legal status, and who has parental responsibility or acts for them",)])  # fmt: skip
    blank_table(
        w,
        "Family, household and others who matter",
        ("Name", "Relation", "Date of birth", "Address, if another"),
        (5.0, 4.0, 3.0, 4.4),
        lines=4,
    )
    w.p("What happened", "Heading 2")
    questions(w, ("The incident", "What happened, when and where; what harm was done; what is known of how it came about."),
              ("Why agencies should learn from it", "What worries you about how agencies worked, alone or together; what was done well."),
              ("Safety now", "What has been done to keep this person, other children or adults safe, and by whom."))  # fmt: skip
    blank_table(w, "Agencies known to be involved", ("Agency", "Involvement", "Contact"), (5.0, 6.4, 5.0), lines=5)
    w.p("Proceedings", "Heading 2")
    rows(
        w,
        "Proceedings",
        [("Police investigation or trial",), ("Inquest",), ("Family court",), ("Other reviews or inquiries",)],
    )
    w.p("Screening, filled in by the board", "Heading 2")
    blank_screening(w)
    signed(w, "For the board")
    return finished(document)


def blank_screening(w: Writer) -> None:
    """The questions that decide whether a referral goes to a panel, each with an answer and its reason."""
    rows(w, "Screening questions", [
        ("Was abuse or neglect, known or suspected, a factor?", "[[Yes, no or not known; why]]"),
        ("Did somebody die, or come to serious harm?", "[[Yes, no or not known; why]]"),
        ("Is there concern about how agencies worked together?", "[[Yes, no or not known; why]]"),
        ("Does the law require a review to be considered?", "[[Which section, and why]]"),
        ("Have the people who must be told at once been told?", "[[Who, when, by whom]]"),
        ("Does another area or another kind of review lead?", "[[Which, and who agreed]]"),
        ("Is more information needed first?", "[[From whom, by when]]"),
        ("Outcome of screening", "[[To a panel, to another process, or no further action; the reasons]]"),
    ], label_cm=7.0)  # fmt: skip


def information_request() -> Doc:
    """What an agency knows, before it is decided whether there is a review."""
    document, w = form("Request for information", "A review is being considered. Please look through your records and send this back, even where there is nothing: a nil return is an "
                       f"answer. Send it by secure e-mail to {_RETURN}.")  # fmt: skip
    _review(w, ("Asked by", "{{ review.board.business_manager or review.board.chair }}"), ("Return by", "[[Date]]"))
    w.p("Your agency", "Heading 2")
    rows(
        w,
        "Your agency",
        [("Agency",), ("Filled in by, with job title",), ("Telephone and secure e-mail",), ("Records searched",)],
    )
    w.p("What you know", "Heading 2")
    rows(
        w,
        "Involvement",
        [
            ("Known to the agency?", "[[Yes or no; since when]]"),
            ("Open now?", "[[Yes or no; which service]]"),
            ("Others of the household known",),
        ],
    )
    questions(w, ("Involvement in short", "Dates, reasons and outcome of each period of involvement. One page is enough."),
              ("Key decisions and assessments", "What was assessed, what was decided, by whom."),
              ("Concerns, and what went well", "About your own agency’s work, and about how agencies worked together."),
              ("Early learning and action taken", "What you have changed already, and what was done for safety."))  # fmt: skip
    signed(w, "Signed off by a senior manager")
    return finished(document)


def involvement() -> Doc:
    """Which agency was involved with whom."""
    document, w = form(
        "Agency involvement sheet",
        "One line an agency: with whom it was involved, when, and who speaks for it. The board keeps it up to date.",
        wide=True,
    )
    _review(w, wide=True)
    w.p("Agencies", "Heading 2")
    w.table(("Agency", "Involvement", "Senior manager", "Records secured on", "Author of the {{ practice.agency_report }}", "Known from", "Known until"),
            (5.0, 6.3, 4.2, 2.8, 3.8, 2.0, 2.0), ("{{ row.name }}", "{{ row.agency.involvement }}", "{{ row.agency.senior_manager.name }}, {{ row.agency.senior_manager.job_title }}", "", "{{ row.agency.report_author }}", "", ""),
            loop="row in agencies", caption="Agencies and their involvement", style="Table Small")  # fmt: skip
    w.p("Agencies asked that have no records", "Heading 2")
    blank_table(
        w,
        "Nil returns",
        ("Agency", "Asked on", "Answered on", "By whom"),
        (9.0, 5.0, 5.0, LANDSCAPE_CM - 19.0),
        lines=3,
    )
    return finished(document)


def contact() -> Doc:
    """Who speaks for an agency during the review."""
    document, w = form(
        "Agency contact form",
        f"Please tell us who speaks for your agency in this review. Send it by secure e-mail to {_RETURN}.",
    )
    _review(w, ("Return by", "[[Date]]"))
    for heading in (
        "Senior manager who answers for the agency’s part",
        "Panel member",
        "Author of the {{ practice.agency_report }}",
        "Author of the chronology",
        "Who supports staff",
    ):
        w.p(heading, "Heading 2")
        rows(
            w,
            heading.replace("{{ practice.agency_report }}", "agency report"),
            [("Name",), ("Job title",), ("Telephone",), ("Secure e-mail",)],
            label_cm=4.5,
        )
    rows(
        w,
        "Independence",
        [
            ("The author had no direct involvement and managed nobody who had", "[[Yes, or what the link is]]"),
            ("Records secured on", "[[Date, by whom]]"),
        ],
        label_cm=8.0,
    )
    return finished(document)


def contact_returns() -> Doc:
    """What has come back from whom."""
    document, w = form(
        "Agency return sheet",
        "What each agency was asked for and what has come back. Late returns are named in the overview report.",
        wide=True,
    )
    _review(w, wide=True)
    w.table(("Agency", "Contact form", "Chronology due", "Chronology received", "{{ practice.agency_report|capitalize }} due", "{{ practice.agency_report|capitalize }} received", "Reminder sent", "Notes"),
            (6.1, 2.6, 2.8, 2.8, 2.9, 2.9, 2.6, 3.4),
            ("{{ row.name }}", "", "{% if row.agency.chronology_due %}{{ row.agency.chronology_due|date_short }}{% endif %}", "{% if row.agency.chronology_received %}{{ row.agency.chronology_received|date_short }}{% endif %}", "{% if row.agency.report_due %}{{ row.agency.report_due|date_short }}{% endif %}", "{% if row.agency.report_received %}{{ row.agency.report_received|date_short }}{% endif %}", "", ""),
            loop="row in agencies", caption="Returns of agencies", style="Table Small")  # fmt: skip
    return finished(document)


CHRONOLOGY = (
    "Start date",
    "Start time",
    "End date",
    "Source of information",
    "What happened",
    "Who was present",
    "Seen?",
    "Seen alone?",
    "Wishes and feelings",
    "Action or decision",
    "Date agency became aware",
    "Author’s comment",
)
"""Headings that `chronology merge` reads; those of the Chronolator form and of the procedures."""


def chronology() -> Doc:
    """The table that agencies fill in."""
    document, w = form("Chronology", "One row for each contact or event, in order, from your records. Write facts as they were recorded and your own comment in its column. Put ? before a date "
                       "that is not certain. Say who was seen and what they said. Where there was no contact for a long time, say so.", wide=True)  # fmt: skip
    _review(w, ("Agency",), ("Filled in by, with job title",), ("Records used",), ("Return by", "[[Date]]"), wide=True)
    blank_table(
        w,
        "Chronology",
        CHRONOLOGY,
        (2.0, 1.4, 1.9, 2.4, 4.2, 2.1, 1.4, 1.4, 2.5, 2.3, 1.9, 2.6),
        lines=14,
        style="Table Small",
    )
    return finished(document)


def key_events() -> Doc:
    """A short chronology, where a full one is not needed."""
    document, w = form("Key events", "We do not need everything. Please list the events that changed what your agency knew, decided or did, and the moments at which something else might have been "
                       "done: as a rule no more than twenty.", wide=True)  # fmt: skip
    _review(w, ("Agency",), ("Filled in by, with job title",), ("Return by", "[[Date]]"), wide=True)
    blank_table(
        w,
        "Key events",
        (
            "Start date",
            "Source of information",
            "What happened",
            "Action or decision",
            "Why it matters",
            "Wishes and feelings",
        ),
        (2.4, 3.6, 8.0, 4.6, 4.5, 3.0),
        lines=12,
        style="Table Small",
    )
    return finished(document)


def agency_report() -> Doc:
    """What an agency writes of its own part."""
    document, w = form("Agency report", "Write plainly, for people who were not there. Say what happened and, above all, why. Nobody is blamed: the aim is to learn. Use designations, not names, from "
                       "the first draft on.")  # fmt: skip
    _review(w, ("Agency",), ("Author, with job title",), ("Return by", "[[Date]]"))
    w.p("How this was written", "Heading 2")
    questions(w, ("The author", "Experience, and that you had no direct involvement and managed nobody who had."),
              ("Sources", "Records read, people spoken to, policies of that time; what could not be had, and why."),
              ("Terms of reference", "Which questions you answer, and which do not concern your agency."))  # fmt: skip
    w.p("What happened", "Heading 2")
    questions(w, ("Family and background", "What your agency knew of the people, their history, identity and culture."),
              ("The agency’s involvement", "In short, with the turning points; the full chronology is enclosed."),
              ("The voice of the child or adult", "What they said or showed, who asked, and what came of it."))  # fmt: skip
    w.p("Why", "Heading 2")
    questions(w, ("Analysis", "What was done and decided against what was expected then; what made it likely that people acted as they did: workload, supervision, systems, pressures, hindsight put aside."),
              ("Working together", "What was shared, asked for, challenged; what helped and what stood in the way."),
              ("Equality", "Whether ethnicity, religion, disability, sex, age or other needs were understood and met."),
              ("Good practice", "What was done well and should be done more."))  # fmt: skip
    w.p("What is learned, and what must change", "Heading 2")
    questions(
        w,
        ("What we learned", "A few lessons, each from the analysis above."),
        ("What has changed already", "With dates and evidence."),
    )
    blank_table(
        w,
        "Recommendations",
        ("Recommendation", "Who", "By when", "How it will be known that it worked"),
        (6.4, 3.0, 2.4, 4.6),
        lines=4,
    )
    signed(w, "Author", "Senior manager who agrees this report")
    return finished(document)


def interview_record() -> Doc:
    """A conversation with somebody who was involved, agreed with them."""
    document, w = form("Record of a conversation", "Before you begin say what the review is for, that it blames nobody, how notes are used, who will see them, and that staff may bring somebody and can "
                       "correct this record. If something comes up that puts a person at risk or calls for discipline, stop and say so.")  # fmt: skip
    _review(
        w,
        ("Agency",),
        ("Conversation with, by job title",),
        ("Conversation held by",),
        ("Date and place",),
        ("Who else was there",),
    )
    questions(w, ("Role then", "Post, experience, workload and supervision at that time."), ("What they knew and saw", "Of the people, and of other agencies’ part."),
              ("What they did and why", "At the turning points: what they hoped for, what they feared, what they could not know."),
              ("What helped, what got in the way", "In their team, in the agency, between agencies."), ("What they would change", "And what they think should stay."),
              ("Support", "What they were offered, and what they need now."))  # fmt: skip
    rows(
        w,
        "Agreed",
        [
            ("Read and agreed by the person on", "[[Date, or the corrections asked for]]"),
            ("Held by, signed on", "[[Date]]"),
        ],
        label_cm=7.0,
    )
    return finished(document)


def agency_summary() -> Doc:
    """An agency's part on two pages, where no full report is asked for."""
    document, w = form(
        "Agency summary",
        "Where no full report is asked for: your agency’s part on two pages, with what was learned and what you will do.",
    )
    _review(w, ("Agency",), ("Author, with job title",), ("Return by", "[[Date]]"))
    questions(w, ("Involvement in short", "Dates, reasons, turning points."), ("What worked", "For the person, and between agencies."), ("What did not, and why", "Not only what."),
              ("What we learned", "Two or three points."))  # fmt: skip
    signed(w, "Senior manager who agrees this summary")
    return finished(document)


def agency_actions() -> Doc:
    """What one agency will do."""
    document, w = form(
        "Agency action plan",
        "Each action comes from a lesson, has one owner and a date, and says how you will know that it worked. The board asks for progress every two months.",
        wide=True,
    )
    _review(w, ("Agency",), ("Lead manager",), wide=True)
    blank_table(
        w,
        "Actions",
        (
            "Lesson",
            "Action",
            "Owner",
            "By when",
            "Intended outcome",
            "How success is measured",
            "Progress and evidence",
            "RAG, in words",
        ),
        (4.2, 4.6, 2.6, 2.0, 3.6, 3.6, 3.3, 2.2),
        lines=6,
        style="Table Small",
    )
    signed(w, "Senior manager who signs this plan off")
    return finished(document)


def terms_of_reference() -> Doc:
    """What the review asks, question by question."""
    document, w = form(
        "Terms of reference",
        "What this review asks, of which time, and how it goes about it. Each question is answered, narrowed, or set aside with the reason.",
    )
    _review(
        w,
        ("Commissioned by", "{{ review.board.name }}"),
        ("Held under", "{{ review.mandate }}"),
        ("Chair of the panel", "{{ panel_chair.name }}", "panel_chair"),
        ("Author", "{{ author.name }}", "author"),
        ("Agreed by the chair of the board on", "[[Date]]"),
    )
    w.p("Purpose", "Heading 2")
    w.p("{{ review.terms_of_reference.purpose }}")
    w.p("How people are referred to", "Heading 2")
    w.p("{{ review.terms_of_reference.naming }}")
    w.p("How the review is done", "Heading 2")
    w.each("x in review.methodology", "{{ x }}", "List Bullet")
    w.p("Questions", "Heading 2")
    w.table(
        ("Question", "Answered, narrowed or set aside"),
        (10.0, 6.4),
        ("{{ loop.index }}. {{ q.text }}", "{{ q.answer or 'Still to be settled by the panel' }}"),
        loop="q in review.terms_of_reference.questions",
        caption="Questions of the terms of reference",
    )
    w.p("Agencies", "Heading 2")
    w.table(
        ("Agency", "Asked for"),
        (10.0, 6.4),
        ("{{ row.name }}", "Chronology and {{ practice.agency_report }}"),
        loop="row in agencies",
        caption="Agencies",
    )
    w.tag("if meetings")
    w.p("Timetable", "Heading 2")
    w.table(
        ("Date", "Meeting", "Purpose"),
        (3.6, 4.4, 8.4),
        ("{{ m.date|date }}", "{{ m.kind|capitalize }}", "{{ m.purpose }}"),
        loop="m in meetings",
        caption="Meetings",
    )
    w.tag("endif")
    return finished(document)


_RAG = "{% cellbg row.rag_fill %}**{{ row.rag }}**"


def action_plan() -> Doc:
    """All actions as they stand, for whoever follows them."""
    document, w = form(
        "Action plan",
        "Every action that comes of the review: whose it is, by when, what it is to change, and where it stands. Colour never says it alone.",
        wide=True,
    )
    _review(w, ("As of", "{{ document.date|date }}"), wide=True)
    _actions(w)
    signed(w, "Agreed by the chair of the board")
    return finished(document)


def rag_report() -> Doc:
    """Where the action plan stands, for a meeting of the board."""
    document, w = form(
        "Progress of the action plan", "For the meeting of the board on [[date of the meeting]].", wide=True
    )
    _review(w, ("As of", "{{ document.date|date }}"), ("Presented by",), wide=True)
    w.p("Where it stands", "Heading 2")
    w.table(
        ("State", "Actions"),
        (8.0, 3.0),
        ("{% cellbg r.rag_fill %}**{{ r.rag }}**: {{ r.meaning }}", "{{ r.count }}"),
        loop="r in rag_counts",
        caption="Actions by state",
    )
    _actions(w)
    questions(w, ("What the board is asked to decide", "Actions to be closed, changed or pressed."))
    return finished(document)


def _actions(w: Writer) -> None:
    """The actions with the columns of the type of review: a DHR's has scope and milestones (Home Office 2016)."""
    w.tag("if review.review_type == 'DHR'")
    w.table(("Recommendation", "Scope", "Action", "Lead agency", "Key milestones", "Target date", "Completed, and outcome", "State"), (4.6, 1.8, 4.6, 2.8, 4.0, 2.2, 3.6, 2.5),
            ("{{ row.recommendation }}", "{{ row.action.scope }}", "{{ row.action.action }}", "{{ row.action.owner }}", "{{ row.action.milestones }}", "{{ row.action.deadline|date_short }}", "{% if row.action.completed %}{{ row.action.completed|date_short }}{% endif %} {{ row.action.evidence }}", _RAG),
            loop="row in actions", caption="Action plan", style="Table Small")  # fmt: skip
    w.tag("else")
    w.table(("Recommendation", "Action", "Owner", "By when", "Intended outcome", "Measure of success", "Progress and evidence", "State"), (4.4, 4.6, 2.7, 2.0, 3.6, 3.4, 3.6, 1.8),
            ("{{ row.recommendation }}", "{{ row.action.action }}", "{{ row.action.owner }}", "{{ row.action.deadline|date_short }}", "{{ row.action.intended_outcome }}", "{{ row.action.success_measure }}", "{{ row.progress }}", _RAG),
            loop="row in actions", caption="Action plan", style="Table Small")  # fmt: skip
    w.tag("endif")
