"""The command line: each command parses its options, calls one workflow and prints; heavy imports come inside."""

from __future__ import annotations

import io
import sys
from typing import Annotated, TextIO

import typer
from typer.core import TyperGroup

from reviewdocs import __version__
from reviewdocs.cli import (
    cases,
    chronologies,
    decisions,
    documents,
    page,
    publication,
    publishing,
    timetable,
    tracking,
    why,
)
from reviewdocs.cli.actions import actions
from reviewdocs.cli.common import printable
from reviewdocs.cli.letters import letters
from reviewdocs.cli.pseudonyms import pseudonyms
from reviewdocs.errors import ReviewdocsError, unexpected

_COMMANDS = (
    cases.demo,
    cases.new,
    cases.convert,
    cases.validate,
    documents.draft,
    documents.pack,
    publication.anonymise,
    publication.check,
    decisions.decide,
    publishing.approve,
    publishing.publish,
    publishing.verify,
    publishing.protect,
    why.explain,
    why.rules,
    timetable.timetable,
    tracking.tracker,
    page.serve,
)
_GROUPS = {
    "actions": actions,
    "chronology": chronologies.chronology,
    "letters": letters,
    "pseudonyms": pseudonyms,
    "templates": documents.templates,
}


class _Plainly(TyperGroup):
    """Tells a wrong value without the words that typer's validation begins its messages with."""

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]
        """Run what is asked for."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise


def app_for(asked: str = "") -> typer.Typer:
    """The program with the command that is asked for, or with all of them where that is none of ours.

    Taking in the options of every command would cost each start more than all else that it does.
    """
    app = typer.Typer(cls=_Plainly, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
    app.callback()(_options)
    ours = asked in _GROUPS or asked in {command.__name__ for command in _COMMANDS}
    for command in _COMMANDS:
        if not ours or command.__name__ == asked:
            app.command()(command)
    for name, group in _GROUPS.items():
        if not ours or name == asked:
            app.add_typer(group, name=name)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"reviewdocs {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Documents of UK safeguarding reviews, drafted from structured data and made safe to publish."""


def main() -> None:
    """Run a command; errors are told here, once, and end with their exit code."""
    for stream in (sys.stdout, sys.stderr):
        _write_utf8(stream)
    try:
        app_for(*sys.argv[1:2])()
    except ReviewdocsError as error:
        _end(error)
    except Exception as error:  # noqa: BLE001 - the face: users never see a traceback, nor text of their document
        _end(unexpected(error))


def _write_utf8(stream: TextIO) -> None:
    """Make a redirected stream UTF-8: a Windows code page cannot hold every name, and JSON is UTF-8 by definition."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _end(error: ReviewdocsError) -> None:
    typer.echo(printable(f"reviewdocs: {error}"), err=True)
    sys.exit(error.exit_code)
