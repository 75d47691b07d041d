"""Text on a page that nobody sees: white, tiny, invisible, outside the page."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.formats.base import BACKGROUND, TINY, UNDER_SHAPE, Structure, UnseenText
from reviewdocs.formats.pdf import vocabulary as pdf
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

_WHITE = UnseenText(BACKGROUND, "left on the sofa", "word/document.xml")
_PLACES = (BACKGROUND, pdf.INVISIBLE, pdf.OUTSIDE, TINY, pdf.UNSEEN)
HITS = (
    *(Example("left on the sofa", layer=Layer.HIDDEN, place=place) for place in _PLACES),
    Example("Text.", structure=Structure(1, "Overview", "en-GB", 0, 0, 0, 0, (_WHITE,))),
)
MISSES = (Example("left on the sofa"), Example("left on the sofa", layer=Layer.HIDDEN, place=UNDER_SHAPE))


def _find(examined: Examined) -> Iterator[Hit]:
    for paragraph in examined.paragraphs:
        if paragraph.place in _PLACES:
            yield Hit(paragraph.text, detail=f"{paragraph.place}, {paragraph.part}.")
    for unseen in examined.structure.unseen if examined.structure else ():
        if unseen.place in _PLACES:
            yield Hit(unseen.text, detail=f"{unseen.place}, {unseen.part}.")


RULE = Rule(
    name="unseen-text",
    severity=Severity.BLOCK,
    category=Category.HIDDEN,
    message="A page holds text that nobody who looks at it sees.",
    remedy="Take the words out of the Word document, or make them seen; make a PDF of it again.",
    find=_find,
)
