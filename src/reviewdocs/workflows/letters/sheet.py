"""A file of recipients (.xlsx, .csv, or ids in a .txt): who gets a letter, with fields of their own.

Each row is somebody of the review's data, by id, or somebody besides. Every fault is told with its row and column, and
of a row with a fault there is no letter. Nothing in a cell is ever worked out: what looks like a formula or like a tag
of a template is text like any other, or is refused.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from reviewdocs.errors import InputError, Problem
from reviewdocs.formats.files import read_file
from reviewdocs.names.unfilled import is_unfilled
from reviewdocs.records.workbook import Column, Kind, Sheet, Table, only_sheet, read_rows, separated_cells
from reviewdocs.records.workbook.layout import letter_of
from reviewdocs.records.workbook.merges import Rows

ID = Column("id", "Id", "the recipient's id in the review's data, or a new one")
COLUMNS = (
    ID,
    Column("name", "Name", "what the agency or body is called"),
    Column("contact", "Contact", "the person to whom the letter is addressed"),
    Column("job_title", "Job title", "of that person"),
    Column("email", "E-mail", "one address; “by post” where there is none on purpose"),
    Column("address", "Address", "its lines, parted by semicolons or new lines", Kind.LIST),
    Column("salutation", "Salutation", "how the letter begins, after “Dear”"),
    Column("kind", "Kind", "police, school, …"),
    Column("involvement", "Involvement", "what the agency did for the subject and family"),
    Column("copies", "Copies to", "e-mail addresses of those who get a copy", Kind.NAMES),
    Column("chronology_due", "Chronology due", "a day, as 2031-05-14", Kind.DATE),
    Column("report_due", "Report due", "a day, as 2031-05-14", Kind.DATE),
    Column("password", "Password", "with which this recipient opens the letter"),
)
"""Headings that mean something here; any other is a field of the recipient's own for templates: `more.meeting_room`."""
BY_POST = "by post"
_EMAIL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,}")  # fmt: skip
"""An address as it is written in practice: RFC 5322, 3.4.1, dot-atoms only, with a domain of at least two parts."""
_EXCEL_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|#+)")
_DAYS = ("chronology_due", "report_due")
_WORDS = ("name", "contact", "job_title", "salutation", "kind", "involvement")
"""Columns in which a number or a day is a slip."""
_ALIKE = 0.8
"""From here on a heading is taken for one of ours misspelt."""


@dataclass(frozen=True, slots=True)
class Row:
    """One recipient of the file.

    Attributes:
        id: empty where the row has none.
        known: the columns that mean something here, those with nothing in them left out.
        own: the recipient's own fields.
        where: the row, for a person.
        faults: what is wrong with it, each as a sentence.
    """

    id: str
    known: Mapping[str, Any] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    where: str = ""
    faults: tuple[str, ...] = ()

    @property
    def is_id(self) -> bool:
        """Whether it is an id alone, of a list of ids."""
        return not self.where


def read_recipients(file: Path) -> list[Row]:
    """The recipients of a file, in its order.

    Raises:
        InputError: it is not there, of another kind, damaged, larger than is read, or names nobody.
    """
    raw, name, suffix = read_file(file), str(file), file.suffix.lower()
    if suffix == ".txt":
        rows = [Row(line) for line in _lines(raw, name)]
    elif suffix in (".xlsx", ".csv"):
        title, cells, problems = only_sheet(raw, name) if suffix == ".xlsx" else ("", separated_cells(raw, name), [])
        rows = _rows(title or file.stem, cells, problems, name)
    else:
        raise InputError("A file of recipients is .xlsx, .csv, or .txt with one id a line.", where=name,
                         remedy="Save it in one of these forms.")  # fmt: skip
    if not rows:
        raise InputError("The file of recipients names nobody.", where=name,
                         remedy="Put the headings (Id, Name, E-mail, …) into row 1, and one recipient into each row "
                         "below.")  # fmt: skip
    return rows


def _lines(raw: bytes, name: str) -> list[str]:
    try:
        lines = [line.strip() for line in raw.decode("utf-8-sig").splitlines()]
    except UnicodeDecodeError as error:
        raise InputError("The file is not UTF-8 text.", where=name, remedy="Save it as UTF-8.") from error
    return [line for line in dict.fromkeys(lines) if line and not line.startswith("#")]


def _rows(title: str, cells: Rows, problems: list[Problem], name: str) -> list[Row]:
    """The rows below the headings; faults that concern none of them, but the file, stop it."""
    sheet = _sheet_for(title, cells[0][1] if cells else {}, name)
    table = Table(sheet)
    problems = [*problems, *read_rows(table, cells, name), *_slips(table, cells, name)]
    by_row: dict[int, list[str]] = {}
    for problem in problems:
        number = _row_of(problem)
        if number is None or number == cells[0][0]:
            raise InputError(f"{problem.found[:1].upper()}{problem.found[1:]}: {problem.expected}.",
                             where=f"{name}{f', {problem.cell}' if problem.cell else ''}",
                             remedy="Nothing was made.")  # fmt: skip
        by_row.setdefault(number, []).append(f"{problem.cell.partition(', ')[2]}: {_sentence(problem)}")
    return list(_made(table, by_row))


def _sheet_for(title: str, header: Mapping[int, tuple[str, Any]], name: str) -> Sheet:
    """The sheet with its headings: ours, and fields of the recipients' own.

    Raises:
        InputError: one of the headings is one of ours misspelt, or can be no field.
    """
    known = {_key(text): column for column in COLUMNS for text in (column.label, column.key)}
    columns = list(COLUMNS)
    for _, value in header.values():
        label = " ".join(str(value).split())
        key = _key(label)
        if key in known:
            continue
        near = max(known, key=lambda one: SequenceMatcher(None, one, key).ratio())
        if SequenceMatcher(None, near, key).ratio() >= _ALIKE:
            meant = known[near].label
            raise InputError(f"The heading '{label[:40]}' is nearly one that means something here: {meant}.",
                             where=name, remedy=f"Write {meant}, or another word.")  # fmt: skip
        if not key.isidentifier() or not key.isascii():
            raise InputError(f"The heading '{label[:40]}' can be no field of a template.", where=name,
                             remedy="Use letters without accents, figures and spaces, a letter first.")  # fmt: skip
        if key not in {column.key for column in columns}:
            columns.append(Column(key, label, "a field of the recipient's own"))
    return Sheet(title, "recipients", tuple(columns))


def _key(label: str) -> str:
    return re.sub(r"[\W_]+", "_", str(label).casefold().replace("-", "")).strip("_")


def _slips(table: Table, cells: Rows, name: str) -> Iterator[Problem]:
    """Cells whose kind shows that something else was meant, and what Excel leaves of a broken formula in a .csv."""
    places = {letter: key for key, letter in table.letters.items()}
    for number, row in cells[1:]:
        for place, (kind, value) in row.items():
            key = places.get(letter_of(place), "")
            where = f"sheet {table.sheet.name}, row {number}, column {letter_of(place)}"
            if key in _WORDS and (kind == "d" or (kind == "n" and not isinstance(value, str))):
                what = "a day" if isinstance(value, dt.date | dt.time) else "a number"
                yield Problem(name, None, key, what, "words are expected here", cell=where)
            elif kind == "s" and _EXCEL_ERROR.fullmatch(str(value).strip()):
                what = "Excel shows an error here; type the value"
                yield Problem(name, None, key, str(value).strip(), what, cell=where)


def _made(table: Table, by_row: Mapping[int, list[str]]) -> Iterator[Row]:
    ours = {column.key for column in COLUMNS}
    firsts: dict[str, int] = {}
    for number, record in zip(table.rows, table.records, strict=True):
        faults = list(dict.fromkeys(by_row.get(number, ())))
        known = {key: value for key, value in record.items() if key in ours and value not in ("", [])}
        identifier = str(known.pop("id", ""))
        faults += _faults_of(known)
        if identifier and identifier in firsts:
            faults.append(f"the id {identifier} stands in row {firsts[identifier]} already")
        firsts.setdefault(identifier, number)
        own = {column.key: str(record.get(column.key, "")) for column in table.sheet.columns if column.key not in ours}
        yield Row(identifier, known, own, f"row {number}", tuple(faults))


def _faults_of(known: dict[str, Any]) -> list[str]:
    """What is wrong with the values of a row, which are put into the form in which they are used."""
    faults = []
    email = known.get("email", "")
    if email.casefold() != BY_POST and (fault := email_fault(email)):
        faults.append(f"E-mail: {fault}")
    faults += [f"Copies to: {fault}" for one in known.get("copies", ()) if (fault := email_fault(one))]
    for key in _DAYS:
        try:
            if key in known:
                known[key] = dt.date.fromisoformat(known[key])
        except ValueError:
            label = key.replace("_", " ").capitalize()
            faults.append(f"{label}: a day is expected, as 2031-05-14, not '{known[key][:40]}'")
    for key in ("name", "contact"):
        if not_filled_in(known.get(key, "")):
            faults.append(f"{key.capitalize()}: '{known[key][:40]}' is not filled in yet")
    return faults


def email_fault(email: str) -> str:
    """What is wrong with an e-mail address; empty where nothing is, or where there is none."""
    if not email or (_EMAIL.fullmatch(email) and len(email) <= 254):
        return ""
    if "@" in email and re.search(r"[;,\s]", email.strip()):
        return "one address alone is expected, without a name (others belong under Copies to)"
    return f"'{' '.join(email.split())[:40]}' is no e-mail address"


def not_filled_in(text: str) -> bool:
    """Whether what stands for a name is a hole of a form ("[name]", "TBC"); angle brackets and tags are text here."""
    return is_unfilled(re.sub(r"[<>{}]", "", text).strip())


def _row_of(problem: Problem) -> int | None:
    found = re.search(r", row (\d+)", problem.cell)
    return int(found[1]) if found else None


def _sentence(problem: Problem) -> str:
    return f"found {problem.found}; {problem.expected}" if problem.found else problem.expected
