"""Chapters and tables that several reports have."""

from __future__ import annotations

from docx.document import Document as Doc
from docx.shared import Pt

from templates.house import (
    LANDSCAPE_CM,
    Writer,
    landscape,
    running,
    space,
)

LEFT = "{{ document.reference }}   |   {{ document.title }}   |   Version {{ document.version }}"
FOOT = "{{ review.board.name }}"
MARKING = "{{ document.marking }}"


def title_block(w: Writer, *, cover: bool) -> None:
    """Board, kind of review, title and the document's own name."""
    w.p("{{ review.board.name }}", "Board Name")
    if cover:
        space(w, 90)
    # Many boards' titles begin with the kind of review; it need not stand there twice.
    w.p(
        "{% if document.review_type|lower in review.title|lower %}{{ review.area }}{% else %}{{ document.review_type }}{% endif %}",
        "Review Type",
    )
    w.p("{{ review.title }}", "Title")
    w.p("{{ document.title }}", "Subtitle")
    space(w, 60 if cover else 14)


def versions(w: Writer) -> None:
    """Reference, period, author and chair, version, marking."""
    w.particulars(
        [
            ("Reference", "{{ document.reference }}"),
            ("Period under review", "{{ review.scope.start|date }} to {{ review.scope.end|date }}"),
            ("Author", "{{ author.name }}, {{ author.role }}", "author"),
            ("Chair of the panel", "{{ panel_chair.name }}, {{ panel_chair.role }}", "panel_chair"),
            ("Commissioned by", "{{ review.board.name }}. Chair: {{ review.board.chair }}"),
            ("Version and date", "Version {{ document.version }}, {{ document.date|date }}"),
            ("Marking", "{{ document.marking }}"),
        ],
        caption="Particulars of this report",
    )


def handling(w: Writer) -> None:
    """How people are called, and whom the report is for."""
    w.p(
        "**How people are referred to.** {{ review.terms_of_reference.naming }} Until it is published this report is "
        "confidential to the panel, the board and those it is shared with by name.",
        "Callout",
    )


def condolence(w: Writer) -> None:
    """To the family, where somebody has died."""
    w.tag("if subject.died")
    w.p(
        "The board and the panel offer their sincere condolences to the family and friends of {{ subject.full_name }}. "
        "They thank those who gave their time and their memories to this review.",
        "Callout",
    )
    w.tag("endif")


def gap(w: Writer, missing: str, what: str, style: str = "Numbered Paragraph") -> None:
    """What an author has still to write, where the data hold nothing of it: never a sentence that nobody has said."""
    w.when(missing, f"[to be written: {what}]", style)


def parallel(w: Writer) -> None:
    """Processes beside the review."""
    w.tag("if review.parallel_processes")
    w.table(
        ["Process", "Body", "Where it stands", "Bars publication?"],
        [3.6, 3.9, 6.4, 2.5],
        ["**{{ x.kind }}**", "{{ x.body }}", "{{ x.status }}", "{{ x.bars_publication|yes_no }}"],
        loop="x in review.parallel_processes",
        caption="Parallel processes",
    )
    w.tag("endif")
    gap(
        w,
        "not review.parallel_processes",
        "criminal, coronial, family court and disciplinary processes, or that there are none",
    )


def family_part(w: Writer) -> None:
    """Which part each of the family took."""
    w.tag("if family_contacts")
    w.table(
        ["Family member", "Invited", "Part in the review", "What they wished"],
        [3.2, 2.6, 5.2, 5.4],
        ["**{{ x.name }}**\n{{ x.role }}", "{{ x.contact.invited|date_short }}", "{{ x.contact.involvement }}",
         "{% if x.contact.wishes %}{{ x.contact.wishes }}{% else %}None recorded{% endif %}"],
        loop="x in family_contacts",
        caption="Family involvement",
    )  # fmt: skip
    w.tag("endif")
    gap(w, "not family_contacts", "how the family was asked to take part, and what came of it")


def action_plan(w: Writer) -> None:
    """How many actions stand where, and each."""
    gap(w, "not actions", "the action plan", "Normal")
    w.tag("if actions")
    w.p("Position of the {{ actions|length }} actions", "Table Title")
    w.table(
        ["Rating", "What it means", "Actions"],
        [3.2, 10.0, 2.6],
        ["{% cellbg x.rag_fill %}**{{ x.rag }}**", "{{ x.meaning }}", "{{ x.count }}"],
        loop="x in rag_counts",
        caption="Progress of the action plan",
    )
    w.table(
        ["Ref.", "Rec.", "Action", "Owner", "Deadline", "Intended outcome", "How success is measured", "Progress and evidence", "Rating"],
        [1.3, 1.1, 4.5, 3.3, 2.2, 3.5, 3.6, 4.5, 2.1],
        ["{{ x.action.id }}", "{{ x.recommendation }}", "{{ x.action.action }}", "{{ x.action.owner }}",
         "{{ x.action.deadline|date_short }}", "{{ x.action.intended_outcome }}", "{{ x.action.success_measure }}",
         "{{ x.progress }}", "{% cellbg x.rag_fill %}**{{ x.rag }}**"],
        loop="x in actions",
        caption="Action plan",
        style="Table Small",
    )  # fmt: skip
    w.tag("endif")


def page_break(w: Writer) -> None:
    """A new page."""
    paragraph = w.p("")
    fmt = paragraph.paragraph_format
    fmt.page_break_before, fmt.space_after, fmt.line_spacing = True, Pt(0), Pt(1)


def introduction(w: Writer) -> None:
    """Why the review was held, and by which right."""
    w.h1("Introduction")
    w.h2("Why this review was held")
    w.each("text in review.circumstances", "{{ text }}")
    gap(w, "not review.circumstances", "the circumstances that led to the review")
    decision(w)


def decision(w: Writer) -> None:
    """How it was decided to hold the review."""
    w.h2("The decision to hold it")
    w.n("{{ referring_agency }} asked for a review to be considered on {{ review.referral.date|date }}."
        "{% if review.referral.summary %} {{ review.referral.summary|sentence }}{% endif %}")  # fmt: skip
    w.n(
        "The decision was made on {{ review.decision.date|date }} by {{ review.decision.made_by|mid_sentence }}. {{ review.decision.reason }}"
    )
    w.when("review.decision.criteria", "**Criteria.** {{ review.decision.criteria }}")
    w.when(
        "review.decision.alternative_considered",
        "**Alternatives considered.** {{ review.decision.alternative_considered }}",
    )
    w.n("**Mandate.** {{ review.mandate }}")


def terms(w: Writer) -> None:
    """What the review is to learn, and its questions."""
    w.h1("Terms of reference")
    w.n("{{ review.terms_of_reference.purpose }}")
    w.n("The period under review is {{ review.scope.start|date }} to {{ review.scope.end|date }}, both days included.")
    gap(w, "not review.terms_of_reference.questions", "the questions that the review was asked")
    w.tag("if review.terms_of_reference.questions")
    w.n("The review was asked the questions below.")
    w.table(
        ["No.", "Question", "Where it is answered"],
        [1.2, 9.0, 6.2],
        [
            "{{ loop.index }}",
            "{{ q.text }}",
            "{% if q.answer %}{{ q.answer }}{% else %}[to be written: where]{% endif %}",
        ],
        loop="q in review.terms_of_reference.questions",
        caption="Questions of the terms of reference",
    )
    w.tag("endif")
    w.n("**How people are referred to.** {{ review.terms_of_reference.naming }}")


def how(w: Writer) -> None:
    """Method, people, panel, contributors, returns."""
    w.h1("How the review was carried out")
    w.h2("Methodology")
    methodology(w)
    w.h2("Author and chair")
    people(w)
    w.h2("The panel")
    panel(w)
    w.h2("Contributors")
    contributors(w)
    returns(w)


def methodology(w: Writer) -> None:
    """How it was done, and what was read."""
    w.each("text in review.methodology", "{{ text }}")
    gap(w, "not review.methodology", "how the review was carried out")
    w.tag("if review.documents_seen")
    w.n("The review had sight of:")
    w.each("text in review.documents_seen", "{{ text }}", "List Bullet")
    w.tag("endif")


def people(w: Writer) -> None:
    """Those who stay in clear: what makes them fit, and independent."""
    w.each(
        "x in review.permitted",
        "**{{ x.name }}**, {{ x.role }}.{% if x.experience %} {{ x.experience }}{% endif %}"
        "{% if x.independence %} {{ x.independence }}{% endif %}",
    )


def panel(w: Writer) -> None:
    """The members of the panel."""
    w.tag("if panel")
    w.table(
        ["Name", "Job title", "Employer"], [4.4, 6.4, 5.6], ["{{ x.name }}", "{{ x.job_title }}", "{{ x.employer }}"],
        loop="x in panel", caption="Review panel",
    )  # fmt: skip
    w.tag("endif")
    gap(w, "not panel", "the members of the panel, with job title and employer")


def contributors(w: Writer) -> None:
    """What each agency did for the family, and gave to the review."""
    w.table(
        ["Agency", "Involvement with the family", "Contribution to the review"],
        [4.4, 6.2, 5.8],
        ["**{{ x.name }}**", "{{ x.agency.involvement }}",
         "{% if x.contribution %}{{ x.contribution }}{% else %}None{% endif %}{% if x.agency.report_author %}\n"
         "Report author: {{ x.agency.report_author }}{% endif %}"],
        loop="x in agencies", caption="Contributing agencies",
    )  # fmt: skip


def returns(w: Writer) -> None:
    """When agencies returned what they were asked for; meetings; timescales."""
    w.h2("Timeliness of agency returns")
    w.table(
        ["Agency", "Chronology", "Agency report", "Chronology entries"],
        [4.9, 4.4, 4.6, 2.5],
        ["{{ x.name }}", "{{ x.chronology }}", "{{ x.report }}", "{% if x.entries %}{{ x.entries }}{% else %}None{% endif %}"],
        loop="x in agencies", caption="Agency returns and their dates",
    )  # fmt: skip
    w.when(
        "late_agencies",
        "{{ late_agencies|length|counted('agency', 'agencies')|upper_first }} returned late: "
        "{{ late_agencies|map(attribute='name')|prose }}.",
    )
    w.when(
        "chronology and silent_agencies",
        "The integrated chronology holds no entry by {{ silent_agencies|map(attribute='name')|prose('or by') }}.",
    )
    w.h2("Meetings and timescales")
    w.tag("if meetings")
    w.table(
        ["Date", "Meeting", "Purpose"],
        [3.4, 4.2, 8.8],
        ["{{ x.date|date }}", "{{ x.kind|upper_first }}", "{{ x.purpose }}"],
        loop="x in meetings", caption="Meetings",
    )  # fmt: skip
    w.tag("endif")
    w.tag("if timescales")
    w.table(
        ["Step", "Rule", "Due"],
        [6.0, 6.8, 3.6],
        ["{{ x.title }}", "{{ x.rule|upper_first }}", "{{ x.due|date }}"],
        loop="x in timescales", caption="Timescales",
    )  # fmt: skip
    w.tag("endif")
    gap(w, "not timescales and not meetings", "meetings and timescales")


def family_chapters(w: Writer) -> None:
    """Parallel processes, the part of the family, and the family itself."""
    w.h1("Parallel processes")
    parallel(w)
    w.h1("Family involvement")
    family_part(w)
    w.h1("The family")
    w.h2("Family composition")
    w.table(
        ["Name", "Place in the family", "Age at the incident", "Ethnicity and language", "Related to"],
        [3.4, 3.3, 2.3, 3.7, 3.7],
        ["**{{ x.name }}**", "{{ x.role|upper_first }}",
         "{% if x.age is none %}Not known{% else %}{{ x.age }}{% endif %}{% if x.person.died %}\nDied {{ x.person.died|date }}{% endif %}",
         "{{ x.person.ethnicity }}{% if x.person.language %}\n{{ x.person.language }}{% endif %}",
         "{% if x.relations %}{{ x.relations }}{% else %}–{% endif %}"],
        loop="x in family", caption="Family composition",
    )  # fmt: skip
    genogram(w)
    w.tag("if review.family_background")
    w.h2("Background")
    w.each("text in review.family_background", "{{ text }}")
    w.tag("endif")
    equality(w)


def genogram(w: Writer) -> None:
    """The family as a figure, with the key to its signs."""
    w.tag("if genogram")
    w.p("{{p genogram.figure }}")
    w.p("{{ genogram.key }}{% if genogram.left_out %} {{ genogram.left_out }}{% endif %}", "Table Note")
    w.tag("endif")


def equality(w: Writer) -> None:
    """Who the people are, as far as it bears on what they were given."""
    w.h2("Equality and diversity")
    w.each("text in review.equality", "{{ text }}")
    gap(w, "not review.equality", "ethnicity, religion, culture, language, disability and other characteristics, and what "
        "they meant for the help that was given")  # fmt: skip


def facts(w: Writer) -> None:
    """What happened, the timeline, and periods without contact."""
    w.h1("What happened")
    w.n("{{ review.incident.summary }}")
    w.tag("if chronology")
    w.n("The integrated chronology in Appendix A sets out all {{ chronology|length }} contacts that agencies recorded, "
        "with who was seen, whether alone, and the wishes and feelings that were sought or expressed.")  # fmt: skip
    w.tag("if timeline")
    w.p("{{p timeline }}")
    w.p("Contacts that agencies recorded, and the incident.", "Table Note")
    w.tag("endif")
    w.h2("Periods of no contact")
    w.tag("if gaps")
    w.n("No agency recorded any contact for more than {{ gap_weeks|counted('week') }} in these periods:")
    w.table(
        ["From", "To", "Days"], [6.0, 6.0, 4.4], ["{{ x.start|date }}", "{{ x.end|date }}", "{{ x.days }}"],
        loop="x in gaps", caption="Periods of no contact",
    )  # fmt: skip
    w.tag("else")
    w.n("There was no period of more than {{ gap_weeks|counted('week') }} in which no agency recorded a contact.")
    w.tag("endif")
    w.tag("endif")
    gap(w, "not chronology", "what happened; no chronology is in the data yet")


def analysis(w: Writer) -> None:
    """Key practice episodes, good practice, findings, hindsight."""
    w.h1("Analysis: key practice episodes")
    gap(w, "not episodes", "the analysis of key practice episodes")
    w.tag("if episodes")
    w.n("Key practice episodes are the stretches of work that the analysis turns on. For each the review asked what "
        "happened, why it made sense to those involved, and what might have been done.")  # fmt: skip
    w.tag("for x in episodes")
    w.h2("Episode {{ x.number }}: {{ x.episode.title }}")
    w.p("{{ x.episode.start|date }} to {{ x.episode.end|date }}", "Table Title")
    w.n("{{ x.episode.summary }}")
    w.n("{{ x.episode.analysis }}")
    w.when("x.episode.missed_opportunity", "**Missed opportunity.** {{ x.episode.missed_opportunity }}", "Callout")
    w.tag("endfor")
    w.tag("endif")
    w.tag("if review.good_practice")
    w.h1("Good practice")
    w.n("The review found practice from which others can learn:")
    w.each("text in review.good_practice", "{{ text }}", "List Bullet")
    w.tag("endif")
    w.h1("Findings")
    gap(w, "not findings", "the findings")
    w.tag("for x in findings")
    w.h2("Finding {{ x.number }}: {{ x.finding.title }}")
    w.n("{{ x.finding.summary }}")
    w.n("{{ x.finding.evidence }}")
    w.tag("if x.finding.question_for_board")
    w.p("**Question for the board.** {{ x.finding.question_for_board }}", "Callout")
    w.tag("endif")
    w.tag("endfor")
    w.tag("if review.hindsight or review.research")
    w.h1("Hindsight, research and earlier reviews")
    w.when("review.hindsight", "{{ review.hindsight }}")
    w.each("text in review.research", "{{ text }}")
    w.tag("endif")


def lessons(w: Writer) -> None:
    """Lessons by whom they are for."""
    gap(w, "not lesson_groups", "the lessons")
    w.tag("for group in lesson_groups")
    w.h3("{{ group.title }}")
    w.each("x in group.lessons", "{{ x.text }}", "List Bullet")
    w.tag("endfor")


def ending(w: Writer) -> None:
    """Conclusions, lessons, recommendations, monitoring, publication."""
    conclusions(w)
    w.h1("Lessons")
    lessons(w)
    w.h1("Recommendations")
    w.when("recommendations", "The panel agreed these recommendations. The action plan is in Appendix B.")
    recommendations(w)
    w.h1("How change will be monitored")
    w.when("review.monitoring", "{{ review.monitoring }}")
    gap(w, "not review.monitoring", "how the board will see that things have changed")
    w.tag("if review.publication")
    w.n(
        "**Publication.** {{ review.publication.outcome|sentence }}{% if review.publication.reason %} {{ review.publication.reason }}{% endif %}"
    )
    w.tag("endif")


def conclusions(w: Writer) -> None:
    """What the review concludes."""
    w.h1("Conclusions")
    w.each("text in review.conclusions", "{{ text }}")
    gap(w, "not review.conclusions", "the conclusions")


def recommendations(w: Writer) -> None:
    """Those that the panel agreed (WB 3.1); others are not printed."""
    w.tag("if recommendations")
    w.table(
        ["No.", "Recommendation", "Addressed to", "By when", "Finding"],
        [1.2, 7.0, 3.4, 2.9, 1.9],
        ["**{{ x.number }}**",
         "{{ x.recommendation.text }}",
         "{{ x.recommendation.addressee }}", "{{ x.recommendation.timescale }}",
         "{{ x.findings|join(', ') }}"],
        loop="x in recommendations", caption="Recommendations",
    )  # fmt: skip
    w.tag("endif")
    gap(w, "not recommendations", "the recommendations, once the panel has agreed them")


def appendices(document: Doc, w: Writer) -> None:
    """Chronology and action plan, each where there is one."""
    section = landscape(document)
    running(section, left=LEFT, marking=MARKING, foot=FOOT, width_cm=LANDSCAPE_CM)
    w.p("Appendix A: Integrated chronology", "Appendix Heading")
    gap(w, "not chronology", "the integrated chronology", "Normal")
    w.tag("if chronology")
    w.p("All contacts recorded by agencies from {{ review.scope.start|date }} to {{ review.scope.end|date }}, in order of "
        "time. Entries keep the words of the agency’s own record.", "Table Note")  # fmt: skip
    w.table(
        ["No.", "Date", "Agency", "Source", "What was recorded", "Seen; wishes and feelings", "Comment"],
        [1.1, 2.3, 2.9, 3.0, 8.6, 4.4, 3.8],
        ["{{ x.number }}", "{{ x.date }}{% if x.time %}\n{{ x.time }}{% endif %}", "{% cellbg x.tint %}**{{ x.mark }}**\n{{ x.agency }}",
         "{{ x.source }}", "{{ x.text }}", "**{{ x.seen }}**{% if x.wishes %}\n{{ x.wishes }}{% endif %}", "{{ x.comment }}"],
        loop="x in chronology", caption="Integrated chronology", style="Table Small",
    )  # fmt: skip
    w.tag("endif")
    heading = w.p("Appendix B: Action plan", "Appendix Heading")
    heading.paragraph_format.page_break_before = True
    action_plan(w)
