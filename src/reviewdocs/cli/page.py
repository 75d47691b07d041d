"""The command that opens the web page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reviewdocs.cli.common import say


def serve(
    folder: Annotated[
        Path, typer.Argument(metavar="[CASES_DIR]", help="The folder that holds the case folders.")
    ] = Path(),
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0: a port that is free.")] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it in the browser.")] = True,
) -> None:
    """Open the local web page, on which everything is done without commands; nothing leaves this machine.

    Example:  reviewdocs serve cases
    """
    from reviewdocs.web.server import serve as job

    job(folder, port=port, browser=browser, say=lambda line: say(line))
