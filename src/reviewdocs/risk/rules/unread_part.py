"""A part of the document could not be read, so nobody knows what it holds."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.decisions import Decidable
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (Example("Text.", unread=("word/embeddings/object1.bin: of unknown kind",)),)
MISSES = (Example("Text."),)


def _find(examined: Examined) -> Iterator[Hit]:
    return (Hit(part) for part in examined.coverage.unread)


RULE = Rule(
    name="unread-part",
    severity=Severity.BLOCK,
    category=Category.HIDDEN,
    message="A part of the document could not be read.",
    remedy="Take the part out of the document, or have a person look at it.",
    find=_find,
    decidable=Decidable.NEVER,
)
