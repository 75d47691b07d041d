"""Text of a Word document over which a filled shape may lie: it looks gone, and is there."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.formats.base import UNDER_SHAPE, Structure, UnseenText
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule


def _example(*unseen: UnseenText) -> Example:
    return Example("Text.", structure=Structure(1, "Overview", "en-GB", 0, 0, 0, 0, unseen))


HITS = (_example(UnseenText(UNDER_SHAPE, "kept in the shed", "word/document.xml")),)
MISSES = (_example(), Example("Text."))


def _find(examined: Examined) -> Iterator[Hit]:
    for unseen in examined.structure.unseen if examined.structure else ():
        if unseen.place == UNDER_SHAPE:
            yield Hit(unseen.text, detail=f"{unseen.part}.", confidence=0.5)


RULE = Rule(
    name="may-be-covered",
    severity=Severity.REVIEW,
    category=Category.HIDDEN,
    message="A filled shape stands in front of this text and may cover it: whoever moves the shape reads it.",
    remedy="Look at the place in Word. Take out the words if they were to be hidden, and then the shape.",
    find=_find,
)
