"""What the decisions that hold change: further names in the map, and the words that `anonymise` puts elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from reviewdocs.errors import InputError
from reviewdocs.model.decisions import Action, Decision, Scope
from reviewdocs.model.mentions import Category
from reviewdocs.model.pseudonyms import MappedPerson, MappedThing, PseudonymMap
from reviewdocs.names.entities import split_name
from reviewdocs.pseudonymise.render.edits import listed_names
from reviewdocs.risk.decided import in_force
from reviewdocs.workflows.replacing import Replacement
from reviewdocs.workflows.sayings import Saying, sayings

_NAMES = frozenset({Category.PERSON, Category.HIDDEN})
_NUMBERS = frozenset({Category.CODE, Category.CONTACT, Category.ONLINE, Category.VEHICLE})
_THINGS = frozenset(
    {Category.PLACE, Category.ORG, Category.ADDRESS, Category.MEDIA, Category.OPERATION, Category.COURT}
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")


@dataclass(frozen=True, slots=True)
class Holding:
    """A case's map with the names that decisions add to it, the replacements that they ask for, and what they say of
    mentions in drafts."""

    pmap: PseudonymMap
    replacements: tuple[Replacement, ...] = ()
    added: int = 0
    sayings: tuple[Saying, ...] = ()

    @property
    def note(self) -> str:
        """What to tell the user; empty when no decision changes anything."""
        told = [f"{self.added} name(s) added to the map"] if self.added else []
        told += [f"{len(self.replacements)} replacement(s) asked for"] if self.replacements else []
        told += [f"{len(self.sayings)} mention(s) of drafts settled"] if self.sayings else []
        return f"By decisions recorded in this case: {listed_names(told)}." if told else ""


def holding(pmap: PseudonymMap, decisions: Iterable[Decision]) -> Holding:
    """What a case's decisions change.

    Args:
        pmap: its map as it was agreed; the file is never changed.
        decisions: the case's whole record.

    Raises:
        InputError: a decision adds a name to an entry that the map no longer has.
    """
    holding = in_force(decisions)
    adding = [decision for decision in holding if decision.action is Action.ADD_TO_MAP]
    for decision in adding:
        pmap = with_name(pmap, decision.argument, decision.finding.text, decision.finding.category)
    replacements = tuple(
        Replacement(d.number, d.argument, d.finding, everywhere=d.scope is Scope.EVERYWHERE)
        for d in holding if d.action.rewords
    )  # fmt: skip
    return Holding(pmap, replacements, len(adding), sayings(holding))


def with_name(pmap: PseudonymMap, ref: str, text: str, category: Category) -> PseudonymMap:
    """The map with a text as a further name, address or identifier of one of its entries.

    Raises:
        InputError: the map has no such entry, or it cannot have what the text is.
    """
    name = _POSSESSIVE.sub("", text).strip()
    people, places, organisations = list(pmap.people), list(pmap.places), list(pmap.organisations)
    for entries in (places, organisations):
        for number, thing in enumerate(entries):
            if thing.id == ref and category in _THINGS | _NAMES:
                entries[number] = replace(thing, also=(*thing.also, name))
                return _checked(pmap, people, places, organisations)
    for number, person in enumerate(people):
        if person.id == ref and (update := _person_with(person, name, category)):
            people[number] = replace(person, **update)
            return _checked(pmap, people, places, organisations)
    if ref in {person.id for person in people} | {thing.id for thing in (*places, *organisations)}:
        raise InputError(f"{ref} cannot have a further name of this kind ({category}).",
                         remedy="Replace it with other words, or name another entry of the map.")  # fmt: skip
    raise InputError(f"The map has no person, place or organisation with the id {ref}.",
                     remedy="Look up the id in the pseudonym map; somebody new is put into the map's file, "
                     "and a decision that names somebody who is gone is withdrawn.")  # fmt: skip


def _person_with(person: MappedPerson, name: str, category: Category) -> dict[str, Any]:
    """The fields of a person that change; empty when a person cannot have what this is."""
    if category in _NAMES:
        title, _, _, surname = split_name(name)
        if title and surname:
            return {"former_names": (*person.former_names, surname)}
        return {"known_as": (*person.known_as, name)}
    if category is Category.ADDRESS:
        return {"addresses": (*person.addresses, name)}
    if category in _NUMBERS:
        label = "e-mail" if "@" in name else "telephone" if category is Category.CONTACT else "reference"
        key = next(key for n in range(1, 1000) if (key := f"{label}{'' if n == 1 else n}") not in person.identifiers)
        return {"identifiers": {**person.identifiers, key: name}}
    return {}


def _checked(
    pmap: PseudonymMap, people: list[MappedPerson], places: list[MappedThing], organisations: list[MappedThing]
) -> PseudonymMap:
    return replace(pmap, people=tuple(people), places=tuple(places), organisations=tuple(organisations))
