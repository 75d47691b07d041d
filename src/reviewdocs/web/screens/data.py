"""The review's data and the map as files: what is wrong or missing in plain words, each mended in its place."""

from __future__ import annotations

import asyncio
from pathlib import Path, PurePath

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import DataError, ReviewdocsError, UsageError
from reviewdocs.store.case import Case
from reviewdocs.store.locked import LOCKED
from reviewdocs.web.forms import Upload
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, say, show
from reviewdocs.web.screens.download import sent_as
from reviewdocs.workflows.filling_in import Page, bring_data, data_as_workbook, fill_in, page_of, rewrite, take_out
from reviewdocs.workflows.validate import ValidationResult, validate

_FILES = ("data", "map")
_FORMS = (".yaml", ".yml", ".xlsx")


async def status(request: Request) -> Response:
    """Errors, warnings and what is to be filled in, beside the fields."""
    case = case_of(request)
    return await _shown(request, case)


async def mend(request: Request) -> Response:
    """Put what was typed into its fields."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)

    def work() -> str:
        result = validate(case.folder, case.passphrase)
        page = _page(case, result, sent.text("which"), sent.text("known"))
        if out := sent.text("out"):
            take_out(case, page, out)
            return "Taken out. The file as it was before is kept among the records."
        values = {name.removeprefix("at "): sent.text(name) for name in sent.fields if name.startswith("at ")}
        return "Saved, and checked again." if fill_in(case, page, values) else "Nothing was filled in."

    say(request, await asyncio.to_thread(work))
    return go(f"/case/{desk.handle(case)}/data")


async def write(request: Request) -> Response:
    """Put a text in the place of a file; one that cannot be read stays on the page, to be mended."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    which, text = sent.text("which"), (sent.fields.get("text") or [""])[0].replace("\r\n", "\n")

    def work() -> None:
        result = validate(case.folder, case.passphrase)
        rewrite(case, _page(case, result, which, sent.text("known")), text)

    try:
        await asyncio.to_thread(work)
    except ReviewdocsError as error:
        return await _shown(request, case, kept=(which, text, error))
    say(request, "Saved, and checked again.")
    return go(f"/case/{desk.handle(case)}/data")


async def workbook(request: Request) -> Response:
    """The data as a workbook."""
    return sent_as("review.xlsx", await asyncio.to_thread(data_as_workbook, case_of(request)))


async def bring_back(request: Request) -> Response:
    """Take a changed file of the data or map in the place of the one that is there."""
    case, sent = case_of(request), await form(request)
    for upload in sent.uploads("file"):
        say(request, await asyncio.to_thread(_taken_in, case, upload))
    return go(f"/case/{desk_of(request).handle(case)}/data")


async def _shown(request: Request, case: Case, kept: tuple[str, str, ReviewdocsError] | None = None) -> Response:
    desk = desk_of(request)
    if desk.is_locked(case):
        return show(request, "data", title="Data", case=case, pages=None)

    def work() -> tuple[ValidationResult, list[tuple[str, Page, str]]]:
        result = validate(case.folder, case.passphrase)
        return result, [
            (which, page_of(case, file, result.problems), desk.file_handle(case, file) if file.is_file() else "")
            for which, file in zip(_FILES, _files(case), strict=True)
        ]

    result, pages = await asyncio.to_thread(work)
    trouble = kept[2] if kept else None
    faults = trouble.problems if isinstance(trouble, DataError) else ()
    return show(request, "data", title="Data", status=400 if kept else 200, case=case, result=result, pages=pages,
                kept=kept, faults=faults)  # fmt: skip


def _files(case: Case) -> tuple[Path, Path]:
    return case.review_file, case.map_file


def _page(case: Case, result: ValidationResult, which: str, known_by: str) -> Page:
    """A file as the form knew it.

    Raises:
        UsageError: it is none of the two, or is no longer as the form knew it.
    """
    if which not in _FILES:
        raise UsageError("It is not said which file this is for.", remedy="Load the page again.")
    page = page_of(case, _files(case)[_FILES.index(which)], result.problems)
    if page.known_by != known_by:
        raise UsageError("Somebody else has changed this file meanwhile, so nothing was written.",
                         remedy="Load the page again: it shows what stands there now.")  # fmt: skip
    return page


def _taken_in(case: Case, upload: Upload) -> str:
    """Put a file in its place, and say so.

    Raises:
        UsageError: it is none of the case's.
    """
    known = [file.name.removesuffix(LOCKED).rpartition(".")[0] for file in _files(case)]
    plain = PurePath(upload.name.removesuffix(LOCKED))
    stem = plain.stem.rstrip(" 0123456789()")  # a browser calls a second one "review (1).yaml"
    if stem not in known or plain.suffix.lower() not in _FORMS:
        raise UsageError(f"This is none of the files of this case: {', '.join(file.name for file in _files(case))}.",
                         remedy="Name it as the one whose place it is to take, and send it again.")  # fmt: skip
    bring_data(case, f"{stem}{plain.suffix}{LOCKED if upload.name.endswith(LOCKED) else ''}", upload.data)
    return f"{upload.name} was taken in, and is checked below. What was there before is kept among the records."


SCREEN = Screen("data", "Data", [
    Step("/case/{case}/data", "GET", status),
    Step("/case/{case}/data", "POST", bring_back),
    Step("/case/{case}/data/workbook", "GET", workbook),
    Step("/case/{case}/data/mend", "POST", mend),
    Step("/case/{case}/data/text", "POST", write),
])  # fmt: skip
