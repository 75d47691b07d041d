"""What the commands share: printing, progress, and finding the map."""

from __future__ import annotations

import json
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from reviewdocs.errors import InputError, UsageError

if TYPE_CHECKING:
    from reviewdocs.model.pseudonyms import PseudonymMap
    from reviewdocs.store.case import Case

QUIET_SECONDS = 2.0
"""Progress appears only for what takes longer than this."""


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


def open_case(folder: Path) -> Case:
    """The case folder, with the errors a person understands when it is none."""
    from reviewdocs.store.case import Case

    return Case.open(folder)


def map_of(case: Path | None, map_file: Path | None) -> tuple[PseudonymMap | None, Case | None]:
    """The pseudonym map of `--case` or `--map`; both None when neither is given.

    Raises:
        UsageError: both are given.
    """
    if case and map_file:
        raise UsageError("--case and --map were both given.", remedy="Give one: a case folder holds its own map.")
    if case:
        opened = open_case(case)
        return opened.load_map(), opened
    if map_file:
        from reviewdocs.records.maps import load_map

        return load_map(map_file), None
    return None, None


def password_of(file: Path | None) -> str:
    """The password that a file given with `--password-from` holds; empty when none was given.

    Raises:
        InputError: the file holds none.
    """
    if file is None:
        return ""
    from reviewdocs.formats import password_in

    return password_in(file)


def lines_of(file: Path) -> list[str]:
    """The lines of a small text file, blank ones and those that begin with # left out.

    Raises:
        InputError: it is missing or no UTF-8 text.
    """
    from reviewdocs.formats import read_file

    try:
        lines = read_file(file).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError("The file is not UTF-8 text.", where=str(file), remedy="Save it as UTF-8.") from error
    return [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]


def finish(code: int) -> None:
    """End the command with an exit code of docs/contracts.md."""
    sys.stdout.flush()
    raise typer.Exit(code)
