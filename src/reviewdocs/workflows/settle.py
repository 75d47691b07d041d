"""Settle mentions of drafts: whom they mean, or that they are words and stay. The next `anonymise` does so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reviewdocs.errors import InputError, UsageError
from reviewdocs.model.decisions import Action, Decision, PlaceKey, Scope, SeenFinding
from reviewdocs.model.mentions import Category
from reviewdocs.model.words import Severity
from reviewdocs.names import ByteSearch
from reviewdocs.names.entities import designations, entities_of
from reviewdocs.risk.decided import in_force
from reviewdocs.risk.identity import alike_of
from reviewdocs.risk.place import folded
from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook, NewDecision
from reviewdocs.workflows.holding import with_name
from reviewdocs.workflows.sayings import MENTION

LONGEST_NAME = 200


class Settlement(StrEnum):
    """How a mention can be settled."""

    MEANS = "means"
    """In this place it means an entry of the map."""
    MEANS_EVERYWHERE = "means-everywhere"
    """It does wherever it is in doubt."""
    NAME = "name"
    """It is a further name of that entry, for good."""
    WORD = "word"
    """In this place it is a word, or somebody who may be named."""
    WORD_EVERYWHERE = "word-everywhere"
    """It is, wherever it is in doubt."""

    @property
    def scope(self) -> Scope:
        """How far it reaches."""
        return Scope.PLACE if self in (Settlement.MEANS, Settlement.WORD) else Scope.EVERYWHERE

    @property
    def names(self) -> bool:
        """Whether it says whom or what is meant."""
        return self not in (Settlement.WORD, Settlement.WORD_EVERYWHERE)


_ACTIONS = {Settlement.NAME: Action.ADD_TO_MAP, Settlement.MEANS: Action.MEANS,
            Settlement.MEANS_EVERYWHERE: Action.MEANS}  # fmt: skip
_REASONS = {
    Settlement.MEANS: "Read in its sentence: this is who is meant.",
    Settlement.MEANS_EVERYWHERE: "This is who is meant wherever the name stands in this review.",
    Settlement.NAME: "A further name of this entry.",
    Settlement.WORD: "Read in its sentence: it names nobody who is to be protected.",
    Settlement.WORD_EVERYWHERE: "In this review it names nobody who is to be protected.",
}


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention as the record of a copy tells it, and the draft that it stands in."""

    finding: SeenFinding
    document: str
    sha256: str


def settle(case: Case, mention: Mentioned, how: Settlement, *, by: str, ref: str = "") -> Decision:
    """Record how a mention is settled; when this returns it is on the disk.

    Args:
        case: the case folder.
        mention: what is settled.
        how: in what way.
        by: the name of who decides.
        ref: the id of whom or what is meant.

    Raises:
        UsageError: nobody says who decides, or what is to stay may stand nowhere.
        InputError: the map has no such entry, or it cannot have such a name; or the record cannot be used.
        OutputError: the record cannot be written.
    """
    who = " ".join(by.split())
    if not who:
        raise UsageError("A decision needs the name of who decides.", remedy="Put in your name, then decide again.")
    if how.names:
        _refuse_unknown(case, mention.finding, how, ref)
    elif ByteSearch.of(case.load_map()).found(mention.finding.text):
        raise UsageError("This is a name of the map and no word of English: a copy may hold it nowhere.",
                         remedy="Say who is meant; or correct the map, if the name is in it by mistake.")  # fmt: skip
    action = _ACTIONS.get(how, Action.NOT_IDENTIFYING)
    return _add(case, mention, action, ref if how.names else "", how.scope, _REASONS[how], who)


def add_name(case: Case, ref: str, name: str, *, by: str) -> Decision:
    """Record a further name of an entry of the map, which no draft need hold yet.

    Raises:
        UsageError: there is no name, or it is one of the map's designations; or nobody says who decides.
        InputError: the map has no such entry; or the record cannot be used.
        OutputError: the record cannot be written.
    """
    told = " ".join(name.split())[:LONGEST_NAME]
    if not any(map(str.isalpha, told)):
        raise UsageError("This is no name.", remedy="Write the name as it stands in the drafts.")
    if folded(told) in map(folded, designations(case.load_map())):
        raise UsageError("This is itself a designation of the map.", remedy="Write the name that it stands for.")
    alike = alike_of(MENTION, told)
    seen = SeenFinding(id=alike, alike=alike, place=PlaceKey(), rule=MENTION, category=Category.PERSON,
                       severity=Severity.REVIEW, text=told, context="", anywhere=True)  # fmt: skip
    return settle(case, Mentioned(seen, case.map_file.name, ""), Settlement.NAME, by=by, ref=ref)


def take_back(case: Case, number: int, *, by: str) -> Decision:
    """Withdraw a decision that holds; it stays in the record.

    Raises:
        UsageError: there is none of this number that holds, or nobody says who decides.
        InputError, OutputError: the record cannot be used or written.
    """
    held = next((d for d in in_force(DecisionBook(case).decisions()) if d.number == number), None)
    if held is None:
        raise UsageError("This decision no longer holds.", remedy="Load the page again to see what does.")
    if not by.strip():
        raise UsageError("A decision needs the name of who decides.", remedy="Put in your name, then decide again.")
    mention = Mentioned(held.finding, held.document, held.sha256)
    return _add(case, mention, Action.WITHDRAW, str(number), held.scope, "Taken back.", " ".join(by.split()))


def settled_by(finding: SeenFinding, holding: Sequence[Decision]) -> Decision | None:
    """The decision in force about a mention, if any; the latest where one is about the place and one about all."""
    about = [d for d in holding if d.target in ((Scope.PLACE, finding.id), (Scope.EVERYWHERE, finding.alike))]
    return max(about, key=lambda d: d.number, default=None)


def _add(case: Case, mention: Mentioned, action: Action, argument: str, scope: Scope, reason: str, by: str) -> Decision:
    new = NewDecision(by, action, argument, scope, reason, mention.document, mention.sha256, mention.finding)
    return DecisionBook(case).add(new, dt.datetime.now(dt.UTC))[0]


def _refuse_unknown(case: Case, finding: SeenFinding, how: Settlement, ref: str) -> None:
    """Refuse what the next `anonymise` could not do.

    Raises:
        InputError: saying why.
    """
    pmap = case.load_map()
    if how is Settlement.NAME:
        with_name(pmap, ref, finding.text, finding.category)
    elif ref not in {entity.ref for entity in entities_of(pmap) if entity.ref}:
        raise InputError("The map has nobody and nothing of this id.", where=ref[:40],
                         remedy="Choose one of the list, or add somebody new to the map first.")  # fmt: skip
