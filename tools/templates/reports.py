"""The three reports of a children's review: overview report, executive summary, learning summary."""

from __future__ import annotations

from typing import Any

from docx.document import Document as Doc
from docx.shared import Cm, Pt

from templates.house import (
    ACCENT,
    INK,
    LANDSCAPE_CM,
    MARGIN_CM,
    PORTRAIT_CM,
    Writer,
    contents,
    grid,
    landscape,
    new_document,
    put,
    row_of,
    running,
    shade,
    space,
)

LEFT = "{{ document.reference }}   |   {{ document.title }}   |   Version {{ document.version }}"
FOOT = "{{ review.board.name }}"
MARKING = "{{ document.marking }}"


def _title_block(w: Writer, *, cover: bool) -> None:
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


def _versions(w: Writer) -> None:
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


def _handling(w: Writer) -> None:
    w.p(
        "**How people are referred to.** {{ review.terms_of_reference.naming }} Until it is published this report is "
        "confidential to the panel, the board and those it is shared with by name.",
        "Callout",
    )


def _condolence(w: Writer) -> None:
    w.tag("if subject.died")
    w.p(
        "The board and the panel offer their sincere condolences to the family and friends of {{ subject.full_name }}. "
        "They thank those who gave their time and their memories to this review.",
        "Callout",
    )
    w.tag("endif")


def _parallel(w: Writer, *, numbered: bool) -> None:
    text = "Numbered Paragraph" if numbered else "Normal"
    w.tag("if review.parallel_processes")
    w.table(
        ["Process", "Body", "Where it stands", "Bars publication?"],
        [3.6, 3.9, 6.4, 2.5],
        ["**{{ x.kind }}**", "{{ x.body }}", "{{ x.status }}", "{{ x.bars_publication|yes_no }}"],
        loop="x in review.parallel_processes",
        caption="Parallel processes",
    )
    w.tag("else")
    w.p("No criminal, coronial, family court or disciplinary process is known to run beside this review.", text)
    w.tag("endif")


def _family_part(w: Writer) -> None:
    w.table(
        ["Family member", "Invited", "Part in the review", "What they wished"],
        [3.2, 2.6, 5.2, 5.4],
        ["**{{ x.name }}**\n{{ x.role }}", "{{ x.contact.invited|date_short }}", "{{ x.contact.involvement }}",
         "{% if x.contact.wishes %}{{ x.contact.wishes }}{% else %}None recorded{% endif %}"],
        loop="x in family_contacts",
        caption="Family involvement",
    )  # fmt: skip


def _action_plan(w: Writer) -> None:
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


def overview_report() -> Doc:
    """The overview report of a child safeguarding practice review or serious case review."""
    document = new_document("Overview report")
    w = Writer(document)
    running(document.sections[0], left=LEFT, marking=MARKING, foot=FOOT, width_cm=PORTRAIT_CM, cover=True)
    _title_block(w, cover=True)
    _versions(w)
    _handling(w)
    contents(w)
    _break(w)
    _condolence(w)
    _introduction(w)
    _terms(w)
    _how(w)
    _family_chapters(w)
    _facts(w)
    _analysis(w)
    _ending(w)
    _appendices(document, w)
    return document


def _break(w: Writer) -> None:
    paragraph = w.p("")
    fmt = paragraph.paragraph_format
    fmt.page_break_before, fmt.space_after, fmt.line_spacing = True, Pt(0), Pt(1)


def _introduction(w: Writer) -> None:
    w.h1("Introduction")
    w.h2("Why this review was held")
    w.each("text in review.circumstances", "{{ text }}")
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


def _terms(w: Writer) -> None:
    w.h1("Terms of reference")
    w.n("{{ review.terms_of_reference.purpose }}")
    w.n("The period under review is {{ review.scope.start|date }} to {{ review.scope.end|date }}, both days included.")
    w.n("The review was asked the questions below. Each is answered in this report or set aside with a reason.")
    w.table(
        ["No.", "Question", "Where it is answered"],
        [1.2, 9.0, 6.2],
        [
            "{{ loop.index }}",
            "{{ q.text }}",
            "{% if q.answer %}{{ q.answer }}{% else %}**Not yet answered**{% endif %}",
        ],
        loop="q in review.terms_of_reference.questions",
        caption="Questions of the terms of reference",
    )
    w.n("**How people are referred to.** {{ review.terms_of_reference.naming }}")


def _how(w: Writer) -> None:
    w.h1("How the review was carried out")
    w.h2("Methodology")
    w.each("text in review.methodology", "{{ text }}")
    w.tag("if review.documents_seen")
    w.n("The review had sight of:")
    w.each("text in review.documents_seen", "{{ text }}", "List Bullet")
    w.tag("endif")
    w.h2("Author and chair")
    w.each(
        "x in review.permitted", "**{{ x.name }}**, {{ x.role }}.{% if x.experience %} {{ x.experience }}{% endif %}"
    )
    w.h2("The panel")
    w.table(
        ["Name", "Job title", "Employer"], [4.4, 6.4, 5.6], ["{{ x.name }}", "{{ x.job_title }}", "{{ x.employer }}"],
        loop="x in panel", caption="Review panel",
    )  # fmt: skip
    w.h2("Contributors")
    w.table(
        ["Agency", "Involvement with the family", "Contribution to the review"],
        [4.4, 6.2, 5.8],
        ["**{{ x.name }}**", "{{ x.agency.involvement }}",
         "{% if x.contribution %}{{ x.contribution }}{% else %}None{% endif %}{% if x.agency.report_author %}\n"
         "Report author: {{ x.agency.report_author }}{% endif %}"],
        loop="x in agencies", caption="Contributing agencies",
    )  # fmt: skip
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
    w.when("not late_agencies", "Every return that was due was received in time.")
    w.when(
        "silent_agencies",
        "The integrated chronology holds no entry by {{ silent_agencies|map(attribute='name')|prose('or by') }}.",
    )
    w.h2("Meetings and timescales")
    w.table(
        ["Date", "Meeting", "Purpose"],
        [3.4, 4.2, 8.8],
        ["{{ x.date|date }}", "{{ x.kind|upper_first }}", "{{ x.purpose }}"],
        loop="x in meetings", caption="Meetings",
    )  # fmt: skip
    w.table(
        ["Step", "Rule", "Due"],
        [6.0, 6.8, 3.6],
        ["{{ x.title }}", "{{ x.rule|upper_first }}", "{{ x.due|date }}"],
        loop="x in timescales", caption="Timescales",
    )  # fmt: skip


def _family_chapters(w: Writer) -> None:
    w.h1("Parallel processes")
    w.n("Other processes concerned the same events. The review took care not to prejudice them.")
    _parallel(w, numbered=True)
    w.h1("Family involvement")
    w.tag("if family_contacts")
    w.n("Family members were asked to take part, and what they told the review has shaped its findings.")
    _family_part(w)
    w.tag("else")
    w.n("No member of the family has taken part in the review so far.")
    w.tag("endif")
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
    w.tag("if review.family_background")
    w.h2("Background")
    w.each("text in review.family_background", "{{ text }}")
    w.tag("endif")
    w.h2("Equality and diversity")
    w.each("text in review.equality", "{{ text }}")
    w.when(
        "not review.equality", "The data holds nothing yet about ethnicity, religion, culture, language or disability."
    )


def _facts(w: Writer) -> None:
    w.h1("What happened")
    w.n("{{ review.incident.summary }}")
    w.n("The integrated chronology in Appendix A sets out all {{ chronology|length }} contacts that agencies recorded, "
        "with who was seen, whether alone, and the wishes and feelings that were sought or expressed.")  # fmt: skip
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


def _analysis(w: Writer) -> None:
    w.h1("Analysis: key practice episodes")
    w.n("Key practice episodes are the stretches of work that the analysis turns on. For each the review asked what "
        "happened, why it made sense to those involved, and what might have been done.")  # fmt: skip
    w.tag("for x in episodes")
    w.h2("Episode {{ x.number }}: {{ x.episode.title }}")
    w.p("{{ x.episode.start|date }} to {{ x.episode.end|date }}", "Table Title")
    w.n("{{ x.episode.summary }}")
    w.n("{{ x.episode.analysis }}")
    w.when("x.episode.missed_opportunity", "**Missed opportunity.** {{ x.episode.missed_opportunity }}", "Callout")
    w.tag("endfor")
    w.tag("if review.good_practice")
    w.h1("Good practice")
    w.n("The review found practice from which others can learn:")
    w.each("text in review.good_practice", "{{ text }}", "List Bullet")
    w.tag("endif")
    w.h1("Findings")
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


def _lessons(w: Writer) -> None:
    w.tag("for group in lesson_groups")
    w.h3("{{ group.title }}")
    w.each("x in group.lessons", "{{ x.text }}", "List Bullet")
    w.tag("endfor")


def _ending(w: Writer) -> None:
    w.h1("Conclusions")
    w.each("text in review.conclusions", "{{ text }}")
    w.h1("Lessons")
    _lessons(w)
    w.h1("Recommendations")
    w.n("Each recommendation was agreed by the panel unless it says otherwise. The action plan is in Appendix B.")
    _recommendations(w)
    w.h1("How change will be monitored")
    w.n("{% if review.monitoring %}{{ review.monitoring }}{% else %}Arrangements are still to be agreed.{% endif %}")
    w.tag("if review.publication")
    w.n(
        "**Publication.** {{ review.publication.outcome|sentence }}{% if review.publication.reason %} {{ review.publication.reason }}{% endif %}"
    )
    w.tag("endif")


def _recommendations(w: Writer) -> None:
    w.table(
        ["No.", "Recommendation", "Addressed to", "By when", "Finding"],
        [1.2, 7.0, 3.4, 2.9, 1.9],
        ["**{{ x.number }}**",
         "{{ x.recommendation.text }}{% if not x.recommendation.agreed_by_panel %}\n**Not yet agreed by the panel.**{% endif %}",
         "{{ x.recommendation.addressee }}", "{{ x.recommendation.timescale }}",
         "{{ x.findings|join(', ') }}"],
        loop="x in recommendations", caption="Recommendations",
    )  # fmt: skip


def _appendices(document: Doc, w: Writer) -> None:
    section = landscape(document)
    running(section, left=LEFT, marking=MARKING, foot=FOOT, width_cm=LANDSCAPE_CM)
    w.p("Appendix A: Integrated chronology", "Appendix Heading")
    w.p("All contacts recorded by agencies from {{ review.scope.start|date }} to {{ review.scope.end|date }}, in order of "
        "time. Entries keep the words of the agency’s own record.", "Table Note")  # fmt: skip
    w.table(
        ["No.", "Date", "Agency", "Source", "What was recorded", "Seen; wishes and feelings", "Comment"],
        [1.1, 2.3, 2.9, 3.0, 8.6, 4.4, 3.8],
        ["{{ x.number }}", "{{ x.date }}{% if x.time %}\n{{ x.time }}{% endif %}", "{% cellbg x.tint %}**{{ x.mark }}**\n{{ x.agency }}",
         "{{ x.source }}", "{{ x.text }}", "**{{ x.seen }}**{% if x.wishes %}\n{{ x.wishes }}{% endif %}", "{{ x.comment }}"],
        loop="x in chronology", caption="Integrated chronology", style="Table Small",
    )  # fmt: skip
    heading = w.p("Appendix B: Action plan", "Appendix Heading")
    heading.paragraph_format.page_break_before = True
    _action_plan(w)


def executive_summary() -> Doc:
    """The executive summary: brief, panel by job title and employer, the whole action plan."""
    document = new_document("Executive summary")
    w = Writer(document)
    running(document.sections[0], left=LEFT, marking=MARKING, foot=FOOT, width_cm=PORTRAIT_CM, cover=True)
    _title_block(w, cover=False)
    w.particulars(
        [
            ("Reference", "{{ document.reference }}"),
            ("Chair of the board", "{{ review.board.chair }}"),
            ("Chair of the panel", "{{ panel_chair.name }}", "panel_chair"),
            ("Author of the overview report", "{{ author.name }}", "author"),
            ("Period under review", "{{ review.scope.start|date }} to {{ review.scope.end|date }}"),
            ("Version and date", "Version {{ document.version }}, {{ document.date|date }}"),
        ],
        caption="Particulars of this summary",
    )
    _condolence(w)
    w.h1("Why and how the review was held")
    w.n("{{ review.incident.summary }}")
    w.n(
        "{{ review.decision.reason }} The decision to hold a {{ document.review_type|lower }} was made on {{ review.decision.date|date }}."
    )
    w.n("{{ review.terms_of_reference.purpose }}")
    w.n("{{ review.terms_of_reference.naming }}")
    w.h2("The panel")
    w.table(
        ["Job title", "Employer"],
        [8.4, 8.0],
        ["{{ x.job_title }}", "{{ x.employer }}"],
        loop="x in panel",
        caption="Review panel",
    )
    w.h2("Parallel processes")
    _parallel(w, numbered=True)
    w.h2("The family’s part")
    w.tag("if family_contacts")
    w.each("x in family_contacts", "**{{ x.role|upper_first }}.** {{ x.contact.involvement }}", "List Bullet")
    w.tag("else")
    w.n("No member of the family has taken part in the review so far.")
    w.tag("endif")
    w.h1("Key facts")
    w.tag("for x in episodes")
    w.n("**{{ x.episode.title }}** ({{ x.episode.start|date }} to {{ x.episode.end|date }}). {{ x.episode.summary }}")
    w.tag("endfor")
    w.h1("What was learned")
    w.tag("for x in findings")
    w.n("**Finding {{ x.number }}: {{ x.finding.title }}.** {{ x.finding.summary }}")
    w.tag("endfor")
    w.h2("Opportunities to act earlier")
    w.tag("for x in episodes")
    w.when("x.episode.missed_opportunity", "{{ x.episode.missed_opportunity }}", "List Bullet")
    w.tag("endfor")
    w.tag("if review.hindsight")
    w.h2("Hindsight")
    w.n("{{ review.hindsight }}")
    w.tag("endif")
    w.h1("Good practice")
    w.each("text in review.good_practice", "{{ text }}", "List Bullet")
    w.h1("Lessons")
    _lessons(w)
    w.h1("Conclusions and recommendations")
    w.each("text in review.conclusions", "{{ text }}")
    _recommendations(w)
    w.when("review.monitoring", "{{ review.monitoring }}")
    section = landscape(document)
    running(section, left=LEFT, marking=MARKING, foot=FOOT, width_cm=LANDSCAPE_CM)
    w.p("Action plan", "Appendix Heading")
    _action_plan(w)
    return document


def learning_summary() -> Doc:
    """One to two pages in the manner of a seven-minute briefing."""
    document = new_document("Learning summary")
    section = document.sections[0]
    section.top_margin, section.bottom_margin = Cm(2.1), Cm(1.8)
    w = Writer(document)
    running(
        section,
        left="{{ document.reference }}   |   {{ document.title }}",
        marking=MARKING,
        foot=FOOT,
        width_cm=PORTRAIT_CM,
    )
    w.p("{{ review.board.name }}", "Board Name")
    w.p("Learning summary: a seven-minute briefing", "Review Type")
    w.p("{{ review.title }}", "Title").runs[0].font.size = Pt(20)
    space(w, 10)
    bullets = "Block Bullet"
    blocks: list[tuple[str, list[Any]]] = [
        ("Background", ["{{ review.briefing.background }}"]),
        ("Safeguarding concerns", ["{{ review.briefing.concerns }}"]),
        ("The incident", ["{{ review.briefing.incident }}"]),
        ("The review", [
            "A {{ document.review_type|lower }} was commissioned by {{ review.board.name }} in {{ review.decision.date|month_year }} "
            "and covers {{ review.scope.start|month_year }} to {{ review.scope.end|month_year }}. "
            "{{ agencies|length|counted('agency', 'agencies')|upper_first }} and "
            "{{ family_contacts|length|counted('member') }} of the family took part or were asked to."]),
        ("Findings", [("{%p for x in findings %}", bullets), ("**{{ x.finding.title }}.** {{ x.finding.summary }}", bullets), ("{%p endfor %}", bullets)]),
        ("Good practice", [("{%p for text in review.good_practice %}", bullets), ("{{ text }}", bullets), ("{%p endfor %}", bullets)]),
        ("What to do now", [("{%p for text in review.briefing.what_to_do_now %}", bullets), ("{{ text }}", bullets), ("{%p endfor %}", bullets)]),
    ]  # fmt: skip
    width = 21.0 - 2 * MARGIN_CM
    table = grid(w.place, (1.4, width - 1.4), "Seven blocks of the briefing")
    for number, (title, paragraphs) in enumerate(blocks, 1):
        row = row_of(table, 0 if number == 1 else None)
        shade(row.cells[0], INK if number % 2 else ACCENT)
        put(row.cells[0], [str(number)], "Block Number")
        put(row.cells[1], [(title, "Block Title"), *paragraphs], "Block Text")
    space(w, 10)
    w.p("Questions for your team", "Block Title")
    w.each("text in review.briefing.questions_for_teams", "{{ text }}", bullets)
    return document
