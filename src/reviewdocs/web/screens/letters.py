"""Letters: choose one and who gets it, make them, take them away one by one or all together."""

from __future__ import annotations

import asyncio
import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import InputError, ReviewdocsError, UsageError
from reviewdocs.formats.files import read_file
from reviewdocs.generate.catalogue import Entry, TemplateKind, entries
from reviewdocs.generate.recipients import recipients_of, usual
from reviewdocs.model.review import Review
from reviewdocs.store.case import Case
from reviewdocs.store.made import MadeFiles
from reviewdocs.web.desk import Desk, case_in, files_of
from reviewdocs.web.jobs import Answer, Tell
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, show, start
from reviewdocs.web.screens.download import sent_as
from reviewdocs.workflows.letters import SCHEMA


@dataclass(frozen=True, slots=True)
class Made:
    """A letter that lies in the case."""

    name: str
    handle: str
    recipient: str
    date: str
    state: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A letter that can be made: who may get it (id, name, whether they usually do), and those there are."""

    entry: Entry
    recipients: Sequence[tuple[str, str, bool]]
    made: Sequence[Made]


async def overview(request: Request) -> Response:
    """The letters of this type of review."""
    desk, case = desk_of(request), case_of(request)
    kinds, trouble = await asyncio.to_thread(_kinds, desk, case)
    return show(request, "letters", title="Letters", case=case, kinds=kinds, trouble=trouble)


async def make(request: Request) -> Response:
    """Make those of one kind."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    recipients = list(sent.all("recipient"))
    if not recipients:
        raise UsageError("Nobody was chosen.", remedy="Tick at least one recipient.")
    back = f"/case/{desk.handle(case)}/letters"
    return start(request, f"Making {len(recipients)} letter{'s' if len(recipients) > 1 else ''}", back, make_letters,
                 case.folder, desk.passphrase(case), sent.text("letter"), recipients)  # fmt: skip


async def all_of(request: Request) -> Response:
    """All letters of one kind in one archive."""
    case, wanted = case_of(request), request.path_params["letter"]
    data = await asyncio.to_thread(_archive, case, wanted)
    return sent_as(f"{wanted}.zip", data)


def make_letters(tell: Tell, folder: Path, passphrase: str, letter: str, recipients: list[str]) -> Answer:
    """The work of making them."""
    from reviewdocs.workflows.letters import letters

    said = []
    for row in letters(case_in(folder, passphrase), letter, recipients, progress=tell).letters:
        if row.output is None:
            said.append(f"NOT DONE: {row.name}. {row.reason}")
            continue
        edited = ", ".join(path.name for path in row.left_alone)
        told = [row.reason, *row.notes, f"{edited} was edited and stays; the new one is beside it." if edited else ""]
        said.append(f"{row.name}: {row.state}. {' '.join(filter(None, told))}".rstrip())
    return {"lines": said}


def _kinds(desk: Desk, case: Case) -> tuple[list[Kind], str]:
    try:
        review = case.load_review()
        known = entries(TemplateKind.LETTER, review.review_type, case.templates)
    except ReviewdocsError as error:
        return [], error.what
    return [Kind(entry, _recipients(review, entry), _made(desk, case, entry)) for entry in known], ""


def _recipients(review: Review, entry: Entry) -> list[tuple[str, str, bool]]:
    assert entry.recipients is not None, "a letter has recipients"
    try:
        usually = usual(review, entry, dt.date.today())
    except UsageError:
        usually = ()
    return [(one.id, one.name, one.id in usually) for one in recipients_of(review, entry.recipients).values()]


def _made(desk: Desk, case: Case, entry: Entry) -> list[Made]:
    folder = case.letters / entry.id
    listing = MadeFiles(folder, folder / "manifest.json", SCHEMA)
    return [_told(desk, case, file, listing) for file in _letters_in(case, folder)]


def _told(desk: Desk, case: Case, file: Path, listing: MadeFiles) -> Made:
    known: Mapping[str, object] = listing.known(file.name)
    state = "as made" if listing.as_made(file.name) else "edited"
    if undecided := known.get("undecided"):
        state = f"{state}; {undecided} mention(s) to settle before it is sent"
    recipient, date = (str(known.get(name, "")) for name in ("recipient_name", "date"))
    return Made(file.name, desk.file_handle(case, file), recipient, date, state)


def _letters_in(case: Case, folder: Path) -> list[Path]:
    return [file for file in files_of(case) if file.parent == folder and file.suffix == ".docx"]


def _archive(case: Case, letter: str) -> bytes:
    """Every letter of a kind, zipped.

    Raises:
        InputError: there is none.
    """
    files = _letters_in(case, case.letters / letter) if letter.replace("-", "").isalnum() else []
    if not files:
        raise InputError("There are no such letters yet.", remedy="Make them first.")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(file.name, read_file(file))
    return packed.getvalue()


SCREEN = Screen("letters", "Letters", [
    Step("/case/{case}/letters", "GET", overview),
    Step("/case/{case}/letters", "POST", make),
    Step("/case/{case}/letters/{letter}/all", "GET", all_of),
])  # fmt: skip
