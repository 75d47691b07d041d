"""The page, put together: screens behind one door, and errors told once."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from functools import partial
from importlib import resources
from pathlib import PurePath

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from reviewdocs.errors import ReviewdocsError, unexpected
from reviewdocs.store.case import Case
from reviewdocs.web import screens
from reviewdocs.web.desk import Desk
from reviewdocs.web.door import Door, TooLargeError, too_large
from reviewdocs.web.forms import ForeignFormError
from reviewdocs.web.screen import Handler, case_of, show

_STATIC = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


def app_for(desk: Desk) -> Starlette:
    """The page over one folder of cases.

    Args:
        desk: what it works on; closed when the page ends.
    """
    routes = [Route("/static/{name}", _static)]
    for screen in screens.REGISTERED:
        routes += [Route(s.path, _told(s.handler), methods=[s.method], name=screen.name) for s in screen.steps]

    @contextlib.asynccontextmanager
    async def open_while_running(app: Starlette) -> AsyncIterator[None]:
        yield
        desk.close()

    app = Starlette(
        routes=routes,
        middleware=[Middleware(Door, gate=desk.gate)],
        exception_handlers={404: _nowhere},
        lifespan=open_while_running,
    )
    app.state.desk, app.state.screens = desk, screens.REGISTERED
    return app


def _told(handler: Handler) -> Handler:
    """The handler, its errors told on a page: what happened, and the way out."""

    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except ForeignFormError:
            return PlainTextResponse("This form did not come from this page, or from an earlier start of it. Go back, "
                                     "load the page again, and send it anew.", 403)  # fmt: skip
        except TooLargeError:
            return too_large()
        except ReviewdocsError as error:
            return show(request, "error", title="Not done", status=400, case=_case(request), error=error)
        except Exception as error:  # noqa: BLE001 - the face: nobody sees a traceback, nor text of their document
            return show(request, "error", title="Not done", status=500, case=_case(request), error=unexpected(error))

    return answer


def _case(request: Request) -> Case | None:
    """The case that a request was about, so that its menu is there beside an error; None where it cannot be opened."""
    try:
        return case_of(request) if "case" in request.path_params else None
    except ReviewdocsError:
        return None


async def _nowhere(request: Request, error: Exception) -> Response:
    return PlainTextResponse("There is no such page. Go back to the start: /", 404)


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    file = resources.files("reviewdocs.web").joinpath("static", name)
    kind = _STATIC.get(PurePath(name).suffix)
    if kind is None or PurePath(name).name != name or not file.is_file():
        return PlainTextResponse("There is no such file.", 404)
    return Response(await asyncio.to_thread(partial(file.read_bytes)), media_type=kind)
