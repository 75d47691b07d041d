"""What programs leave in a PDF beside its pages: taken-out pages, small pictures, scripts, data of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reviewdocs.formats.pdf import vocabulary as pdf
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = tuple(
    Example("left on the sofa", layer=Layer.HIDDEN, place=spot.place)
    for spot in (pdf.LOST, pdf.THUMBNAIL, pdf.SCRIPT, pdf.PRIVATE)
)
MISSES = (Example("left on the sofa"), Example("left on the sofa", layer=Layer.HIDDEN, place="Comment"))

_PLACES = frozenset(spot.place for spot in (pdf.LOST, pdf.THUMBNAIL, pdf.SCRIPT, pdf.PRIVATE))


def _find(examined: Examined) -> Iterator[Hit]:
    kinds = Counter(paragraph.place for paragraph in examined.paragraphs if paragraph.place in _PLACES)
    for kind, count in sorted(kinds.items()):
        yield Hit(kind, detail=f"{kind}: {count}.")


RULE = Rule(
    name="program-data",
    severity=Severity.REVIEW,
    category=Category.HIDDEN,
    message="The file holds what programs left in it and no page shows.",
    remedy="Make the PDF anew from the final Word document, or have a person look at it.",
    find=_find,
)
