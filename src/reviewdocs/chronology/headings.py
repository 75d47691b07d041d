"""Which row of a table has its headings, and what each column holds: by what the headings mean, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources

import yaml

from reviewdocs.chronology.dates import read_moment
from reviewdocs.formats.grids import CellKind, Grid, GridRow

_SEARCHED = 25
"""Rows from the top in which headings are looked for; forms put the agency's particulars above them."""
_LONGEST = 70
"""Characters of a heading; what is longer tells what happened."""
_FEW_WORDS = 4
"""Of headings in a row in which none is that of a date."""
_ENOUGH = 0.6
"""Of a column without a heading, the share of its cells that have to be dates for it to be the column of dates."""


_DATE_OF_EVENT = re.compile(r"(start |event )?dates?( of (event|contact|incident))?|when")
"""Which of several dates is that of the contact."""


class Meaning(StrEnum):
    """What a column holds."""

    REFERENCE = "reference"
    DATE = "start_date"
    TIME = "start_time"
    END_DATE = "end_date"
    END_TIME = "end_time"
    SOURCE = "source"
    AGENCY = "agency"
    TEXT = "text"
    DECISION = "decision"
    PEOPLE = "people"
    SEEN = "seen"
    SEEN_ALONE = "seen_alone"
    WISHES = "wishes"
    KNOWN = "known"
    NOTE = "note"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold.

    Attributes:
        meanings: of each column; of several that mean the same one has it, the others are `OTHER`.
        names: of each column, as its heading says it.
        body: number of the first row below the headings, in the grid's rows.
    """

    meanings: tuple[Meaning, ...]
    names: tuple[str, ...]
    body: int

    def at(self, meaning: Meaning) -> int | None:
        """The column that holds it; None where none does."""
        return self.meanings.index(meaning) if meaning in self.meanings else None


def meaning_of(heading: str) -> Meaning:
    """What a column of this heading holds."""
    plain = _plain(heading)
    if not plain or len(plain) > _LONGEST:
        return Meaning.OTHER
    return next((meaning for meaning, pattern in _patterns() if pattern.search(plain)), Meaning.OTHER)


def columns_of(grid: Grid, before: Columns | None = None) -> Columns | None:
    """The headings of a table; those of the table `before` where this one goes on with them; None without any."""
    if before is not None and _goes_on(grid, before, 1):
        return Columns(before.meanings, before.names, 0)
    for at in range(min(_SEARCHED, len(grid.rows))):
        if _is_contact(grid.rows[at]):
            break
        for height in (1, 2):
            names = _names(grid.rows[at : at + height])
            if height == 2 and not _is_second(grid.rows[at + 1 : at + 2]):
                continue
            if found := _columns(names, grid.rows[at + height :], at + height):
                return found
    if before is not None and _goes_on(grid, before, _SEARCHED):
        return Columns(before.meanings, before.names, 0)
    return None


def _goes_on(grid: Grid, before: Columns, rows: int) -> bool:
    """Whether a table has as many columns as the one before, and a date among the first of the column of dates."""
    date = before.at(Meaning.DATE)
    if date is None or not grid.rows or len(grid.rows[0].cells) != len(before.meanings):
        return False
    return any(read_moment(row.cells[date]).day for row in grid.rows[:rows] if date < len(row.cells))


def _is_contact(row: GridRow) -> bool:
    """Whether a row is one of contacts already: three cells or more, and one of them a date."""
    filled = [cell for cell in row.cells if cell]
    return len(filled) > 2 and any(read_moment(cell).day for cell in filled)


def repeats(row: GridRow, columns: Columns) -> bool:
    """Whether a row has the table's headings again, as tables do that were made of several."""
    if any(len(cell) > _LONGEST for cell in row.cells):
        return False
    told = [(_plain(cell), _plain(name)) for cell, name in zip(row.cells, columns.names, strict=False)]
    said = [pair for pair in told if pair[0]]
    return len(said) > 1 and all(cell == name for cell, name in said)


def _is_second(rows: Sequence[GridRow]) -> bool:
    """Whether a row may be the lower half of headings: a few words a cell and no figures, most of them known."""
    filled = [cell for row in rows for cell in row.cells if cell]
    if any(len(cell.split()) > _FEW_WORDS or re.search(r"\d", cell) for cell in filled):
        return False
    return sum(meaning_of(cell) is not Meaning.OTHER for cell in filled) * 2 > len(filled)


def _names(rows: Sequence[GridRow]) -> tuple[str, ...]:
    """The words of each column's heading; what is merged across stands over each of its columns."""
    width = max(len(row.cells) for row in rows)
    words: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        last = ""
        for column, (cell, kind) in enumerate(zip(row.cells, row.kinds, strict=True)):
            last = last if kind == CellKind.ACROSS and len(rows) > 1 else cell
            if last and last not in words[column]:
                words[column].append(last)
    return tuple(" ".join(" ".join(parts).split()) for parts in words)


def _columns(names: tuple[str, ...], body: Sequence[GridRow], start: int) -> Columns | None:
    meanings = [meaning_of(name) for name in names]
    if any(read_moment(name).day for name in names if name):
        return None
    if Meaning.DATE not in meanings:
        dated = _column_of_dates(meanings, body)
        sure = {meaning for name, meaning in zip(names, meanings, strict=True) if len(name.split()) <= _FEW_WORDS}
        if dated is None or len(sure - {Meaning.OTHER}) < 2:
            return None
        meanings[dated] = Meaning.DATE
    _settle(meanings, names, body)
    if not {Meaning.TEXT, Meaning.SOURCE, Meaning.DECISION, Meaning.NOTE} & set(meanings):
        return None
    return Columns(tuple(meanings), names, start)


def _column_of_dates(meanings: Sequence[Meaning], body: Sequence[GridRow]) -> int | None:
    """The one column whose cells are dates although its heading does not say so."""
    found = []
    for column, meaning in enumerate(meanings):
        cells = [row.cells[column] for row in body if column < len(row.cells) and row.cells[column]]
        dates = sum(read_moment(cell).day is not None for cell in cells[:200])
        if meaning is Meaning.OTHER and cells and dates >= _ENOUGH * len(cells[:200]):
            found.append(column)
    return found[0] if len(found) == 1 else None


def _settle(meanings: list[Meaning], names: Sequence[str], body: Sequence[GridRow]) -> None:
    """Leave each meaning to one column: what happened to the one with most to say, all else to the first."""
    dates = [column for column, meaning in enumerate(meanings) if meaning is Meaning.DATE]
    if len(dates) > 1:
        dates.sort(key=lambda column: _DATE_OF_EVENT.fullmatch(_plain(names[column])) is None)
    for meaning in set(meanings) - {Meaning.OTHER, Meaning.NOTE}:
        same = dates if meaning is Meaning.DATE else [c for c, m in enumerate(meanings) if m is meaning]
        if meaning is Meaning.TEXT:
            same = sorted(same, key=lambda column: -_said(column, body))
        for column in same[1:]:
            meanings[column] = Meaning.OTHER
    if Meaning.TEXT not in meanings:
        free = [c for c, meaning in enumerate(meanings) if meaning in (Meaning.OTHER, Meaning.NOTE) and names[c]]
        best = max(free, key=lambda column: _said(column, body), default=None)
        if best is not None and _said(best, body):
            meanings[best] = Meaning.TEXT


def _said(column: int, body: Iterable[GridRow]) -> int:
    return sum(len(row.cells[column]) for row in body if column < len(row.cells))


@lru_cache(maxsize=4096)
def _plain(heading: str) -> str:
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", heading.casefold())
    return " ".join(re.findall(r"[^\W_]+", bare.replace("'", "").replace("’", "")))


@cache
def _patterns() -> tuple[tuple[Meaning, re.Pattern[str]], ...]:
    text = resources.files("reviewdocs.chronology").joinpath("data", "headings.yaml").read_text(encoding="utf-8")
    listed: list[Mapping[str, str]] = yaml.safe_load(text)
    return tuple((Meaning(name), re.compile(pattern)) for entry in listed for name, pattern in entry.items())
