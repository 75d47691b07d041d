"""Templates: which there are, a copy to change in Word, and the board's own with what is wrong in it."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import ReviewdocsError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.generate.catalogue import catalogue
from reviewdocs.store.case import Case
from reviewdocs.web.forms import Upload
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, say, show
from reviewdocs.web.screens.download import sent_as
from reviewdocs.workflows.earlier import keep_earlier
from reviewdocs.workflows.templates import Listed, TemplateCheck, templates_check, templates_copy, templates_list


async def overview(request: Request) -> Response:
    """Every document and letter, and whose template it is made from."""
    case = case_of(request)
    listed = await asyncio.to_thread(templates_list, case)
    checks = await asyncio.to_thread(_checks, case, listed)
    return show(request, "templates", title="Templates", case=case, listed=listed, checks=checks)


async def copy(request: Request) -> Response:
    """A copy of a shipped template among the case's own."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    path = await asyncio.to_thread(templates_copy, sent.text("template"), case)
    say(request, f"Copied: {path.name}. From now on this case is made from it. Take it away, change it, bring it back.")
    return go(f"/case/{desk.handle(case)}/templates")


async def bring(request: Request) -> Response:
    """The board's own template in its place."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    upload = sent.uploads("file")[0]
    say(request, await asyncio.to_thread(_taken_in, case, sent.text("template"), upload))
    return go(f"/case/{desk.handle(case)}/templates")


async def shipped(request: Request) -> Response:
    """A template's bytes, the board's own or the shipped one."""
    case, wanted = case_of(request), request.path_params["template"]
    found = next((t for t in templates_list(case) if t.entry.id == wanted), None)
    if found is None:
        raise UsageError("There is no such template.", remedy="Choose one of the list.")
    return sent_as(found.path.name, await asyncio.to_thread(found.path.read_bytes))


def _taken_in(case: Case, identifier: str, upload: Upload) -> str:
    """Put a template into the case, and say how it fares.

    Raises:
        UsageError: it is for nothing that is made.
        OutputError: it cannot be written.
    """
    entry = next((entry for entry in catalogue(case.templates) if entry.id == identifier), None)
    if entry is None:
        raise UsageError("It is not said what this template is for.", remedy="Choose a document or letter.")
    place, kept = case.templates / entry.template, ""
    before = place.read_bytes() if place.is_file() else b""
    if before and before != upload.data:
        kept = f" The one before is kept as earlier/{keep_earlier(case, place, before).name} among the records."
    write_atomically(place, upload.data)
    return f"Taken in as the template of {entry.title}.{kept} What is wrong with it, if anything, stands below."


def _checks(case: Case, listed: list[Listed]) -> dict[str, TemplateCheck | str]:
    """What is to say of each of the board's own; a text where it cannot be read."""
    checks: dict[str, TemplateCheck | str] = {}
    for template in listed:
        if template.own:
            try:
                checks[template.entry.id] = templates_check(template.path, made_from=template.entry.id, case=case)
            except ReviewdocsError as error:
                checks[template.entry.id] = f"{error.what} {error.remedy}"
    return checks


SCREEN = Screen("templates", "Templates", [
    Step("/case/{case}/templates", "GET", overview),
    Step("/case/{case}/templates/copy", "POST", copy),
    Step("/case/{case}/templates/bring", "POST", bring),
    Step("/case/{case}/templates/{template}/file", "GET", shipped),
])  # fmt: skip
