"""The start: the cases of the folder and where each stands, a new case, the sample case."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import ReviewdocsError, UsageError
from reviewdocs.model.words import ReviewType
from reviewdocs.policy.review_types import practice_of
from reviewdocs.store.case import Case
from reviewdocs.web.desk import Desk
from reviewdocs.web.forms import safe_name
from reviewdocs.web.jobs import Answer, Tell
from reviewdocs.web.screen import Screen, Step, desk_of, form, go, show

SAMPLE = "Sample-case"


@dataclass(frozen=True, slots=True)
class _Line:
    """A case in the list: `trouble` is why it cannot be opened, else empty."""

    name: str
    handle: str
    drafts: int
    copies: int
    locked: bool
    trouble: str


async def start(request: Request) -> Response:
    """The list of cases."""
    desk = desk_of(request)
    lines = await asyncio.to_thread(_lines, desk)
    types = [(kind.value, practice_of(kind).name) for kind in ReviewType]
    return show(request, "start", title="Your cases", lines=lines, types=types, sample=SAMPLE,
                has_sample=any(line.name == SAMPLE for line in lines))  # fmt: skip


async def new(request: Request) -> Response:
    """Make a case folder."""
    from reviewdocs.workflows.scaffold import new_case

    desk, sent = desk_of(request), await form(request)
    name = safe_name(sent.text("reference"))
    if not sent.text("reference") or name != sent.text("reference"):
        raise UsageError("A folder cannot have this name.",
                         remedy="Use letters, figures and hyphens, for example LCSPR-2026-01.")  # fmt: skip
    try:
        review_type = ReviewType(sent.text("type"))
    except ValueError:
        raise UsageError("This type of review is not known here.", remedy="Choose one of the list.") from None
    await asyncio.to_thread(new_case, desk.folder / name, review_type)
    return go(f"/case/{desk.gate.handle(name)}")


async def sample(request: Request) -> Response:
    """Make the fictional case, with everything in it."""
    desk = desk_of(request)
    await form(request)
    back = f"/case/{desk.gate.handle(SAMPLE)}"
    job = desk.jobs.start("Making the sample case", back, make_sample, desk.folder / SAMPLE)
    return go(f"/job/{job.key}")


def make_sample(tell: Tell, folder: Path) -> Answer:
    """The work of making it."""
    from reviewdocs.workflows.demo import demo

    said: list[str] = []
    demo(folder, say=said.append)
    return {"lines": said}


def _lines(desk: Desk) -> list[_Line]:
    lines = []
    for name, case, handle in desk.cases():
        if isinstance(case, ReviewdocsError):
            lines.append(_Line(name, handle, 0, 0, False, f"{case.what} {case.remedy}".rstrip()))
        else:
            lines.append(_Line(name, handle, _count(case.drafts), _count(case.anonymised), _is_locked(case), ""))
    return lines


def _count(folder: Path) -> int:
    return sum(file.is_file() and not file.name.startswith((".", "~$")) for file in folder.glob("*"))


def _is_locked(case: Case) -> bool:
    return case.map_file.suffix == ".locked"


SCREEN = Screen("start", "", [Step("/", "GET", start), Step("/new", "POST", new), Step("/sample", "POST", sample)])
