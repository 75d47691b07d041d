"""Commands on whole cases and their data: demo, new, convert, validate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reviewdocs.cli.common import PassphraseOption, finish, passphrase_from, say, say_json, tidy
from reviewdocs.model.words import ReviewType


def demo(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to put the case.")] = Path("reviewdocs-demo"),
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")] = False,
) -> None:
    """Do the whole job on the bundled fictional case, and say where to look first.

    Example:  reviewdocs demo
    """
    from reviewdocs.workflows.demo import demo as job

    def step(text: str) -> None:
        say(text, quiet=quiet)

    tidy(folder, folder / "records")
    job(folder, say=step)


def new(
    case: Annotated[
        Path, typer.Argument(help="The case folder to make; it must not be there yet.", show_default=False)
    ],
    review_type: Annotated[ReviewType, typer.Option("--type", help="The review type.", case_sensitive=False)],
    workbook: Annotated[
        bool, typer.Option("--workbook", help="Make the data and the map as Excel workbooks (.xlsx).")
    ] = False,
) -> None:
    """Make a case folder with starter data and a starter pseudonym map to fill in.

    Example:  reviewdocs new cases/LCSPR-2026-01 --type LCSPR
    """
    from reviewdocs.workflows.scaffold import new_case

    tidy(case)
    for line in new_case(case, review_type, workbooks=workbook):
        say(line)


def convert(
    source: Annotated[Path, typer.Argument(metavar="FROM", help="A map or review data: .yaml, .xlsx or .yaml.locked.")],
    target: Annotated[Path, typer.Argument(metavar="TO", help="The file to make: .xlsx or .yaml.")],
    passphrase_file: PassphraseOption = None,
) -> None:
    """Turn a pseudonym map or review data into a workbook, or a workbook into .yaml; nothing is overwritten.

    Example:  reviewdocs convert cases/LCSPR-2026-01/pseudonyms.yaml map.xlsx
    """
    from reviewdocs.workflows.convert import convert as job

    tidy(source.parent, target.parent)
    for line in job(source, target, passphrase_from(passphrase_file)):
        say(line)


def validate(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.", show_default=False)],
    passphrase_file: PassphraseOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for another program.")] = False,
) -> None:
    """Check the structured data and the map: every error and warning, with file, line and field.

    Example:  reviewdocs validate cases/LCSPR-2026-01
    """
    from dataclasses import asdict

    from reviewdocs.workflows.validate import validate as job

    tidy(case)
    result = job(case, passphrase_from(passphrase_file))
    errors = [problem for problem in result.problems if not problem.warning]
    warnings = [problem for problem in result.problems if problem.warning]
    if as_json:
        say_json({"schema": "reviewdocs/validation/1", "problems": [asdict(problem) for problem in result.problems]})
    else:
        for said in result.said:
            say(f"{'warning ' if said.first.warning else 'ERROR   '} {said}")
        usable = "The data cannot be used yet." if errors else "The data can be used."
        say(f"{usable} {len(errors)} error(s), {len(warnings)} warning(s).")
    finish(2 if errors else 0)
