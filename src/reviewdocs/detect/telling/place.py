"""A candidate in its place: what every signal looks at, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import regex

from reviewdocs.detect.capitals import opens
from reviewdocs.detect.lines import CELLS, line_of
from reviewdocs.detect.telling.candidate import Candidate
from reviewdocs.detect.telling.document import Facts
from reviewdocs.language.titles import TITLES
from reviewdocs.names.folding import fold_text

_REACH = 60
_TOKEN = regex.compile(r"[\p{L}\p{M}]+(?:['.-][\p{L}\p{M}]+)*|\d+")


class Place:
    """One candidate in the text of its block, in its document."""

    def __init__(self, candidate: Candidate, facts: Facts) -> None:
        self.candidate, self.facts = candidate, facts
        self.text, self.start, self.end = candidate.find.text, candidate.find.start, candidate.find.end

    @property
    def found(self) -> str:
        """What stands there."""
        return self.candidate.find.found

    @property
    def words(self) -> list[str]:
        """Its words and numbers, in small letters."""
        return self.candidate.find.words

    @cached_property
    def named(self) -> list[str]:
        """Its words without titles, numbers and single letters, folded; all its words where nothing else is left."""
        words = [word for word in map(fold_text, self.words) if word not in TITLES and len(word) > 1]
        return [word for word in words if not word.isdecimal()] or self.words or [self.found.casefold()]

    @cached_property
    def line(self) -> tuple[int, int]:
        """Where its line or cell begins and ends."""
        return line_of(self.text, self.start, self.end, CELLS)

    @cached_property
    def before(self) -> list[str]:
        """The folded words of its line before it, the nearest first."""
        first = max(self.line[0], self.start - _REACH)
        return [fold_text(word) for word in reversed(_TOKEN.findall(self.text[first : self.start]))]

    @cached_property
    def after(self) -> list[str]:
        """The folded words of its line after it."""
        last = min(self.line[1], self.end + _REACH)
        return [fold_text(word) for word in _TOKEN.findall(self.text[self.end : last])]

    @cached_property
    def opening(self) -> bool:
        """Whether a capital would be owed to the place."""
        return opens(self.text, self.start)


class Example(NamedTuple):
    """A text in which « » mark a candidate, what it is taken for, and the column that sees something, or does not."""

    text: str
    category: str
    column: str


@dataclass(frozen=True, slots=True)
class Signal:
    """One kind of thing that is seen of a candidate.

    Attributes:
        name: what `rules` calls it.
        sees: what it sees, in a line.
        columns: the names of its numbers.
        see: its numbers at a place, in the order of the columns.
        hits, misses: examples in which a column is above 0, and not.
    """

    name: str
    sees: str
    columns: tuple[str, ...]
    see: Callable[[Place], Sequence[float]]
    hits: tuple[Example, ...]
    misses: tuple[Example, ...]
