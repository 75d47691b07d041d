"""Tables out of a workbook, bounded, with every fault in how it is laid out."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Generator, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any

from reviewdocs.errors import InputError, Problem
from reviewdocs.records.source import FieldPath, dotted
from reviewdocs.records.workbook.cells import shown, value_of
from reviewdocs.records.workbook.layout import HELP, UPRIGHT, Column, Sheet, Table, letter_of
from reviewdocs.records.workbook.merges import Cell, Rows, fill_merged
from reviewdocs.records.workbook.strict import transitional

MAX_BYTES = 20_000_000
MAX_UNPACKED = 64_000_000
"""A map of ten thousand people unpacks to a fifth of this."""
MAX_PARTS = 1_000
MAX_ROWS = 20_000
MAX_COLUMNS = 60

_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*>")
_NUMBER = re.compile(rb'\sr="(\d{1,7})"')
_IS_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_tables(raw: bytes, file: str, sheets: Sequence[Sheet]) -> tuple[dict[str, Table], list[Problem]]:
    """The known sheets of a workbook, and every fault in how it is laid out.

    Args:
        raw: the file's bytes.
        file: what problems call it.
        sheets: the sheets that may be there.

    Raises:
        InputError: it is no workbook, damaged, protected, or larger than is read.
    """
    known = {_plain(sheet.name): sheet for sheet in sheets}
    cells = _all_cells(raw, file, {name for name, sheet in known.items() if sheet.computed})
    tables: dict[str, Table] = {}
    problems: list[Problem] = []
    for name, rows in cells.items():
        sheet = known.get(_plain(name))
        if sheet is None:
            if _plain(name) != HELP:
                problems.append(_unknown_sheet(file, name, known))
            continue
        if sheet.name in tables:
            problems.append(Problem(file, None, "", f"the sheet {name} twice", "each sheet stands once"))
            continue
        tables[sheet.name] = table = Table(sheet)
        problems += (_read_upright if sheet.upright else read_rows)(table, rows, file)
    return tables, problems


def sheet_names(raw: bytes, file: str) -> tuple[str, ...]:
    """The names of a workbook's sheets, which tell what it holds.

    Raises:
        InputError: as `read_tables`.
    """
    _refuse_hostile(raw, file)
    with _opened(raw, file) as book:
        return tuple(sheet.title for sheet in book.worksheets)


def only_sheet(raw: bytes, file: str) -> tuple[str, Rows, list[Problem]]:
    """The one sheet that holds something: its name, its rows, and what is told of sheets besides and of hidden rows.

    Raises:
        InputError: as `read_tables`.
    """
    cells = {name: rows for name, rows in _all_cells(raw, file, frozenset()).items() if rows and _plain(name) != HELP}
    problems = []
    (name, rows), *others = cells.items() or [("", [])]
    for other, _ in others:
        expected = f"one sheet with recipients is expected, and {name} is another; move or delete one"
        problems.append(Problem(file, None, "", f"the sheet {other}", expected))
    for number in _hidden_rows(raw, name, {number for number, _ in rows}) if rows else ():
        expected = "this row is hidden in the workbook; show it, or delete it"
        problems.append(Problem(file, None, "", "a hidden row", expected, cell=f"sheet {name}, row {number}"))
    return name, rows, problems


def _hidden_rows(raw: bytes, name: str, held: Set[int]) -> Iterator[int]:
    """Those of the rows of a sheet that whoever looks at it does not see: filtered out, or hidden."""
    import openpyxl

    with zipfile.ZipFile(io.BytesIO(raw)) as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sheet: Any = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, keep_links=False)[name]
        for head in _ROW.findall(package.read(sheet._worksheet_path)):
            number = _NUMBER.search(head)
            if _IS_HIDDEN.search(head) and number and int(number[1]) in held:
                yield int(number[1])


def _unknown_sheet(file: str, name: str, known: Mapping[str, Sheet]) -> Problem:
    near = get_close_matches(_plain(name), known, n=1)
    meant = f" (did you mean {known[near[0]].name}?)" if near else ""
    names = ", ".join(sheet.name for sheet in known.values())
    expected = f"the sheets known here are {names}{meant}; rename or delete this one"
    return Problem(file, None, "", f"the unknown sheet '{name}'", expected)


def _plain(name: object) -> str:
    return re.sub(r"[\W_]+", " ", str(name).casefold()).strip()


@contextmanager
def _opened(raw: bytes, file: str, *, values: bool = False) -> Iterator[Any]:
    """The workbook, as openpyxl reads it: with what formulas gave, or the formulas.

    Raises:
        InputError: it, or what is read of it, is damaged.
    """
    import openpyxl  # not at the top: only workbooks pay for it

    try:
        with warnings.catch_warnings():
            # Of Excel's own extensions (colours by rule, drop-down lists), which hold no data.
            warnings.simplefilter("ignore")
            yield openpyxl.load_workbook(io.BytesIO(raw), read_only=True, keep_links=False, data_only=values)
    except Exception as error:
        raise InputError(
            "The workbook is damaged or not one that Excel wrote.", where=file,
            remedy="Open it in Excel and save it again as an Excel workbook (.xlsx).",
        ) from error  # fmt: skip


def read_cells(raw: bytes, file: str, *, most: int = MAX_ROWS) -> dict[str, Rows]:
    """Every cell that holds something, by sheet and row: its type and value, of a formula what it gave.

    Args:
        raw: the file's bytes.
        file: what errors call it.
        most: rows of a sheet that are read; one more is given where there are more.

    Raises:
        InputError: as `read_tables`.
    """
    return _all_cells(raw, file, None, most)


def _all_cells(raw: bytes, file: str, computed: Set[str] | None, most: int = MAX_ROWS) -> dict[str, Rows]:
    """Every cell that holds something, by sheet and row: its type and value.

    In the sheets `computed`, or in all, a formula is what it gave when Excel worked it out last.
    """
    _refuse_hostile(raw, file)
    raw = transitional(raw)
    found: dict[str, Rows] = {}
    with _opened(raw, file) as book, zipfile.ZipFile(io.BytesIO(raw)) as package:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            found[sheet.title] = _rows_of(sheet, package, most)
    formulas = {
        name: places
        for name, rows in found.items()
        if (computed is None or _plain(name) in computed)
        and (places := {(row, at) for row, cells in rows for at, (kind, _) in cells.items() if kind == "f"})
    }
    if formulas:
        with _opened(raw, file, values=True) as book:
            for name, places in formulas.items():
                _put_values(found[name], places, book[name], most)
    return found


def _put_values(rows: Rows, places: Set[tuple[int, int]], sheet: Any, most: int) -> None:
    """Put what formulas gave into their places; one that Excel never worked out stays a formula."""
    sheet.reset_dimensions()
    values = dict(_held_rows(sheet, most))
    for number, cells in rows:
        for at in cells:
            if (number, at) in places and at in values.get(number, {}):
                cells[at] = values[number][at]


def _rows_of(sheet: Any, package: zipfile.ZipFile, most: int) -> Rows:
    """The rows of a sheet that hold something, with the values of merged cells in each."""
    rows = list(_held_rows(sheet, most))
    fill_merged(rows, package.read(sheet._worksheet_path))
    return rows


def _held_rows(sheet: Any, most: int) -> Iterator[tuple[int, dict[int, Cell]]]:
    """The number of each row that holds something, and its cells by column."""
    for row in sheet.iter_rows(max_row=most + 2, max_col=MAX_COLUMNS + 1):
        held = {c.column: (c.data_type, c.value) for c in row if c.value is not None and str(c.value).strip()}
        if held:
            yield next(c.row for c in row if c.value is not None), held


def _refuse_hostile(raw: bytes, file: str) -> None:
    """Refuse what is no .xlsx, or unpacks to more than a person's workbook does."""
    if raw.startswith(_OLE):
        raise InputError("The workbook is protected by a password, or in the old Excel format.", where=file,
                         remedy="Remove the password in Excel (File, Info, Protect Workbook), save it as .xlsx, and "
                         "run again.")  # fmt: skip
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            parts = package.infolist()
            # Reading stops at the size that a part declares, so that their sum is what is unpacked at most.
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise InputError(f"The workbook unpacks to more than {MAX_UNPACKED // 1_000_000} MB.", where=file,
                                 remedy="Check that it is the right file.")  # fmt: skip
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and _declares_entities(package.read(part)):
                    raise InputError("The workbook holds what no workbook needs (XML entities); it is not opened.",
                                     where=file)  # fmt: skip
    except (
        *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error),
        *(NotImplementedError, OSError, RuntimeError, EOFError, ValueError),  # what zipfile lets through when damaged
    ) as error:
        raise InputError("This is no Excel workbook (.xlsx), or it is damaged.", where=file,
                         remedy="Open it in Excel and save it as an Excel workbook (.xlsx).") from error  # fmt: skip


def _declares_entities(xml: bytes) -> bool:
    """Whether XML declares a document type; in two-byte characters, which Excel does not write, nobody looks."""
    return xml[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in xml[:16] or b"<!DOCTYPE" in xml or b"<!ENTITY" in xml


def read_rows(table: Table, rows: Rows, file: str) -> Iterator[Problem]:
    """Fill a table from the rows of a file, the first with its headings, and tell every fault."""
    if not rows:
        return
    (header_row, header), *body = rows
    keys = yield from _header(table, header_row, header, file)
    for number, cells in body:
        if number > MAX_ROWS + 1:
            what = f"at most {MAX_ROWS} rows are read; take out what stands below"
            yield Problem(file, None, "", "", what, cell=f"sheet {table.sheet.name}, row {number}")
            return
        record: dict[str, Any] = {}
        table.rows.append(number)
        for place, cell in cells.items():
            if place not in keys:
                where = f"sheet {table.sheet.name}, row {number}, column {letter_of(place)}"
                if place not in header:
                    yield Problem(file, None, "", "a value", "no heading stands above it in row 1", cell=where)
                continue
            column = keys[place]
            value, expected = value_of(column, *cell)
            if expected:
                path: FieldPath = (table.sheet.name, len(table.records), column.key)
                at = table.cell(len(table.records), column.key)
                yield Problem(file, None, dotted(path), shown(*cell), expected, cell=at)
            elif value is not None:
                record[column.key] = value
        table.records.append(record)
    if table.sheet.single and len(table.records) > 1:
        where = table.cell(1)
        yield Problem(file, None, "", "a second row", "this sheet has one row below its headings", cell=where)


def _read_upright(table: Table, rows: Rows, file: str) -> Iterator[Problem]:
    """Fill a table of one record from rows that hold a field's name and its value, and tell every fault."""
    known = {_plain(name): column for column in table.sheet.columns for name in (column.label, column.key)}
    record: dict[str, Any] = {}
    for number, cells in rows:
        label = shown("s", cells[1][1]) if 1 in cells else ""
        if _plain(label) in ("", _plain(UPRIGHT[0])):
            if not label and 2 in cells:
                where = f"sheet {table.sheet.name}, row {number}"
                yield Problem(file, None, "", "a value", "the name of a field is expected in column A", cell=where)
            continue
        column = known.get(_plain(cells[1][1]))
        if column is None:
            near = get_close_matches(_plain(label), known, n=1)
            meant = f" (did you mean {known[near[0]].label}?)" if near else ""
            where = f"sheet {table.sheet.name}, row {number}"
            yield Problem(file, None, "", f"the unknown field {label}", f"no such field is known{meant}", cell=where)
        elif column.key in table.fields:
            where = f"sheet {table.sheet.name}, row {number}"
            yield Problem(file, None, "", f"the field '{column.label}' again", "each stands once", cell=where)
        else:
            table.fields[column.key] = number
            value, expected = value_of(column, *cells.get(2, ("s", "")))
            if expected:
                at = table.cell(0, column.key)
                yield Problem(file, None, column.key, shown(*cells[2]), expected, cell=at)
            elif value not in (None, ""):
                record[column.key] = value
    table.records.append(record)


def _header(
    table: Table, row: int, header: Mapping[int, Cell], file: str
) -> Generator[Problem, None, dict[int, Column]]:
    """Tell the faults of the headings, and return the columns by their place."""
    known = {_plain(name): column for column in table.sheet.columns for name in (column.label, column.key)}
    keys: dict[int, Column] = {}
    for place, (_, value) in header.items():
        where = f"sheet {table.sheet.name}, row {row}, column {letter_of(place)}"
        column = known.get(_plain(value))
        if column is None:
            near = get_close_matches(_plain(value), known, n=1)
            meant = f" (did you mean {known[near[0]].label}?)" if near else ""
            labels = ", ".join(column.label for column in table.sheet.columns)
            expected = f"the headings known here are {labels}{meant}"
            yield Problem(file, None, "", f"the unknown heading {shown('s', value)}", expected, cell=where)
        elif column.key in table.letters:
            yield Problem(file, None, "", f"the heading '{column.label}' again", "each stands once", cell=where)
        else:
            keys[place] = column
            table.letters[column.key] = letter_of(place)
    return keys
