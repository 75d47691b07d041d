"""Entries for the names that stand in documents and not in the map, in order of appearance, with quoted evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewdocs.model.mentions import Category
from reviewdocs.model.pseudonyms import Group, MappedPerson, MappedThing
from reviewdocs.names.folding import folded
from reviewdocs.policy.schemes import Kind
from reviewdocs.pseudonymise.proposal.designations import Namer, designation_of
from reviewdocs.pseudonymise.proposal.draft import Draft
from reviewdocs.pseudonymise.proposal.grouping import Grouped, Somebody, by_name, grouped
from reviewdocs.pseudonymise.proposal.roles import UNKNOWN, may_stay_in_clear, role_of
from reviewdocs.pseudonymise.proposal.unknown import UnknownName

__all__ = ["UnknownName", "additions_from_names"]

_QUOTES = 3
_PUBLIC_BODY = re.compile(
    r"(?i)\b(?:council|constabulary|police|nhs(?: foundation)? trust|partnership|board|court|government|"
    r"department|university|inspectorate|commission)\b"
)
"""Bodies that keep their names in the area that publishes; a person decides about each."""


def additions_from_names(draft: Draft, names: Sequence[UnknownName], namer: Namer) -> None:
    """Propose an entry for everybody and everything named that the map does not have.

    Args:
        draft: the map so far, which gets the entries.
        names: what was found, in reading order of the documents.
        namer: gives the designations.
    """
    people = grouped([name for name in names if name.category is Category.PERSON])
    for somebody in people.people:
        _person(draft, somebody, namer)
    for place, fitting in people.unsettled:
        ids = " or ".join(f"{who.forename} {who.surname}".strip() for who in fitting)
        draft.notes.append(f'"{place.text}" ({place.where}) may be {ids}: no entry of its own.')
    _families(draft, people)
    for category, listed, kind in (
        (Category.PLACE, "places", Kind.PLACES),
        (Category.ORG, "organisations", Kind.ORGANISATIONS),
    ):
        for name, places in by_name(found for found in names if found.category is category):
            _thing(draft, name, places, namer, listed, kind)
    for name, places in by_name(found for found in names if found.category is Category.ADDRESS):
        draft.notes.append(f'The address "{name}" ({places[0].where}) belongs into the entry of whoever lives there.')


def _evidence(places: Sequence[UnknownName], forms: Sequence[str], telling: UnknownName | None = None) -> list[str]:
    """How often, in which forms, and where it stands, with a few quotations; the telling one is among them."""
    times = "once" if len(places) == 1 else f"{len(places)} times"
    also = f", as {', '.join(forms)}" if len(forms) > 1 else ""
    quotes = {place.quote: place for place in reversed(places)}
    shown = sorted(quotes.values(), key=places.index)[:_QUOTES]
    if telling and telling.quote not in (place.quote for place in shown):
        shown[-1] = telling
    return [f"proposed: named {times}{also}", *(f'  {place.where}: "{place.quote}"' for place in shown)]


def _person(draft: Draft, somebody: Somebody, namer: Namer) -> None:
    role, telling = role_of(somebody.title, somebody.places)
    known = designation_of(role, Kind.PEOPLE, draft.base.review_type)
    role = known.role if known and role in known.also else role
    initials = "".join(folded(name)[:1] for name in (somebody.forename, somebody.surname))
    pseudonym = namer.give("" if role == UNKNOWN else role, initials=initials)
    evidence = _evidence(somebody.places, somebody.forms, telling)
    if may_stay_in_clear(somebody.places):
        evidence.append("  A chair or author? If this name may stay in clear, move it to the list permitted.")
    elif role == UNKNOWN:
        evidence.append("  The role is yours to say; a role's own designation is better than this one.")
    entry = MappedPerson(
        id=draft.new_id(pseudonym),
        role=role,
        pseudonym=pseudonym,
        forename=somebody.forename,
        middle=somebody.middle,
        surname=somebody.surname,
        known_as=tuple(somebody.known_as),
        misspellings=tuple(somebody.misspellings),
        title=somebody.title,
    )
    draft.add("people", entry, *evidence)


def _families(draft: Draft, people: Grouped) -> None:
    """A group for each family met in the plural, of whom two or more are known and no group is there."""
    there = {folded(entry.surname) for entry in draft.listed("groups") if isinstance(entry, Group)}
    taken = {folded(entry.pseudonym) for entry in draft.listed("groups") if isinstance(entry, Group)}
    for surname in sorted(people.families - there):
        members = [person for person in draft.people() if folded(person.surname) == surname]
        if len(members) < 2:
            continue
        number = next(n for n in range(1, len(taken) + 2) if f"family {n}" not in taken)
        taken.add(f"family {number}")
        group = Group(
            id=draft.new_id(f"{members[0].surname} family"),
            surname=members[0].surname,
            members=tuple(member.id for member in members),
            pseudonym=f"Family {number}",
        )
        draft.add("groups", group, "proposed: named as a family")


def _thing(draft: Draft, name: str, places: Sequence[UnknownName], namer: Namer, listed: str, kind: Kind) -> None:
    if kind is Kind.ORGANISATIONS and _PUBLIC_BODY.search(name):
        draft.notes.append(
            f'"{name}" ({places[0].where}) is not proposed: the area\'s own public bodies keep their names.'
        )
        return
    known = designation_of(name, kind, draft.base.review_type)
    what = known.role if known else "town" if kind is Kind.PLACES else "organisation"
    pseudonym = namer.give(what, kind)
    evidence = _evidence(places, [])
    if known is None:
        evidence.append(f"  Its kind is yours to say ({what} was assumed).")
    entry = MappedThing(id=draft.new_id(pseudonym), name=name, kind=what, pseudonym=pseudonym)
    draft.add(listed, entry, *evidence)
