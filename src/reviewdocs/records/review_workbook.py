"""The structured data of a review as a workbook: a sheet for each kind of record, for people who work in Excel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from reviewdocs.errors import Problem
from reviewdocs.model.review import Review
from reviewdocs.records.review_sheets import NAME, ONE_OF, OWNER, PARAGRAPH, SECTION, VALUE, Form, forms
from reviewdocs.records.source import FieldPath, Source, dotted
from reviewdocs.records.workbook import Table, read_tables, write_tables

_SPARE = 300
"""Empty rows that offer choices, below those that are filled."""
_ABOUT = (
    ("Review data", "Everything that is known of the review. It holds real names: keep it as carefully as the review's "
     "own papers."),
    ("Ids", "A short name in capitals (MOTHER, POLICE) is how one row points at another."),
    ("Dates", "As dates of Excel, or as text with the day first: 14/05/2018, 14 May 2018."),
    ("Lists in a cell", "Several texts in one cell have a semicolon between them, or a line each (Alt and Enter). A "
     "semicolon within a text is written \\;, a comma within a name \\,."),
    ("Check it", "reviewdocs validate FOLDER says with sheet, row and column what is wrong or missing. Rows and sheets "
     "that hold nothing are passed over; hidden and filtered rows are read."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReviewWorkbook(Source):
    """A workbook as plain data, with the cell of every field that has one."""

    cells: Mapping[FieldPath, str]

    def cell_of(self, path: FieldPath) -> str:
        """Sheet, row and column of a field, or of the nearest thing around it that has a place."""
        return next((self.cells[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.cells), "")

    def missing(self, key: str | int) -> str:
        """What to say where something required is not there."""
        return "this cell is empty, and something is required here"


def read_review_workbook(raw: bytes, file: str) -> ReviewWorkbook:
    """A review's workbook as the plain data that its YAML file would hold.

    Raises:
        InputError: it is no workbook, damaged, protected, or larger than is read.
    """
    tables, problems = read_tables(raw, file, [form.sheet for form in forms()])
    gathered = _Gathered(file, problems=problems)
    for form in forms():
        table = tables.get(form.sheet.name, Table(form.sheet))
        if form.sections:
            gathered.texts(form, table)
        elif form.named:
            gathered.named(form, table)
        elif not form.path:
            gathered.single(table)
        elif form.owned:
            gathered.owned(form, table)
        else:
            gathered.rows(form.path, table)
    return ReviewWorkbook(file, gathered.data, tuple(gathered.problems), gathered.cells)


@dataclass(slots=True)
class _Gathered:
    """What was read, sheet by sheet."""

    file: str
    problems: list[Problem]
    data: dict[str, Any] = field(default_factory=dict)
    cells: dict[FieldPath, str] = field(default_factory=dict)

    def single(self, table: Table) -> None:
        """The review's single fields."""
        self._place((), table, 0)
        if table.records:
            self.data |= _unfolded(table.records[0])

    def rows(self, path: FieldPath, table: Table) -> None:
        """Records of a list, a row each."""
        for number in range(len(table.records)):
            self._place((*path, number), table, number)
        self.cells.setdefault(path, f"sheet {table.sheet.name}")
        *holders, last = map(str, path)
        if holders and holders[0] not in self.data and not table.records:
            return
        self._holder(holders)[last] = [_unfolded(record) for record in table.records]

    def owned(self, form: Form, table: Table) -> None:
        """Records that belong to those of another sheet, whose id they name."""
        of_list, own = form.path
        owners = {str(record.get("id")): n for n, record in reversed([*enumerate(self.data.get(of_list, ()))])}
        for number, record in enumerate(table.records):
            whose = record.pop(OWNER, "")
            if whose not in owners:
                found, cell = (f"'{whose}'" if whose else ""), table.cell(number, OWNER)
                expected = f"the id of a row in sheet {of_list} is expected"
                self.problems.append(Problem(self.file, None, dotted(form.path), found, expected, cell=cell))
                continue
            belonging = self.data[of_list][owners[whose]].setdefault(own, [])
            self._place((of_list, owners[whose], own, len(belonging)), table, number)
            belonging.append(_unfolded(record))

    def texts(self, form: Form, table: Table) -> None:
        """Paragraphs, each in the section that it names."""
        known = {label.casefold(): path for label, path in form.sections.items()}
        for path in form.sections.values():
            *holders, last = path.split(".")
            if not holders or holders[0] in self.data:
                self._holder(holders)[last] = []
            self.cells[tuple(path.split("."))] = f"sheet {table.sheet.name}"
        for number, record in enumerate(table.records):
            said = " ".join(str(record.get(SECTION, "")).split())
            if said.casefold() not in known:
                expected = f"one of these is expected: {', '.join(form.sections)}"
                cell = table.cell(number, SECTION)
                self.problems.append(Problem(self.file, None, "", f"'{said}'" if said else "", expected, cell=cell))
                continue
            *holders, last = known[said.casefold()].split(".")
            paragraphs = self._holder(holders).setdefault(last, [])
            self.cells[(*holders, last, len(paragraphs))] = table.cell(number, PARAGRAPH)
            paragraphs.append(record.get(PARAGRAPH))

    def named(self, form: Form, table: Table) -> None:
        """Fields by their name."""
        (key,) = form.path
        self.cells[(key,)] = f"sheet {table.sheet.name}"
        fields: dict[str, Any] = {}
        for number, record in enumerate(table.records):
            name, value = str(record.get(NAME, "")), record.get(VALUE)
            self.cells[(key, name)] = table.cell(number, NAME)
            several = str(record.get(ONE_OF, "")).casefold() in ("yes", "true")
            if name in fields and not (several and isinstance(fields[name], list)):
                expected = "a name that no other row has, or yes beside each row of it as one of several"
                self.problems.append(Problem(self.file, None, "", f"'{name}'", expected, cell=table.cell(number, NAME)))
            elif several:
                fields.setdefault(name, []).extend([] if value is None else [value])
            else:
                fields[name] = value
        if fields:
            self.data[key] = fields

    def _holder(self, steps: Sequence[str]) -> dict[str, Any]:
        holder = self.data
        for step in steps:
            holder = holder.setdefault(step, {})
        return holder

    def _place(self, path: FieldPath, table: Table, number: int) -> None:
        """Note where the fields of a record stand, and those within them."""
        if path:
            self.cells[path] = table.cell(number)
        for column in table.sheet.columns:
            steps = column.key.split(".")
            for end in range(len(steps), 0, -1):
                self.cells.setdefault((*path, *steps[:end]), table.cell(number, column.key))


def _unfolded(record: Mapping[str, Any]) -> dict[str, Any]:
    """A row as a record, what has a dotted heading within another."""
    data: dict[str, Any] = {}
    for key, value in record.items():
        *holders, last = key.split(".")
        holder = data
        for step in holders:
            holder = holder.setdefault(step, {})
        holder[last] = value
    return data


def write_review_workbook(review: Review) -> bytes:
    """The data as a workbook.

    Raises:
        InputError: something does not fit into a cell.
    """
    return write_tables([(form.sheet, list(_records(form, review))) for form in forms()], about=_ABOUT, spare=_SPARE)


def _records(form: Form, review: Review) -> Iterator[dict[str, Any]]:
    if form.sections:
        for label, path in form.sections.items():
            yield from ({SECTION: label, PARAGRAPH: text} for text in _at(review, path) or ())
    elif form.named:
        for name, value in _at(review, form.path[0]).items():
            several = isinstance(value, tuple)
            rows = (value or ("",)) if several else (value,)
            yield from ({NAME: name, VALUE: one, ONE_OF: several} for one in rows)
    elif not form.path:
        yield _folded(form, review)
    elif form.owned:
        of_list, own = form.path
        for owner in getattr(review, of_list):
            yield from (_folded(form, record) | {OWNER: owner.id} for record in getattr(owner, own))
    else:
        yield from (_folded(form, record) for record in _at(review, ".".join(form.path)) or ())


def _folded(form: Form, record: BaseModel) -> dict[str, Any]:
    return {column.key: _at(record, column.key) for column in form.sheet.columns if column.key != OWNER}


def _at(record: Any, path: str) -> Any:
    """What stands at a dotted path; None where something on the way is not there."""
    for step in path.split("."):
        record = getattr(record, step, None)
    return record
