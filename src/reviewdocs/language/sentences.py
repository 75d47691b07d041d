"""Where a sentence begins and ends.

A full stop within a number, an address or between letters ("3.5", "e.g") ends nothing. What is an abbreviation, only
what follows can tell: `around`, which shows a sentence to a person, wants a capital or figure after the end; the others
rather cut once too often.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\w))+[.!?]?")
_CLAUSE = re.compile(r"(?:[^.!?;:\n•]|[.:](?=\w))+")
_CLOSED = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z\d])|[\r\n]+")
_OPENS = re.compile(r"(?:^|(?:(?<!\b\w)\.|[!?])[\"”’')]*\s+[\"“‘'(]?|[\n|\t\0]\s*|^\s*[\"“‘'(]|(?:^|\n)\s*[•·*–-]\s+)$")
_REACH = 80
"""Characters before a place that tell whether something begins there."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Each sentence or line as [start, end), the mark at its end included."""
    return (match.span() for match in _SENTENCE.finditer(text))


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Each clause as [start, end): sentences, parted at colons, semicolons and bullets too."""
    return (match.span() for match in _CLAUSE.finditer(text))


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or line that [start, end) stands in."""
    starts, ends = _boundaries(text)
    before = bisect_right(ends, start)
    after = bisect_left(starts, end, before)
    return ends[before - 1] if before else 0, starts[after] if after < len(starts) else len(text)


@lru_cache(maxsize=64)
def _boundaries(text: str) -> tuple[list[int], list[int]]:
    """Where what parts the sentences of a text begins, and where it ends; kept, for many places of one are asked."""
    spans = [boundary.span() for boundary in _CLOSED.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]


def opens(text: str, at: int) -> bool:
    """Whether a sentence, line, cell or entry of a list begins at `at`."""
    return _OPENS.search(text[max(0, at - _REACH) : at]) is not None
