"""Sentences so long that families and tired readers lose the thread."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.language.sentences import clauses
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer
from reviewdocs.risk.examined import FILE_NAME, Examined
from reviewdocs.risk.place import LONGEST_TEXT
from reviewdocs.risk.rule import Elsewhere, Example, Hit, Rule

HITS = (Example("She said that " + "it was so and " * 20 + "he left."),)
MISSES = (Example("She said so. " * 30), Example("one; two; " * 40))

_LONGEST = 60
"""Words of a sentence."""


def _find(examined: Examined) -> Iterator[Hit]:
    found = [
        Elsewhere(_beginning(paragraph.text[start:end].strip()), paragraph.key, start, end)
        for paragraph in examined.paragraphs
        if paragraph.layer is Layer.BODY and paragraph.part != FILE_NAME
        for start, end in clauses(paragraph.text)
        if len(paragraph.text[start:end].split()) > _LONGEST
    ]
    if found:
        yield Hit(f"{len(found)} longer than {_LONGEST} words", related=tuple(found))


def _beginning(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT // 2 else text[: LONGEST_TEXT // 2].rsplit(" ", 1)[0] + " …"


RULE = Rule(
    name="long-sentence",
    severity=Severity.NOTE,
    category=Category.CONSISTENCY,
    message="Some sentences are very long.",
    remedy="Make two or three of each: the family will read this.",
    find=_find,
)
