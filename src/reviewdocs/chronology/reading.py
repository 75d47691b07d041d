"""The tables of an agency's file, whatever kind it is; in a worker, for the bytes are somebody else's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from reviewdocs.errors import InputError
from reviewdocs.formats.docx.tables import tables_in
from reviewdocs.formats.grids import CellKind, Grid, GridRow, Grids, clean
from reviewdocs.formats.protection import is_protected
from reviewdocs.records.workbook import read_cells, separated_cells
from reviewdocs.records.workbook.merges import ACROSS, Cell, Rows

MOST_ROWS = 100_000
"""Of a sheet or table: fifty times what six agencies return of ten years."""
_ACCEPTED = "Accepted are Word documents with tables (.docx), Excel workbooks (.xlsx) and .csv."
_WAYS_OUT = {
    ".pdf": ("A PDF has no rows that could be merged, and a scanned page has no words.",
             "Ask the agency for the Word or Excel file that it was made from."),
    ".doc": ("It is in the old Word format.", "Open it in Word and save it as .docx."),
    ".xls": ("It is in the old Excel format.", "Open it in Excel and save it as .xlsx."),
    ".xlsm": ("It is a workbook with macros.", "Save it as .xlsx in Excel."),
    ".docm": ("It is a Word document with macros.", "Save it as .docx in Word."),
    ".ods": ("It is an OpenDocument spreadsheet.", "Save it as .xlsx."),
    ".odt": ("It is an OpenDocument text.", "Save it as .docx."),
}  # fmt: skip
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".heic", ".bmp", ".gif"})
READ = frozenset({".docx", ".xlsx", ".csv"})


class Reading:
    """What the worker does."""

    def read(self, name: str, data: bytes) -> Grids:
        """The tables of a file.

        Raises:
            InputError: of no kind that is read, damaged, protected, hostile, or without a table.
        """
        suffix = PurePath(name).suffix.lower()
        if suffix in _PICTURES:
            raise InputError("It is a picture, such as a scanned page, and its words are not read.",
                             remedy="Ask the agency for the Word or Excel file, or type it into one.")  # fmt: skip
        if suffix not in READ:
            what, remedy = _WAYS_OUT.get(suffix, ("This kind of file is not read.", "Save it as one of those."))
            raise InputError(what, remedy=f"{remedy} {_ACCEPTED}")
        if not data:
            raise InputError("The file is empty (no bytes at all).", remedy="Get a fresh copy of it.")
        if is_protected(data):
            raise InputError("It is protected by a password.", remedy="Remove the password, save it, and run again.")
        return _READERS[suffix](name, data)


def _word(name: str, data: bytes) -> Grids:
    found = tables_in(data)
    if not any(grid.rows for grid in found.grids):
        seen = f" ({'; '.join(found.unread)})" if found.unread else ""
        raise InputError(f"There is no table with words in it{seen}.",
                         remedy="Ask the agency for the chronology as a table.")  # fmt: skip
    return found


def _workbook(name: str, data: bytes) -> Grids:
    sheets = read_cells(data, name, most=MOST_ROWS)
    return Grids(
        tuple(Grid(f"sheet {title}", title, tuple(_rows(rows, _of_workbook))) for title, rows in sheets.items())
    )


def _separated(name: str, data: bytes) -> Grids:
    return Grids((Grid("", "", tuple(_rows(separated_cells(data, name, most=MOST_ROWS), _of_text))),))


_READERS: Mapping[str, Callable[[str, bytes], Grids]] = {".docx": _word, ".xlsx": _workbook, ".csv": _separated}


def _rows(rows: Rows, told: Callable[[Cell], tuple[str, CellKind]]) -> Iterator[GridRow]:
    if len(rows) and rows[-1][0] > MOST_ROWS + 1:
        raise InputError(f"It has more than {MOST_ROWS:,} rows.", remedy="Split it, or take out what is no contact.")
    for number, cells in rows:
        last = max(cells)
        pairs = [told(cells[at]) if at in cells else ("", CellKind.TEXT) for at in range(1, last + 1)]
        if any(kind == CellKind.ACROSS for _, kind in pairs):
            pairs = _merged(pairs)
        yield GridRow(number, tuple(text for text, _ in pairs), "".join(kind for _, kind in pairs))


def _merged(pairs: list[tuple[str, CellKind]]) -> list[tuple[str, CellKind]]:
    """Cells merged across as a table of Word has them: the text in the first, which the next is marked to share."""
    found: list[tuple[str, CellKind]] = []
    for text, kind in pairs:
        wide = found and not text and found[-1][1] == CellKind.ACROSS
        found.append((text, CellKind.ACROSS if wide else kind))
    found += [("", CellKind.ACROSS)] if found[-1][1] == CellKind.ACROSS and found[-1][0] else []
    return [(text, CellKind.TEXT if text else kind) for text, kind in found]


def _of_workbook(cell: Cell) -> tuple[str, CellKind]:
    kind, value = cell
    if kind == ACROSS:
        return clean(_text(value)), CellKind.ACROSS
    if isinstance(value, dt.datetime | dt.date):
        return _day(value), CellKind.DATE
    if isinstance(value, dt.time):
        return value.isoformat(), CellKind.TIME
    if isinstance(value, dt.timedelta):
        return str(value), CellKind.TIME
    if isinstance(value, bool):
        return "yes" if value else "no", CellKind.TEXT
    if isinstance(value, int | float):
        return _text(value), CellKind.NUMBER
    return clean(str(value)), CellKind.BROKEN if kind in "ef" else CellKind.TEXT


def _of_text(cell: Cell) -> tuple[str, CellKind]:
    kind, value = cell
    return clean(str(value)), CellKind.BROKEN if kind == "f" else CellKind.TEXT


def _text(value: Any) -> str:
    if isinstance(value, dt.datetime | dt.date):
        return _day(value)
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def _day(value: dt.datetime | dt.date) -> str:
    """A date in ISO form, without the midnight that Excel gives every date."""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return value.isoformat(timespec="minutes") if isinstance(value, dt.datetime) else value.isoformat()
