"""Tables as rows of cells, whatever kind of file they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class CellKind(StrEnum):
    """What a program made of what was typed into a cell; one letter each."""

    TEXT = "s"
    DATE = "d"
    """A day, or a point in time, in ISO form."""
    TIME = "t"
    NUMBER = "n"
    ACROSS = "a"
    """Merged with the cells on its left, whose text it shares: its own is empty."""
    BROKEN = "e"
    """An error value, or a formula whose result the file does not hold."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row that holds something.

    Attributes:
        number: of the row in its table or sheet, from 1.
        cells: the text of each cell, from the first column; merged cells have it in each row that they cover.
        kinds: a letter of `CellKind` for each.
    """

    number: int
    cells: tuple[str, ...]
    kinds: str


@dataclass(frozen=True, slots=True)
class Grid:
    """One table.

    Attributes:
        place: what a person finds it by ("sheet Contacts", "table 2"); empty where a file is one table.
        before: the words that stand above it, for whose it is.
        rows: those that hold something.
    """

    place: str
    before: str
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class Grids:
    """All tables of a file, and what of it was not read (in sentences)."""

    grids: tuple[Grid, ...]
    unread: tuple[str, ...] = ()


def clean(text: str) -> str:
    """A cell's text without what no page shows: control characters, marks of direction, Excel's `_x000D_`."""
    text = _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")
    text = _UNSEEN.sub("", text).replace("\u00a0", " ")
    return "\n".join(line.strip() for line in text.split("\n")).strip()
