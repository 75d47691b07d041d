"""The findings of one document in its text, decided one after the other; what is decided elsewhere shows too."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from reviewdocs.errors import InputError, ReviewdocsError, UsageError
from reviewdocs.model.decisions import Action, Decision
from reviewdocs.model.findings import DocumentReport, Finding
from reviewdocs.risk.decided import in_force, with_decisions
from reviewdocs.risk.reports import answers, wording
from reviewdocs.risk.reports.record import pictures
from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook
from reviewdocs.web.board import TAKEN_BACK, Board, Entry, Spot, phrases
from reviewdocs.web.forms import ForeignFormError, Form
from reviewdocs.web.origin import CSRF_HEADER
from reviewdocs.web.plainly import plain
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, show
from reviewdocs.web.screens.review import TOGETHER, review_job, title_of
from reviewdocs.workflows.decide import Desk as Decisions
from reviewdocs.workflows.decide import Recorded, Wish, decide_all, preview
from reviewdocs.workflows.holding import holding
from reviewdocs.workflows.reviewing import Line, Review, as_decided
from reviewdocs.workflows.who import Who, who_is_who

PREVIEWS = 3
"""Sentences that are shown of a change before it is decided."""
OF_A_KIND = (Action.ACCEPT, Action.NOT_IDENTIFYING)
"""What can be decided of all things of a kind at once: what becomes of the words is decided thing by thing."""
CONFIRM = "confirm"
"""Stands for an action: what was decided between other words holds here too."""


@dataclass(frozen=True, slots=True)
class Looked:
    """One document of a check, with the decisions that hold now."""

    case: Case
    decisions: Decisions
    document: DocumentReport | None
    findings: Sequence[Finding]
    lines: Sequence[Line]

    @property
    def board(self) -> Board:
        """What is shown of it."""
        return Board(self.findings, self.lines)

    def before(self, number: int) -> dict[int, int]:
        """Which decision held at each place when the record had so many: by the places' numbers."""
        held = in_force(decision for decision in self.decisions.decisions if decision.number <= number)
        found = with_decisions(self.findings, held, self.decisions.retold)
        return {n: finding.decision.number for n, finding in enumerate(found) if finding.decision}


async def overview(request: Request) -> Response:
    """Text and findings."""
    desk, case = desk_of(request), case_of(request)
    job, number = review_job(request, case), request.path_params["number"]
    at = f"/case/{desk.handle(case)}/review/{job.key}"
    title = "Findings in one document" if number else "Findings about several documents together"
    if desk.is_locked(case):
        return show(request, "findings", title=title, case=case, locked=True)
    checked: Review = job.answer["review"]
    looked, everybody = await asyncio.to_thread(lambda: (_looked(case, checked, number), _everybody(case)))
    board, document = looked.board, looked.document
    told = await asyncio.to_thread(lambda: _told(request, looked, board))
    return show(
        request,
        "findings",
        title=title,
        case=case,
        locked=False,
        at=at,
        number=number,
        report=checked.report,
        document=document,
        name=title_of(document) if document else "What they tell together",
        board=board,
        text=await asyncio.to_thread(lambda: list(board.text())),
        tally=board.tally,
        everybody=everybody,
        phrases=phrases(looked.decisions.decisions),
        standing=wording.standing_words(document) if document else [],
        missing=wording.not_looked_at(document) if document else [],
        pictures=pictures(document) if document else [],
        showable=checked.pictures[number - 1] if number and checked.pictures else {},
        state=looked.decisions.state.number,
        means=wording.SEVERITY_MEANS,
        script=desk.shortcuts,
        **told,
    )


async def state(request: Request) -> Response:
    """What was decided since, here or elsewhere: for the page's script."""
    case = case_of(request)
    job, known = review_job(request, case), request.query_params.get("known", "")
    recorded = (await asyncio.to_thread(DecisionBook(case).read))[1].number
    if desk_of(request).is_locked(case) or recorded == _number(known):
        return JSONResponse({"changed": [], "known": _number(known)})
    looked = await asyncio.to_thread(_looked, case, job.answer["review"], request.path_params["number"])
    return JSONResponse(await asyncio.to_thread(_changes, looked, _number(known)))


async def decide(request: Request) -> Response:
    """Record what is decided, and tell what has changed by it, and by others meanwhile."""
    desk, case = desk_of(request), case_of(request)
    job, number = review_job(request, case), request.path_params["number"]
    sent = await form(request)

    def work() -> dict[str, Any]:
        looked = _looked(case, job.answer["review"], number)
        spots, wishes = _wishes(looked.board, sent, _by(desk.by))
        meanwhile = _meanwhile(spots, _number(sent.text("known"), looked.decisions.state.number))
        made = _recorded(case, wishes)
        after = _looked(case, job.answer["review"], number)
        said = " ".join(filter(None, (_said(made, len(spots)), meanwhile)))
        return {**_changes(after, _number(sent.text("known"))), "said": said,
                "sentences": [s for one in made for s in one.sentences][:PREVIEWS],
                "undo": [spot.number for spot in spots]}  # fmt: skip

    return await _answered(request, work, f"{request.url.path}?at={sent.text('entry')}#e-{sent.text('entry')}")


async def see(request: Request) -> Response:
    """The sentences that a change would give; nothing is recorded."""
    case = case_of(request)
    job, sent = review_job(request, case), await form(request)

    def work() -> dict[str, Any]:
        looked = _looked(case, job.answer["review"], request.path_params["number"])
        _, wishes = _wishes(looked.board, sent, "preview", reason="A preview of these sentences alone.")
        shown = [one.sentence for one in preview(case, wishes) if one.sentence]
        return {"sentences": list(dict.fromkeys(shown))[:PREVIEWS], "more": max(0, len(shown) - PREVIEWS)}

    return await _answered(request, work, request.url.path.removesuffix("/preview"))


async def _answered(request: Request, work: Callable[[], dict[str, Any]], back: str) -> Response:
    """The answer to a script as JSON, to a plain form as the page again."""
    if CSRF_HEADER not in request.headers:
        answer = await asyncio.to_thread(work)
        desk_of(request).said += filter(None, [answer.get("said"), *answer["sentences"]])
        return go(back)
    try:
        return JSONResponse(await asyncio.to_thread(work))
    except ForeignFormError:
        raise
    except ReviewdocsError as error:
        # An answer like another: of one that failed a browser keeps a line with the address.
        return JSONResponse({"error": plain(f"{error.what} {error.remedy}").strip()})


def _looked(case: Case, checked: Review, number: int) -> Looked:
    decisions = Decisions(case)
    if number == TOGETHER:
        alone = checked.report.model_copy(update={"documents": ()})
        return Looked(case, decisions, None, as_decided(alone, decisions).bundle.findings, ())
    if not 1 <= number <= len(checked.report.documents):
        raise InputError("This check has no such document.", remedy="Go back to Review.")
    alone = checked.report.model_copy(update={"documents": (checked.report.documents[number - 1],)})
    document = as_decided(alone, decisions).documents[0]
    return Looked(case, decisions, document, document.findings, checked.texts[number - 1])


def _wishes(board: Board, sent: Form, by: str, *, reason: str = "") -> tuple[list[Spot], list[Wish]]:
    """What a form wants decided: the places that it is about, and a wish for each decision to record.

    Raises:
        UsageError: it says nothing that can be decided, or the page is out of date.
    """
    entry, place = board.entry_of(_number(sent.text("entry"), -1)), _number(sent.text("place"), -1)
    known = [] if entry is None else [spot for spot in entry.spots if spot.number == place]
    if entry is None or not known or known[0].finding.id != sent.text("finding"):
        raise UsageError("This place is no longer where it was.", remedy="Load the page again.")
    told = sent.text("action")
    if told == CONFIRM:
        return known, [_confirmed(known[0], by)]
    if told not in tuple(Action):
        raise UsageError("Nothing was chosen.", remedy="Choose what is to become of it.")
    action, scope = Action(told), sent.text("scope")
    these = {_number(number, -1) for number in sent.all("these")}
    spots = known if scope == "here" else [s for s in board.spots if s.number in these] if these else []
    if scope == "kind" and action in OF_A_KIND:
        spots = board.of_kind(entry)
    spots = spots or _open(entry, action) or list(entry.spots)
    words = sent.text("map") if action is Action.ADD_TO_MAP else sent.text("words")
    argument = words if action in (Action.REPLACE_WITH, Action.ADD_TO_MAP) else ""
    given = reason or (TAKEN_BACK if action is Action.WITHDRAW else sent.text("reason"))
    wide = scope == "everywhere" or action is Action.ADD_TO_MAP
    told_once = {(spot.finding.alike if wide else spot.finding.id): spot for spot in spots}
    if action is Action.WITHDRAW:  # one decision may be about several places
        told_once = {str(s.finding.decision.number): s for s in spots if s.finding.decision}
        wide = False
    wishes = [
        Wish(spot.finding.id, action, given, by, argument, everywhere=wide or _is_wide(action, spot))
        for spot in told_once.values()
    ]
    return spots, wishes


def _open(entry: Entry, action: Action) -> list[Spot]:
    """The places of an entry that nothing is decided about; to withdraw, those that something is."""
    return [spot for spot in entry.spots if bool(spot.told) is (action is Action.WITHDRAW)]


def _is_wide(action: Action, spot: Spot) -> bool:
    decision = spot.finding.decision
    return action is Action.WITHDRAW and decision is not None and decision.scope.value == "everywhere"


def _confirmed(spot: Spot, by: str) -> Wish:
    earlier = spot.finding.earlier
    if earlier is None:
        raise UsageError("There is nothing to confirm here.", remedy="Load the page again.")
    return Wish(spot.finding.id, earlier.action, earlier.reason, by, earlier.argument)


def _recorded(case: Case, wishes: Sequence[Wish]) -> Sequence[Recorded]:
    if not wishes:
        raise UsageError("There is no decision to take back.", remedy="Load the page again.")
    settled = decide_all(case, wishes)
    if settled.refused:
        raise settled.refused[0].error
    return settled.recorded


def _meanwhile(spots: Sequence[Spot], known: int) -> str:
    """What was decided of the places after the page was last told."""
    newer = {spot.finding.decision.number: spot.told for spot in spots
             if spot.finding.decision and spot.finding.decision.number > known}  # fmt: skip
    return " ".join(f"It had been decided meanwhile ({told}); both stand in the record, and yours holds."
                    for told in newer.values())  # fmt: skip


def _said(made: Sequence[Recorded], places: int) -> str:
    first: Decision = made[0].decision
    where = f" at {places} places" if places > 1 else ""
    if first.action is Action.WITHDRAW:
        return f"Taken back{where}: it is open again, and the record keeps what had been decided."
    elsewhere = sum(one.places for one in made) - places
    wider = f" and {elsewhere} more in this case" if first.scope.value == "everywhere" and elsewhere > 0 else ""
    return f"Recorded{where}{wider}: {wording.outcome(first)}."


def _changes(looked: Looked, known: int) -> dict[str, Any]:
    """What a page that knows the record up to a number has to show otherwise."""
    board, before = looked.board, looked.before(known)
    changed = [
        {"place": spot.number, "told": spot.told, "standing": spot.standing}
        for spot in board.spots
        if before.get(spot.number) != (spot.finding.decision.number if spot.finding.decision else None)
    ]
    tally = board.tally
    return {"changed": changed, "known": looked.decisions.state.number, "decided": tally.decided, "all": tally.all,
            "looked": tally.looked, "pictures": tally.pictures, **_verdict(looked.document)}  # fmt: skip


def _verdict(document: DocumentReport | None) -> Mapping[str, str]:
    if document is None:
        return {"verdict": "", "headline": "", "summary": ""}
    return {"verdict": document.verdict.value, "headline": answers.headline(document),
            "summary": answers.summary(document)}  # fmt: skip


def _told(request: Request, looked: Looked, board: Board) -> dict[str, Any]:
    """Which entry is at hand, which are shown, and the verdict: what the address asks for."""
    asked = request.query_params
    first = next((entry.number for entry in board.entries if not entry.done), 0)
    return {
        "current": _number(asked.get("at", ""), first),
        "filters": {name: asked.get(name, "") for name in ("state", "severity", "rule")},
        **_verdict(looked.document),
    }


def _everybody(case: Case) -> list[Who]:
    if not case.map_file.exists():
        return []
    return [who for some in who_is_who(holding(case.load_map(), ()).pmap).values() for who in some]


def _by(name: str) -> str:
    if not name:
        raise UsageError("A decision needs the name of who decides.", remedy="Put in your name, then decide again.")
    return name


def _number(told: str, other: int = 0) -> int:
    return int(told) if told.isdecimal() and len(told) < 10 else other


SCREEN = Screen("findings", "", [
    Step("/case/{case}/review/{job}/{number:int}", "GET", overview),
    Step("/case/{case}/review/{job}/{number:int}", "POST", decide),
    Step("/case/{case}/review/{job}/{number:int}/preview", "POST", see),
    Step("/case/{case}/review/{job}/{number:int}/state", "GET", state),
])  # fmt: skip
