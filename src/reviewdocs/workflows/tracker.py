"""Where each case of a folder stands, and what is late in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewdocs.errors import InputError, ReviewdocsError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.model.review import Rag, Review
from reviewdocs.policy.timetable import Item, State
from reviewdocs.records.chronology_data import FILE as CHRONOLOGY
from reviewdocs.records.workbook import Column, Kind, Sheet, write_tables
from reviewdocs.store.case import MAP_FORMS, Case
from reviewdocs.workflows.destination import refuse_overwriting
from reviewdocs.workflows.timetable import MARK, marked, timetable

SCHEMA = "reviewdocs/tracker/1"
_SHEET = Sheet(
    "cases",
    "Where each case stands.",
    (
        Column("folder", "Folder", "the case's folder", width=24),
        Column("reference", "Reference", "the review's", width=20),
        Column("type", "Type", "of review", width=12),
        Column("stage", "Stage", "the last that was reached", width=22),
        Column("late", "Late", "things past their day", width=8),
        Column("worst", "Late longest", "the one that is late longest", width=44),
        Column("next", "Next", "what is due next", width=44),
        Column("next_due", "Next due", "its day", Kind.DATE, 14),
        Column("actions_overdue", "Actions overdue", "past their deadline and not complete", width=16),
        Column("trouble", "Trouble", "why the case could not be read", width=60),
    ),
)


@dataclass(frozen=True, slots=True)
class Tracked:
    """One case.

    Attributes:
        folder: its name.
        reference, type: of the review; empty where it cannot be read.
        stage: the last that was reached, in words.
        late: what is past its day, longest first.
        next: what is due next; None where nothing is.
        actions_overdue: actions past their deadline that are not complete.
        trouble: why it could not be read.
    """

    folder: str
    reference: str = ""
    type: str = ""
    stage: str = ""
    late: tuple[Item, ...] = ()
    next: Item | None = None
    actions_overdue: int = 0
    trouble: str = ""


def tracked(folder: Path, today: dt.date) -> list[Tracked]:
    """Every case folder within a folder, by name; one that cannot be read is told with why.

    Raises:
        InputError: the folder is not there, or holds no case.
    """
    if not folder.is_dir():
        raise InputError("There is no such folder.", where=str(folder), remedy="Give the folder that holds the cases.")
    names = ("review.yaml", "review.xlsx", *MAP_FORMS)
    cases = [path for path in sorted(folder.iterdir()) if path.is_dir() and any((path / n).exists() for n in names)]
    if not cases:
        raise InputError("There is no case folder in it.", where=str(folder),
                         remedy="Give the folder that holds the cases, not a case.")  # fmt: skip
    return [_one(path, today) for path in cases]


def as_rows(cases: Sequence[Tracked]) -> list[dict[str, Any]]:
    """Each case as plain data."""
    return [
        {
            "folder": case.folder, "reference": case.reference, "type": case.type, "stage": case.stage,
            "late": len(case.late), "worst": _said(case.late[0]) if case.late else "",
            "next": case.next.title if case.next else "",
            "next_due": case.next.due.isoformat() if case.next and case.next.due else None,
            "actions_overdue": case.actions_overdue, "trouble": case.trouble,
        }
        for case in cases
    ]  # fmt: skip


def lines(cases: Sequence[Tracked]) -> Iterator[str]:
    """The tracker for a person: those with most that is late first."""
    for case in sorted(cases, key=lambda case: (-len(case.late), case.folder)):
        if case.trouble:
            yield f"{case.folder}: cannot be read. {case.trouble}"
            continue
        overdue = f", {case.actions_overdue} actions overdue" if case.actions_overdue else ""
        yield f"{case.folder}  {case.reference} ({case.type}): {case.stage}; {len(case.late)} late{overdue}"
        if case.late:
            yield f"    late longest: {_said(case.late[0])}"
        if case.next:
            yield f"    next: {_said(case.next)}"


def write_workbook(cases: Sequence[Tracked], path: Path) -> None:
    """The tracker as an .xlsx; one that was made before, and that nobody saved since, is written over.

    Raises:
        OutputError: something else is there, or it cannot be written.
    """
    refuse_overwriting(path, mark=MARK, keep=())
    rows = [
        {**row, "next_due": case.next.due if case.next else None}
        for case, row in zip(cases, as_rows(cases), strict=True)
    ]
    write_atomically(path, marked(write_tables([(_SHEET, rows)], about=())))


def _one(path: Path, today: dt.date) -> Tracked:
    try:
        case = Case.open(path)
        review, items = timetable(case, today=today)
    except ReviewdocsError as error:
        first = error.what.splitlines()[0]
        return Tracked(path.name, trouble=f"{first.rstrip('.:')}.")
    return Tracked(
        path.name,
        review.reference,
        review.review_type.value,
        _stage(case, review, today),
        tuple(item for item in items if item.state is State.LATE),
        next((item for item in items if item.state is State.DUE), None),
        sum(action.rag is not Rag.COMPLETE and action.deadline < today for action in review.actions),
    )


def _stage(case: Case, review: Review, today: dt.date) -> str:
    """The last stage that the case's folder or data show."""
    published = review.publication and review.publication.publish_on and review.publication.publish_on <= today
    held = [meeting.date for meeting in review.meetings if meeting.kind.casefold() == "panel" and meeting.date <= today]
    reached = (
        ("published", bool(published)),
        ("copies made", _holds(case.anonymised)),
        ("reports drafted", _holds(case.drafts)),
        ("chronologies merged", (case.folder / CHRONOLOGY).exists()),
        (f"{len(held)} panels held", bool(held)),
        ("agencies asked", _holds(case.letters)),
        ("decided", review.decision.date <= today),
    )
    return next((stage for stage, is_reached in reached if is_reached), "referred")


def _holds(folder: Path) -> bool:
    return folder.is_dir() and any(path.is_file() for path in folder.rglob("*.docx"))


def _said(item: Item) -> str:
    due = f"{item.due:%d/%m/%Y}" if item.due else ""
    return f"{item.title} ({item.who}), {due}"
