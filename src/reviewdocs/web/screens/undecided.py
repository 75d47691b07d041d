"""Undecided mentions: each in its sentence, settled by one key, here or wherever it is in doubt."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import UsageError
from reviewdocs.model.decisions import Action, Decision, Scope
from reviewdocs.model.mentions import Category
from reviewdocs.model.unsettled import Unsettled
from reviewdocs.model.words import Audience
from reviewdocs.risk.decided import in_force
from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, say, show, start
from reviewdocs.web.screens.anonymise import make_copies
from reviewdocs.workflows.copies import Copied, copies
from reviewdocs.workflows.holding import holding
from reviewdocs.workflows.sayings import MENTION
from reviewdocs.workflows.settle import Mentioned, Settlement, settle, settled_by, take_back
from reviewdocs.workflows.who import Who, who_is_who

_DATES = frozenset({Category.DATE, Category.DOB})


@dataclass(frozen=True, slots=True)
class Choice:
    """A reading to choose by a key."""

    key: str
    ref: str
    told: str
    percent: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """One place as the screen shows it."""

    number: int
    draft: str
    told: Unsettled
    choices: Sequence[Choice]
    alike: int
    decision: Decision | None
    decided: str
    is_date: bool


@dataclass(frozen=True, slots=True)
class Board:
    """All that there is to settle in a case.

    Attributes:
        places: in the order of drafts and text.
        everybody: the entries of the map.
        changed: names of drafts that were changed since their copy was made.
        waiting: drafts, by handle, whose copies were made before the last decisions.
        earlier: decisions that hold, about places that are not among these: the next copies are made with them too.
    """

    places: Sequence[Place]
    everybody: Sequence[Who]
    changed: Sequence[str]
    waiting: Sequence[Copied]
    earlier: Sequence[tuple[Decision, str]]

    @property
    def open(self) -> int:
        """How many places nobody has settled."""
        return sum(place.decision is None for place in self.places)


async def overview(request: Request) -> Response:
    """Everything that is to settle."""
    desk, case = desk_of(request), case_of(request)
    board = None if desk.is_locked(case) else await asyncio.to_thread(board_of, case)
    return show(request, "undecided", title="Undecided mentions", case=case, board=board,
                script=desk.shortcuts)  # fmt: skip


async def decide(request: Request) -> Response:
    """Settle one place; on to the next that is open."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    how, _, ref = sent.text("choice").partition(":")
    board = await asyncio.to_thread(board_of, case)
    number = int(sent.text("place") or 0) if (sent.text("place") or "0").isdecimal() else 0
    place = next((place for place in board.places if place.number == number), None)
    if place is None or place.told.finding.id != sent.text("finding"):
        raise UsageError("This place is no longer where it was: copies were made anew meanwhile.",
                         remedy="Load the page again.")  # fmt: skip
    ref = ref or sent.text("who")
    everywhere = bool(sent.text("everywhere"))
    wished = {"means": Settlement.MEANS_EVERYWHERE if everywhere else Settlement.MEANS, "name": Settlement.NAME,
              "word": Settlement.WORD_EVERYWHERE if everywhere else Settlement.WORD}.get(how)  # fmt: skip
    if wished is None or (wished.names and not ref):
        raise UsageError("Nothing was chosen.", remedy="Choose who is meant, then decide.")
    mentioned = await asyncio.to_thread(_mentioned, case, place)
    await asyncio.to_thread(settle, case, mentioned, wished, by=desk.by, ref=ref if wished.names else "")
    board = await asyncio.to_thread(board_of, case)  # the decision may have settled others too
    following = [p.number for p in board.places if p.decision is None]
    then = next((n for n in following if n > number), following[0] if following else number)
    return go(f"/case/{desk.handle(case)}/undecided#place-{then}")


async def undo(request: Request) -> Response:
    """Take a decision back."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    number = sent.text("decision")
    await asyncio.to_thread(take_back, case, int(number) if number.isdecimal() else 0, by=desk.by)
    return go(f"/case/{desk.handle(case)}/undecided#place-{sent.text('place')}")


async def introduce(request: Request) -> Response:
    """Who decides, and whether single keys do."""
    desk, case, sent = desk_of(request), case_of(request), await form(request)
    if "by" in sent.fields:
        desk.by = sent.text("by")[:200]
    if "shortcuts" in sent.fields:
        desk.shortcuts = sent.text("shortcuts") == "on"
    back = sent.text("back") if re.fullmatch(r"[\w/-]+", sent.text("back")) else "undecided"
    return go(f"/case/{desk.handle(case)}/{back}")


async def again(request: Request) -> Response:
    """Make the copies anew for which something was decided."""
    desk, case = desk_of(request), case_of(request)
    await form(request)
    board = await asyncio.to_thread(board_of, case)
    audiences = sorted({copied.audience for copied in board.waiting})
    if not audiences:
        say(request, "Every copy holds to all decisions already.")
        return go(f"/case/{desk.handle(case)}/undecided")
    names = {a: [c.draft.name for c in board.waiting if c.audience is a] for a in audiences}
    audience = Audience.PUBLIC if Audience.PUBLIC in names else audiences[0]
    title = f"Anonymising {len(names[audience])} document{'s' if len(names[audience]) > 1 else ''} again"
    back = f"/case/{desk.handle(case)}/anonymised/{{job}}"
    return start(request, title, back, make_copies, case.folder, desk.passphrase(case), names[audience], audience,
                 desk.password(case))  # fmt: skip


def board_of(case: Case) -> Board:
    """What is to settle, told by the records of the copies."""
    decisions = DecisionBook(case).decisions()
    held = in_force(decisions)
    everybody = [who for some in who_is_who(holding(case.load_map(), decisions).pmap).values() for who in some]
    names = {who.ref: who.told for who in everybody}
    found, seen = [], set()
    all_copies, _ = copies(case)
    for copied in all_copies:
        if not copied.draft_changed and copied.draft not in seen:
            seen.add(copied.draft)
            found += [(copied, told) for told in copied.unsettled]
    alike: dict[str, int] = {}
    for _, told in found:
        alike[told.finding.alike] = alike.get(told.finding.alike, 0) + 1
    places = [
        _place(number, copied, told, names, alike[told.finding.alike], settled_by(told.finding, held))
        for number, (copied, told) in enumerate(found, 1)
    ]
    last = max((decision.number for decision in decisions if _changes(decision)), default=0)
    waiting = [copied for copied in all_copies if copied.decisions < last]
    changed = sorted({copied.draft.name for copied in all_copies if copied.draft_changed})
    shown = {place.decision.number for place in places if place.decision}
    earlier = [(d, _told(d, names)) for d in reversed(held) if _changes(d) and d.number not in shown]
    return Board(places, everybody, changed, waiting, earlier)


def _changes(decision: Decision) -> bool:
    """Whether a decision changes what `anonymise` makes."""
    changing = decision.action.rewords or decision.action in (Action.MEANS, Action.ADD_TO_MAP, Action.WITHDRAW)
    return changing or decision.finding.rule == MENTION


def _place(
    number: int, copied: Copied, told: Unsettled, names: dict[str, str], alike: int, decision: Decision | None
) -> Place:
    choices = [
        Choice(str(key), reading.ref, names[reading.ref],
               None if reading.probability is None else round(reading.probability * 100))
        for key, reading in enumerate((r for r in told.readings if r.ref in names), 1)
    ]  # fmt: skip
    is_date = told.finding.category in _DATES
    return Place(number, copied.draft.name, told, choices, alike, decision, _told(decision, names), is_date)


def _told(decision: Decision | None, names: dict[str, str]) -> str:
    """A decision in plain words; empty where there is none."""
    if decision is None:
        return ""
    everywhere = " wherever it is in doubt" if decision.scope is Scope.EVERYWHERE else " here"
    if decision.action is Action.MEANS:
        return f"It is {names.get(decision.argument, decision.argument)}{everywhere}."
    if decision.action is Action.ADD_TO_MAP:
        return f"It is a further name of {names.get(decision.argument, decision.argument)}, everywhere."
    if decision.action.rewords:
        return f"It becomes “{decision.argument}”." if decision.argument else "It is left out."
    return f"It stays as it is{everywhere}: a word, or somebody who may be named."


def _mentioned(case: Case, place: Place) -> Mentioned:
    copied = next(c for c in copies(case)[0] if c.draft.name == place.draft and not c.draft_changed)
    source = copied.entry["source"]
    return Mentioned(place.told.finding, source["file"], source["sha256"])


SCREEN = Screen("undecided", "Undecided", [
    Step("/case/{case}/undecided", "GET", overview),
    Step("/case/{case}/undecided", "POST", decide),
    Step("/case/{case}/undecided/undo", "POST", undo),
    Step("/case/{case}/undecided/by", "POST", introduce),
    Step("/case/{case}/undecided/again", "POST", again),
])  # fmt: skip
