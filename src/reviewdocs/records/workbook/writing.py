"""Tables into a workbook, for people to read and fill in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reviewdocs.errors import InputError
from reviewdocs.records.workbook.layout import HELP, Kind, Sheet, letter_of

MAX_CELL = 32_767
"""Characters that Excel keeps in one cell."""
Remark = tuple[str, str]

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_tables(
    tables: Iterable[tuple[Sheet, Sequence[Mapping[str, Any]]]], *, about: Sequence[Remark], choices: Mapping[str, str]
) -> bytes:
    """A workbook of these sheets: headings frozen, columns as wide as what they hold, a sheet of help at the end.

    Every cell is text, whatever it begins with, so that no name or remark ever works as a formula.

    Args:
        tables: each sheet with its records.
        about: lines for the help sheet, as (heading, text).
        choices: for a column's key, the words to choose from, parted by commas.

    Raises:
        InputError: something does not fit into a cell.
    """
    import openpyxl

    from reviewdocs.records.workbook.in_memory import as_bytes

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "reviewdocs"
    meanings: list[Remark] = list(about)
    for sheet, records in tables:
        _write_sheet(book, sheet, records, choices)
        meanings.append((f"Sheet {sheet.name}", sheet.meaning))
        meanings += [(column.label, column.meaning) for column in sheet.columns]
    page = book.create_sheet(HELP)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 28, 110
    for row, (heading, text) in enumerate(meanings, 1):
        _write_cell(page.cell(row, 1), heading, bold=heading.startswith("Sheet "))
        _write_cell(page.cell(row, 2), text)
    return as_bytes(book)


def _write_sheet(book: Any, sheet: Sheet, records: Sequence[Mapping[str, Any]], choices: Mapping[str, str]) -> None:
    from openpyxl.styles import Alignment, PatternFill
    from openpyxl.worksheet.datavalidation import DataValidation

    page = book.create_sheet(sheet.name)
    page.freeze_panes = "A2"
    for place, column in enumerate(sheet.columns, 1):
        letter = letter_of(place)
        head = page.cell(1, place)
        _write_cell(head, column.label, bold=True)
        head.fill = PatternFill("solid", fgColor="D9E2EC")
        page.column_dimensions[letter].width = column.width
        # What is typed below stays as typed: an NHS number is no number, and Excel reads May-14 as a date.
        page.column_dimensions[letter].number_format = "yyyy-mm-dd" if column.kind is Kind.DATE else "@"
        if column.key in choices:
            offered = DataValidation(type="list", formula1=f'"{choices[column.key]}"', allow_blank=True)
            offered.add(f"{letter}2:{letter}{max(3, len(records) + 1)}")
            page.add_data_validation(offered)
    for row, record in enumerate(records, 2):
        for place, column in enumerate(sheet.columns, 1):
            value = record.get(column.key)
            if isinstance(value, dt.date):
                page.cell(row, place, value).number_format = "yyyy-mm-dd"
            elif text := _cell_text(value, column.kind):
                _write_cell(page.cell(row, place), text, wrap=column.kind is Kind.REMARK)
            elif column.kind is Kind.ENTRY:
                empty = page.cell(row, place)
                empty.fill = PatternFill("solid", fgColor="FFF8DC")
                empty.alignment = Alignment(vertical="top", wrap_text=True)
                empty.number_format = "@"


def _cell_text(value: Any, kind: Kind) -> str:
    """What stands in a cell; what would part an item in two when it is read again is escaped."""
    if isinstance(value, Mapping):
        value = [f"{key}: {inner}" for key, inner in value.items()]
    if isinstance(value, list | tuple):
        parting = r"([\\;\n])" if kind in (Kind.LIST, Kind.ADDRESSES) else r"([\\;,\n])"
        return "; ".join(re.sub(parting, r"\\\1", str(item)) for item in value)
    return "" if value is None else str(value)


def _write_cell(cell: Any, text: str, *, bold: bool = False, wrap: bool = False) -> None:
    from openpyxl.styles import Alignment, Font

    if len(text) > MAX_CELL or _FORBIDDEN.search(text):
        raise InputError(
            f"An entry does not fit into a cell of a workbook (row {cell.row} of sheet {cell.parent.title}): it is "
            f"longer than {MAX_CELL} characters or holds an invisible character.",
            remedy="Shorten or retype it in the .yaml file.",
        )
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.number_format = "@"
    cell.font = Font(bold=bold)
    cell.alignment = Alignment(vertical="top", wrap_text=wrap or len(text) > 100)
