"""What the commands share: printing, progress, and finding the map."""

from __future__ import annotations

import json
import os
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reviewdocs.errors import InputError, UsageError

if TYPE_CHECKING:
    from reviewdocs.model.pseudonyms import PseudonymMap
    from reviewdocs.store.case import Case
    from reviewdocs.store.maps import Passphrase

QUIET_SECONDS = 2.0
"""Progress appears only for what takes longer than this."""
PASSPHRASE_VARIABLE = "REVIEWDOCS_PASSPHRASE"

PassphraseOption = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="FILE",
        help=f"Opens a locked map: a file, its first line the passphrase. Else {PASSPHRASE_VARIABLE} is used, else "
        "the command asks.",
    ),
]


def printable(text: str) -> str:
    """The text without control characters, which a hostile file name could use to rewrite the screen."""
    return "".join(c if c in "\n\t" or unicodedata.category(c)[0] != "C" else "�" for c in text)


def say(text: str = "", *, quiet: bool = False) -> None:
    """Print a line of the answer to stdout."""
    if not quiet:
        typer.echo(printable(text))


def say_json(content: Any) -> None:
    """Print one JSON object to stdout."""
    typer.echo(json.dumps(content, ensure_ascii=False, indent=1))


def progress(*, quiet: bool) -> Callable[[int, int, str], None]:
    """A progress reporter that writes to stderr, and only when the work takes longer than two seconds."""
    started = time.monotonic()

    def report(number: int, total: int, name: str) -> None:
        if not quiet and time.monotonic() - started > QUIET_SECONDS:
            typer.echo(printable(f"  {number} of {total}: {name}"), err=True)

    return report


def open_case(folder: Path, passphrase_file: Path | None = None) -> Case:
    """The case folder, with the errors a person understands when it is none."""
    from reviewdocs.store.case import Case

    case = Case.open(folder, passphrase_from(passphrase_file))
    tidy(*case.written_to)
    return case


def tidy(*folders: Path) -> None:
    """Remove what a command that was cut off left half written in these folders, and say so."""
    from reviewdocs.formats.atomic import sweep

    for path in sweep(dict.fromkeys(folders)):
        typer.echo(printable(f"Removed what an earlier run, which was cut off, left half written: {path}"), err=True)


def passphrase_from(file: Path | None) -> Passphrase:
    """What tells the passphrase of a locked map: the file, else the environment, else whoever sits at the keyboard.

    It is asked for only when a locked map is opened, and never taken from the command line, which others can see.
    """

    def tell(locked: Path) -> str:
        from reviewdocs.store.maps import no_passphrase

        if file is not None:
            return password_of(file)
        if told := os.environ.get(PASSPHRASE_VARIABLE, ""):
            return told
        if not sys.stdin.isatty():
            return no_passphrase(locked)
        return str(typer.prompt(f"Passphrase of {printable(locked.name)}", hide_input=True, err=True))

    return tell


def new_passphrase(file: Path | None, locked: Path) -> str:
    """The passphrase to lock a file with; asked for twice where it is typed.

    Raises:
        UsageError: there is none, and nobody to ask.
    """
    if file is not None or os.environ.get(PASSPHRASE_VARIABLE):
        return passphrase_from(file)(locked)
    if not sys.stdin.isatty():
        raise UsageError("There is no passphrase to lock the map with.",
                         remedy=f"Give --passphrase-file FILE (its first line is the passphrase), or set "
                         f"{PASSPHRASE_VARIABLE}, or run the command in a window where it can ask.")  # fmt: skip
    question = f"New passphrase for {printable(locked.name)}"
    return str(typer.prompt(question, hide_input=True, confirmation_prompt="The same once more", err=True))


def map_of(
    case: Path | None, map_file: Path | None, passphrase_file: Path | None = None
) -> tuple[PseudonymMap | None, Case | None]:
    """The pseudonym map of `--case` or `--map`; both None when neither is given.

    Raises:
        UsageError: both are given.
    """
    if case and map_file:
        raise UsageError("--case and --map were both given.", remedy="Give one: a case folder holds its own map.")
    if case:
        opened = open_case(case, passphrase_file)
        return opened.load_map(), opened
    if map_file:
        from reviewdocs.store.maps import load_map

        tidy(map_file.parent)
        return load_map(map_file, passphrase_from(passphrase_file)), None
    return None, None


def password_of(file: Path | None) -> str:
    """The password that a file given with `--password-from` holds; empty when none was given.

    Raises:
        InputError: the file holds none.
    """
    if file is None:
        return ""
    from reviewdocs.formats.protection import password_in

    return password_in(file)


def lines_of(file: Path) -> list[str]:
    """The lines of a small text file, blank ones and those that begin with # left out.

    Raises:
        InputError: it is missing or no UTF-8 text.
    """
    from reviewdocs.formats.files import read_file

    try:
        lines = read_file(file).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError("The file is not UTF-8 text.", where=str(file), remedy="Save it as UTF-8.") from error
    return [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]


def finish(code: int) -> None:
    """End the command with an exit code of docs/contracts.md."""
    sys.stdout.flush()
    raise typer.Exit(code)
