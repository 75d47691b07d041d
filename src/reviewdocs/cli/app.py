"""The command line: each command parses its options, calls one workflow and prints; heavy imports come inside."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from reviewdocs import __version__
from reviewdocs.cli import cases, documents, publication
from reviewdocs.cli.common import printable
from reviewdocs.errors import Fault, ReviewdocsError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for _command in (
    cases.demo,
    cases.new,
    cases.validate,
    documents.draft,
    documents.letters,
    publication.anonymise,
    publication.check,
):
    app.command()(_command)
app.add_typer(publication.pseudonyms, name="pseudonyms")
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
    try:
        app()
    except ReviewdocsError as error:
        _end(error)
    except Exception as error:  # noqa: BLE001 - the face: users never see a traceback, nor text of their document
        _end(Fault.of(error))


def _end(error: ReviewdocsError) -> None:
    typer.echo(printable(f"reviewdocs: {error}"), err=True)
    sys.exit(error.exit_code)
