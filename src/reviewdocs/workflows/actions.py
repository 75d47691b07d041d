"""The action plan after the report: where it stands, agencies asked how they get on, their answers taken in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError, OutputError, Problem, ReviewdocsError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.turns import turn
from reviewdocs.model.progress import Progress, Report
from reviewdocs.model.review import Action, Rag, Review
from reviewdocs.model.words import ReviewType
from reviewdocs.policy.deadlines import deadline
from reviewdocs.records.progress_data import FILE, progress_text, read_progress
from reviewdocs.records.workbook import MAX_BYTES, Column, Kind, Sheet, Table, read_separated, read_tables, write_tables
from reviewdocs.store.case import Case

SCHEMA = "reviewdocs/actions/1"
REQUESTS = "actions"
"""The folder of a case that requests for progress are written to."""
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_ROW = re.compile(r"\brow (\d+)\b")
_MOST = 80
"""Characters of an owner's name in the name of a file."""

_ASKED = Sheet(
    "actions",
    "Your actions. Fill in the shaded cells; leave the others as they are.",
    (
        Column("id", "Id", "Leave it as it is.", width=8),
        Column("recommendation", "Recommendation", "What the action answers.", Kind.REMARK, 40),
        Column("action", "Action", "What was agreed. Leave it as it is: it proves the row to be whole.", width=44),
        Column("owner", "Owner", "Who does it.", Kind.REMARK, 26),
        Column("deadline", "Deadline", "By when.", Kind.REMARK, 13),
        Column("success_measure", "Success measure", "How its effect is to be seen.", Kind.REMARK, 36),
        Column("before", "Reported before", "What was reported last.", Kind.REMARK, 36),
        Column("progress", "Progress now", "What has been done.", Kind.ENTRY, 44),
        Column("evidence", "Evidence", "What shows it. A finished action needs it.", Kind.ENTRY, 36),
        Column("completed", "Completed on", "A date, when it is finished.", Kind.DATE, 14),
        Column(
            "rag", "RAG", f"One of {', '.join(Rag)}: off track, some delay, on track, done.", Kind.ENTRY, 12,
            choices=tuple(Rag),
        ),
    ),
)  # fmt: skip
_ABOUT = (
    ("Action plan update", "Please fill in the shaded cells of the sheet actions and send the workbook back."),
    ("RAG", "Red: off track, the deadline will be missed without help. Amber: some delay or risk, with a plan. "
     "Green: on track. Complete: done, with evidence that it was."),
)  # fmt: skip
_PLAN = (
    Column("recommendation", "Recommendation", "The recommendation's number and text.", width=44),
    Column("action", "Action", "What is to be done.", width=44),
    Column("owner", "Owner", "Who does it.", width=26),
    Column("deadline", "Deadline", "By when.", Kind.DATE, 13),
    Column("intended_outcome", "Intended outcome", "What it is to change.", width=36),
    Column("success_measure", "Success measure", "How that will be seen.", width=36),
    Column("progress", "Progress", "Where it stands.", width=44),
    Column("evidence", "Evidence", "What shows it.", width=30),
    Column("rag", "RAG", "Red, Amber, Green or Complete.", width=11),
    Column("overdue", "Overdue", "Days past the deadline.", width=10),
)
_PLAN_OF_A_HOMICIDE = (
    Column("recommendation", "Recommendation", "The recommendation's number and text.", width=44),
    Column("scope", "Scope", "Local, regional or national.", width=12),
    Column("action", "Action to take", "What is to be done.", width=44),
    Column("owner", "Lead agency", "Who does it.", width=26),
    Column("milestones", "Key milestones", "Steps on the way.", width=36),
    Column("deadline", "Target date", "By when.", Kind.DATE, 13),
    Column("completed", "Completion date", "When it was done.", Kind.DATE, 15),
    Column("progress", "Outcome", "What came of it.", width=44),
    Column("rag", "RAG", "Red, Amber, Green or Complete.", width=11),
    Column("overdue", "Overdue", "Days past the target date.", width=10),
)
"""The Home Office's columns (multi-agency statutory guidance 2016, appendix on action plans)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one action stands: `overdue` days past its deadline (0: not), `doubts` on what was reported of it."""

    action: Action
    recommendation: str
    overdue: int
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Where a plan stands on a day; `update_due` is None where nothing is left to be done."""

    on: dt.date
    standings: tuple[Standing, ...]
    update_due: dt.date | None

    def count(self, rag: Rag) -> int:
        """How many actions stand at one colour."""
        return sum(standing.action.rag is rag for standing in self.standings)


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row of a returned workbook that cannot be taken, and why."""

    file: str
    row: str
    reason: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of returned workbooks: reports, rows that are none, and actions of which a file says nothing."""

    reports: tuple[Report, ...]
    faults: tuple[RowFault, ...]
    unanswered: tuple[str, ...]


def standing(case: Case, on: dt.date) -> Plan:
    """Where the case's action plan stands on a day.

    Raises:
        InputError, DataError: the data cannot be used.
    """
    review = case.load_review()
    last = max((report.on for report in read_progress(case.review_file).reports), default=review.version_date)
    return _plan(review, on, last)


def _plan(review: Review, on: dt.date, last: dt.date) -> Plan:
    texts = {r.id: f"{number}. {r.text}" for number, r in enumerate(review.recommendations, 1)}
    standings = tuple(
        Standing(action, texts[action.recommendation], _overdue(action, on), tuple(_doubts(action, on)))
        for action in review.actions
    )
    going_on = any(action.rag is not Rag.COMPLETE for action in review.actions)
    return Plan(on, standings, deadline("action-plan-update", last).due if going_on else None)


def _overdue(action: Action, on: dt.date) -> int:
    return 0 if action.rag is Rag.COMPLETE else max(0, (on - action.deadline).days)


def _doubts(action: Action, on: dt.date) -> Iterator[str]:
    if action.rag is Rag.COMPLETE and not action.evidence:
        yield "called complete without evidence"
    if action.rag is Rag.GREEN and on > action.deadline:
        yield "called on track past its deadline"


def ask(case: Case, on: dt.date) -> list[Path]:
    """Write a workbook for each owner of actions that go on, to fill in and send back; returns them.

    Raises:
        InputError, DataError: the data cannot be used.
        OutputError: one could not be written.
    """
    review = case.load_review()
    owners: dict[str, list[Standing]] = {}
    for one in _plan(review, on, on).standings:
        if one.action.rag is not Rag.COMPLETE:
            owners.setdefault(one.action.owner, []).append(one)
    folder = case.folder / REQUESTS
    folder.mkdir(exist_ok=True)
    made: list[Path] = []
    for owner, standings in owners.items():
        name = _UNSAFE.sub("-", f"{review.reference} action plan update {on} - {owner[:_MOST]}").rstrip(". ")
        same = sum(path.stem.casefold().startswith(name.casefold()) for path in made)
        path = folder / f"{name}{f' ({same + 1})' if same else ''}.xlsx"
        write_atomically(path, write_tables([(_ASKED, list(map(_asked, standings)))], about=_ABOUT))
        made.append(path)
    return made


def _asked(one: Standing) -> dict[str, Any]:
    action = one.action
    before = "\n".join(filter(None, [f"{action.rag}.", action.progress, action.evidence]))
    told = {key: getattr(action, key) for key in ("id", "action", "owner", "deadline", "success_measure")}
    return {**told, "recommendation": one.recommendation, "before": before}


def export(case: Case, target: Path, on: dt.date) -> None:
    """Write the whole plan as a workbook, in the columns of the review's type.

    Raises:
        UsageError: the target is no .xlsx, or is there already.
        InputError, DataError: the data cannot be used.
        OutputError: it could not be written.
    """
    if target.suffix.lower() != ".xlsx":
        raise UsageError("The plan is written as .xlsx.", where=str(target))
    review = case.load_review()
    columns = _PLAN_OF_A_HOMICIDE if review.review_type is ReviewType.DHR else _PLAN
    sheet = Sheet("action plan", f"{review.reference}, {on.day} {on:%B %Y}.", columns)
    records = [
        {column.key: getattr(one.action, column.key, None) for column in columns}
        | {"recommendation": one.recommendation, "overdue": one.overdue or None, "rag": one.action.rag.value}
        for one in _plan(review, on, on).standings
    ]
    write_atomically(target, write_tables([(sheet, records)], about=[("Action plan", review.title)]), new=True)


def take(case: Case, files: Iterable[Path], on: dt.date, *, all_or_nothing: bool = True) -> Taken:
    """Take in what agencies returned: each row's report, or why it cannot be one.

    Args:
        case: the case.
        files: workbooks that `ask` wrote, filled in (.xlsx, or saved as .csv).
        on: the day of the reports.
        all_or_nothing: where a row is faulty nothing is recorded; else the good rows are.

    Raises:
        InputError, DataError: the case's data cannot be used.
        OutputError: the reports could not be written.
    """
    with turn(case.folder):
        review = case.load_review()
        actions = {action.id: action for action in review.actions}
        reports: list[Report] = []
        faults: list[RowFault] = []
        unanswered: list[str] = []
        for file in files:
            for row, answer in _answers(file, actions, on):
                if isinstance(answer, Report):
                    reports.append(answer)
                elif isinstance(answer, ReviewdocsError):
                    faults.append(RowFault(file.name, row, f"{answer.what} {answer.remedy}".strip()))
                else:
                    unanswered.append(answer)
        if reports and not (faults and all_or_nothing):
            before = read_progress(case.review_file)
            new = tuple(report for report in reports if report not in before.reports)
            progress = Progress(reports=(*before.reports, *new))
            write_atomically(case.review_file.with_name(FILE), progress_text(progress))
            if read_progress(case.review_file) != progress:
                raise OutputError("The reports could not be read back as they were given.", where=FILE)
    return Taken(tuple(reports), tuple(faults), tuple(unanswered))


def _answers(
    file: Path, actions: Mapping[str, Action], on: dt.date
) -> Iterator[tuple[str, Report | ReviewdocsError | str]]:
    """Each row of a returned workbook: its report, why it has none, or the id of an action of which it says nothing."""
    try:
        table, problems = _table(file)
    except ReviewdocsError as error:
        yield "", error
        return
    faulty: dict[int, str] = {}
    for problem in problems:
        row = _ROW.search(problem.cell)
        said = f"{problem.cell or file.name}: found {problem.found}; {problem.expected}."
        if row and int(row[1]) > 1:
            faulty[int(row[1])] = f"{faulty.get(int(row[1]), '')} {said}".strip()
        else:
            yield "", InputError(said)
            return
    seen: dict[str, int] = {}
    for record, number in zip(table.records, table.rows, strict=True):
        row_name, known_by = f"row {number}", str(record.get("id", ""))
        if number in faulty:
            yield row_name, InputError(faulty[number])
        elif known_by in seen:
            yield row_name, InputError(f"{known_by} stands in row {seen[known_by]} already.", remedy="Take one out.")
        else:
            seen[known_by] = number
            yield row_name, _answer(record, actions, on, file.name)


def _table(file: Path) -> tuple[Table, Sequence[Problem]]:
    raw = bytes_of(file, most=MAX_BYTES)
    if file.suffix.lower() == ".csv":
        return read_separated(raw, file.name, _ASKED)
    tables, problems = read_tables(raw, file.name, [_ASKED])
    if _ASKED.name not in tables:
        raise InputError(f"The workbook has no sheet {_ASKED.name}.", where=file.name,
                         remedy="Give the one that `actions ask` wrote, filled in.")  # fmt: skip
    return tables[_ASKED.name], problems


def _answer(
    record: Mapping[str, Any], actions: Mapping[str, Action], on: dt.date, file: str
) -> Report | ReviewdocsError | str:
    known_by = str(record.get("id", ""))
    if known_by not in actions:
        return InputError(f"“{known_by[:40]}” is the id of no action.", remedy="Put the row back as it was written.")
    if " ".join(str(record.get("action", "")).split()) != " ".join(actions[known_by].action.split()):
        return InputError(f"The text of action {known_by} is another than in the plan.",
                          remedy="Sort whole rows only, and leave the action's text as it was written.")  # fmt: skip
    said = {key: str(record.get(key, "")).strip() for key in ("progress", "evidence", "completed", "rag")}
    if not any(said.values()):
        return known_by
    rag = next((rag for rag in Rag if rag.value.casefold() == said["rag"].casefold()), None)
    if said["rag"] and rag is None:
        return InputError(f"“{said['rag'][:40]}” is no RAG.", remedy=f"Choose one of {', '.join(Rag)}.")
    try:
        completed = dt.date.fromisoformat(said["completed"]) if said["completed"] else None
    except ValueError:
        return InputError(f"“{said['completed'][:40]}” is no date.", remedy="Write the day as 14/05/2026.")
    if rag is Rag.COMPLETE and not (said["evidence"] or actions[known_by].evidence):
        return InputError(f"{known_by} is called complete without evidence.", remedy="Say what shows it.")
    return Report(action=known_by, on=on, file=file, progress=said["progress"], evidence=said["evidence"],
                  completed=completed, rag=rag)  # fmt: skip
