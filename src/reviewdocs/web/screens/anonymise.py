"""Anonymised copies: choose drafts or drop files, and see what became of each."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import UsageError
from reviewdocs.model.words import Audience
from reviewdocs.store.case import Case
from reviewdocs.web.desk import case_in
from reviewdocs.web.jobs import Answer, Tell
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, say, show, start
from reviewdocs.web.screens.drafts import TYPES, drafts_of, taken_in
from reviewdocs.web.screens.jobs import job_of
from reviewdocs.workflows.copies import copies

AUDIENCES = {
    Audience.PUBLIC: "Anybody: it will be published. Comments, tracked changes and all else that is hidden goes.",
    Audience.EXTERNAL: "A body outside the board, in confidence. Names and hidden content go all the same.",
    Audience.RESTRICTED: "The board itself. Names are replaced; comments, tracked changes and all else that is "
    "hidden stays. It is kept among the records, and must not be sent out.",
}


async def choose(request: Request) -> Response:
    """What can be anonymised, and the copies there are."""
    desk, case = desk_of(request), case_of(request)
    drafts = await asyncio.to_thread(drafts_of, desk, case)
    found, unreadable = await asyncio.to_thread(copies, case)
    listed = [(copy, desk.file_handle(case, copy.record), desk.file_handle(case, copy.copy)) for copy in found]
    return show(request, "anonymise", title="Anonymise", case=case, drafts=drafts, copies=listed, unreadable=unreadable,
                locked=desk.is_locked(case), told=bool(desk.password(case)), audiences=AUDIENCES,
                types=",".join(TYPES))  # fmt: skip


async def begin(request: Request) -> Response:
    """Take in what was dropped, then make the copies."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    audience = Audience(sent.text("audience") or Audience.PUBLIC)
    desk.take_password(case, sent.secret("password"))
    dropped = list(sent.files.get("file", ()))
    for line in await asyncio.to_thread(taken_in, case, dropped, desk.password(case)) if dropped else ():
        say(request, line)
    files = [desk.file(case, handle) for handle in sent.all("draft")]
    names = [*(file.name for file in files), *(upload.name for upload in dropped)]
    here = [name for name in dict.fromkeys(names) if (case.drafts / name).is_file()]
    if not here:
        raise UsageError("No draft was chosen.", remedy="Tick at least one, or drop a file, then anonymise.")
    title = f"Anonymising {len(here)} document{'s' if len(here) > 1 else ''}"
    back = f"/case/{desk.handle(case)}/anonymised/{{job}}"
    return start(request, title, back, make_copies, case.folder, desk.passphrase(case), here, audience,
                 desk.password(case))  # fmt: skip


def make_copies(
    tell: Tell, folder: Path, passphrase: str, names: Sequence[str], audience: Audience, password: str
) -> Answer:
    """The work of making them."""
    from reviewdocs.workflows.anonymise import anonymise
    from reviewdocs.workflows.destination import Destination

    case = case_in(folder, passphrase)
    batch = anonymise([case.drafts / name for name in names], pmap=case.load_map(),
                      to=Destination(place_of(case, audience), case), audience=audience,
                      password=password, progress=tell)  # fmt: skip
    files = [
        {
            **outcome.as_json(),
            "name": outcome.input.name,
            "to_look_at": sum(word.to_look_at for word in outcome.standing),
            "stands": sum(not word.explained for word in outcome.standing),
        }
        for outcome in batch.files
    ]
    return {"files": files, "notes": batch.notes}


def place_of(case: Case, audience: Audience) -> Path:
    """Where copies for an audience go: of one draft for two audiences they have one name."""
    if audience in (Audience.RESTRICTED, Audience.FAMILY):  # these may not lie among those that go out
        return case.records / audience
    return case.anonymised if audience is Audience.PUBLIC else case.anonymised / audience


async def result(request: Request) -> Response:
    """What became of each file of one run."""
    desk, case, job = desk_of(request), case_of(request), job_of(request)
    if not job.answer:
        return go(f"/case/{desk.handle(case)}/anonymise")
    files: list[dict[str, Any]] = [dict(file) for file in job.answer["files"]]
    for file in files:
        for kind in ("output", "record"):
            path = Path(file[kind]) if file[kind] else None
            file[f"{kind}_handle"] = desk.file_handle(case, path) if path else ""
    made = {file["record"] for file in files}
    found, _ = await asyncio.to_thread(copies, case)
    to_settle = sum(len(copied.unsettled) for copied in found if str(copied.record) in made)
    return show(request, "anonymised", title="Anonymised", case=case, files=files, notes=job.answer["notes"],
                to_settle=to_settle)  # fmt: skip


SCREEN = Screen("anonymise", "Anonymise", [
    Step("/case/{case}/anonymise", "GET", choose),
    Step("/case/{case}/anonymise", "POST", begin),
    Step("/case/{case}/anonymised/{job}", "GET", result),
])  # fmt: skip
