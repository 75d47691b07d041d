"""The command timetable."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewdocs.cli.common import finish, open_case, printable, say
from reviewdocs.errors import UsageError

if TYPE_CHECKING:
    from reviewdocs.policy.timetable import Item


class TimetableFormat(StrEnum):
    """How a timetable is told."""

    TEXT = "text"
    JSON = "json"
    ICS = "ics"
    XLSX = "xlsx"


def timetable(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.", show_default=False)],
    profile: Annotated[
        list[str] | None,
        typer.Option("--profile", help="Go by these timescales instead of the case's; may be given several times."),
    ] = None,
    form: Annotated[TimetableFormat, typer.Option("--format", help="How to tell it.")] = TimetableFormat.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", metavar="FILE", help="Write it there; a workbook needs it.", show_default=False)
    ] = None,
    ics: Annotated[Path | None, typer.Option("--ics", metavar="FILE", help="Write the calendar there as well.")] = None,
    xlsx: Annotated[
        Path | None, typer.Option("--xlsx", metavar="FILE", help="Write the workbook there as well.")
    ] = None,
    on: Annotated[str, typer.Option("--date", metavar="DAY", help="As it stands on this day; today if absent.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Tell what is due, done and late in a case, by whom, with each rule and its source.

    Example:  reviewdocs timetable cases/LCSPR-2026-01 --ics dates.ics
    """
    from reviewdocs.workflows import timetable as job

    form = TimetableFormat.JSON if as_json else form
    today = day_of(on)
    if form is TimetableFormat.XLSX and output is None:
        raise UsageError("A workbook cannot be printed.", remedy="Say where to: --format xlsx -o FILE.xlsx.")
    opened = open_case(case)
    review, items = job.timetable(opened, profiles=profile or (), today=today)
    text = "".join(f"{line}\n" for line in lines(items))
    made = {
        TimetableFormat.TEXT: lambda: text.encode(),
        TimetableFormat.JSON: lambda: job.as_json(items, today).encode(),
        TimetableFormat.ICS: lambda: job.as_calendar(review, items, today),
        TimetableFormat.XLSX: lambda: job.as_workbook(items),
    }
    for wanted, path in ((TimetableFormat.ICS, ics), (TimetableFormat.XLSX, xlsx), (form, output)):
        if path is not None:
            job.write(path, made[wanted](), opened)
            say(f"→ {path}")
    if output is None and not (form is TimetableFormat.TEXT and (ics or xlsx)):
        told = made[form]().decode()
        typer.echo(told if form is TimetableFormat.ICS else printable(told), nl=False)
    finish(0)


def lines(items: tuple[Item, ...]) -> list[str]:
    """The timetable for a person: what is late first, then what is to come, done, and waiting."""
    from reviewdocs.policy.timetable import State
    from reviewdocs.workflows.timetable import told

    titles = {
        State.LATE: "LATE", State.DUE: "TO COME", State.UNRECORDED: "NOT RECORDED AS DONE",
        State.DONE_LATE: "DONE LATE", State.DONE: "DONE", State.WAITING: "WAITING",
    }  # fmt: skip
    shown: list[str] = []
    for state, title in titles.items():
        here = [item for item in items if item.state is state]
        shown += [f"{title} ({len(here)})"] if here else []
        for item in here:
            due = f"{item.due:%d/%m/%Y}" if item.due else "no day yet"
            done = f", done {item.done:%d/%m/%Y}" if item.done else ""
            shown.append(f"  {due}  {item.title} – {item.who}{done}  [{item.id}]")
            shown.append(f"              {told(item)}; {item.since}. {item.source}")
    return shown


def day_of(told: str) -> dt.date:
    """The day of --date.

    Raises:
        UsageError: it is none.
    """
    try:
        return dt.date.fromisoformat(told) if told else dt.date.today()
    except ValueError as error:
        raise UsageError("--date takes a day such as 2024-05-31.") from error
