"""The command tracker."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reviewdocs.cli.common import finish, say, say_json
from reviewdocs.cli.timetable import day_of


def tracker(
    cases: Annotated[
        Path, typer.Argument(metavar="CASES_DIR", help="The folder that holds the case folders.", show_default=False)
    ],
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="FILE", help="Write it there as a workbook.")] = None,
    on: Annotated[str, typer.Option("--date", metavar="DAY", help="As it stands on this day; today if absent.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for another program.")] = False,
) -> None:
    """Tell where each case of a folder stands, what is late in it and what is due next.

    Example:  reviewdocs tracker cases --xlsx tracker.xlsx
    """
    from reviewdocs.workflows import tracker as job

    today = day_of(on)
    found = job.tracked(cases, today)
    if xlsx is not None:
        job.write_workbook(found, xlsx)
    if as_json:
        say_json({"schema": job.SCHEMA, "on": today.isoformat(), "cases": job.as_rows(found)})
    else:
        for line in job.lines(found):
            say(line)
        if xlsx is not None:
            say(f"→ {xlsx}")
    finish(2 if any(case.trouble for case in found) else 0)
