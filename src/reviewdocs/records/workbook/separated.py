"""One table as text with separators (.csv), as spreadsheets write and read it, safe from formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from reviewdocs.errors import InputError, Problem
from reviewdocs.records.workbook.layout import Sheet, Table
from reviewdocs.records.workbook.merges import Rows
from reviewdocs.records.workbook.reading import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, read_rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run."""
_NUMBER_LIKE = re.compile(r"\d+(?:e\d+)?", re.IGNORECASE)
"""What a spreadsheet would make a number of, and shorten: an id, or a telephone number."""
_SEPARATORS = ",;\t"


def safe(value: Any) -> str:
    """A cell's text behind an apostrophe where a spreadsheet would take it for a formula."""
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def write_separated(sheet: Sheet, records: Sequence[Mapping[str, Any]]) -> bytes:
    """A table with its headings, in the form that spreadsheets of every country open: UTF-8, marked as such."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(column.label for column in sheet.columns)
    for record in records:
        writer.writerow(_cell(record.get(column.key, "")) for column in sheet.columns)
    return out.getvalue().encode("utf-8-sig")


def read_separated(raw: bytes, file: str, sheet: Sheet) -> tuple[Table, list[Problem]]:
    """A table, and every fault in how it is laid out: see `read_tables`.

    Raises:
        InputError: as `separated_cells`.
    """
    table = Table(sheet)
    return table, list(read_rows(table, separated_cells(raw, file), file))


def separated_cells(raw: bytes, file: str, *, most: int = MAX_ROWS) -> Rows:
    """Every cell that holds something, by row.

    What is not UTF-8 is read as Excel for Windows writes it; cells may be parted by semicolons or tabs.

    Args:
        raw: the file's bytes.
        file: what errors call it.
        most: rows that are read; one more is given where there are more.

    Raises:
        InputError: it is no text, or larger than is read.
    """
    if len(raw) > MAX_BYTES or b"\0" in raw:
        raise InputError("This is no table of text (.csv), or it is too large.", where=file,
                         remedy="Save it in the spreadsheet as “CSV UTF-8”, or as .xlsx.")  # fmt: skip
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    head = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    rows: Rows = []
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        for number, cells in enumerate(reader, 1):
            told = {place: _read(cell) for place, cell in enumerate(cells[: MAX_COLUMNS + 1], 1) if cell.strip()}
            if told:
                rows.append((number, told))
            if number > most + 1:
                break
    except csv.Error as error:
        raise InputError("The table is damaged: a quotation mark is opened and not closed.", where=file,
                         remedy="Open it in a spreadsheet and save it again.") from error  # fmt: skip
    return rows


def _cell(value: Any) -> str:
    text = safe(value)
    return f"[{text}]" if _NUMBER_LIKE.fullmatch(text) else text


def _read(cell: str) -> tuple[str, str]:
    """The type and value of a cell, as a workbook's."""
    if cell.startswith("="):
        return "f", cell
    return "s", cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
