"""A locked map: opened by its passphrase for this start alone, closed again by hand or when nobody works on it."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, show


async def ask(request: Request) -> Response:
    """Ask for the passphrase."""
    return show(request, "unlock", title="Locked map", case=case_of(request))


async def unlock(request: Request) -> Response:
    """Open it."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    await asyncio.to_thread(desk.unlock, case, sent.secret("passphrase"))
    return go(f"/case/{desk.handle(case)}")


async def lock(request: Request) -> Response:
    """Close it."""
    desk, case = desk_of(request), case_of(request)
    await form(request)
    desk.lock(case)
    return go(f"/case/{desk.handle(case)}")


SCREEN = Screen("unlock", "", [
    Step("/case/{case}/unlock", "GET", ask),
    Step("/case/{case}/unlock", "POST", unlock),
    Step("/case/{case}/lock", "POST", lock),
])  # fmt: skip
