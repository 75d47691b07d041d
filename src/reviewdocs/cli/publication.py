"""Commands that make documents safe to publish: anonymise, check."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewdocs.cli.common import (
    PassphraseOption,
    finish,
    map_of,
    password_of,
    printable,
    progress,
    say,
    say_json,
    tidy,
)
from reviewdocs.disk import is_folder
from reviewdocs.errors import UsageError
from reviewdocs.model.standing import listed, unexplained
from reviewdocs.model.words import Audience

if TYPE_CHECKING:
    from reviewdocs.model.findings import CheckReport
    from reviewdocs.workflows.outcomes import FileOutcome

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILES",
        readable=False,
        help="One or more .docx, .txt or .md files; `check` takes .pdf too, and folders.",
        show_default=False,
    ),
]
CaseOption = Annotated[Path | None, typer.Option("--case", help="The case folder; its own map is used.")]
MapOption = Annotated[Path | None, typer.Option("--map", help="A pseudonym map, where there is no case folder.")]
PasswordOption = Annotated[
    Path | None,
    typer.Option(
        "--password-from", metavar="FILE", help="Opens protected documents: a file, its first line the password."
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for another program.")]


class Format(StrEnum):
    """How `check` reports."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    XFDF = "xfdf"


def anonymise(
    files: Files,
    case: CaseOption = None,
    map_file: MapOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help="Folder for the copies (default: CASE/anonymised; a family's: CASE/records/family).",
        ),
    ] = None,
    audience: Annotated[
        Audience, typer.Option(help="Who may read the result; decides what hidden content goes.")
    ] = Audience.PUBLIC,
    keep_comments: Annotated[
        bool,
        typer.Option("--keep-comments", help="For external: keep comments and tracked changes, their authors neutral."),
    ] = False,
    family: Annotated[
        list[str] | None,
        typer.Option("--for", metavar="ID", help="For family: whose names stay, by their ids in the map; repeatable."),
    ] = None,
    password_from: PasswordOption = None,
    passphrase_file: PassphraseOption = None,
    record: Annotated[
        Path | None, typer.Option(help="Write what was replaced to this file. It holds real names.")
    ] = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Write anonymised copies, read back and verified; the inputs are never touched.

    Example:  reviewdocs anonymise overview.docx --map pseudonyms.yaml -o anonymised
    """
    from reviewdocs.workflows.anonymise import anonymise as job
    from reviewdocs.workflows.destination import Destination, usual_folder
    from reviewdocs.workflows.workers import anonymising

    if family and audience is not Audience.FAMILY:
        raise UsageError("--for says whose names stay in a family's copy.", remedy="Give --audience family with it.")
    with anonymising() as worker:
        pmap, opened = map_of(case, map_file, passphrase_file)
        if pmap is None:
            raise UsageError("No pseudonym map.", remedy="Give --case CASE, or --map MAP with -o FOLDER.")
        if opened is None and output is None:
            raise UsageError("-o is missing.", remedy="With --map, say where the copies go: -o FOLDER.")
        tidy(*(path for path in (output, record and record.parent) if path))
        folder = output if output is not None else usual_folder(opened, audience) if opened else Path()
        batch = job(
            files,
            pmap=pmap,
            to=Destination(folder, opened, record),
            audience=audience,
            password=password_of(password_from),
            keep_comments=keep_comments,
            family=family or (),
            progress=progress(quiet=quiet or as_json),
            worker=worker,
        )
    if as_json:
        documents = [outcome.as_json() for outcome in batch.files]
        say_json({"schema": "reviewdocs/anonymised/1", "notes": list(batch.notes), "documents": documents})
    else:
        for outcome in batch.files:
            say(_line(outcome), quiet=quiet and outcome.output is not None and not outcome.doubt)
            for line in listed(outcome.standing):
                say(f"  STANDS  {line}", quiet=quiet)
        pages = [outcome.page for outcome in batch.files if outcome.page]
        if pages:
            say(f"Every change with its reason (holds real names): {', '.join(map(str, pages))}", quiet=quiet)
        undecided = any(outcome.undecided for outcome in batch.files)
        settle = "Undecided places stand as [name] or [date], to be settled before publication; `check` shows them."
        for note in (*batch.notes, settle) if undecided else batch.notes:
            say(note, quiet=quiet)
    finish(batch.exit_code)


def _line(outcome: FileOutcome) -> str:
    """One file's outcome in one line."""
    if outcome.output is None:
        return f"NOT DONE  {outcome.input.name or outcome.input}: {outcome.reason}"
    undecided = f", {outcome.undecided} UNDECIDED" if outcome.undecided else ""
    kinds = sorted(outcome.stripped, key=lambda kind: -outcome.stripped[kind])
    more = ", …" if len(kinds) > 3 else ""
    pieces = f"{sum(outcome.stripped.values())} pieces of hidden content"
    removed = f"; removed {pieces} ({', '.join(kinds[:3])}{more})" if kinds else ""
    unread = "".join(f"\n  NOT READ  {part}" for part in outcome.unread)
    unprotected = "; it was opened with the password, and the copy has NO password" if outcome.unprotected else ""
    count = unexplained(outcome.standing)
    standing = (
        f"; {count} word{' of the map still stands' if count == 1 else 's of the map still stand'}" if count else ""
    )
    return (
        f"{'IN DOUBT' if outcome.doubt else 'verified'}  {outcome.input.name} → {outcome.output}: "
        f"{f'{outcome.doubt} ' if outcome.doubt else ''}{outcome.replaced} replaced{undecided}, "
        f"{outcome.kept} kept{standing}{removed}{unprotected}{unread}"
    )


def check(
    files: Files,
    case: CaseOption = None,
    map_file: MapOption = None,
    form: Annotated[Format, typer.Option("--format", help="How to report.")] = Format.TEXT,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write the report to this file.")] = None,
    nlp: Annotated[
        list[str] | None,
        typer.Option(
            "--nlp",
            metavar="NAME",
            help="A spaCy model to run beside the shipped one: an installed package or a folder.",
        ),
    ] = None,
    password_from: PasswordOption = None,
    passphrase_file: PassphraseOption = None,
    quiet: Quiet = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Report the residual risks of finished documents, worst first.

    Example:  reviewdocs check anonymised/overview.docx --case my-case --format html -o risks.html
    """
    from reviewdocs.formats.atomic import write_atomically
    from reviewdocs.risk import reports
    from reviewdocs.workflows.check import check as job
    from reviewdocs.workflows.destination import refuse_overwriting

    pmap, opened = map_of(case, map_file, passphrase_file)
    form = Format.JSON if as_json else form
    if form is Format.DOCX and (output is None or output.suffix.lower() != ".docx"):
        raise UsageError(
            "A report in Word needs a file to be written to.", remedy="Give one with -o, its name ending in .docx."
        )
    if form is Format.XFDF and (output is None or output.suffix.lower() != ".xfdf"):
        raise UsageError("Marks for Acrobat need a file to be written to.", remedy="Give one with -o, ending in .xfdf.")
    worksheet = _worksheet(form, output)
    if output is not None:
        tidy(output.parent)
        refuse_overwriting(output, mark=reports.MARK, keep=[file for file in files if not is_folder(file)])
    password = password_of(password_from)
    shown = progress(quiet=quiet or form is Format.JSON)
    result = job(files, pmap=pmap, case=opened, password=password, models=nlp or (), progress=shown)
    report = _written(result.report, form, worksheet, password, quiet=quiet)
    if output is None:
        say(report.decode(), quiet=quiet and form is not Format.JSON)
    else:
        write_atomically(output, report)
        for line in reports.outcome(result.report):
            say(line, quiet=quiet)
        say(f"Report: {output}", quiet=quiet)
        for failed in result.report.failed:
            typer.echo(printable(f"NOT DONE  {failed.file}: {failed.reason}"), err=True)
    finish(result.exit_code)


def _written(report: CheckReport, form: Format, worksheet: str, password: str, *, quiet: bool) -> bytes:
    """The report in the form that was asked for."""
    from reviewdocs.risk import reports

    if worksheet:
        from reviewdocs.workflows.worksheet import as_worksheet

        return as_worksheet(report, worksheet)
    if form is Format.XFDF:
        from reviewdocs.workflows.marking import marked

        marks = marked(report, password)
        for line in marks.by_hand:
            say(f"Not marked, to be taken out by hand: {line}.", quiet=quiet)
        say(f"{marks.count} marks; nothing is taken out until Acrobat applies them.", quiet=quiet)
        return marks.data
    if form is Format.DOCX:
        from reviewdocs.risk.reports.word import as_docx  # slow to import

        return as_docx(report)
    write = {Format.TEXT: reports.as_text, Format.JSON: reports.as_json, Format.HTML: reports.as_html}[form]
    return write(report).encode()


def _worksheet(form: Format, output: Path | None) -> str:
    """The form of the worksheet that is asked for; empty where another report is.

    Raises:
        UsageError: its file is missing, or of another kind.
    """
    if form not in (Format.XLSX, Format.CSV):
        return ""
    from reviewdocs.workflows.worksheet import form_of

    return form_of(output)
