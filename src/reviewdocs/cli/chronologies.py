"""Commands on chronologies: merge, check."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewdocs.cli.common import finish, open_case, progress, say, say_json
from reviewdocs.errors import UsageError

if TYPE_CHECKING:
    from reviewdocs.model.review import Scope
    from reviewdocs.workflows.chronology import ChronologyResult

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.", show_default=False)]
Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE]...",
        help="Agencies' returns (.docx, .xlsx, .csv), each FILE or AGENCY=FILE; none: all in CASE/chronologies.",
    ),
]
First = Annotated[str, typer.Option("--from", metavar="DAY", help="Set aside rows before this day (2021-05-31).")]
Last = Annotated[str, typer.Option("--to", metavar="DAY", help="Set aside rows after this day.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but what went wrong.")]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for another program.")]

chronology = typer.Typer(no_args_is_help=True, help="Agencies' chronologies: merge them, or see what is wrong.")


@chronology.command("merge")
def merge(
    case: CaseFolder,
    files: Files = None,
    first: First = "",
    last: Last = "",
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Merge agencies' returned chronologies into the case's; every row is accounted for, and what is new is marked.

    Example:  reviewdocs chronology merge cases/LCSPR-2026-01
    """
    from reviewdocs.workflows.chronology import merge as job

    told = progress(quiet=quiet or as_json)
    result = job(open_case(case), files or (), window=_window(first, last), today=dt.date.today(), progress=told)
    _tell(result, quiet=quiet, as_json=as_json)


@chronology.command("check")
def check(
    case: CaseFolder,
    files: Files = None,
    first: First = "",
    last: Last = "",
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Tell every fault of agencies' returned chronologies, and where no contact is recorded; nothing is written.

    Example:  reviewdocs chronology check cases/LCSPR-2026-01 POLICE=Downloads/return.docx
    """
    from reviewdocs.workflows.chronology import check as job

    told = progress(quiet=quiet or as_json)
    result = job(open_case(case), files or (), window=_window(first, last), today=dt.date.today(), progress=told)
    _tell(result, quiet=quiet, as_json=as_json)


def _window(first: str, last: str) -> Scope | None:
    """The period of --from and --to.

    Raises:
        UsageError: one of them is no day, or they are the wrong way round.
    """
    if not (first or last):
        return None
    from reviewdocs.model.review import Scope

    try:
        start = dt.date.fromisoformat(first) if first else dt.date(1900, 1, 1)
        end = dt.date.fromisoformat(last) if last else dt.date(2999, 12, 31)
        return Scope(start=start, end=end)
    except ValueError as error:
        raise UsageError("--from and --to take days such as 2021-05-31, the earlier first.") from error


def _tell(result: ChronologyResult, *, quiet: bool, as_json: bool) -> None:
    from reviewdocs.workflows.chronology_told import lines, plain

    if as_json:
        say_json(plain(result))
    else:
        for line in lines(result):
            say(line, quiet=quiet)
        for account in result.accounts:
            if account.refused and quiet:
                say(f"REFUSED  {account.file}: {account.refused}")
    finish(result.exit_code)
