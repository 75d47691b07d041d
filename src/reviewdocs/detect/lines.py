"""Where lines, cells and sentences begin and end, and what a whole one says, worked out once for all found in it.

A text may be one line of a million characters, and something may be found in it at every word: nothing that is looked
at for each find may take as long as its line does.
"""

from __future__ import annotations

import bisect
import re
from functools import lru_cache

CELLS = ("\n", "|", "\0", "\t")
"""Between lines, cells and paragraphs."""
SENTENCES = ("\n", ". ")
_LINES = ("\n", "\0")
_NEAR = 2_000
"""Code points before and after a find: more than nearly every paragraph of a report has."""


@lru_cache(maxsize=8)
def _breaks(text: str, marks: tuple[str, ...]) -> list[int]:
    return [match.start() for match in re.finditer("|".join(map(re.escape, marks)), text)]


def line_of(text: str, start: int, end: int, marks: tuple[str, ...] = _LINES) -> tuple[int, int]:
    """Where the line about a place begins and ends, or what else the marks part."""
    breaks = _breaks(text, marks)
    before, after = bisect.bisect_left(breaks, start), bisect.bisect_left(breaks, end)
    return breaks[before - 1] + 1 if before else 0, breaks[after] if after < len(breaks) else len(text)


def near_line_of(text: str, start: int, end: int, marks: tuple[str, ...] = _LINES) -> tuple[int, int]:
    """The same, for what is searched: of a line that is longer than any paragraph only what is near."""
    first, last = line_of(text, start, end, marks)
    return max(first, start - _NEAR), min(last, end + _NEAR)


@lru_cache(maxsize=8)
def letters_of(text: str, first: int, last: int) -> tuple[int, int]:
    """How many letters a line has, and how many of them are capitals."""
    return _counted(text[first:last])


def _counted(text: str) -> tuple[int, int]:
    return sum(map(str.isalpha, text)), sum(map(str.isupper, text))


def letters_about(text: str, start: int, end: int, line: tuple[int, int]) -> tuple[int, int]:
    """How many letters stand on a line about a place on it, without those of the place, and how many are capitals."""
    letters, capitals = letters_of(text, *line)
    own, own_capitals = _counted(text[start : min(end, line[1])])
    return letters - own, capitals - own_capitals
