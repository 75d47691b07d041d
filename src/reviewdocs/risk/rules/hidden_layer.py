"""Text of a PDF on a layer that is switched off, which any reader can switch on."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.formats.pdf import vocabulary as pdf
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (Example("left on the sofa", layer=Layer.HIDDEN, place=pdf.LAYER),)
MISSES = (Example("left on the sofa"), Example("Notes", layer=Layer.PERIPHERAL, place="Name of a layer"))


def _find(examined: Examined) -> Iterator[Hit]:
    for paragraph in examined.paragraphs:
        if paragraph.place == pdf.LAYER:
            yield Hit(paragraph.text, detail=f"{paragraph.part.capitalize()}.")


RULE = Rule(
    name="hidden-layer",
    severity=Severity.BLOCK,
    category=Category.HIDDEN,
    message="Text stands on a layer that is switched off: any reader can switch it on.",
    remedy="Delete the layer in the program that made the PDF, and make it again.",
    find=_find,
)
