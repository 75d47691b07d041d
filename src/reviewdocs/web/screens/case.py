"""One case: what there is, and what comes next."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.store.case import Case
from reviewdocs.web.desk import Desk, files_of
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, show


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the case as screens list it."""

    name: str
    handle: str
    size: int


async def overview(request: Request) -> Response:
    """What lies in the case, folder by folder."""
    desk, case = desk_of(request), case_of(request)
    folders = await asyncio.to_thread(_folders, desk, case)
    return show(request, "case", title="Case", case=case, folders=folders, locked=desk.is_locked(case))


def listed(desk: Desk, case: Case, folder: Path) -> list[Listed]:
    """The files in one folder of a case."""
    files = [file for file in files_of(case) if folder in file.parents]
    return [Listed(str(f.relative_to(folder)), desk.file_handle(case, f), f.stat().st_size) for f in files]


def _folders(desk: Desk, case: Case) -> list[tuple[str, str, list[Listed]]]:
    told = (
        ("Drafts", "with real names", case.drafts),
        ("Letters", "with real names, but for those that leave the board", case.letters),
        ("Anonymised copies", "without them", case.anonymised),
        ("For publication", "", case.publication),
        ("Records", "with real names: keep them here", case.records),
    )
    return [(title, note, listed(desk, case, folder)) for title, note, folder in told]


SCREEN = Screen("case", "Overview", [Step("/case/{case}", "GET", overview)])
