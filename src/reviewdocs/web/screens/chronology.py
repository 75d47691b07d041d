"""Chronologies: agencies' returns dropped here, their faults seen, merged into the case's, and that taken away."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import InputError, ReviewdocsError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import read_file
from reviewdocs.model.review import Review, Scope
from reviewdocs.store.case import Case
from reviewdocs.web.desk import Desk, case_in, files_of
from reviewdocs.web.forms import Upload
from reviewdocs.web.jobs import Answer, Tell
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, say, show, start
from reviewdocs.workflows.earlier import keep_earlier

TYPES = (".docx", ".xlsx", ".csv")
"""What is read of agencies."""


@dataclass(frozen=True, slots=True)
class Returned:
    """An agency's file in the case: its name with the folder it lies in, and what stands for it in addresses."""

    name: str
    handle: str


async def overview(request: Request) -> Response:
    """The returns there are, the chronology made of them, and where to drop more."""
    desk, case = desk_of(request), case_of(request)
    review, trouble = await asyncio.to_thread(_review, case)
    returned, made = await asyncio.to_thread(_files, desk, case)
    entries = len(review.chronology) if review else 0
    return show(request, "chronology", title="Chronology", case=case, trouble=trouble, returned=returned, made=made,
                entries=entries, agencies=review.agencies if review else (), types=",".join(TYPES))  # fmt: skip


async def bring(request: Request) -> Response:
    """Take in agencies' files."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    agency = sent.text("agency")
    for upload in sent.uploads("file"):
        say(request, await asyncio.to_thread(_take_in, case, upload, agency))
    return go(f"/case/{desk.handle(case)}/chronology")


async def check(request: Request) -> Response:
    """See what is wrong with them."""
    return await _begin(request, "Looking at the chronologies", merging=False)


async def merge(request: Request) -> Response:
    """Merge them."""
    return await _begin(request, "Merging the chronologies", merging=True)


def work(tell: Tell, folder: Path, passphrase: str, window: list[str], merging: bool) -> Answer:
    """The work of both."""
    from reviewdocs.workflows import chronology
    from reviewdocs.workflows.chronology_told import lines

    case, job = case_in(folder, passphrase), chronology.merge if merging else chronology.check
    first, last = (dt.date.fromisoformat(day) if day else None for day in window)
    period = Scope(start=first or dt.date.min, end=last or dt.date.max) if first or last else None
    return {"lines": lines(job(case, window=period, today=dt.date.today(), progress=tell))}


async def _begin(request: Request, title: str, *, merging: bool) -> Response:
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    window = [sent.text("first"), sent.text("last")]
    _refuse_no_period(window)
    back = f"/case/{desk.handle(case)}/chronology"
    return start(request, title, back, work, case.folder, desk.passphrase(case), window, merging)


def _refuse_no_period(window: Sequence[str]) -> None:
    """Refuse days that are none, or the wrong way round.

    Raises:
        UsageError: they are.
    """
    try:
        days = [dt.date.fromisoformat(day) for day in window if day]
    except ValueError as error:
        raise UsageError("The first or last day is no day.", remedy="Write it as 2024-05-31.") from error
    if days != sorted(days):
        raise UsageError("The last day is before the first.", remedy="Exchange them.")


def _review(case: Case) -> tuple[Review | None, str]:
    try:
        return case.load_review(), ""
    except ReviewdocsError as error:
        return None, str(error)


def _files(desk: Desk, case: Case) -> tuple[list[Returned], list[Returned]]:
    """What agencies returned, and the documents made of it."""
    returned, made = [], []
    for file in files_of(case):
        if case.chronologies in file.parents:
            returned.append(Returned(str(file.relative_to(case.chronologies)), desk.file_handle(case, file)))
        elif file.parent == case.drafts and "Integrated chronology" in file.name:
            made.append(Returned(file.name, desk.file_handle(case, file)))
    return returned, made


def _take_in(case: Case, upload: Upload, agency: str) -> str:
    """Put an agency's file into the case; one of its name that was there is kept.

    Raises:
        InputError: the agency is none of the review's.
    """
    folder = case.chronologies
    if agency:
        if agency not in {one.id for one in case.load_review().agencies}:
            raise InputError("There is no such agency in this review.", remedy="Choose one of the list.")
        folder = folder / agency
    file = folder / upload.name
    if not file.is_file():
        write_atomically(file, upload.data)
        return f"{upload.name} is in the case now."
    if (before := read_file(file)) == upload.data:
        return f"{upload.name} is there already, just so."
    kept = keep_earlier(case, file, before)
    write_atomically(file, upload.data)
    return f"{upload.name} was taken in. The one that was there is kept as earlier/{kept.name}, under Records."


SCREEN = Screen("chronology", "Chronology", [
    Step("/case/{case}/chronology", "GET", overview),
    Step("/case/{case}/chronology/bring", "POST", bring),
    Step("/case/{case}/chronology/check", "POST", check),
    Step("/case/{case}/chronology/merge", "POST", merge),
])  # fmt: skip
