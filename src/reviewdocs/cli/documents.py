"""Commands that make documents from data: draft, templates."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reviewdocs.cli.common import finish, open_case, progress, say, say_json
from reviewdocs.errors import UsageError
from reviewdocs.model.words import ReviewType

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.", show_default=False)]
CaseOption = Annotated[Path | None, typer.Option("--case", help="Look at this case's own templates too.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but what went wrong.")]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for another program.")]


def draft(
    case: CaseFolder,
    documents: Annotated[
        list[str] | None, typer.Argument(metavar="[DOCUMENT]...", help="Which: overview-report, executive-summary, …")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All documents of this review type.")] = False,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Fill document templates into CASE/drafts; a draft that was edited is never overwritten.

    Example:  reviewdocs draft cases/LCSPR-2026-01 --all
    """
    from reviewdocs.workflows.draft import draft as job

    if bool(documents) == everything:
        raise UsageError("Say which documents to draft.", remedy="Name them, or give --all for all of them.")
    done = job(open_case(case), documents or (), progress=progress(quiet=quiet or as_json))
    if as_json:
        rows = [
            {
                "document": d.document,
                "output": str(d.output) if d.output else None,
                "state": d.state,
                "reason": d.reason,
            }
            for d in done
        ]
        say_json({"schema": "reviewdocs/drafts/1", "documents": rows})
    for outcome in () if as_json else done:
        if outcome.output is None:
            say(f"NOT DONE  {outcome.title}: {outcome.reason}")
        else:
            say(f"{outcome.state or '':9} {outcome.title} → {outcome.output}{_beside(outcome.left_alone)}", quiet=quiet)
    finish(max((outcome.exit_code for outcome in done), default=0))


def pack(
    case: CaseFolder,
    forms: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FORM]...", help="Which: referral, chronology, …; all if none is named."),
    ] = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Write the review's forms into CASE/pack; one that was filled in is never overwritten.

    Example:  reviewdocs pack cases/LCSPR-2026-01
    """
    from reviewdocs.workflows.pack import pack as job

    done = job(open_case(case), forms or (), progress=progress(quiet=quiet or as_json))
    if as_json:
        rows = [
            {
                "form": d.form,
                "folder": d.folder,
                "output": str(d.output) if d.output else None,
                "state": d.state,
                "reason": d.reason,
            }
            for d in done
        ]
        say_json({"schema": "reviewdocs/pack/1", "forms": rows})
    for outcome in () if as_json else done:
        if outcome.output is None:
            say(f"NOT DONE  {outcome.title}: {outcome.reason}")
        else:
            where = f"{outcome.output.parent.name}/{outcome.output.name}"
            say(f"{outcome.state or '':9} {where}{_beside(outcome.left_alone)}", quiet=quiet)
    finish(max((outcome.exit_code for outcome in done), default=0))


def _beside(left_alone: tuple[Path, ...]) -> str:
    """What to say when an edited earlier file was left as it is."""
    return f" (the edited {', '.join(path.name for path in left_alone)} was left as it is)" if left_alone else ""


templates = typer.Typer(help="Work on document templates.", no_args_is_help=True)


@templates.command("list")
def list_templates(case: CaseOption = None, as_json: Json = False) -> None:
    """Every document and letter, who it is for, and the template it is made from.

    Example:  reviewdocs templates list
    """
    from reviewdocs.workflows.templates import templates_list as job

    listed = job(open_case(case) if case else None)
    if as_json:
        rows = [{"id": t.entry.id, "audience": t.entry.audience, "path": str(t.path), "own": t.own} for t in listed]
        say_json({"schema": "reviewdocs/templates/1", "templates": rows})
    for template in () if as_json else listed:
        entry = template.entry
        types = "every type" if set(entry.review_types) == set(ReviewType) else ", ".join(entry.review_types)
        own = "the board's own" if template.own else "shipped"
        say(f"{entry.id:26} {entry.kind:9} {entry.audience:11} {types:22} {entry.title} ({own})")


@templates.command("fields")
def fields(
    template: Annotated[
        str, typer.Argument(metavar="TEMPLATE", help="The id of a document or letter, or a template file.")
    ],
    case: CaseOption = None,
    as_json: Json = False,
) -> None:
    """The fields that a template uses, where, and those it could use.

    Example:  reviewdocs templates fields overview-report
    """
    from reviewdocs.workflows.templates import templates_fields as job

    found = job(template, open_case(case) if case else None)
    if as_json:
        say_json({"schema": "reviewdocs/fields/1", "used": found.used, "available": found.available})
        return
    for name, meaning in found.available.items():
        say(f"{'used  ' if name in found.used else '      '} {name:52} {meaning}")


@templates.command("check")
def check_template(
    template: Annotated[Path, typer.Argument(metavar="FILE", help="A template file.", show_default=False)],
    made_from: Annotated[str | None, typer.Option("--for", help="The document or letter it is for.")] = None,
    case: Annotated[
        Path | None,
        typer.Option("--case", help="Look at this case's own letters and fields; absent: the one around it."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Say what is wrong with a template, and where: unknown fields, text that would be lost; and what it lacks.

    Example:  reviewdocs templates check cases/LCSPR-2026-01/templates/overview-report.docx
    """
    from reviewdocs.workflows.templates import templates_check as job

    found = job(template, made_from=made_from, case=open_case(case) if case else None)
    if as_json:
        lists = {"unknown": list(found.unknown), "missing": list(found.missing), "unused": list(found.unused)}
        say_json({"schema": "reviewdocs/template-check/1", "for": found.made_from, **lists})
    else:
        for fault in found.unknown:
            say(f"FAULT    {fault}")
        for name in found.missing:
            say(f"missing  {name} ({found.compared})")
        say(f"{len(found.unknown)} faults, {len(found.missing)} missing; {len(found.unused)} more could be used.")
    finish(found.exit_code)


@templates.command("copy")
def copy_template(
    template: Annotated[
        str, typer.Argument(metavar="TEMPLATE", help="The id of a document or letter.", show_default=False)
    ],
    case: CaseFolder,
) -> None:
    """Copy a shipped template into CASE/templates, to be edited in Word.

    Example:  reviewdocs templates copy overview-report cases/LCSPR-2026-01
    """
    from reviewdocs.workflows.templates import templates_copy as job

    say(f"Copied to {job(template, open_case(case))}. From now on this case is drafted from it.")
