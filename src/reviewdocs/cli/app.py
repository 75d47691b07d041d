"""The command line: each command parses its options, calls one workflow and prints; heavy imports come inside."""

from __future__ import annotations

import io
import sys
from typing import Annotated, TextIO

import typer

from reviewdocs import __version__
from reviewdocs.cli import cases, decisions, documents, publication
from reviewdocs.cli.common import printable
from reviewdocs.cli.pseudonyms import pseudonyms
from reviewdocs.errors import Fault, ReviewdocsError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for _command in (
    cases.demo,
    cases.new,
    cases.convert,
    cases.validate,
    documents.draft,
    documents.letters,
    publication.anonymise,
    publication.check,
    decisions.decide,
):
    app.command()(_command)
app.add_typer(pseudonyms, name="pseudonyms")
app.add_typer(documents.templates, name="templates")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"reviewdocs {__version__}")
        raise typer.Exit


@app.callback()
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
        app()
    except ReviewdocsError as error:
        _end(error)
    except Exception as error:  # noqa: BLE001 - the face: users never see a traceback, nor text of their document
        _end(Fault.of(error))


def _write_utf8(stream: TextIO) -> None:
    """Make a redirected stream UTF-8: a Windows code page cannot hold every name, and JSON is UTF-8 by definition."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _end(error: ReviewdocsError) -> None:
    typer.echo(printable(f"reviewdocs: {error}"), err=True)
    sys.exit(error.exit_code)
