"""Stretches [start, end) of a text: which overlap, and what is left of several when none may."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


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


def covered(start: int, end: int, by: Iterable[tuple[int, int]]) -> int:
    """How many characters of [start, end) the others hold; where these overlap each counts."""
    return sum(max(0, min(end, last) - max(start, first)) for first, last in by)


def apart(spans: Iterable[Spanned]) -> list[Spanned]:
    """Each stretch that overlaps none of those kept before it, in the order of the text: the order given says which of
    several at one place is kept."""
    kept: list[Spanned] = []
    for span in spans:
        if not any(overlap(span, other) for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)


def longest_apart(spans: Iterable[Spanned]) -> list[Spanned]:
    """Of stretches that overlap the longest, of equally long ones the first; in the order of the text."""
    ranked = list(spans)
    return apart(sorted(ranked, key=lambda span: (span.start - span.end, span.start))) if len(ranked) > 1 else ranked
