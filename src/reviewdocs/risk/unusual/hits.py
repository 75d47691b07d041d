"""The unusual facts of a document, as hits of a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reviewdocs.model.text import Layer, Paragraph
from reviewdocs.risk.examined import FILE_NAME, Examined
from reviewdocs.risk.rule import Hit
from reviewdocs.risk.unusual.fact import Fact, FactKind
from reviewdocs.risk.unusual.finding import unusual_facts

FINDER = "UnusualFacts"
"""Name, in `detected_by`, of what finds these."""
_SURE, _LESS_SURE = 0.7, 0.5


def facts_of(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, Fact]]:
    """The unusual facts of what readers see, in reading order."""
    for paragraph in paragraphs:
        if paragraph.layer is not Layer.HIDDEN and paragraph.part != FILE_NAME:
            for fact in unusual_facts(paragraph.text):
                yield paragraph, fact


def stated(*kinds: FactKind, rare: bool) -> Callable[[Examined], Iterator[Hit]]:
    """Sees the unusual facts of these kinds: those that could single somebody out, or those that narrow the search."""

    def find(examined: Examined) -> Iterator[Hit]:
        for paragraph, fact in facts_of(examined.paragraphs):
            if fact.kind in kinds and fact.rare is rare:
                text = paragraph.text[fact.start : fact.end]
                confidence = _SURE if rare else _LESS_SURE
                yield Hit(text, paragraph.key, fact.start, fact.end, confidence=confidence, detected_by=(FINDER,))

    return find
