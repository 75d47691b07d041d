"""What the panel that considered a referral puts to those who decide."""

from __future__ import annotations

from docx.document import Document as Doc

from templates.papers_panel import paper
from templates.parts import gap

_TO = (
    "{% if review.review_type == 'LCSPR' %}The safeguarding partners, through {{ review.board.chair }}"
    "{% else %}{{ review.board.chair }}, chair of {{ review.board.name|mid_sentence }}{% endif %}"
)


def recommendation() -> Doc:
    """The referral, what is recommended and why, each member's own decision, alternatives, the decision (WB 1)."""
    document, w = paper("Recommendation on the referral")
    w.particulars(
        [
            ("To", _TO),
            ("Reference", "{{ document.reference }}"),
            ("Subject", "{{ subject.full_name }}{% if subject.dob %}, born {{ subject.dob|date }}{% endif %}"),
            ("Referred by", "{{ referring_agency }}, {{ review.referral.date|date }}"),
            ("Marking", "{{ document.marking }}"),
        ],
        caption="Particulars of the recommendation",
    )
    w.h1("The referral")
    w.when("review.referral.summary", "{{ review.referral.summary }}")
    w.n("{{ review.incident.date|date }}. {{ review.incident.summary }}")
    w.h1("The recommendation")
    w.n(
        "{% if review.decision.hold %}That a {{ document.review_type|lower }} be held.{% else %}That no "
        "{{ document.review_type|lower }} be held.{% endif %} {{ review.decision.reason }}"
    )
    w.when("review.decision.criteria", "**Criteria.** {{ review.decision.criteria }}")
    gap(w, "not review.decision.criteria", "each criterion, and whether it is met")
    w.when(
        "review.decision.alternative_considered",
        "**Alternatives considered.** {{ review.decision.alternative_considered }}",
    )
    gap(w, "not review.decision.alternative_considered", "which other kind of review was considered, and why not")
    w.h1("What each member decided")
    w.tag("if review.decision.members")
    w.table(
        ["Member", "Decision", "Reason"],
        [5.4, 4.4, 6.6],
        ["**{{ x.name }}**{% if x.job_title %}\n{{ x.job_title }}{% endif %}{% if x.organisation %}\n{{ x.organisation }}{% endif %}",
         "{{ x.decision }}", "{% if x.reason %}{{ x.reason }}{% else %}[to be written: why]{% endif %}"],
        loop="x in review.decision.members", caption="What each member decided",
    )  # fmt: skip
    w.tag("endif")
    gap(w, "not review.decision.members", "each member’s name, post, decision and reason")
    w.h1("The decision")
    w.p("To be completed by those who decide.", "Table Title")
    w.particulars(
        [("Agreed or not agreed, and why", "[to be written: the decision and its reasons]"), ("Name and signature", "[to be written: name]"),
         ("Date", "[to be written: date]")],
        caption="The decision",
    )  # fmt: skip
    return document
