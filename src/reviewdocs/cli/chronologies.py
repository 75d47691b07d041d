"""Commands on chronologies: merge, check."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

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
    if as_json:
        say_json(_as_json(result))
    else:
        for line in lines(result):
            say(line, quiet=quiet)
        for account in result.accounts:
            if account.refused and quiet:
                say(f"REFUSED  {account.file}: {account.refused}")
    finish(result.exit_code)


def lines(result: ChronologyResult) -> list[str]:
    """What a person is told of a merge or a check."""
    told = [line for account in result.accounts for line in _account(account)]
    told += _faults(result)
    told += _gaps(result)
    told.append(_sum(result))
    if result.typed:
        told.append(
            f"{result.typed} entries typed in the review's data stand beside the merged ones: {result.entries} in all."
        )
    if result.added:
        told.append(f"{result.added} were added to what was merged before; they are marked NEW.")
    told += [f"→ {path}" for path in result.written]
    told += [f"{path} was edited and stays; the new one is beside it." for path in result.left_alone]
    return told


def _account(account: Any) -> list[str]:
    if account.refused:
        return [f"REFUSED  {account.file}: {account.refused}"]
    parts = [f"{account.merged} merged"]
    if account.known:
        parts.append(f"{account.known} there already")
    if account.aside:
        why = ", ".join(f"{count} {kind}" for kind, count in account.aside.most_common())
        parts.append(f"{account.aside.total()} set aside ({why})")
    beside = f"; {account.headings} more are headings" if account.headings else ""
    told = [f"{account.agency or 'by row':10} {account.file}: {account.rows} rows = {' + '.join(parts)}{beside}"]
    if account.gone:
        told.append(f"           {account.gone} entries merged earlier are no longer in it; they stay.")
    return told + [f"           Not read: {what}." for what in account.unread]


def _faults(result: ChronologyResult) -> list[str]:
    """Each row set aside; each fault of the others in a check, and only how many there are in a merge."""
    shown = [told for told in result.faults if told.aside or result.checked_only]
    marked = Counter(told.fault.kind for told in result.faults if not told.aside)
    told = [f"  {t.file}, {t.place}: {'set aside: ' if t.aside else ''}{t.fault}" for t in shown]
    if marked and not result.checked_only:
        which = ", ".join(f"{count} {kind}" for kind, count in marked.most_common())
        told.append(f"Merged and marked to check: {which}. `reviewdocs chronology check` lists each.")
    return told


def _gaps(result: ChronologyResult) -> list[str]:
    told = [f"No contact by any agency: {g.start:%d/%m/%Y} to {g.end:%d/%m/%Y} ({g.days} days)" for g in result.gaps]
    for agency, stretches in result.silent.items():
        longest = max(stretches, key=lambda stretch: stretch.days)
        told.append(
            f"{agency}: {len(stretches)} stretches without contact, the longest {longest.start:%d/%m/%Y} to "
            f"{longest.end:%d/%m/%Y} ({longest.days} days)"
        )
    return told


def _sum(result: ChronologyResult) -> str:
    merged, known = sum(a.merged for a in result.accounts), sum(a.known for a in result.accounts)
    aside = result.aside.total()
    return (
        f"Rows: {result.rows} in = {merged} merged + {known} there already + {aside} set aside. "
        "Every row is accounted for."
    )


def _as_json(result: ChronologyResult) -> dict[str, Any]:
    return {
        "schema": "reviewdocs/chronology/1",
        "files": [
            {"file": a.file, "agency": a.agency, "rows": a.rows, "merged": a.merged, "known": a.known,
             "set_aside": dict(a.aside), "headings": a.headings, "gone": a.gone, "marked": dict(a.faults),
             "unread": list(a.unread), "refused": a.refused or None}
            for a in result.accounts
        ],
        "faults": [
            {"file": t.file, "place": t.place, "kind": t.fault.kind, "found": t.fault.found, "message": str(t.fault),
             "set_aside": t.aside}
            for t in result.faults
        ],
        "rows": result.rows, "entries": result.entries, "typed": result.typed, "added": result.added,
        "gaps": [{"start": g.start.isoformat(), "end": g.end.isoformat(), "days": g.days} for g in result.gaps],
        "silent": {agency: [{"start": g.start.isoformat(), "end": g.end.isoformat(), "days": g.days} for g in stretches]
                   for agency, stretches in result.silent.items()},
        "written": [str(path) for path in result.written],
    }  # fmt: skip
