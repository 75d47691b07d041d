"""One letter: who may get it, what is missing, how it would look, what was made and what went out."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import InputError, ReviewdocsError, UsageError
from reviewdocs.formats.files import read_file
from reviewdocs.formats.office import office_program
from reviewdocs.generate.catalogue import Entry, TemplateKind, entry_of
from reviewdocs.generate.recipients import recipients_of, usual
from reviewdocs.model.review import Review
from reviewdocs.store.case import Case
from reviewdocs.store.made import SENT, MadeFiles
from reviewdocs.web.desk import Desk, case_in
from reviewdocs.web.jobs import Answer, Tell
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, say, show, start
from reviewdocs.web.screens.jobs import job_of
from reviewdocs.web.screens.letters import day_of, letters_in, state_of
from reviewdocs.workflows.letters import SCHEMA, LookedAt, letters
from reviewdocs.workflows.letters.sent import mark_sent

_PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that lies in the case: its name, its handle, its date, and how it stands."""

    name: str
    handle: str
    date: str
    state: str
    sent: bool


@dataclass(slots=True)
class Row:
    """Somebody who may get it.

    Attributes:
        id, name: who.
        usually: whether they usually get it.
        looked_at: what is missing or doubtful.
        made: their letters, oldest first.
    """

    id: str
    name: str
    usually: bool
    looked_at: LookedAt
    made: list[Letter] = field(default_factory=list)


@dataclass(slots=True)
class Shown:
    """What the screen shows: the rows, letters that are nobody's any more, and why it cannot be made at all."""

    entry: Entry
    rows: Sequence[Row] = ()
    others: Sequence[Letter] = ()
    trouble: str = ""


async def one(request: Request) -> Response:
    """The letter with all who may get it."""
    desk, case = desk_of(request), case_of(request)
    shown = await asyncio.to_thread(_shown, desk, case, request.path_params["letter"])
    return show(request, "letter", title=shown.entry.title, case=case, shown=shown, office=bool(office_program()))


async def preview(request: Request) -> Response:
    """Make one to look at."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    letter = request.path_params["letter"]
    back = f"/case/{desk.handle(case)}/letters/{_plain(letter)}/preview/{{job}}"
    return start(request, "Making one letter to look at", back, make_preview, case.folder, desk.passphrase(case),
                 letter, sent.text("recipient"))  # fmt: skip


def make_preview(tell: Tell, folder: Path, passphrase: str, letter: str, recipient: str) -> Answer:
    """The work of making it."""
    from reviewdocs.workflows.letters.preview import preview as job

    tell(1, 1, "")
    made = job(case_in(folder, passphrase), letter, recipient)
    told = [*made.looked_at.missing, *made.looked_at.doubtful, *made.notes]
    return {"name": made.looked_at.name, "files": [str(file) for file in made.files], "told": told}


async def previewed(request: Request) -> Response:
    """The pages of the letter that was made to look at."""
    desk, case, job = desk_of(request), case_of(request), job_of(request)
    files = [Path(file) for file in job.answer.get("files", ())]
    there = [(file, desk.file_handle(case, file)) for file in files if file.is_file()]
    pages = [handle for file, handle in there if file.suffix == ".png"]
    return show(request, "previewed", title="A letter to look at", case=case, letter=request.path_params["letter"],
                name=job.answer.get("name", ""), told=job.answer.get("told", ()), pages=pages,
                files=[(file.suffix[1:], handle) for file, handle in there if file.suffix != ".png"])  # fmt: skip


async def page(request: Request) -> Response:
    """A page of a letter that was made to look at, as a picture; nothing else of a case is ever shown so."""
    desk, case = desk_of(request), case_of(request)
    file = desk.file(case, request.path_params["file"])
    if file.parent != case.letters / _PREVIEW or file.suffix != ".png":
        raise InputError("There is no such page.", remedy="Make the letter to look at again.")
    return Response(await asyncio.to_thread(read_file, file), media_type="image/png")


async def mark(request: Request) -> Response:
    """Mark letters as sent."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    letter, recipients, on = request.path_params["letter"], list(sent.all("recipient")), day_of(sent, "on")
    if not recipients or on is None:
        raise UsageError("Nobody was chosen, or no day.", remedy="Tick who was sent a letter, and say on which day.")
    marked = await asyncio.to_thread(mark_sent, case, letter, on, recipients)
    new = [one for one in marked if one.new]
    odd = "; ".join(sorted({one.note for one in new if one.note}))
    say(request, f"{len(new)} marked as sent on {on}{f' ({odd})' if odd else ''}. They are never written over.")
    return go(f"/case/{desk.handle(case)}/letters/{_plain(letter)}")


def _shown(desk: Desk, case: Case, letter: str) -> Shown:
    """What there is to see of a letter.

    Raises:
        ReviewdocsError: there is no such letter, or the data cannot be used.
    """
    review = case.load_review()
    entry = entry_of(letter, TemplateKind.LETTER, review.review_type, case.templates)
    there = _there(desk, case, entry)
    assert entry.recipients is not None, "a letter has recipients"
    everybody = recipients_of(review, entry.recipients)
    table, trouble = {}, ""
    try:
        looked = letters(case, entry.id, list(everybody), dry_run=True) if everybody else None
        table = {row.recipient: row for row in looked.looked_at} if looked else {}
    except ReviewdocsError as error:
        trouble = f"{error.what} {error.remedy}"
    usually = _usually(review, entry)
    rows = [
        Row(to.id, to.name, to.id in usually, table.get(to.id, LookedAt(to.id, to.name)), there.pop(to.id, []))
        for to in everybody.values()
    ]
    others = [letter for letters_of in there.values() for letter in letters_of]
    return Shown(entry, rows, others, trouble)


def _usually(review: Review, entry: Entry) -> Sequence[str]:
    try:
        return usual(review, entry, dt.date.today())
    except UsageError:
        return ()


def _there(desk: Desk, case: Case, entry: Entry) -> dict[str, list[Letter]]:
    """The letters that lie there, by recipient."""
    folder = case.letters / entry.id
    made = MadeFiles(folder, folder / "manifest.json", SCHEMA)
    found: dict[str, list[Letter]] = {}
    for file in letters_in(case, folder):
        known = made.known(file.name)
        letter = Letter(file.name, desk.file_handle(case, file), str(known.get("date", "")), state_of(made, file),
                        SENT in known)  # fmt: skip
        found.setdefault(str(known.get("recipient", "")), []).append(letter)
    return found


def _plain(letter: str) -> str:
    """A letter's id as it stands in an address."""
    return letter if letter.replace("-", "").isalnum() else ""


SCREEN = Screen("letter", "", [
    Step("/case/{case}/letters/{letter}", "GET", one),
    Step("/case/{case}/letters/{letter}/preview", "POST", preview),
    Step("/case/{case}/letters/{letter}/preview/{job}", "GET", previewed),
    Step("/case/{case}/letters/page/{file}", "GET", page),
    Step("/case/{case}/letters/{letter}/sent", "POST", mark),
])  # fmt: skip
