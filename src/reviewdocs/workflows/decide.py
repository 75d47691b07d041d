"""Decisions on findings: recorded for good, each by a named person with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from reviewdocs.errors import ReviewdocsError, UsageError
from reviewdocs.model.decisions import Action, Decision, Scope, SeenFinding
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.pseudonymise import Resolver
from reviewdocs.risk.decided import Retold, as_it_stands, in_force, same_places
from reviewdocs.store import decider
from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook, NewDecision, Sighting
from reviewdocs.workflows.decidable import refuse_broken, refuse_undecidable, refuse_unworkable, told
from reviewdocs.workflows.holding import holding, with_name
from reviewdocs.workflows.reasons import LOOKED, refuse_empty
from reviewdocs.workflows.replacing import Replacement, previewed
from reviewdocs.workflows.retelling import Retelling


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to decide.

    Attributes:
        finding: its id, as the last check tells it, or as much of its beginning as no other has.
        by: who decides; empty for whoever decided last in the case.
        argument: the replacement, or the id in the map; else empty.
    """

    finding: str
    action: Action
    reason: str
    by: str = ""
    argument: str = ""
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Recorded:
    """A decision on the disk.

    Attributes:
        new: whether it was not there already.
        places: how many of the last checks it is about.
        sentences: as the next `anonymise` will write them, where it changes words; a place each.
    """

    decision: Decision
    new: bool
    places: int
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A wish that cannot be: its place among the others from 0, and why."""

    number: int
    error: ReviewdocsError


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of several wishes."""

    recorded: tuple[Recorded, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """A place that a wish is about, and where it changes words the sentence that results; else empty."""

    finding: SeenFinding
    sentence: str


class State(StrEnum):
    """What has become of a decision."""

    HOLDS = "holds"
    REPLACED = "replaced by a later one"
    WITHDRAWN = "withdrawn"
    WITHDRAWS = "withdraws an earlier one"


def decide(case: Case, wish: Wish) -> Recorded:
    """Record a decision; when this returns it is on the disk.

    Raises:
        UsageError: no such finding in the last check, no reason or name, or nothing that can be decided so.
        InputError: the case's map or record cannot be used, or the map has no such entry.
        OutputError: the record cannot be written.
    """
    settled = decide_all(case, [wish])
    if settled.refused:
        raise settled.refused[0].error
    return settled.recorded[0]


def decide_all(case: Case, wishes: Sequence[Wish | ReviewdocsError], *, all_or_nothing: bool = True) -> Settled:
    """Record several decisions at once; those recorded are on the disk when this returns.

    Args:
        case: the case.
        wishes: what is to be decided, in this order; what could not be read as a wish is refused as it is.
        all_or_nothing: record none where one of them cannot be; else the others.

    Raises:
        InputError: the case's map or record cannot be used.
        OutputError: the record cannot be written.
    """
    desk = Desk(case)
    ready: list[tuple[NewDecision, tuple[SeenFinding, ...]]] = []
    refused = []
    for number, wish in enumerate(wishes):
        try:
            if isinstance(wish, ReviewdocsError):
                raise wish
            ready.append(desk.prepared(wish))
        except ReviewdocsError as error:
            refused.append(Refused(number, error))
    if not ready or (refused and all_or_nothing):
        return Settled((), tuple(refused))
    made = desk.book.add_all([new for new, _ in ready], dt.datetime.now(dt.UTC))
    if made[-1][0].by != decider.remembered(case):
        decider.remember(case, made[-1][0].by)
    recorded = [
        Recorded(decision, is_new, len(places), sentences(decision, places))
        for (decision, is_new), (_, places) in zip(made, ready, strict=True)
    ]
    return Settled(tuple(recorded), tuple(refused))


def preview(case: Case, wishes: Sequence[Wish]) -> list[Preview]:
    """What wishes would do, place by place; nothing is recorded.

    Raises:
        UsageError, InputError: one of them cannot be; see `decide`.
    """
    desk = Desk(case)
    prepared = [desk.prepared(wish) for wish in wishes]
    shown = [(place, sentences(new, [place])) for new, places in prepared for place in places]
    return [Preview(place, next(iter(sentence), "")) for place, sentence in shown]


def sentences(decision: Decision | NewDecision, places: Iterable[SeenFinding]) -> tuple[str, ...]:
    """The sentences that a decision results in, where it changes words."""
    if not decision.action.rewords:
        return ()
    everywhere = decision.scope is Scope.EVERYWHERE
    return tuple(
        previewed(Replacement(0, decision.argument, place, everywhere=everywhere)) or place.context for place in places
    )


def states(decisions: Sequence[Decision]) -> list[tuple[Decision, State]]:
    """Every decision of a case's record with what has become of it."""
    holding = {decision.number for decision in in_force(decisions)}
    withdrawn = {decision.argument for decision in decisions if decision.action is Action.WITHDRAW}
    return [(decision, _state(decision, holding, withdrawn)) for decision in decisions]


def _state(decision: Decision, holding: set[int], withdrawn: set[str]) -> State:
    if decision.action is Action.WITHDRAW:
        return State.WITHDRAWS
    if decision.number in holding:
        return State.HOLDS
    return State.WITHDRAWN if str(decision.number) in withdrawn else State.REPLACED


class Desk:
    """What decisions are made with: the last checks of a case, its record and its map; each is read once.

    Raises:
        InputError: the record cannot be used.
    """

    def __init__(self, case: Case) -> None:
        self.case, self.book = case, DecisionBook(case)
        self.seen = self.book.last_seen()
        self.decisions, self.state = self.book.read()
        self._reader: Resolver | None = None

    @cached_property
    def retold(self) -> Retold:
        """How sentences read once names and decisions are in them; as they stand where the case has no map."""
        if not self.case.map_file.exists():
            return as_it_stands
        return Retelling(self._resolver, holding(self._map, self.decisions).replacements)

    def prepared(self, wish: Wish) -> tuple[NewDecision, tuple[SeenFinding, ...]]:
        """A wish as it will be recorded, and the places of the last checks that it is about.

        Raises:
            UsageError: no such finding, no reason or name, or nothing that can be decided so.
            InputError: the case's map cannot be used, or has no such entry.
        """
        given = wish.reason or (LOOKED if wish.action is Action.LOOKED_AT else "")
        by = told(wish.by or decider.remembered(self.case), "the name of who decides", "--by")
        reason = told(given, "a reason", "--reason")
        # A name that is added to the map is one wherever it stands.
        scope = Scope.EVERYWHERE if wish.everywhere or wish.action is Action.ADD_TO_MAP else Scope.PLACE
        if wish.action is Action.WITHDRAW:
            before = self._to_withdraw(wish)
            found, argument = Sighting(before.finding, before.document, before.sha256), str(before.number)
            scope = before.scope
        else:
            found, argument = self.sighting(wish.finding), " ".join(wish.argument.split())
        places = self._places(found.finding, scope)
        if wish.action is not Action.WITHDRAW:
            refuse_undecidable(found.finding, wish.action, scope)
            refuse_empty(reason, found.finding, wish.action)
            if wish.action is Action.ADD_TO_MAP or wish.action.rewords:
                refuse_unworkable(found.finding, wish.action, argument, self._map, self._resolver)
            if wish.action is Action.REMOVE:
                refuse_broken(found.finding, places)
            if wish.action is Action.ADD_TO_MAP:
                self._map = with_name(self._map, argument, found.finding.text, found.finding.category)
                self._reader = None
        new = NewDecision(by, wish.action, argument, scope, reason, found.document, found.sha256, found.finding)
        return new, places

    def sighting(self, known_by: str) -> Sighting:
        """Where the last check saw a finding, given its id or a beginning of it.

        Raises:
            UsageError: nowhere, or it may be one of several.
        """
        whole = self._whole(known_by, (sighting.finding.id for sighting in self.seen))
        for sighting in self.seen:
            if sighting.finding.id == whole:
                return sighting
        raise UsageError(
            "The last check of this case has no finding of this id.",
            where=known_by[:40],
            remedy="Ids stand in [ ] beside each finding. Run `reviewdocs check FILES --case CASE` first: with --case "
            "it notes what it finds.",
        )

    def _whole(self, known_by: str, ids: Iterable[str]) -> str:
        """The id that begins so; what was given where none does.

        Raises:
            UsageError: several do.
        """
        given = known_by.strip().strip("[]").casefold()
        matching = {known for known in ids if known.startswith(given)} if given else set()
        if len(matching) > 1 and given not in matching:
            raise UsageError(f"{len(matching)} findings have an id that begins so.", where=known_by[:40],
                             remedy="Give more of it.")  # fmt: skip
        return next(iter(matching), given) if given not in matching else given

    @cached_property
    def _map(self) -> PseudonymMap:
        """The map with the names that decisions add."""
        return holding(self.case.load_map(), self.decisions).pmap

    def _resolver(self) -> Resolver:
        """What knows the map, built once for it."""
        self._reader = self._reader or Resolver(self._map)
        return self._reader

    def _places(self, finding: SeenFinding, scope: Scope) -> tuple[SeenFinding, ...]:
        """The places of the last checks that a decision is about."""
        if scope is Scope.PLACE:
            return (finding,)
        return tuple(s.finding for s in self.seen if s.finding.alike == finding.alike)

    def _to_withdraw(self, wish: Wish) -> Decision:
        """The decision that holds for a finding, which may be gone from the documents; one on its place before others.

        Raises:
            UsageError: there is none.
        """
        known = [s.finding for s in self.seen] + [decision.finding for decision in self.decisions]
        whole = self._whole(wish.finding, (finding.id for finding in known))
        finding = next((f for f in known if f.id == whole), None)
        holding = in_force(self.decisions)
        everywhere = next((d for d in holding if finding and d.target == (Scope.EVERYWHERE, finding.alike)), None)
        places = {d.finding.id: d for d in holding if d.scope is Scope.PLACE}
        here = same_places((d.finding for d in places.values()), [finding] if finding else [], self.retold)
        one = places[here[whole].id] if whole in here else None
        chosen = everywhere if wish.everywhere else one or everywhere
        if chosen is None:
            said = " everywhere; it was decided in this place alone" if one else ""
            remedy = "Leave out --everywhere." if one else "See `decide CASE --list`."
            raise UsageError(f"There is no decision to withdraw{said}.", where=wish.finding[:40], remedy=remedy)
        return chosen
