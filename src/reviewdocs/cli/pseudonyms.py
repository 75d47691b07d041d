"""Commands on pseudonym maps: propose, lint, lock, unlock."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reviewdocs.cli.common import (
    PassphraseOption,
    finish,
    new_passphrase,
    open_case,
    passphrase_from,
    password_of,
    progress,
    say,
    say_json,
    tidy,
)
from reviewdocs.errors import UsageError
from reviewdocs.model.words import ReviewType

MapOrCase = Annotated[
    Path, typer.Argument(metavar="MAP|CASE", help="A pseudonym map, or a case folder.", show_default=False)
]
Earlier = Annotated[
    list[Path] | None,
    typer.Option(
        "--earlier",
        metavar="MAP|CASE",
        help="The map of an earlier review; several times for several. With a CASE, those beside it are compared.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for another program.")]

pseudonyms = typer.Typer(help="Work on a pseudonym map.", no_args_is_help=True)


@pseudonyms.command("propose")
def propose(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[CASE] [DOCUMENT]...", help="A case folder, and documents with names to propose."),
    ] = None,
    case: Annotated[Path | None, typer.Option("--case", help="The case folder, if it is not named first.")] = None,
    map_file: Annotated[Path | None, typer.Option("--map", help="A map to add to, without a case folder.")] = None,
    review_type: Annotated[
        ReviewType | None, typer.Option("--type", help="The type of review, for a new map.", case_sensitive=False)
    ] = None,
    published: Annotated[
        list[Path] | None,
        typer.Option(
            "--published",
            metavar="FILE",
            help="A finished report: its chair, author and declared pseudonyms are proposed as permitted names.",
        ),
    ] = None,
    earlier: Earlier = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="The file to make, .yaml or .xlsx (default: in CASE/records)."),
    ] = None,
    password_from: Annotated[
        Path | None, typer.Option("--password-from", metavar="FILE", help="Opens protected documents.")
    ] = None,
    passphrase_file: PassphraseOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing but what went wrong.")] = False,
    as_json: Json = False,
) -> None:
    """Draft a pseudonym map, or what one is missing, from review data and documents, for a person to accept.

    What is agreed stays as it is; each new entry says where it comes from.

    Example:  reviewdocs pseudonyms propose my-case my-case/drafts/overview.docx
    """
    from reviewdocs.workflows.pseudonyms.proposing import Wanted
    from reviewdocs.workflows.pseudonyms.proposing import propose as job

    folders = [path for path in sources or () if path.is_dir()]
    if len([*folders, *filter(None, (case, map_file))]) > 1:
        raise UsageError("Several case folders or maps were given.", remedy="Give one CASE, or one --map.")
    case = case or (folders[0] if folders else None)
    wanted = Wanted(
        case=open_case(case, passphrase_file) if case else None,
        map_file=map_file,
        review_type=review_type,
        documents=tuple(path for path in sources or () if path not in folders),
        published=tuple(published or ()),
        earlier=tuple(earlier or ()),
        output=output,
    )
    tidy(*(path.parent for path in (map_file, output) if path))
    shown = progress(quiet=quiet or as_json)
    done = job(wanted, passphrase_from(passphrase_file), password=password_of(password_from), progress=shown)
    if as_json:
        answer = {"file": str(done.file) if done.file else None, "added": dict(done.added), "notes": list(done.notes)}
        say_json({"schema": "reviewdocs/proposed/1", **answer, "failed": list(done.failed)})
        finish(done.exit_code)
    for reason in done.failed:
        say(f"NOT DONE  {reason}")
    for note in done.notes:
        say(note, quiet=quiet)
    if done.file is None:
        say("Nothing is missing from the map, as far as could be told; no file was made.", quiet=quiet)
        finish(done.exit_code)
    added = ", ".join(f"{count} {name}" for name, count in done.added.items())
    beside = f" (the edited {', '.join(path.name for path in done.left_alone)} was left as it is)"
    say(f"Proposed: {added}, in {done.file}{beside if done.left_alone else ''}. It holds real names.", quiet=quiet)
    accept = "To accept it, read it, correct it, save it as the case's map, and run `reviewdocs pseudonyms lint`."
    say(accept, quiet=quiet)
    finish(done.exit_code)


@pseudonyms.command("lint")
def lint(
    map_file: MapOrCase,
    earlier: Earlier = None,
    passphrase_file: PassphraseOption = None,
    as_json: Json = False,
) -> None:
    """Say what is wrong, risky or doubtful in a pseudonym map.

    Example:  reviewdocs pseudonyms lint my-case/pseudonyms.yaml
    """
    from dataclasses import asdict

    from reviewdocs.workflows.pseudonyms.linting import lint as job

    tidy(map_file if map_file.is_dir() else map_file.parent)
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

    tidy(map_file if map_file.is_dir() else map_file.parent)
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

    tidy(map_file if map_file.is_dir() else map_file.parent)
    plain = job(map_file, passphrase_from(passphrase_file))
    say(f"Unlocked: {plain}. The locked file was removed.")
    say("Anybody who can open this folder can read it now: lock it again when you are done.")
