"""Commands on the action plan: show, ask, take, export."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from reviewdocs.cli.common import finish, open_case, say, say_json, tidy

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.", show_default=False)]
On = Annotated[str, typer.Option("--on", metavar="DAY", help="The day (2026-05-31); today when left out.")]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for another program.")]

actions = typer.Typer(no_args_is_help=True, help="The action plan: where it stands, and what agencies report of it.")


@actions.command("show")
def show(case: CaseFolder, on: On = "", as_json: Json = False) -> None:
    """Say where each action stands: what is overdue, what is doubtful, and when agencies are to be asked next.

    Example:  reviewdocs actions show cases/LCSPR-2026-01
    """
    from reviewdocs.model.review import Rag
    from reviewdocs.workflows.actions import SCHEMA, standing

    plan = standing(open_case(case), _day(on))
    if as_json:
        say_json(
            {
                "schema": SCHEMA,
                "on": str(plan.on),
                "update_due": str(plan.update_due or ""),
                "actions": [
                    {**one.action.model_dump(mode="json"), "overdue": one.overdue, "doubts": one.doubts}
                    for one in plan.standings
                ],
            }
        )
        return
    say(f"{len(plan.standings)} actions: " + ", ".join(f"{plan.count(rag)} {rag}" for rag in Rag) + ".")
    for one in plan.standings:
        late = f", {one.overdue} days overdue" if one.overdue else ""
        say(f"{one.action.id:6} {one.action.rag:9} due {one.action.deadline}{late}")
        say(f"       {one.action.owner}: {one.action.action}")
        for doubt in one.doubts:
            say(f"       ! {doubt}")
    if plan.update_due:
        past = "was" if plan.update_due < plan.on else "is"
        say(f"The next update {past} due on {plan.update_due}. `reviewdocs actions ask {case}` writes the requests.")


@actions.command("ask")
def ask(case: CaseFolder, on: On = "") -> None:
    """Write a workbook for each owner of actions that go on, to be filled in and sent back.

    Example:  reviewdocs actions ask cases/LCSPR-2026-01
    """
    from reviewdocs.workflows.actions import ask as job

    made = job(open_case(case), _day(on))
    for path in made:
        say(f"Made {path}")
    if not made:
        say("Every action is complete; nobody need be asked.")


@actions.command("take")
def take(
    case: CaseFolder,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Workbooks that came back, filled in.")],
    on: On = "",
    all_or_nothing: Annotated[
        bool, typer.Option(help="Where a row is faulty, record nothing; else the good rows are recorded.")
    ] = True,
) -> None:
    """Take in what agencies reported of their actions; every faulty row is told.

    Example:  reviewdocs actions take cases/LCSPR-2026-01 Downloads/*.xlsx
    """
    from reviewdocs.workflows.actions import take as job

    taken = job(open_case(case), files, _day(on), all_or_nothing=all_or_nothing)
    for fault in taken.faults:
        say(f"ERROR    {fault.file}{f', {fault.row}' if fault.row else ''}: {fault.reason}")
    if taken.unanswered:
        say(f"Nothing is said of {', '.join(taken.unanswered)}.")
    kept = not (taken.faults and all_or_nothing)
    say(f"{len(taken.reports) if kept else 0} report(s) recorded, {len(taken.faults)} faulty row(s).")
    if not kept and taken.reports:
        say("Mend the rows and take the files again, or take the good ones with --no-all-or-nothing.")
    finish(2 if taken.faults else 0)


@actions.command("export")
def export(
    case: CaseFolder, target: Annotated[Path, typer.Argument(metavar="FILE", help="The .xlsx to make.")], on: On = ""
) -> None:
    """Write the whole plan as a workbook, in the columns that the review's type has.

    Example:  reviewdocs actions export cases/LCSPR-2026-01 plan.xlsx
    """
    from reviewdocs.workflows.actions import export as job

    tidy(target.parent)
    job(open_case(case), target, _day(on))
    say(f"Made {target}")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text) if text else dt.date.today()
    except ValueError:
        raise typer.BadParameter("A day is written 2026-05-31.", param_hint="--on") from None
