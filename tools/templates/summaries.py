"""Executive summary and learning summary of every type of review."""

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
    grid,
    landscape,
    new_document,
    outline,
    put,
    row_of,
    running,
    shade,
    space,
)
from templates.parts import (
    FOOT,
    LEFT,
    MARKING,
    action_plan,
    condolence,
    gap,
    lessons,
    parallel,
    recommendations,
    title_block,
)


def executive_summary() -> Doc:
    """The executive summary: brief, panel by job title and employer, the whole action plan."""
    document = new_document("Executive summary")
    w = Writer(document)
    running(document.sections[0], left=LEFT, marking=MARKING, foot=FOOT, width_cm=PORTRAIT_CM, cover=True)
    title_block(w, cover=False)
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
    condolence(w)
    w.h1("Why and how the review was held")
    w.n("{{ review.incident.summary }}")
    w.n(
        "{{ review.decision.reason }} The decision to hold a {{ document.review_type|lower }} was made on {{ review.decision.date|date }}."
    )
    w.n("{{ review.terms_of_reference.purpose }}")
    w.n("{{ review.terms_of_reference.naming }}")
    w.h2("The panel")
    gap(w, "not panel", "the members of the panel, by job title and employer")
    w.tag("if panel")
    w.table(
        ["Job title", "Employer"],
        [8.4, 8.0],
        ["{{ x.job_title }}", "{{ x.employer }}"],
        loop="x in panel",
        caption="Review panel",
    )
    w.tag("endif")
    w.h2("Parallel processes")
    parallel(w)
    w.h2("The family’s part")
    w.each("x in family_contacts", "**{{ x.role|upper_first }}.** {{ x.contact.involvement }}", "List Bullet")
    gap(w, "not family_contacts", "how the family was asked to take part, and what came of it")
    w.h1("Key facts")
    gap(w, "not episodes", "the key facts, as in the overview report")
    w.tag("for x in episodes")
    w.n("**{{ x.episode.title }}** ({{ x.episode.start|date }} to {{ x.episode.end|date }}). {{ x.episode.summary }}")
    w.tag("endfor")
    w.h1("What was learned")
    gap(w, "not findings", "the findings")
    w.tag("for x in findings")
    w.n("**Finding {{ x.number }}: {{ x.finding.title }}.** {{ x.finding.summary }}")
    w.tag("endfor")
    w.tag("if episodes|selectattr('episode.missed_opportunity')|list")
    w.h2("Opportunities to act earlier")
    w.tag("for x in episodes")
    w.when("x.episode.missed_opportunity", "{{ x.episode.missed_opportunity }}", "List Bullet")
    w.tag("endfor")
    w.tag("endif")
    w.tag("if review.hindsight")
    w.h2("Hindsight")
    w.n("{{ review.hindsight }}")
    w.tag("endif")
    w.tag("if review.good_practice")
    w.h1("Good practice")
    w.each("text in review.good_practice", "{{ text }}", "List Bullet")
    w.tag("endif")
    w.h1("Lessons")
    lessons(w)
    w.h1("Conclusions and recommendations")
    w.each("text in review.conclusions", "{{ text }}")
    gap(w, "not review.conclusions", "the conclusions")
    recommendations(w)
    w.when("review.monitoring", "{{ review.monitoring }}")
    section = landscape(document)
    running(section, left=LEFT, marking=MARKING, foot=FOOT, width_cm=LANDSCAPE_CM)
    w.p("Action plan", "Appendix Heading")
    action_plan(w)
    return document


_BULLET = "Block Bullet"
_BRIEFING = "(review.briefing.{} if review.briefing else [])"


def _list(items: str, text: str, what: str) -> list[tuple[str, str]]:
    """A bullet for each, or what is still to be written."""
    lines = [f"{{%p for text in {items} %}}", text, "{%p endfor %}"]
    lines += [f"{{%p if not {items} %}}", f"[to be written: {what}]", "{%p endif %}"]
    return [(line, _BULLET) for line in lines]


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
    outline(document.styles["Block Title"], 0)
    w.p("{{ review.board.name }}", "Board Name")
    w.p("Learning summary: a seven-minute briefing", "Review Type")
    w.p("{{ review.title }}", "Title").runs[0].font.size = Pt(20)
    space(w, 10)
    blocks: list[tuple[str, list[Any]]] = [
        ("Background", ["{% if review.briefing %}{{ review.briefing.background }}{% else %}[to be written: the background]{% endif %}"]),
        ("Safeguarding concerns", ["{% if review.briefing %}{{ review.briefing.concerns }}{% else %}[to be written: the safeguarding concerns]{% endif %}"]),
        ("The incident", ["{% if review.briefing %}{{ review.briefing.incident }}{% else %}[to be written: the incident]{% endif %}"]),
        ("The review", [
            "A {{ document.review_type|lower }} was commissioned by {{ review.board.name }} in {{ review.decision.date|month_year }} "
            "and covers {{ review.scope.start|month_year }} to {{ review.scope.end|month_year }}. "
            "{{ agencies|length|counted('agency', 'agencies')|upper_first }} and "
            "{{ family_contacts|length|counted('member') }} of the family took part or were asked to."]),
        ("Findings", _list("findings", "**{{ text.finding.title }}.** {{ text.finding.summary }}", "the findings")),
        ("Good practice", _list("review.good_practice", "{{ text }}", "good practice, or that none stood out")),
        ("What to do now", _list(_BRIEFING.format("what_to_do_now"), "{{ text }}", "what practitioners should do now")),
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
    questions = _BRIEFING.format("questions_for_teams")
    w.each(f"text in {questions}", "{{ text }}", _BULLET)
    gap(w, f"not {questions}", "questions for discussion in teams", _BULLET)
    return document
