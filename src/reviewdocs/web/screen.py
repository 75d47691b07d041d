"""What a screen is made of: its place in a case's menu, its addresses, and how it answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.store.case import Case
from reviewdocs.web.desk import Desk
from reviewdocs.web.forms import Form, form_of
from reviewdocs.web.jobs import Work
from reviewdocs.web.origin import CSRF
from reviewdocs.web.plainly import plain

Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Step:
    """One address of a screen: what is asked for there (GET) or sent there (POST)."""

    path: str
    method: str
    handler: Handler


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen, registered in `screens/__init__.py`.

    Attributes:
        name: of its template, and in its addresses.
        title: as the menu of a case shows it; empty where it stands in no case's menu.
        steps: its addresses; "/case/{case}/name" for one that stands in the menu.
    """

    name: str
    title: str
    steps: Sequence[Step]


def desk_of(request: Request) -> Desk:
    """What this start of the page works on."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk


def case_of(request: Request) -> Case:
    """The case of the address.

    Raises:
        InputError: there is none.
    """
    return desk_of(request).case(request.path_params["case"])


async def form(request: Request) -> Form:
    """The form that was sent.

    Raises:
        ForeignFormError: another page sent it.
    """
    return await form_of(request, desk_of(request).gate)


def show(request: Request, template: str, *, title: str, status: int = 200, **told: Any) -> Response:
    """A page.

    Args:
        request: that asked for it.
        template: in `templates/`, without its suffix.
        title: of the page, without any name.
        status: of the answer.
        told: what the template shows besides.
    """
    desk = desk_of(request)
    case: Case | None = told.pop("case", None)
    common: Mapping[str, Any] = {
        "csrf": CSRF,
        "secret": desk.gate.csrf,
        "desk": desk,
        "title": title,
        "case": case,
        "handle": desk.handle(case) if case else "",
        "menu": [screen for screen in request.app.state.screens if screen.title] if case else [],
        "here": request.url.path,
        "most": MAX_FILE_BYTES,
        "jobs": desk.jobs.running(),
        "said": [desk.said.pop(0) for _ in desk.said[:]],
    }
    return HTMLResponse(_environment().get_template(f"{template}.html").render(**common, **told), status)


def say(request: Request, line: str) -> None:
    """Tell something on the next page that is shown."""
    desk_of(request).said.append(line)


def start(request: Request, title: str, back: str, work: Work, /, *arguments: object) -> Response:
    """Begin a job, and on to the page that shows how far it is.

    Args:
        request: that asked for it.
        title: what it does, without any name.
        back: the address of the screen that shows what came of it; "{job}" in it is the job's key.
        work: what is done.
        arguments: what it takes besides.
    """
    job = desk_of(request).jobs.start(title, back, work, *arguments)
    return go(f"/job/{job.key}")


def go(path: str) -> Response:
    """On to another address, after something was done."""
    return RedirectResponse(path, 303)


@cache
def _environment() -> jinja2.Environment:
    folder = resources.files("reviewdocs.web").joinpath("templates")
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: folder.joinpath(name).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["plain"] = plain
    return environment
