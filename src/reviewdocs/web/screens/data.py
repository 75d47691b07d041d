"""The review's data: what is wrong or missing in it in plain words, the file to take away and to bring back."""

from __future__ import annotations

import asyncio
from pathlib import PurePath

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.store.case import Case
from reviewdocs.web.forms import Upload
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, show


async def status(request: Request) -> Response:
    """Errors and warnings of data and map."""
    from reviewdocs.workflows.validate import validate

    desk, case = desk_of(request), case_of(request)
    locked = desk.is_locked(case)
    result = None if locked else await asyncio.to_thread(validate, case.folder, case.passphrase)
    handles = [(f.name, desk.file_handle(case, f)) for f in (case.review_file, case.map_file) if f.is_file()]
    return show(request, "data", title="Data", case=case, result=result, locked=locked, files=handles)


async def bring_back(request: Request) -> Response:
    """Take a changed file of the data or map in the place of the one that is there."""
    case, sent = case_of(request), await form(request)
    for upload in sent.uploads("file"):
        await asyncio.to_thread(_replace, case, upload)
    return go(f"/case/{desk_of(request).handle(case)}/data")


def _replace(case: Case, upload: Upload) -> None:
    """Put a file in its place.

    Raises:
        UsageError: it is none of the case's.
    """
    places = {file.name: file for file in (case.review_file, case.map_file)}
    stem, suffix = PurePath(upload.name).stem.rstrip(" 0123456789()"), PurePath(upload.name).suffix
    place = places.get(upload.name) or places.get(f"{stem}{suffix}")  # a browser calls a second one "review (1).yaml"
    if place is None:
        raise UsageError(f"This is none of the files of this case: {', '.join(places)}.",
                         remedy="Name it as the one whose place it is to take, and send it again.")  # fmt: skip
    write_atomically(place, upload.data)


SCREEN = Screen("data", "Data", [
    Step("/case/{case}/data", "GET", status),
    Step("/case/{case}/data", "POST", bring_back),
])  # fmt: skip
