"""Tables into a workbook, for people to read and fill in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reviewdocs.errors import InputError
from reviewdocs.records.workbook.layout import HELP, UPRIGHT, Column, Kind, Sheet, letter_of

MAX_CELL = 32_767
"""Characters that Excel keeps in one cell."""
_FACE = "Arial"
_LINE, _HIGHEST = 14.5, 400.0
"""Points: of a line, and of the highest row, where Excel allows 409."""
_TITLE, _PROMPT = 32, 255
"""Characters that Excel shows of the title and text beside a chosen cell."""
_ESCAPE = re.compile(r"_x[0-9A-Fa-f]{4}_")
"""What a reader of packages would take for one character."""
Remark = tuple[str, str]

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def write_tables(
    tables: Iterable[tuple[Sheet, Sequence[Mapping[str, Any]]]], *, about: Sequence[Remark], spare: int = 0
) -> bytes:
    """A workbook of these sheets: headings frozen, columns as wide as what they hold, a sheet of help at the end.

    Every cell is text, whatever it begins with, so that no name or remark ever works as a formula.

    Args:
        tables: each sheet with its records.
        about: lines for the help sheet, as (heading, text).
        spare: so many empty rows offer choices and say what belongs there, below those that are filled.

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
        (_write_upright if sheet.upright else _write_sheet)(book, sheet, records, spare)
        meanings.append((f"Sheet {sheet.name}", sheet.meaning))
        meanings += [(column.label, _meaning(column)) for column in sheet.columns]
    page = _page(book, HELP)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 28, 110
    for row, (heading, text) in enumerate(meanings, 1):
        _write_cell(page.cell(row, 1), heading, bold=heading.startswith("Sheet "))
        _write_cell(page.cell(row, 2), text, wrap=True)
        _grow(page, row, [(text, 110)])
    return as_bytes(book)


def _meaning(column: Column) -> str:
    return f"{column.meaning} For example: {column.example}" if column.example else column.meaning


def _offer(page: Any, column: Column, cells: str) -> None:
    """Let cells say what belongs there when they are chosen, and offer what there is to choose from."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if not (column.choices or column.ids_of or column.example):
        return
    offered = DataValidation(allow_blank=True, showInputMessage=True)
    offered.promptTitle, offered.prompt = column.label[:_TITLE], _meaning(column)[:_PROMPT]
    if column.ids_of:
        offered.type, offered.formula1 = "list", f"'{column.ids_of}'!$A$2:$A$500"
    elif column.choices:
        offered.type, offered.formula1 = "list", f'"{",".join(column.choices)}"'
    # Several ids may stand in a cell, and a board may know better: what does not fit is told when the file is read.
    offered.showErrorMessage = False
    offered.add(cells)
    page.add_data_validation(offered)


def _grow(page: Any, row: int, texts: Iterable[tuple[str, int]]) -> None:
    """Make a row as high as its texts need in columns of these widths: what opens the file does not always."""
    lines = max(
        (sum(1 + len(line) // max(1, width - 2) for line in text.split("\n")) for text, width in texts), default=1
    )
    if lines > 1:
        page.row_dimensions[row].height = min(_HIGHEST, lines * _LINE)


def _page(book: Any, name: str) -> Any:
    """A sheet that prints on as many pages as are needed, across as wide as one, the headings on each."""
    page = book.create_sheet(name)
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"
    return page


def _write_upright(book: Any, sheet: Sheet, records: Sequence[Mapping[str, Any]], _: int) -> None:
    from openpyxl.styles import PatternFill

    page = _page(book, sheet.name)
    page.freeze_panes = "B2"
    for place, (heading, width) in enumerate(zip(UPRIGHT, (30, 70, 70), strict=True), 1):
        _write_cell(page.cell(1, place), heading, bold=True)
        page.cell(1, place).fill = PatternFill("solid", fgColor="D9E2EC")
        page.column_dimensions[letter_of(place)].width = width
    record = records[0] if records else {}
    for row, column in enumerate(sheet.columns, 2):
        _write_cell(page.cell(row, 1), column.label, bold=True)
        _write_value(page.cell(row, 2), record.get(column.key), column, wrap=True)
        _write_cell(page.cell(row, 3), _meaning(column), wrap=True)
        _offer(page, column, f"B{row}")
        _grow(page, row, [(_cell_text(record.get(column.key), column.kind), 70), (_meaning(column), 70)])


def _write_sheet(book: Any, sheet: Sheet, records: Sequence[Mapping[str, Any]], spare: int) -> None:
    from openpyxl.styles import PatternFill

    page = _page(book, sheet.name)
    page.freeze_panes = "A2"
    for place, column in enumerate(sheet.columns, 1):
        letter = letter_of(place)
        head = page.cell(1, place)
        _write_cell(head, column.label, bold=True)
        head.fill = PatternFill("solid", fgColor="D9E2EC")
        page.column_dimensions[letter].width = column.width
        # What is typed below stays as typed: an NHS number is no number, and Excel reads May-14 as a date.
        page.column_dimensions[letter].number_format = "yyyy-mm-dd" if column.kind is Kind.DATE else "@"
        _offer(page, column, f"{letter}2:{letter}{max(2, len(records) + 1 + spare)}")
    for row, record in enumerate(records, 2):
        for place, column in enumerate(sheet.columns, 1):
            _write_value(page.cell(row, place), record.get(column.key), column, wrap=True)
        _grow(page, row, [(_cell_text(record.get(column.key), column.kind), column.width) for column in sheet.columns])


def _write_value(cell: Any, value: Any, column: Column, *, wrap: bool) -> None:
    from openpyxl.styles import Alignment, PatternFill

    if isinstance(value, dt.date):
        cell.value = value
        cell.number_format = "yyyy-mm-dd"
        cell.alignment = Alignment(vertical="top", horizontal="left")
    elif text := _cell_text(value, column.kind):
        _write_cell(cell, text, wrap=wrap)
    elif column.kind is Kind.ENTRY:
        cell.fill = PatternFill("solid", fgColor="FFF8DC")
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        cell.number_format = "@"
    else:
        cell.number_format = "yyyy-mm-dd" if column.kind is Kind.DATE else "@"


def _cell_text(value: Any, kind: Kind) -> str:
    """What stands in a cell; what would part an item in two when it is read again is escaped."""
    if isinstance(value, Mapping):
        value = [f"{key}: {inner}" for key, inner in value.items()]
    if isinstance(value, list | tuple):
        parting = r"([\\;\n])" if kind in (Kind.LIST, Kind.ADDRESSES) else r"([\\;,\n])"
        return "; ".join(re.sub(parting, r"\\\1", str(item)) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else value.isoformat("minutes") if isinstance(value, dt.time) else str(value)


def _write_cell(cell: Any, text: str, *, bold: bool = False, wrap: bool = False) -> None:
    from openpyxl.styles import Alignment, Font

    if len(text) > MAX_CELL or _FORBIDDEN.search(text):
        raise InputError(
            f"An entry does not fit into a cell of a workbook (row {cell.row} of sheet {cell.parent.title}): it is "
            f"longer than {MAX_CELL} characters or holds an invisible character.",
            remedy="Shorten or retype it in the .yaml file.",
        )
    cell.value = _ESCAPE.sub(r"_x005F\g<0>", text)
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.number_format = "@"
    cell.font = Font(name=_FACE, size=11, bold=bold)
    cell.alignment = Alignment(vertical="top", wrap_text=wrap)
