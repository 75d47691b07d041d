"""One copy beside its draft: what was changed, what hidden content went, what still stands, and what is put right."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import InputError, ReviewdocsError, UsageError
from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, say, show
from reviewdocs.workflows.copies import Copied, copies
from reviewdocs.workflows.holding import holding
from reviewdocs.workflows.putting_right import Changed, changed_in, mention_of
from reviewdocs.workflows.settle import Settlement, settle
from reviewdocs.workflows.side_by_side import Pair, side_by_side
from reviewdocs.workflows.who import who_is_who

_WAYS = {"means": Settlement.MEANS, "word": Settlement.WORD}


async def compare(request: Request) -> Response:
    """Draft and copy, paragraph by paragraph; those without a change only where they are asked for."""
    desk, case = desk_of(request), case_of(request)
    record = desk.file(case, request.path_params["file"])
    copied = await asyncio.to_thread(_copied, case, record.name)
    everything, asked = "all" in request.query_params, request.query_params.get("right", "")
    try:
        pairs, trouble = await asyncio.to_thread(side_by_side, copied, password=desk.password(case)), ""
    except ReviewdocsError as error:
        pairs, trouble = [], f"{error.what} {error.remedy}"
    told = await asyncio.to_thread(_to_put_right, case, copied) if asked and not desk.is_locked(case) else {}
    return show(request, "compare", title="Before and after", case=case, copied=copied, rows=_rows(pairs, everything),
                trouble=trouble, everything=everything, handle_of_copy=desk.file_handle(case, copied.copy),
                handle_of_record=desk.file_handle(case, record), right=asked, locked=desk.is_locked(case),
                standing=[word for word in copied.entry["standing"] if word["count"]], **told)  # fmt: skip


async def put_right(request: Request) -> Response:
    """Settle a mention that was replaced wrongly; the next copies are made so."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    record = desk.file(case, request.path_params["file"])
    wished, ref, number = _WAYS.get(sent.text("choice")), sent.text("who"), sent.text("number")
    if wished is None or not number.isdecimal() or (wished.names and not ref):
        raise UsageError("Nothing was chosen.", remedy="Choose who or what is meant, then decide.")

    def work() -> str:
        mention = mention_of(_copied(case, record.name), int(number), password=desk.password(case))
        settle(case, mention, wished, by=desk.by, ref=ref if wished.names else "")
        return mention.finding.text

    text = await asyncio.to_thread(work)
    say(request, f"Recorded for “{text}”. The copies have it once they are made again, under Undecided.")
    return go(f"{request.url.path}?right={sent.text('pair')}#pair-{sent.text('pair')}")


def _to_put_right(case: Case, copied: Copied) -> dict[str, Any]:
    """The mentions of each paragraph, and everybody whom they may mean."""
    everybody = [
        who
        for some in who_is_who(holding(case.load_map(), DecisionBook(case).decisions()).pmap).values()
        for who in some
    ]
    changed: dict[str, list[Changed]] = {}
    for mention in changed_in(copied):
        changed.setdefault(f"{mention.part} {mention.paragraph}", []).append(mention)
    return {"changed": changed, "everybody": everybody}


def _copied(case: Case, name: str) -> Copied:
    """The copy of a record.

    Raises:
        InputError: it is of none that is a draft's.
    """
    found = next((copy for copy in copies(case)[0] if copy.record.name == name), None)
    if found is None:
        raise InputError("There is a newer copy of this draft, or the draft is gone.",
                         remedy="Go back to Anonymise, which lists the copies there are.")  # fmt: skip
    return found


def _rows(pairs: Sequence[Pair], everything: bool) -> list[tuple[int, Pair | int]]:
    """The pairs to show, each numbered from 1; a number in a pair's place stands for so many without a change."""
    numbered = list(enumerate(pairs, 1))
    if everything:
        return list(numbered)
    rows: list[tuple[int, Pair | int]] = []
    for changed, some in groupby(numbered, key=lambda row: row[1].changed):
        group = list(some)
        rows += group if changed else [(group[0][0], len(group))]
    return rows


SCREEN = Screen("compare", "", [
    Step("/case/{case}/copy/{file}", "GET", compare),
    Step("/case/{case}/copy/{file}", "POST", put_right),
])  # fmt: skip
