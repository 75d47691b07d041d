"""A name or identifier of the map stands in the file's bytes where no text was read: packed data, names of parts."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.decisions import Decidable
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import MAP, Example, Hit, Rule

HITS = (Example("Text.", buried=(("Quillfeather", "object 12"),)),)
MISSES = (Example("Saffron Quillfeather"),)


def _find(examined: Examined) -> Iterator[Hit]:
    return (Hit(text, detected_by=(MAP,), detail=f"In: {part}.") for text, part in examined.buried)


RULE = Rule(
    name="buried-name",
    severity=Severity.BLOCK,
    category=Category.HIDDEN,
    message="Somebody or something of the pseudonym map stands in the bytes of the file, where no reader sees it.",
    remedy="Run `anonymise` on the Word document; make a PDF anew from it.",
    find=_find,
    decidable=Decidable.NEVER,
    names=True,
)
