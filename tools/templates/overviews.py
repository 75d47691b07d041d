"""Overview reports, each type of review in its own order.

LCSPR and SCR: Stockport 11.14-11.15, West of Berkshire 3.3; DHR: multi-agency statutory guidance 2016, appendix three; SAR:
SCIE quality marker 13.
"""

from __future__ import annotations

from docx.document import Document as Doc

from templates.house import PORTRAIT_CM, Writer, contents, new_document, running
from templates.parts import (
    FOOT,
    LEFT,
    MARKING,
    analysis,
    appendices,
    conclusions,
    condolence,
    contributors,
    decision,
    ending,
    equality,
    facts,
    family_chapters,
    family_part,
    gap,
    genogram,
    handling,
    how,
    introduction,
    lessons,
    methodology,
    page_break,
    panel,
    parallel,
    people,
    recommendations,
    returns,
    terms,
    title_block,
    versions,
)


def _begun(title: str) -> tuple[Doc, Writer]:
    """Cover, particulars and contents."""
    document = new_document(title)
    w = Writer(document)
    running(document.sections[0], left=LEFT, marking=MARKING, foot=FOOT, width_cm=PORTRAIT_CM, cover=True)
    title_block(w, cover=True)
    versions(w)
    handling(w)
    contents(w)
    page_break(w)
    return document, w


def overview_report() -> Doc:
    """Of a child safeguarding practice review, a serious case review, a local or a single-agency review."""
    document, w = _begun("Overview report")
    condolence(w)
    introduction(w)
    terms(w)
    how(w)
    family_chapters(w)
    facts(w)
    analysis(w)
    ending(w)
    appendices(document, w)
    return document


def adult_overview() -> Doc:
    """Of a safeguarding adult review: the person first, then the mandate; no more of the person than learning needs."""
    document, w = _begun("Overview report")
    condolence(w)
    w.h1("The person")
    _tribute(w, "who the person was, in the words of those who knew them")
    w.h1("Why this review was held")
    w.n("**Mandate.** {{ review.mandate }}")
    w.each("text in review.circumstances", "{{ text }}")
    gap(w, "not review.circumstances", "the circumstances that led to the review")
    decision(w)
    terms(w)
    w.h1("Method and its limits")
    methodology(w)
    w.h2("Reviewer and chair")
    people(w)
    w.h2("The panel")
    panel(w)
    w.h2("Contributors")
    contributors(w)
    returns(w)
    w.h1("Parallel processes")
    parallel(w)
    w.h1("The part of the person, family and friends")
    family_part(w)
    w.h1("Background")
    w.each("text in review.family_background", "{{ text }}")
    gap(w, "not review.family_background", "what was known of the person's needs, home and circumstances")
    genogram(w)
    equality(w)
    facts(w)
    analysis(w)
    ending(w)
    appendices(document, w)
    return document


def homicide_overview() -> Doc:
    """Of a domestic homicide review, in the Home Office's order of chapters."""
    document, w = _begun("Overview report")
    w.tag("if review.tribute")
    w.p("Tribute", "Contents Heading")
    w.each("text in review.tribute", "{{ text }}", "Normal")
    w.tag("endif")
    w.h1("Introduction")
    condolence(w)
    w.each("text in review.circumstances", "{{ text }}")
    gap(w, "not review.circumstances", "the circumstances that led to the review")
    w.n("{{ review.mandate }}")
    w.h2("Who is who")
    w.table(
        ["Name", "Who it is", "Age at the death", "Ethnicity"],
        [4.4, 5.0, 3.0, 4.0],
        ["**{{ x.name }}**", "{{ x.role|upper_first }}",
         "{% if x.age is none %}Not known{% else %}{{ x.age }}{% endif %}", "{{ x.person.ethnicity }}"],
        loop="x in family", caption="Who is who",
    )  # fmt: skip
    genogram(w)
    w.h1("Timescales")
    w.n("The decision to hold the review was made on {{ review.decision.date|date }}. This version of the report is of "
        "{{ document.date|date }}.")  # fmt: skip
    w.when("review.extension", "{{ review.extension.reason }} The new date for completion is "
           "{{ review.extension.new_date|date }}{% if review.extension.agreed_by %}, agreed by "
           "{{ review.extension.agreed_by|mid_sentence }}{% endif %}.")  # fmt: skip
    w.h1("Confidentiality")
    w.n("Until the Home Office has approved it for publication, this report is for participating professionals and their "
        "line managers only.")  # fmt: skip
    w.n("{{ review.terms_of_reference.naming }}")
    terms(w)
    w.h1("Methodology")
    decision(w)
    methodology(w)
    returns(w)
    w.h1("Involvement of family, friends, work colleagues, neighbours and the wider community")
    family_part(w)
    w.h1("Contributors to the review")
    contributors(w)
    w.h1("The review panel")
    panel(w)
    w.h1("Chair and author of the report")
    people(w)
    w.h1("Parallel reviews")
    parallel(w)
    equality_chapter(w)
    w.h1("Dissemination")
    w.each("text in review.dissemination", "{{ text }}", "List Bullet")
    gap(w, "not review.dissemination", "who is to be given the report: family, community safety partnership, police and crime "
        "commissioner, Domestic Abuse Commissioner, agencies")  # fmt: skip
    w.h1("Background information: the facts")
    w.n("{{ review.incident.summary }}")
    w.each("text in review.family_background", "{{ text }}")
    facts(w)
    w.h1("Overview")
    w.tag("for x in agencies")
    w.n("**{{ x.name }}.** {{ x.agency.involvement }}")
    w.tag("endfor")
    analysis(w)
    conclusions(w)
    w.h1("Lessons to be learned")
    lessons(w)
    w.h1("Recommendations")
    recommendations(w)
    appendices(document, w)
    return document


def equality_chapter(w: Writer) -> None:
    """The nine characteristics, each considered; sex always."""
    w.h1("Equality and diversity")
    w.n("The protected characteristics are age, disability, gender reassignment, marriage and civil partnership, pregnancy "
        "and maternity, race, religion or belief, sex, and sexual orientation (Equality Act 2010, section 4).")  # fmt: skip
    w.each("text in review.equality", "{{ text }}")
    gap(w, "not review.equality", "which of them bore on the case, and how; sex always does")


def _tribute(w: Writer, what: str) -> None:
    w.each("text in review.tribute", "{{ text }}")
    gap(w, "not review.tribute", what)
