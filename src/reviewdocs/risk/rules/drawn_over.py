"""Text of a PDF that a box, a picture or a mark lies over: it looks gone, and can be copied out."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.formats.base import TINY, UNDER_SHAPE
from reviewdocs.formats.pdf import vocabulary as pdf
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (
    Example("left on the sofa", layer=Layer.HIDDEN, place=UNDER_SHAPE),
    Example("left on the sofa", layer=Layer.HIDDEN, place=pdf.UNDER_MARK),
)
MISSES = (Example("left on the sofa"), Example("left on the sofa", layer=Layer.HIDDEN, place=TINY))

_PLACES = (UNDER_SHAPE, pdf.UNDER_MARK)


def _find(examined: Examined) -> Iterator[Hit]:
    for paragraph in examined.paragraphs:
        if paragraph.place in _PLACES:
            yield Hit(paragraph.text, detail=f"{paragraph.place}, {paragraph.part}.")


RULE = Rule(
    name="drawn-over",
    severity=Severity.BLOCK,
    category=Category.HIDDEN,
    message="Text is drawn over rather than removed: anybody can copy it out of the file.",
    remedy="Take the words out of the Word document, or replace them there, and make the PDF again.",
    find=_find,
)
