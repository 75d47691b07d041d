"""What sheets a workbook has, what their columns hold, and where a field of the data stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from reviewdocs.records.source import FieldPath, Source

HELP = "help"
"""The sheet that explains the others; never read."""
UPRIGHT = ("Field", "Value", "What it is")
"""The headings of a sheet whose fields stand one below the other."""


class Kind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    LIST = "list"
    """Several texts, parted by semicolons or new lines; `\\;` is a semicolon within one."""
    NAMES = "names"
    """Several names or ids, parted by commas too; `\\,` is a comma within one."""
    ADDRESSES = "addresses"
    """Several addresses, parted by semicolons, or by new lines that begin with the number of a house."""
    DATE = "date"
    """A day; as text also as people in Britain write it, the day before the month."""
    TIME = "time"
    """A time of day on the 24-hour clock; as text also 9.30am."""
    FLAG = "flag"
    """Yes or no."""
    PAIRS = "pairs"
    """`kind: value`, several parted by semicolons, new lines or commas."""
    NHS = "nhs"
    TELEPHONE = "telephone"
    ENTRY = "entry"
    """Text that a person is asked for: shaded where nothing stands yet."""
    REMARK = "remark"
    """For the reader alone; no part of the data."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in the data, what stands in the header row, how wide it is shown, and what it means.

    `choices` are the words to choose from; `ids_of` names the sheet of which an id is to be chosen; `example` is shown
    with the meaning.
    """

    key: str
    label: str
    meaning: str
    kind: Kind = Kind.TEXT
    width: int = 16
    choices: tuple[str, ...] = ()
    ids_of: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name and its columns.

    Attributes:
        single: it holds one row only.
        upright: its fields stand one below the other, each with its value beside it, and make one record.
        computed: a formula stands for the value that Excel worked out last; elsewhere a formula is a fault.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    single: bool = False
    upright: bool = False
    computed: bool = False

    def column(self, key: str) -> Column | None:
        """The column of a key."""
        return next((column for column in self.columns if column.key == key), None)


@dataclass(slots=True)
class Table:
    """One sheet as read: each row as a record, and where rows and columns stand in the workbook.

    In an upright sheet `fields` holds the row of each key.
    """

    sheet: Sheet
    records: list[dict[str, Any]] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    letters: dict[str, str] = field(default_factory=dict)
    fields: dict[str, int] = field(default_factory=dict)

    def cell(self, number: int, key: str = "") -> str:
        """Where the field `key` of a record stands; the row alone when the sheet has no such column."""
        column = self.sheet.column(key)
        if self.sheet.upright:
            if column is None:
                return f"sheet {self.sheet.name}"
            at = f"row {self.fields[key]}" if key in self.fields else "a row that is missing"
            return f"sheet {self.sheet.name}, {at}, {column.label}"
        row = self.rows[number] if number < len(self.rows) else 2
        if column is None:
            return f"sheet {self.sheet.name}, row {row}"
        letter = f" ({self.letters[key]})" if key in self.letters else ", which is missing"
        return f"sheet {self.sheet.name}, row {row}, column {column.label}{letter}"


@dataclass(frozen=True, slots=True)
class WorkbookDocument(Source):
    """A workbook as plain data; `tables` by the name of their sheet."""

    tables: Mapping[str, Table]

    def cell_of(self, path: FieldPath) -> str:
        """Sheet, row and column of a field."""
        head, *rest = path or ("",)
        table = self.tables.get(str(head))
        if table is None:
            # A field of the record as a whole stands in the one row of the sheet that has its column.
            table = next((t for t in self.tables.values() if t.sheet.single and t.sheet.column(str(head))), None)
            return table.cell(0, str(head)) if table else ""
        number = next((step for step in rest if isinstance(step, int)), 0)
        keys = [str(step) for step in rest if isinstance(step, str)]
        # `identifiers.nhs` has a column of its own; other identifiers share one.
        own = [key for key in reversed(keys) if table.sheet.column(key)]
        return table.cell(number, own[0] if own else "")

    def missing(self, key: str | int) -> str:
        """What to say where something required is not there."""
        return "this cell is empty, and something is required here"


def letter_of(place: int) -> str:
    """The letters of a column by its place from 1: A, B, … AA."""
    letters = ""
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
