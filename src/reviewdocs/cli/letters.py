"""Commands for letters: made, and marked as sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from reviewdocs.cli.common import PassphraseOption, finish, open_case, progress, say, say_json
from reviewdocs.errors import UsageError

if TYPE_CHECKING:
    from reviewdocs.workflows.letters import LetterOutcome, LettersResult, LookedAt

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.", show_default=False)]
Which = Annotated[
    str, typer.Argument(metavar="LETTER", help="Which: see `reviewdocs templates list`.", show_default=False)
]
To = Annotated[
    list[str] | None, typer.Option("--to", metavar="ID", help="Only this recipient; may be given several times.")
]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but what went wrong.")]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for another program.")]
_MAKE = "make"


class _Making(TyperGroup):
    """Letters are made where no other command is named: `letters CASE LETTER`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the command there that is meant."""
        return super().parse_args(ctx, args if args[:1] and args[0] in self.commands else [_MAKE, *args])


letters = typer.Typer(cls=_Making, help="Write letters, and say which were sent.", no_args_is_help=False)


@letters.command(_MAKE)
def make(
    case: CaseFolder,
    letter: Which,
    recipients: Annotated[
        Path | None,
        typer.Option(
            "--recipients", metavar="FILE", help="Who gets it: .xlsx, .csv, or ids in a .txt. Absent: who usually does."
        ),
    ] = None,
    to: To = None,
    on: Annotated[datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="The letters' date.")] = None,
    skip_incomplete: Annotated[
        bool,
        typer.Option("--skip-incomplete", help="Leave out letters that lack something, and make the doubtful ones."),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing; say what would be.")] = False,
    preview: Annotated[
        str | None,
        typer.Option("--preview", metavar="ID", help="Make this one alone, outside the letters, to look at."),
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="A PDF of each letter too (needs LibreOffice).")] = False,
    printed: Annotated[
        bool, typer.Option("--print", help="One PDF of all of them to print on both sides (needs LibreOffice).")
    ] = False,
    zipped: Annotated[bool, typer.Option("--zip", help="All of them in one archive.")] = False,
    emails: Annotated[
        bool, typer.Option("--emails", help="A draft e-mail (.eml) to each, the letter attached.")
    ] = False,
    password_from: Annotated[
        str | None,
        typer.Option(
            "--password-from",
            metavar="FILE|column|reference",
            help="Protect what goes out: with the first line of FILE, with each recipient's Password in the file of "
            "recipients, or with the review's reference (which others know).",
        ),
    ] = None,
    passphrase_file: PassphraseOption = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Write a letter to each recipient into CASE/letters/LETTER, with a manifest; run again to go on.

    Nothing is written before all recipients were looked at: what is missing or doubtful about one stops the run. What
    went out is marked with `reviewdocs letters sent`, and is never overwritten.

    Example:  reviewdocs letters make cases/LCSPR-2026-01 notification
    (`make` may be left out: reviewdocs letters cases/LCSPR-2026-01 notification)
    """
    from reviewdocs.workflows.letters import IncompleteError
    from reviewdocs.workflows.letters import letters as job
    from reviewdocs.workflows.letters.sending import Sending, password_source

    if recipients and to:
        raise UsageError("--recipients and --to were both given.", remedy="Give one of them.")
    shown, day = progress(quiet=quiet or as_json), on.date() if on else None
    opened = open_case(case, passphrase_file)
    if preview is not None:
        _preview(opened, letter, preview, recipients, day, quiet=quiet, as_json=as_json)
    sending = Sending(pdf=pdf, printed=printed, zipped=zipped, emails=emails, password=password_source(password_from))
    try:
        result = job(
            opened, letter, to or (), from_file=recipients, on=day, skip_incomplete=skip_incomplete, dry_run=dry_run,
            sending=sending, progress=shown,
        )  # fmt: skip
    except IncompleteError as error:
        if as_json:
            say_json({"schema": "reviewdocs/letters/1", "letters": [], "looked_at": [_row(row) for row in error.table]})
        raise
    if as_json:
        say_json(_as_json(result))
    else:
        _say(result, quiet=quiet)
    finish(result.exit_code)


@letters.command("sent")
def sent(
    case: CaseFolder,
    letter: Which,
    on: Annotated[
        datetime, typer.Option("--on", formats=["%Y-%m-%d"], help="The day on which they went out.", show_default=False)
    ],
    to: To = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Mark letters as sent; from then on they are never overwritten, and a changed one is a new issue beside them.

    Without --to, all that are made and not marked yet.

    Example:  reviewdocs letters sent cases/LCSPR-2026-01 notification --on 2026-05-14
    """
    from reviewdocs.workflows.letters.sent import mark_sent as job

    marked = job(open_case(case), letter, on.date(), to or ())
    if as_json:
        rows = [
            {"recipient": one.recipient, "file": one.file, "on": one.on.isoformat(), "new": one.new, "note": one.note}
            for one in marked
        ]
        say_json({"schema": "reviewdocs/letters-sent/1", "sent": rows})
    for one in () if as_json else marked:
        odd = f" ({one.note})" if one.note else ""
        say(f"{'sent' if one.new else 'was sent':9} {one.on} {one.file}{odd}", quiet=quiet)


def _preview(
    case: Any, letter: str, recipient: str, recipients: Path | None, day: Any, *, quiet: bool, as_json: bool
) -> None:
    from reviewdocs.workflows.letters.preview import preview as job

    shown = job(case, letter, recipient, from_file=recipients, on=day)
    if as_json:
        say_json({"schema": "reviewdocs/letter-preview/1", "files": [str(file) for file in shown.files],
                  "looked_at": _row(shown.looked_at), "notes": list(shown.notes)})  # fmt: skip
    else:
        for file in shown.files:
            say(f"preview   {file}", quiet=quiet)
        for told in (*shown.looked_at.missing, *shown.looked_at.doubtful, *shown.notes):
            say(f"          {told}")
    finish(1 if shown.looked_at.missing else 0)


def _say(result: LettersResult, *, quiet: bool) -> None:
    for row in result.letters:
        _say_one(row, result.dry, quiet=quiet)
    for looked in result.looked_at:
        for told in (*looked.doubtful, *looked.notes):
            say(f"note      {looked.recipient} {looked.name}: {told}", quiet=quiet)
    for file, why in result.stale.items():
        say(f"STALE     {file}: {why}")
    for path in result.together:
        say(f"together  {path}", quiet=quiet)
    for warning in (*result.warnings, *result.unlisted):
        say(f"WARNING   {warning}")
    say("Nothing was written." if result.dry else f"Manifest: {result.manifest}", quiet=quiet)


def _say_one(row: LetterOutcome, dry: bool, *, quiet: bool) -> None:
    if row.output is None:
        say(f"NOT DONE  {row.recipient} {row.name}: {row.reason}")
        return
    told = "; ".join(text for text in (row.reason, *row.notes) if text)
    state = row.state or ("would be" if dry else "")
    beside = ", ".join(path.name for path in row.left_alone)
    left = f" (the edited {beside} was left as it is)" if beside else ""
    say(f"{state:9} {row.output}{left}{f' ({told})' if told else ''}", quiet=quiet)
    for path in row.also:
        say(f"          {path}", quiet=quiet)


def _as_json(result: LettersResult) -> dict[str, Any]:
    rows = [
        {
            "recipient": row.recipient,
            "output": str(row.output) if row.output else None,
            "state": row.state,
            "date": row.date.isoformat() if row.date else None,
            "undecided": row.undecided,
            "notes": list(row.notes),
            "reason": row.reason,
            "also": [str(path) for path in row.also],
        }
        for row in result.letters
    ]
    return {
        "schema": "reviewdocs/letters/1",
        "audience": result.audience,
        "dry_run": result.dry,
        "letters": rows,
        "looked_at": [_row(row) for row in result.looked_at],
        "stale": dict(result.stale),
        "together": [str(path) for path in result.together],
        "warnings": [*result.warnings, *result.unlisted],
    }


def _row(row: LookedAt) -> dict[str, Any]:
    lists: dict[str, Sequence[str]] = {"missing": row.missing, "doubtful": row.doubtful, "notes": row.notes}
    return {"recipient": row.recipient, "name": row.name, **{key: list(told) for key, told in lists.items()}}
