"""Text of a PDF that nobody sees on the page: white, tiny, invisible, outside the page."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.formats.pdf import vocabulary as pdf
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = tuple(
    Example("left on the sofa", layer=Layer.HIDDEN, place=place)
    for place in (pdf.BACKGROUND, pdf.INVISIBLE, pdf.OUTSIDE, pdf.TINY, pdf.UNSEEN)
)
MISSES = (Example("left on the sofa"), Example("left on the sofa", layer=Layer.HIDDEN, place=pdf.UNDER_SHAPE))

_PLACES = (pdf.BACKGROUND, pdf.INVISIBLE, pdf.OUTSIDE, pdf.TINY, pdf.UNSEEN)


def _find(examined: Examined) -> Iterator[Hit]:
    for paragraph in examined.paragraphs:
        if paragraph.place in _PLACES:
            yield Hit(paragraph.text, detail=f"{paragraph.place}, {paragraph.part}.")


RULE = Rule(
    name="unseen-text",
    severity=Severity.BLOCK,
    category=Category.HIDDEN,
    message="A page holds text that nobody who looks at it sees.",
    remedy="Take the words out of the Word document and make the PDF again.",
    find=_find,
)
