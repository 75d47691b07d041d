"""One copy beside its draft: what was changed, what hidden content went, and which words of the map still stand."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import InputError, ReviewdocsError
from reviewdocs.store.case import Case
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, show
from reviewdocs.workflows.copies import Copied, copies
from reviewdocs.workflows.side_by_side import Pair, side_by_side


async def compare(request: Request) -> Response:
    """Draft and copy, paragraph by paragraph; those without a change only where they are asked for."""
    desk, case = desk_of(request), case_of(request)
    record = desk.file(case, request.path_params["file"])
    copied = await asyncio.to_thread(_copied, case, record.name)
    everything = "all" in request.query_params
    try:
        pairs, trouble = await asyncio.to_thread(side_by_side, copied, password=desk.password(case)), ""
    except ReviewdocsError as error:
        pairs, trouble = [], f"{error.what} {error.remedy}"
    return show(request, "compare", title="Before and after", case=case, copied=copied, rows=_rows(pairs, everything),
                trouble=trouble, everything=everything, handle_of_copy=desk.file_handle(case, copied.copy),
                handle_of_record=desk.file_handle(case, record))  # fmt: skip


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


def _rows(pairs: Sequence[Pair], everything: bool) -> list[Pair | int]:
    """The pairs to show; a number stands for so many without a change."""
    if everything:
        return list(pairs)
    rows: list[Pair | int] = []
    for changed, some in groupby(pairs, key=lambda pair: pair.changed):
        group = list(some)
        rows += group if changed else [len(group)]
    return rows


SCREEN = Screen("compare", "", [Step("/case/{case}/copy/{file}", "GET", compare)])
