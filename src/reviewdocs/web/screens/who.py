"""Who's who: every entry of the map with the forms of its name that stand in the drafts, and a further name for one."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, say, show
from reviewdocs.workflows.copies import copies
from reviewdocs.workflows.holding import holding
from reviewdocs.workflows.settle import add_name
from reviewdocs.workflows.who import Who, who_is_who


async def overview(request: Request) -> Response:
    """All entries."""
    desk, case = desk_of(request), case_of(request)
    groups = None if desk.is_locked(case) else await asyncio.to_thread(_groups, case)
    return show(request, "who", title="Who’s who", case=case, groups=groups)


async def add(request: Request) -> Response:
    """A further name of an entry."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    decision = await asyncio.to_thread(add_name, case, sent.text("entry"), sent.text("name"), by=desk.by)
    say(request, f"Recorded: “{decision.finding.text}” is a further name of {decision.argument}. The next copies "
        "are made with it.")  # fmt: skip
    return go(f"/case/{desk.handle(case)}/who")


def _groups(case: Case) -> dict[str, list[Who]]:
    pmap = holding(case.load_map(), DecisionBook(case).decisions()).pmap
    return who_is_who(pmap, copies(case)[0])


SCREEN = Screen("who", "Who’s who", [
    Step("/case/{case}/who", "GET", overview),
    Step("/case/{case}/who", "POST", add),
])  # fmt: skip
