"""Commands on pseudonym maps: propose, lint, lock, unlock."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reviewdocs.cli.common import PassphraseOption, finish, new_passphrase, passphrase_from, say, say_json

MapOrCase = Annotated[
    Path, typer.Argument(metavar="MAP|CASE", help="A pseudonym map, or a case folder.", show_default=False)
]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for another program.")]

pseudonyms = typer.Typer(help="Work on a pseudonym map.", no_args_is_help=True)


@pseudonyms.command("lint")
def lint(
    map_file: MapOrCase,
    earlier: Annotated[
        list[Path] | None,
        typer.Option(
            "--earlier",
            metavar="MAP|CASE",
            help="The map of an earlier review; several times for several. With a CASE, those beside it are compared.",
        ),
    ] = None,
    passphrase_file: PassphraseOption = None,
    as_json: Json = False,
) -> None:
    """Say what is wrong, risky or doubtful in a pseudonym map.

    Example:  reviewdocs pseudonyms lint my-case/pseudonyms.yaml
    """
    from dataclasses import asdict

    from reviewdocs.workflows.pseudonyms.linting import lint as job

    report = job(map_file, earlier or (), passphrase_from(passphrase_file))
    if as_json:
        answer = {
            "file": str(report.file),
            "errors": [asdict(problem) for problem in report.errors],
            "doubts": [placed.as_json() for placed in report.doubts],
            "notes": list(report.notes),
        }
        say_json({"schema": "reviewdocs/lint/1", **answer})
        finish(report.exit_code)
    for problem in report.errors:
        say(f"ERROR    {problem}")
    for placed in report.doubts:
        say(str(placed))
    for note in report.notes:
        say(note)
    if report.errors:
        say(f"The map cannot be used yet: {len(report.errors)} error(s). Doubts are looked for once it can be.")
    else:
        expected = len(report.doubts) - report.to_settle
        say(f"{report.to_settle} to settle before the map is agreed, {expected} to expect.")
    finish(report.exit_code)


@pseudonyms.command("lock")
def lock(
    map_file: MapOrCase,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Lock a pseudonym map with a passphrase; every command opens it with that passphrase.

    Without the passphrase nobody can read it again, and nothing can recover it: keep it apart from the file.

    Example:  reviewdocs pseudonyms lock my-case
    """
    from reviewdocs.workflows.pseudonyms.locking import lock as job

    locked = job(map_file, lambda path: new_passphrase(passphrase_file, path))
    say(f"Locked and read back: {locked}. The plain file was removed.")
    say(
        "Removed is not wiped: solid-state disks, network shares, synchronised folders and backups may keep earlier "
        "copies for a while. Ask whoever runs them."
    )
    say("Without the passphrase the map is lost: keep it apart from the file, with somebody else knowing where.")


@pseudonyms.command("unlock")
def unlock(
    map_file: MapOrCase,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Make a locked pseudonym map plain again, to edit it.

    Example:  reviewdocs pseudonyms unlock my-case
    """
    from reviewdocs.workflows.pseudonyms.locking import unlock as job

    plain = job(map_file, passphrase_from(passphrase_file))
    say(f"Unlocked: {plain}. The locked file was removed.")
    say("Anybody who can open this folder can read it now: lock it again when you are done.")
