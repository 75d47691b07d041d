"""A worksheet that somebody filled in, read back: what is to be decided, and every fault by its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path, PurePath
from typing import Any

from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError, Problem, ReviewdocsError, UsageError
from reviewdocs.model.decisions import Action
from reviewdocs.records.workbook import MAX_BYTES, Table, read_separated, read_tables
from reviewdocs.risk.place import folded
from reviewdocs.store.case import Case
from reviewdocs.workflows.decide import Desk, Wish
from reviewdocs.workflows.worksheet import CHOICES, FORMS, SHEET

_NEEDED = ("found", "decision", "reason", "id")
_ID = re.compile(r"[0-9a-f]{16}")
_ROW = re.compile(r"\brow (\d+)\b")
_WORDED = (Action.REPLACE_WITH, Action.ADD_TO_MAP)


@dataclass(frozen=True, slots=True)
class RowWish:
    """What a row of a worksheet wants, or why it cannot be: one for each place of the row."""

    row: str
    wish: Wish | ReviewdocsError


def worksheet_wishes(case: Case, file: Path, by: str = "") -> list[RowWish]:
    """What a worksheet in a file decides; as `wishes_in`."""
    _refuse_other(file.name)
    return wishes_in(case, str(file), bytes_of(file, most=MAX_BYTES), by)


def _refuse_other(name: str) -> None:
    if PurePath(name).suffix.lower() not in FORMS:
        raise UsageError("A worksheet is an .xlsx or .csv.", where=name,
                         remedy="Give the one that `check --format xlsx` wrote, filled in.")  # fmt: skip


def wishes_in(case: Case, name: str, raw: bytes, by: str = "") -> list[RowWish]:
    """What a worksheet decides, row by row; rows without a decision want nothing.

    Args:
        case: the case whose findings it is about.
        name: of the worksheet.
        raw: its bytes.
        by: who decides; empty for whoever decided last in the case.

    Raises:
        UsageError: another kind of file.
        InputError: it cannot be read, its headings are not those of a worksheet, or the case's record is damaged.
    """
    _refuse_other(name)
    if len(raw) > MAX_BYTES:
        raise InputError(f"The worksheet is larger than {MAX_BYTES // 1_000_000} MB.", where=name)
    file = Path(name)
    table, problems = _table(raw, file)
    faults = _by_row(problems, file)
    if missing := [key for key in _NEEDED if key not in table.letters]:
        raise InputError(f"The worksheet has no column {' and none '.join(missing)}.", where=str(file),
                         remedy="Name the headings in row 1 as they were written.")  # fmt: skip
    texts = _texts(case)
    decided: dict[str, str] = {}
    wishes = [RowWish(f"row {number}", InputError(why)) for number, why in sorted(faults.items())]
    for record, number in zip(table.records, table.rows, strict=True):
        if number not in faults:
            wishes += _wishes(record, f"row {number}", by, texts, decided)
    return sorted(wishes, key=lambda wish: int(wish.row.split()[1]))


def _table(raw: bytes, file: Path) -> tuple[Table, list[Problem]]:
    if file.suffix.lower() == ".csv":
        return read_separated(raw, file.name, SHEET)
    tables, problems = read_tables(raw, file.name, [SHEET])
    if SHEET.name not in tables:
        raise InputError(f"The workbook has no sheet {SHEET.name}.", where=str(file),
                         remedy="Give the one that `check --format xlsx` wrote, filled in.")  # fmt: skip
    return tables[SHEET.name], problems


def _by_row(problems: Sequence[Problem], file: Path) -> dict[int, str]:
    """What is wrong with the cells of each row.

    Raises:
        InputError: something is wrong with the headings, or with no one row.
    """
    faults: dict[int, list[str]] = {}
    for problem in problems:
        row = _ROW.search(problem.cell)
        told = f"{problem.cell.partition(', ')[2] or problem.cell}: found {problem.found}; {problem.expected}"
        if row is None or int(row[1]) == 1:
            raise InputError(f"The worksheet cannot be read: {told}.", where=str(file))
        faults.setdefault(int(row[1]), []).append(told.removeprefix(f"row {row[1]}, "))
    return {number: " And ".join(told) for number, told in faults.items()}


def _texts(case: Case) -> dict[str, str]:
    """The text of each finding of the last checks."""
    return {sighting.finding.id: sighting.finding.text for sighting in Desk(case).seen}


def _wishes(
    record: Mapping[str, Any], row: str, by: str, texts: Mapping[str, str], decided: dict[str, str]
) -> Iterator[RowWish]:
    """What one row wants; `decided` tells in which row each finding was decided, and is added to."""
    try:
        wish = _wish(record, by)
        ids = _ids(record, texts) if wish else []
        for known_by in ids:
            if known_by in decided:
                raise InputError(f"This finding is decided in {decided[known_by]} already.", where="column id",
                                 remedy="Take one of the two decisions out.")  # fmt: skip
    except ReviewdocsError as error:
        yield RowWish(row, error)
        return
    for known_by in ids if wish else []:
        assert wish is not None
        decided[known_by] = row
        yield RowWish(row, replace(wish, finding=known_by))


def _wish(record: Mapping[str, Any], by: str) -> Wish | None:
    """The decision of a row, of no finding yet; None where there is none.

    Raises:
        InputError: it is unfinished or misspelt.
    """
    said, reason, argument = (str(record.get(key, "")).strip() for key in ("decision", "reason", "replacement"))
    if not said:
        if reason or argument:
            raise InputError("A reason or replacement stands there, and no decision.", where="column decision",
                             remedy=f"Choose one of {', '.join(CHOICES)}; or empty the row's other cells.")  # fmt: skip
        return None
    plain = "-".join(said.casefold().replace("_", " ").replace("-", " ").split())
    if plain not in CHOICES:
        near = get_close_matches(plain, CHOICES, n=1)
        meant = f"Did you mean {near[0]}? " if near else ""
        raise InputError(f"“{said[:40]}” is no decision.", where="column decision",
                         remedy=f"{meant}Choose one of {', '.join(CHOICES)}.")  # fmt: skip
    action = Action(plain)
    if not reason and action is not Action.LOOKED_AT:
        raise InputError("A decision needs a reason.", where="column reason", remedy="Say why.")
    if action in _WORDED and not argument:
        what = "the words to put there" if action is Action.REPLACE_WITH else "the id of the map's entry"
        raise InputError(f"{plain} needs {what}.", where="column replacement", remedy="Fill it in.")
    if argument and action not in _WORDED:
        raise InputError(f"{plain} takes no replacement.", where="column replacement",
                         remedy="Empty the cell, or choose replace-with.")  # fmt: skip
    return Wish("", action, reason, by, argument)


def _ids(record: Mapping[str, Any], texts: Mapping[str, str]) -> list[str]:
    """The findings that a row is about.

    Raises:
        InputError: they are none of the last check, or of another row.
    """
    ids = str(record.get("id", "")).strip().strip("[]").split()
    unknown = [known_by for known_by in ids if not _ID.fullmatch(known_by) or known_by not in texts]
    if unknown or not ids:
        told = f"“{unknown[0][:40]}” is the id of no finding of the last check." if unknown else "The id is gone."
        raise InputError(told, where="column id",
                         remedy="Put the row back as it was written, or check again for a new worksheet.")  # fmt: skip
    found = folded(str(record.get("found", "")))
    if found not in {folded(texts[known_by]) for known_by in ids}:
        raise InputError("The id belongs to another row than what was found.", where="column id",
                         remedy="Sort whole rows only; write a new worksheet and begin with that.")  # fmt: skip
    return ids
