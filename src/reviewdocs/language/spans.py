"""Stretches [start, end) of a text: which overlap, and what is left of several when none may."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, Protocol, TypeVar

_ROW = 64
"""Code points that are looked through together."""


class Span(Protocol):
    """Whatever has a place in a text."""

    @property
    def start(self) -> int:
        """Where it begins, in code points."""

    @property
    def end(self) -> int:
        """Where it ends."""


Spanned = TypeVar("Spanned", bound=Span)


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches have a character in common."""
    return one.start < other.end and other.start < one.end


def covered(start: int, end: int, by: Iterable[Span]) -> int:
    """How many characters of [start, end) the others hold; where these overlap each counts."""
    return sum(max(0, min(end, span.end) - max(start, span.start)) for span in by)


class Place(NamedTuple):
    """A stretch and nothing else."""

    start: int
    end: int


class Placed(Generic[Spanned]):
    """Stretches of a text, of which those about a place are found at once, however many there are."""

    def __init__(self, spans: Iterable[Spanned] = ()) -> None:
        self._rows: defaultdict[int, list[Spanned]] = defaultdict(list)
        for span in spans:
            self.add(span)

    def add(self, span: Spanned) -> None:
        """One more."""
        for row in _rows(span.start, span.end):
            self._rows[row].append(span)

    def about(self, start: int, end: int) -> Iterator[Spanned]:
        """All that have a character in common with [start, end), and others nearby; each once."""
        rows = _rows(start, end)
        return (
            span
            for row in rows
            for span in self._rows.get(row, ())
            if row == max(span.start // _ROW, rows.start)  # one over several rows is in each
        )


def _rows(start: int, end: int) -> range:
    return range(start // _ROW, max(start, end - 1) // _ROW + 1)


def apart(spans: Iterable[Spanned]) -> list[Spanned]:
    """Each stretch that overlaps none of those kept before it, in the order of the text: the order given says which of
    several at one place is kept."""
    kept: list[Spanned] = []
    placed = Placed[Spanned]()
    for span in spans:
        if not any(overlap(span, other) for other in placed.about(span.start, span.end)):
            kept.append(span)
            placed.add(span)
    return sorted(kept, key=lambda span: span.start)


def longest_apart(spans: Iterable[Spanned]) -> list[Spanned]:
    """Of stretches that overlap the longest, of equally long ones the first; in the order of the text."""
    ranked = list(spans)
    return apart(sorted(ranked, key=lambda span: (span.start - span.end, span.start))) if len(ranked) > 1 else ranked
