"""Cells that somebody merged: Excel keeps the value in the first of them alone, and a reader sees it in all.

A surname merged over the rows of a family is everybody's surname: read as the first person's alone, it would hand that
person's pseudonym to the others. What is merged over several columns could be anything, and is told.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any

Cell = tuple[str, Any]
"""A cell's type and value."""
Rows = list[tuple[int, dict[int, Cell]]]
"""The number of each row that holds something, and its cells by column."""

ACROSS = "merged across"
"""The type of a cell that is merged with those beside it."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


def place_of(letters: str) -> int:
    """A column's place from 1 by its letters: A, B, … AA."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place


def fill_merged(rows: Rows, sheet: bytes) -> None:
    """Give each row that holds something the values merged over it, and mark what is merged over several columns.

    Args:
        rows: the rows of a sheet, which are changed.
        sheet: the sheet's XML.
    """
    numbers = [number for number, _ in rows]
    last: dict[int, int] = {}
    for top, bottom, first, end in sorted(_areas(sheet)):
        # Merged cells never overlap; what does was not written by Excel. Headings are nobody's value.
        if top <= last.get(first, numbers[0] if numbers else top):
            continue
        last[first] = bottom
        inside = rows[bisect_left(numbers, top) : bisect_right(numbers, bottom)]
        value = inside[0][1].get(first) if inside and inside[0][0] == top else None
        if value is not None:
            for _, cells in inside:
                cells[first] = value if first == end else (ACROSS, value[1])


def _areas(sheet: bytes) -> Iterator[tuple[int, int, int, int]]:
    """The merged areas: first row, last row, first column, last column."""
    for match in _MERGED.finditer(sheet):
        first, top, end, bottom = (part.decode() for part in match.groups())
        yield int(top), int(bottom), place_of(first), place_of(end)
