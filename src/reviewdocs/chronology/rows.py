"""The rows of one return: each an entry, or a row set aside with why; none is left out."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reviewdocs.chronology import cells, clock
from reviewdocs.chronology.agencies import agency_named
from reviewdocs.chronology.dates import EARLIEST, Moment, of_number, read_moment
from reviewdocs.chronology.faults import Fault, FaultKind, shortened
from reviewdocs.chronology.headings import Columns, Meaning, columns_of, repeats
from reviewdocs.formats.grids import CellKind, Grid, GridRow, Grids
from reviewdocs.model.chronology import MergedEntry
from reviewdocs.model.review import Agency

NOT_STATED = "not stated"
"""The source of a row whose agency gave none."""
_LEAST_TURNED = 3
"""Days of each kind that a column needs before it is said that a program turned day and month round in it."""
_UNPLACED = frozenset({FaultKind.NO_DATE, FaultKind.NO_YEAR, FaultKind.NOT_A_DATE, FaultKind.IMPOSSIBLE})


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a return.

    Attributes:
        file, place: where it stands.
        agency: the id of the agency; empty where none is known.
        words: all its words, a cell a line, each behind its heading.
        moment: when it was.
        parts: the cells by what their column holds; those of other columns stand in `text` already.
        told: the words of its cells, in the order of the alphabet, numbers of rows apart.
        faults: what is wrong with it.
        aside: why it cannot be placed; None where it can.
    """

    file: str
    place: str
    agency: str
    words: str
    moment: Moment = field(default_factory=Moment)
    parts: dict[Meaning, str] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    aside: Fault | None = None

    @property
    def key(self) -> str:
        """What the row is known by when it comes again: its agency and its words, whatever its number and columns."""
        return hashlib.sha256("\n".join((self.agency, *self.told)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Return:
    """An agency's file, read.

    Attributes:
        file: its name.
        agency: the id of the agency that it is of.
        rows: each row of its tables but headings.
        headings: how many rows were headings, or stood above them.
        unread: what of the file was not read, in sentences.
    """

    file: str
    agency: str
    rows: tuple[Row, ...]
    headings: int = 0
    unread: tuple[str, ...] = ()


def rows_of(file: str, agency: str, found: Grids, agencies: Sequence[Agency], today: dt.date) -> Return:
    """What an agency's file says.

    Args:
        file: its name.
        agency: the id of the agency; what a column of agencies says wins.
        found: its tables.
        agencies: those of the review.
        today: no contact can be later.
    """
    rows: list[Row] = []
    headings = 0
    columns: Columns | None = None
    skipped: list[Grid] = []
    for grid in found.grids:
        own = columns_of(grid, columns)
        if own is None:
            skipped.append(grid)
            continue
        columns = own
        body = [row for row in grid.rows[own.body :] if not repeats(row, own)]
        headings += len(grid.rows) - len(body)
        rows += _grid_rows(file, agency, grid.place, body, own, agencies, today)
    if columns is None or any(_may_be_contacts(grid) for grid in skipped):
        for grid in skipped if columns is None else filter(_may_be_contacts, skipped):
            rows += [_without_headings(file, agency, grid.place, row) for row in grid.rows]
    beside = [grid for grid in skipped if columns is not None and not _may_be_contacts(grid)]
    headings += sum(len(grid.rows) for grid in beside)
    unread = [f"{grid.place or 'a table'} has no dates of contacts: not taken" for grid in beside if grid.rows]
    return Return(file, agency, tuple(_doubted(rows)), headings, (*found.unread, *unread))


def entry_of(row: Row, added: dt.date | None) -> MergedEntry:
    """The entry of a row that can be placed."""
    moment, parts = row.moment, row.parts
    assert moment.day is not None
    seen, alone = _seen(parts)
    return MergedEntry(
        date=moment.day,
        time=moment.time,
        end=moment.end,
        uncertain=moment.uncertain,
        agency=row.agency,
        source=parts.get(Meaning.SOURCE) or NOT_STATED,
        text=parts[Meaning.TEXT],
        seen=seen,
        seen_alone=alone,
        wishes_and_feelings=parts.get(Meaning.WISHES, ""),
        decision=parts.get(Meaning.DECISION, ""),
        known_to_agency=_known(parts),
        author_note=parts.get(Meaning.NOTE, ""),
        key=row.key,
        reference=parts.get(Meaning.REFERENCE, ""),
        end_time=moment.end_time,
        file=row.file,
        place=row.place,
        written=parts.get(Meaning.DATE, "") if moment.uncertain or moment.faults else "",
        added=added,
        checks=tuple(str(fault) for fault in row.faults),
    )


def _seen(parts: dict[Meaning, str]) -> tuple[bool | None, bool | None]:
    seen, by_themselves = parts.get(Meaning.SEEN, ""), parts.get(Meaning.SEEN_ALONE, "")
    alone = cells.alone(seen) if seen else None
    if by_themselves:
        told_alone = cells.alone(by_themselves)
        alone = cells.yes_or_no(by_themselves) if told_alone is None else told_alone
    told = cells.yes_or_no(seen) if seen else (True if alone else None)
    return told, alone if told is not False else None


def _known(parts: dict[Meaning, str]) -> dt.date | None:
    moment = read_moment(parts[Meaning.KNOWN]) if parts.get(Meaning.KNOWN) else Moment()
    return moment.day if not moment.uncertain else None


def _may_be_contacts(grid: Grid) -> bool:
    """Whether a table without headings may hold contacts: dates stand in it."""
    return sum(any(read_moment(cell).day for cell in row.cells) for row in grid.rows) > 1


def _without_headings(file: str, agency: str, place: str, row: GridRow) -> Row:
    words = "\n".join(filter(None, row.cells))
    return Row(file, _at(place, row), agency, words, told=_told(row.cells), aside=Fault(FaultKind.NO_HEADINGS))


def _told(cells_of_row: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(" ".join(cell.split()).casefold() for cell in cells_of_row if cell))


def _at(place: str, row: GridRow) -> str:
    return f"{place}, row {row.number}" if place else f"row {row.number}"


def _grid_rows(
    file: str, agency: str, place: str, body: Sequence[GridRow], columns: Columns, agencies: Sequence[Agency],
    today: dt.date,
) -> list[Row]:  # fmt: skip
    made = [_row(file, agency, place, row, columns, agencies, today) for row in body]
    times = [row.moment.time for row in made if row.moment.time is not None]
    if times and Meaning.TIME not in columns.meanings and not any(time != dt.time() for time in times):
        # A program that writes the time of every date says midnight where nobody told any.
        made = [replace(row, moment=replace(row.moment, time=None)) for row in made]
    return [*_turned_by_a_program(made, body, columns)]


def _turned_by_a_program(rows: Sequence[Row], body: Sequence[GridRow], columns: Columns) -> Iterator[Row]:
    """Doubt dates that a spreadsheet set to American may have made of British ones.

    It takes 05/06/2023 for 6 May, and leaves 13/06/2023 as text: then no date of the column has a day over the 12th,
    and all texts have.
    """
    at = columns.at(Meaning.DATE)
    assert at is not None
    made = [row.moment.day for row, raw in zip(rows, body, strict=True) if _kind(raw, at) == CellKind.DATE]
    texts = [
        r.moment for r, raw in zip(rows, body, strict=True) if _kind(raw, at) == CellKind.TEXT and r.moment.slashed
    ]
    turned = (
        len(made) >= _LEAST_TURNED and len(texts) >= _LEAST_TURNED
        and all(day is not None and day.day <= 12 for day in made)
        and all(moment.day is not None and moment.day.day > 12 for moment in texts)
    )  # fmt: skip
    for row, raw in zip(rows, body, strict=True):
        day = row.moment.day
        if turned and day and day.day != day.month and _kind(raw, at) == CellKind.DATE:
            other = f"read as {day:%d/%m/%Y}; a spreadsheet may have made it of {day:%m/%d/%Y}"
            moment = replace(row.moment, uncertain=True)
            row = replace(row, moment=moment, faults=(*row.faults, Fault(FaultKind.TWO_WAYS, f"{day:%d/%m/%Y}", other)))
        yield row


def _doubted(rows: Sequence[Row]) -> Iterator[Row]:
    """Doubt dates that can be read two ways where others of the file can only be read with the month first."""
    american = any(fault.kind is FaultKind.MONTH_FIRST for row in rows for fault in row.moment.faults)
    for row in rows:
        if american and row.moment.two_ways and row.aside is None:
            found = shortened(row.parts.get(Meaning.DATE, ""))
            row = replace(
                row,
                moment=replace(row.moment, uncertain=True),
                faults=(*row.faults, Fault(FaultKind.TWO_WAYS, found, f"as {row.moment.day:%d/%m/%Y}")),
            )
        yield row


def _kind(row: GridRow, column: int) -> str:
    return row.kinds[column] if column < len(row.kinds) else CellKind.TEXT


def _row(
    file: str, agency: str, place: str, row: GridRow, columns: Columns, agencies: Sequence[Agency], today: dt.date
) -> Row:
    at, parts, faults = _at(place, row), _parts(row, columns), []
    words = "\n".join(
        f"{name}: {cell}" if name else cell
        for name, cell in zip((*columns.names, *[""] * len(row.cells)), row.cells, strict=False)
        if cell
    )
    number = columns.at(Meaning.REFERENCE)
    told = _told(cell for column, cell in enumerate(row.cells) if column != number)
    if CellKind.BROKEN in row.kinds:
        faults.append(Fault(FaultKind.BROKEN_CELL))
    if named := parts.get(Meaning.AGENCY):
        known = agency_named(named, agencies)
        if known is None:
            return Row(file, at, agency, words, told=told, aside=Fault(FaultKind.NO_AGENCY, shortened(named)))
        agency = known
    moment = _moment(row, columns, parts)
    made = Row(file, at, agency, words, moment, parts, told)
    filled = [cell for cell in row.cells if cell]
    if moment.day is None and len(filled) == 1 and CellKind.ACROSS in row.kinds:
        return replace(made, aside=Fault(FaultKind.BANNER, shortened(filled[0])))
    if moment.day is None:
        return replace(made, aside=next(fault for fault in moment.faults if fault.kind in _UNPLACED))
    if moment.day > today or moment.day.year < EARLIEST:
        kind = FaultKind.FUTURE if moment.day > today else FaultKind.IMPOSSIBLE
        return replace(made, aside=Fault(kind, shortened(parts.get(Meaning.DATE, ""))))
    if not parts.get(Meaning.TEXT):
        return replace(made, aside=Fault(FaultKind.NO_TEXT))
    if not parts.get(Meaning.SOURCE):
        faults.append(Fault(FaultKind.NO_SOURCE))
    return replace(made, faults=(*moment.faults, *faults))


def _parts(row: GridRow, columns: Columns) -> dict[Meaning, str]:
    """The cells by what they hold; the words of columns that no field holds are put to those that say what happened."""
    parts: dict[Meaning, str] = {}
    more: list[str] = []
    notes: list[str] = []
    for column, cell in enumerate(row.cells):
        known = column < len(columns.meanings)
        meaning = columns.meanings[column] if known else Meaning.OTHER
        name = columns.names[column] if known else ""
        if meaning not in (Meaning.DATE, Meaning.TIME, Meaning.END_DATE, Meaning.END_TIME):
            cell, note = cells.without_notes(cell)
            notes += [note] if note else []
        if not cell:
            continue
        if meaning is Meaning.NOTE:
            notes.append(cell)
            continue
        if meaning in (Meaning.OTHER, Meaning.PEOPLE) or _is_lost(meaning, cell):
            more.append(f"{name}: {cell}" if name else cell)
        parts[meaning] = cell
    if Meaning.TEXT not in parts and (Meaning.DECISION in parts or notes):
        parts[Meaning.TEXT] = parts.pop(Meaning.DECISION, "") or "\n".join(notes)
    parts[Meaning.TEXT] = "\n".join(filter(None, (parts.get(Meaning.TEXT, ""), *more)))
    parts[Meaning.NOTE] = "\n".join(notes)
    return parts


def _is_lost(meaning: Meaning, cell: str) -> bool:
    """Whether a cell says more than the field that it goes into can hold."""
    if meaning in (Meaning.SEEN, Meaning.SEEN_ALONE):
        return cells.says_more(cell)
    if meaning is Meaning.KNOWN:
        moment = read_moment(cell)
        return moment.day is None or moment.uncertain or bool(moment.faults)
    return False


def _moment(row: GridRow, columns: Columns, parts: dict[Meaning, str]) -> Moment:
    """When a row was, of all its cells that say so."""
    moment = _day(row, columns, Meaning.DATE)
    if moment.day is None:
        return moment
    moment = _with_time(moment, row, columns, parts)
    ended = columns.at(Meaning.END_DATE)
    if ended is not None and ended < len(row.cells) and row.cells[ended]:
        end = _day(row, columns, Meaning.END_DATE)
        faults = tuple(replace(fault, more=f"{fault.more} (end date)".strip()) for fault in end.faults)
        moment = replace(moment, end=end.end or end.day or moment.end, faults=(*moment.faults, *faults),
                         end_time=end.time or moment.end_time)  # fmt: skip
        if end.day is None:
            _keep(parts, f"{columns.names[ended]}: {row.cells[ended]}")
    return _in_order(moment)


def _in_order(moment: Moment) -> Moment:
    """Tell of an end before the start; an end on the day itself says nothing more."""
    assert moment.day is not None
    last, first = (moment.end or moment.day, moment.end_time), (moment.day, moment.time)
    if last[0] < first[0] or (last[0] == first[0] and last[1] and first[1] and last[1] < first[1]):
        until = f"{last[0]:%d/%m/%Y}" + (f" {last[1]:%H:%M}" if last[1] else "")
        return replace(moment, end=None, end_time=None).with_fault(FaultKind.END_FIRST, until)
    return replace(moment, end=None) if moment.end == moment.day else moment


def _day(row: GridRow, columns: Columns, meaning: Meaning) -> Moment:
    column = columns.at(meaning)
    cell = row.cells[column] if column is not None and column < len(row.cells) else ""
    if column is not None and _kind(row, column) == CellKind.NUMBER and cell:
        return of_number(float(cell))
    return read_moment(cell)


def _with_time(moment: Moment, row: GridRow, columns: Columns, parts: dict[Meaning, str]) -> Moment:
    for meaning in (Meaning.TIME, Meaning.END_TIME):
        column = columns.at(meaning)
        cell = row.cells[column] if column is not None and column < len(row.cells) else ""
        if column is None or not cell:
            continue
        time = clock.Clock(clock.of_number(float(cell))) if _kind(row, column) == CellKind.NUMBER else _of_cell(cell)
        if time.start is None or time.rest:
            _keep(parts, f"{columns.names[column]}: {cell}")
        if time.start is None:
            moment = moment.with_fault(FaultKind.NOT_A_TIME, cell)
        elif meaning is Meaning.TIME:
            moment = replace(moment, time=time.start, end_time=time.end or moment.end_time,
                             uncertain=moment.uncertain or time.uncertain)  # fmt: skip
        else:
            moment = replace(moment, end_time=time.start)
    return moment


def _of_cell(cell: str) -> clock.Clock:
    """The time of a cell, which may hold a day as well, as Excel's 1900-01-00 14:30."""
    behind = cell.rpartition("T")[2] if "T" in cell[8:12] else cell
    return clock.read_time(behind)


def _keep(parts: dict[Meaning, str], words: str) -> None:
    """Put words that no field holds among the notes."""
    parts[Meaning.NOTE] = "\n".join(filter(None, (parts.get(Meaning.NOTE, ""), words)))
