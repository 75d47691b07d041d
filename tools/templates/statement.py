"""The chair's statement for the day of publication."""

from __future__ import annotations

from docx.document import Document as Doc
from docx.shared import Cm

from templates.house import PORTRAIT_CM, Writer, new_document, running, space


def chair_statement() -> Doc:
    """One page: sorrow, what was looked at, what was found, what is being done."""
    document = new_document("Statement by the chair")
    running(
        document.sections[0],
        left="{{ document.reference }}   |   {{ document.title }}",
        marking="{{ document.marking }}",
        foot="{{ review.board.name }}",
        width_cm=PORTRAIT_CM,
    )
    bullet = document.styles["List Bullet"].paragraph_format
    bullet.left_indent, bullet.first_line_indent = Cm(0.7), Cm(-0.6)
    w = Writer(document)
    w.p("{{ review.board.name }}", "Board Name")
    w.p("Statement by the chair", "Review Type")
    w.p("{{ review.title }}", "Subtitle")
    space(w, 10)
    w.p("{% if subject.died %}On behalf of everybody at {{ review.board.name }} I offer my sincere condolences to the family and friends of "
        "{{ subject.forename }}.{% else %}I am sorry, on behalf of everybody at {{ review.board.name }}, for what happened to "
        "{{ subject.forename }}.{% endif %}{% if family_contacts %} I thank the members of the family who gave their time to "
        "the review, and respect the choice of those who did not.{% endif %}")  # fmt: skip
    w.p("**What the review was for.** {{ review.terms_of_reference.purpose }}")
    w.tag("if findings")
    w.p("The review found:").paragraph_format.keep_with_next = True
    w.each("x in findings", "{{ x.finding.title }}", "List Bullet")
    w.tag("endif")
    w.tag("if recommendations")
    w.tag("set done = rag_counts|last")
    w.p("It makes {{ recommendations|length|counted('recommendation') }}.{% if done.count %} Of the {{ actions|length }} action{% if actions|length > 1 %}s{% endif %} that "
        "follow, {% if done.count == actions|length %}every one is{% elif done.count == 1 %}one is{% else %}{{ done.count }} are{% endif %} complete.{% endif %}")  # fmt: skip
    w.tag("endif")
    w.when("review.monitoring", "{{ review.monitoring }}", "Normal")
    w.p(
        "Staff who worked with {{ subject.forename }} have been affected too. I thank everybody who helped the review to learn."
    )
    w.p(
        "We ask everybody, and the media above all, to respect the privacy of the family."
    ).paragraph_format.keep_with_next = True
    space(w, 10)
    w.p("**{{ review.board.chair }}**", "Address").paragraph_format.keep_with_next = True
    w.p("Chair, {{ review.board.name }}", "Address")
    return document
