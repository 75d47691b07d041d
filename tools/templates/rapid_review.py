"""The report of a rapid review, which goes to the national panel within fifteen working days."""

from __future__ import annotations

from docx.document import Document as Doc

from templates.house import PORTRAIT_CM, Writer, new_document, running
from templates.parts import FOOT, LEFT, MARKING, contributors, equality, gap, genogram, title_block


def rapid_review() -> Doc:
    """Facts, safety and early learning, potential for improvement, next step (Working Together 2023, chapter 5)."""
    document = new_document("Rapid review report")
    w = Writer(document)
    running(document.sections[0], left=LEFT, marking=MARKING, foot=FOOT, width_cm=PORTRAIT_CM)
    title_block(w, cover=False)
    w.particulars(
        [
            ("Reference", "{{ document.reference }}"),
            ("Safeguarding partnership", "{{ review.board.name }}"),
            ("Notified by", "{{ referring_agency }}, {{ review.referral.date|date }}"),
            ("Rapid review meeting", "{{ review.rapid_review.date|date }}", "review.rapid_review"),
            ("Version and date", "Version {{ document.version }}, {{ document.date|date }}"),
            ("Marking", "{{ document.marking }}"),
        ],
        caption="Particulars of this report",
    )
    w.h1("Agencies")
    contributors(w)
    w.h1("The child and the family")
    w.table(
        ["Name", "Place in the family", "Age at the incident", "Ethnicity and language"],
        [4.2, 4.4, 3.2, 4.6],
        ["**{{ x.name }}**", "{{ x.role|upper_first }}",
         "{% if x.age is none %}Not known{% else %}{{ x.age }}{% endif %}",
         "{{ x.person.ethnicity }}{% if x.person.language %}\n{{ x.person.language }}{% endif %}"],
        loop="x in family", caption="Family",
    )  # fmt: skip
    genogram(w)
    equality(w)
    w.h1("The incident")
    w.n("{{ review.incident.date|date }}. {{ review.incident.summary }}")
    w.h1("The facts")
    w.each("text in review.circumstances", "{{ text }}")
    gap(w, "not review.circumstances", "the facts, concisely")
    w.h1("Safety now, and early learning")
    w.when("review.rapid_review and review.rapid_review.safety", "{{ review.rapid_review.safety }}")
    gap(
        w,
        "not (review.rapid_review and review.rapid_review.safety)",
        "what has been done for the safety of the children involved",
    )
    w.tag("if review.rapid_review")
    w.each("text in review.rapid_review.early_learning", "{{ text }}", "List Bullet")
    w.tag("endif")
    w.h1("Potential for improvement")
    w.when("review.rapid_review and review.rapid_review.improvement", "{{ review.rapid_review.improvement }}")
    gap(
        w,
        "not (review.rapid_review and review.rapid_review.improvement)",
        "what could be learned to safeguard children better",
    )
    w.h1("Next step")
    w.n("{% if review.decision.hold %}A {{ document.review_type|lower }} is to be held.{% else %}No {{ document.review_type|lower }} "
        "is to be held.{% endif %} {{ review.decision.reason }}")  # fmt: skip
    w.when("review.decision.criteria", "**Criteria.** {{ review.decision.criteria }}")
    w.when(
        "review.decision.alternative_considered",
        "**Alternatives considered.** {{ review.decision.alternative_considered }}",
    )
    w.h1("National issues")
    w.when("review.rapid_review and review.rapid_review.national", "{{ review.rapid_review.national }}")
    gap(
        w,
        "not (review.rapid_review and review.rapid_review.national)",
        "issues of national importance, or that there are none",
    )
    w.h1("Signed off by the safeguarding partners")
    w.tag("if review.rapid_review and review.rapid_review.sign_offs")
    w.table(
        ["Partner", "Name and post", "Date"],
        [5.4, 7.4, 3.6],
        ["**{{ x.partner }}**", "{{ x.name }}\n{{ x.job_title }}", "{{ x.date|date }}"],
        loop="x in review.rapid_review.sign_offs", caption="Sign-off",
    )  # fmt: skip
    w.tag("endif")
    gap(w, "not (review.rapid_review and review.rapid_review.sign_offs)", "the three partners' names, posts and dates")
    return document
