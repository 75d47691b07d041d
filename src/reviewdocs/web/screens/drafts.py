"""Drafts: made from the data, taken away to be edited in Word, and brought back; one that was edited is never lost."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import ReviewdocsError
from reviewdocs.generate.catalogue import Entry, TemplateKind, entries
from reviewdocs.store.case import Case
from reviewdocs.store.made import MadeFiles, State
from reviewdocs.web.desk import Desk, case_in, files_of
from reviewdocs.web.forms import Upload
from reviewdocs.web.jobs import Answer, Tell
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, say, show, start
from reviewdocs.workflows.bring_back import Brought, BroughtBack, bring_back
from reviewdocs.workflows.copies import Copied, copies
from reviewdocs.workflows.draft import SCHEMA

TYPES = (".docx", ".txt", ".md")
"""What can be anonymised."""
_BROUGHT = {
    Brought.NEW: "{name} is in the case now.",
    Brought.SAME: "{name} is there already, just so; nothing was changed.",
    Brought.IN_PLACE: "{name} was taken in. It took the place of the draft as it was made, which nobody had edited.",
    Brought.KEPT: "{name} was taken in. The one that was there had been edited: it is kept as {earlier}, and stands "
    "under Records of the overview.",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of the case: where it stands."""

    name: str
    handle: str
    edited: bool
    copied: str


async def overview(request: Request) -> Response:
    """The drafts there are, those that can be made, and where to bring one."""
    desk, case = desk_of(request), case_of(request)
    drafts = await asyncio.to_thread(drafts_of, desk, case)
    documents, trouble = await asyncio.to_thread(_documents, case)
    return show(request, "drafts", title="Drafts", case=case, drafts=drafts, documents=documents, trouble=trouble,
                told=bool(desk.password(case)), types=",".join(TYPES))  # fmt: skip


async def make(request: Request) -> Response:
    """Make those that were chosen."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    back = f"/case/{desk.handle(case)}/drafts"
    if not sent.all("document"):
        say(request, "Nothing was made: choose at least one document.")
        return go(back)
    return start(request, "Making drafts", back, make_drafts, case.folder, desk.passphrase(case), sent.all("document"))


async def bring(request: Request) -> Response:
    """Take in what was edited or written elsewhere."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    desk.take_password(case, sent.secret("password"))
    for line in await asyncio.to_thread(taken_in, case, sent.uploads("file"), desk.password(case)):
        say(request, line)
    return go(f"/case/{desk.handle(case)}/drafts")


def make_drafts(tell: Tell, folder: Path, passphrase: str, documents: list[str]) -> Answer:
    """The work of making them."""
    from reviewdocs.workflows.draft import draft

    said = []
    for done in draft(case_in(folder, passphrase), documents, progress=tell):
        if done.output is None:
            said.append(f"NOT DONE: {done.title}. {done.reason}")
        elif done.state is State.UNCHANGED:
            said.append(f"{done.title}: nothing has changed since it was made, in {done.output.name}.")
        else:
            kept = ", ".join(path.name for path in done.left_alone)
            beside = f" {kept} was edited and stays as it is; the new one stands beside it." if kept else ""
            said.append(f"{done.title}: made, in {done.output.name}.{beside}")
    return {"lines": said}


def taken_in(case: Case, uploads: Sequence[Upload], password: str) -> list[str]:
    """Bring files into the case's drafts; what became of each, in words."""
    return [_told(bring_back(case, upload.name, upload.data, password=password), case) for upload in uploads]


def drafts_of(desk: Desk, case: Case) -> list[Draft]:
    """Every draft, with whether somebody edited it and what copies there are of it."""
    made = MadeFiles(case.drafts, case.records / "drafts.json", SCHEMA)
    copied = {copy.draft: _copied(copy) for copy in copies(case)[0]}
    return [
        Draft(file.name, desk.file_handle(case, file), not made.as_made(file.name), copied.get(file, "no copy yet"))
        for file in files_of(case)
        if file.parent == case.drafts and file.suffix.lower() in TYPES
    ]


def _copied(copy: Copied) -> str:
    if copy.draft_changed:
        return "changed since its copy was made"
    return "copied before the map was changed" if copy.map_changed else "copied"


def _told(brought: BroughtBack, case: Case) -> str:
    earlier = brought.earlier.relative_to(case.records).as_posix() if brought.earlier else ""
    return _BROUGHT[brought.state].format(name=brought.path.name, earlier=earlier)


def _documents(case: Case) -> tuple[tuple[Entry, ...], str]:
    """The documents of this type of review, or why none can be made."""
    try:
        known = entries(TemplateKind.DOCUMENT, case.load_review().review_type)
    except ReviewdocsError as error:
        return (), error.what
    return known, "" if known else "No templates are shipped for this type of review yet. Bring your own drafts below."


SCREEN = Screen("drafts", "Drafts", [
    Step("/case/{case}/drafts", "GET", overview),
    Step("/case/{case}/drafts/make", "POST", make),
    Step("/case/{case}/drafts/bring", "POST", bring),
])  # fmt: skip
