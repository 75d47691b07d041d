"""A worksheet of findings that was filled in elsewhere, brought back: what it decides, and each fault by its row."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import ReviewdocsError, UsageError
from reviewdocs.model.decisions import Action, Scope
from reviewdocs.risk.decided import in_force
from reviewdocs.risk.reports import wording
from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook
from reviewdocs.web.board import TAKEN_BACK
from reviewdocs.web.forms import Upload
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, say, show
from reviewdocs.workflows.decide import Settled, Wish, decide_all
from reviewdocs.workflows.worksheet_reading import wishes_in


@dataclass(frozen=True, slots=True)
class Done:
    """What a worksheet decided: what was found with what became of it and the sentence that results; faults by row;
    the numbers of the decisions, to take them back."""

    lines: tuple[tuple[str, str, str], ...]
    known: int
    faults: tuple[tuple[str, ReviewdocsError], ...]
    numbers: tuple[int, ...]


async def ask(request: Request) -> Response:
    """Where to bring one."""
    return show(request, "worksheet", title="Worksheet of decisions", case=case_of(request), done=None)


async def bring(request: Request) -> Response:
    """Record what its rows decide: all, or none where one of them cannot be."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    by, upload = sent.text("by")[:200] or desk.by, sent.uploads("file")[0]
    if not by:
        raise UsageError("A decision needs the name of who decides.", remedy="Put in your name, then bring it again.")
    done = await asyncio.to_thread(_recorded, case, upload, by, every_one=not sent.text("others"))
    desk.by = by
    return show(request, "worksheet", title="Worksheet of decisions", case=case, done=done)


async def undo(request: Request) -> Response:
    """Take back what a worksheet decided, as far as it still holds."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)

    def work() -> int:
        numbers = set(sent.all("decision"))
        held = [d for d in in_force(DecisionBook(case).decisions()) if str(d.number) in numbers]
        settled = decide_all(case, [
            Wish(d.finding.id, Action.WITHDRAW, TAKEN_BACK, desk.by, everywhere=d.scope is Scope.EVERYWHERE)
            for d in held
        ])  # fmt: skip
        if settled.refused:
            raise settled.refused[0].error
        return len(settled.recorded)

    taken = await asyncio.to_thread(work)
    say(request, f"{taken} taken back; the record keeps what had been decided.")
    return go(f"/case/{desk.handle(case)}/review")


def _recorded(case: Case, upload: Upload, by: str, *, every_one: bool) -> Done:
    """Record it, and say what came of it.

    Raises:
        UsageError: it decides nothing.
    """
    rows = wishes_in(case, upload.name, upload.data, by)
    if not rows:
        raise UsageError("No row of the worksheet has a decision.",
                         remedy="Choose one in the column decision, and say why.")  # fmt: skip
    settled: Settled = decide_all(case, [row.wish for row in rows], all_or_nothing=every_one)
    new = [one for one in settled.recorded if one.new]
    lines = [(one.decision.finding.text, wording.outcome(one.decision), next(iter(one.sentences), "")) for one in new]
    faults = {(rows[one.number].row, str(one.error)): one.error for one in settled.refused}
    told = tuple((row, error) for (row, _), error in faults.items())
    return Done(tuple(lines), len(settled.recorded) - len(new), told, tuple(one.decision.number for one in new))


SCREEN = Screen("worksheet", "", [
    Step("/case/{case}/worksheet", "GET", ask),
    Step("/case/{case}/worksheet", "POST", bring),
    Step("/case/{case}/worksheet/undo", "POST", undo),
])  # fmt: skip
