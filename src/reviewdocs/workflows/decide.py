"""Decisions on findings: recorded for good, each by a named person with a reason."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reviewdocs.errors import InputError, UsageError
from reviewdocs.model.decisions import Action, Decidable, Decision, Scope, SeenFinding
from reviewdocs.model.mentions import Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import designations
from reviewdocs.pseudonymise import Resolver
from reviewdocs.risk import rules
from reviewdocs.risk.decided import in_force, same_places
from reviewdocs.risk.place import LONGEST_TEXT, folded
from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook, NewDecision, Sighting
from reviewdocs.workflows.holding import holding, with_name
from reviewdocs.workflows.reasons import LOOKED, refuse_empty

_LONGEST = 2000
"""Letters of a reason, a name or a replacement."""
_DECIDABLE = {rule.name: rule.decidable for rule in rules.REGISTERED}


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to decide.

    Attributes:
        finding: its id, as the last check tells it.
        argument: the replacement, or the id in the map; else empty.
    """

    finding: str
    action: Action
    reason: str
    by: str
    argument: str = ""
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Recorded:
    """A decision on the disk: whether it is new, and how many places of the last checks it is about."""

    decision: Decision
    new: bool
    places: int


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
    given = wish.reason or (LOOKED if wish.action is Action.LOOKED_AT else "")
    reason, by = _told(given, "a reason", "--reason"), _told(wish.by, "the name of who decides", "--by")
    book = DecisionBook(case)
    seen, decisions = book.last_seen(), book.decisions()
    # A name that is added to the map is one wherever it stands.
    scope = Scope.EVERYWHERE if wish.everywhere or wish.action is Action.ADD_TO_MAP else Scope.PLACE
    if wish.action is Action.WITHDRAW:
        before = _to_withdraw(wish, seen, decisions)
        found, argument = Sighting(before.finding, before.document, before.sha256), str(before.number)
        scope = before.scope
    else:
        found, argument = _sighting(wish.finding, seen), " ".join(wish.argument.split())
        _refuse_undecidable(found.finding, wish.action, scope)
        refuse_empty(reason, found.finding, wish.action)
        if wish.action in (Action.REPLACE_WITH, Action.ADD_TO_MAP):
            _refuse_unworkable(found.finding, wish.action, argument, holding(case.load_map(), decisions).pmap)
    new = NewDecision(by, wish.action, argument, scope, reason, found.document, found.sha256, found.finding)
    decision, is_new = book.add(new, dt.datetime.now(dt.UTC))
    alike = sum(sighting.finding.alike == found.finding.alike for sighting in seen)
    return Recorded(decision, is_new, alike if scope is Scope.EVERYWHERE else 1)


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


def _told(text: str, what: str, option: str) -> str:
    """A text that a person gave, in one line.

    Raises:
        UsageError: there is none, or it cannot be kept.
    """
    told = " ".join(text.split())
    if not told:
        raise UsageError(f"A decision needs {what}.", remedy=f"Give {option} “…”.")
    if len(told) > _LONGEST or not told.isprintable():
        raise UsageError(f"The text of {option} cannot be kept: it is longer than {_LONGEST} characters, or holds "
                         "characters that are not text.")  # fmt: skip
    return told


def _sighting(finding: str, seen: Sequence[Sighting]) -> Sighting:
    """Where the last check saw a finding.

    Raises:
        UsageError: nowhere.
    """
    for sighting in seen:
        if sighting.finding.id == finding:
            return sighting
    raise UsageError(
        "The last check of this case has no finding of this id.",
        where=finding[:40],
        remedy="Ids stand in [ ] beside each finding. Run `reviewdocs check FILES --case CASE` first: with --case it "
        "notes what it finds.",
    )


def _to_withdraw(wish: Wish, seen: Sequence[Sighting], decisions: Sequence[Decision]) -> Decision:
    """The decision that holds for a finding, which may be gone from the documents; one on its place before others.

    Raises:
        UsageError: there is none.
    """
    known = [s.finding for s in seen] + [decision.finding for decision in decisions]
    finding = next((f for f in known if f.id == wish.finding), None)
    holding = in_force(decisions)
    everywhere = next((d for d in holding if finding and d.target == (Scope.EVERYWHERE, finding.alike)), None)
    places = {d.finding.id: d for d in holding if d.scope is Scope.PLACE}
    here = same_places((d.finding for d in places.values()), [finding] if finding else [])
    one = places[here[wish.finding].id] if wish.finding in here else None
    chosen = everywhere if wish.everywhere else one or everywhere
    if chosen is None:
        told = " everywhere; it was decided in this place alone" if one else ""
        remedy = "Leave out --everywhere." if one else "See `decide CASE --list`."
        raise UsageError(f"There is no decision to withdraw{told}.", where=wish.finding[:40], remedy=remedy)
    return chosen


def _refuse_undecidable(finding: SeenFinding, action: Action, scope: Scope) -> None:
    """Refuse what no person can decide away.

    Raises:
        UsageError: saying why, and the way out.
    """
    decidable = _DECIDABLE.get(finding.rule, Decidable.FREELY)
    if decidable is Decidable.NEVER:
        raise UsageError("Nobody knows what is there, so nobody can decide it.", where=finding.id,
                         remedy="Take the part out of the document, or have it read, then check again.")  # fmt: skip
    if (action is Action.LOOKED_AT) is not (decidable is Decidable.BY_LOOKING):
        if action is Action.LOOKED_AT:
            raise UsageError("This is no picture to look at.", where=finding.id,
                             remedy="Decide it with --accept, --not-identifying or another.")  # fmt: skip
        raise UsageError("A picture is settled by looking at it.", where=finding.id,
                         remedy="Look at it, and give --looked-at --by “your name”; or take it out.")  # fmt: skip
    if action is Action.NOT_IDENTIFYING and decidable is Decidable.ACCEPTED_ONLY:
        raise UsageError("The map says that this identifies.", where=finding.id,
                         remedy="Anonymise the document again; or correct the map; or --accept the risk.")  # fmt: skip
    if scope is Scope.EVERYWHERE and decidable is not Decidable.FREELY and action is not Action.ADD_TO_MAP:
        raise UsageError("This is decided place by place: another place may mean somebody else.", where=finding.id,
                         remedy="Leave out --everywhere.")  # fmt: skip


def _refuse_unworkable(finding: SeenFinding, action: Action, argument: str, pmap: PseudonymMap) -> None:
    """Refuse what the next `anonymise` could not do, or must not.

    Raises:
        UsageError: saying why.
        InputError: the map has no such entry.
    """
    if len(finding.text) == LONGEST_TEXT and finding.text.endswith("…"):
        raise UsageError("The text is too long to be replaced by a decision.", where=finding.id,
                         remedy="Change it in Word, then check again.")  # fmt: skip
    if action is Action.ADD_TO_MAP:
        if re.fullmatch(r"\[.*\]", finding.text) or not any(letter.isalnum() for letter in finding.text):
            raise UsageError("This text is no name.", where=finding.id, remedy="Decide it with --replace-with.")
        if folded(finding.text) in map(folded, designations(pmap)):
            raise UsageError("This text is itself a designation of the map.", where=finding.id,
                             remedy="Change the designation in the map, or decide otherwise.")  # fmt: skip
        with_name(pmap, argument, finding.text, finding.category)
        return
    if finding.anywhere:
        raise UsageError("This finding stands at no one place in the text, so nothing can be put there.",
                         where=finding.id, remedy="Do what the finding says.")  # fmt: skip
    words = _told(argument, "the words to put there", "--replace-with")
    if folded(finding.text) in folded(words):
        raise UsageError("The new words hold the old ones.", where=finding.id, remedy="Find others.")
    mentions = Resolver(pmap).resolve([Paragraph("text", 0, words)])
    if any(mention.outcome is not Outcome.KEPT for mention in mentions):
        raise InputError("The new words hold a name or identifier of the map.", where=finding.id,
                         remedy="Use the agreed designation.")  # fmt: skip
