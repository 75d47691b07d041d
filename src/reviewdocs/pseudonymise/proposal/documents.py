"""Entries for the names that stand in documents and not in the map, in order of appearance, with quoted evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.words import is_word
from reviewdocs.model.mentions import Category
from reviewdocs.model.pseudonyms import Group, MappedPerson, MappedThing
from reviewdocs.names.folding import folded
from reviewdocs.policy.schemes import Section
from reviewdocs.pseudonymise.proposal.bodies import is_national, is_public, public_body
from reviewdocs.pseudonymise.proposal.designations import Namer, designation_of
from reviewdocs.pseudonymise.proposal.draft import Draft
from reviewdocs.pseudonymise.proposal.grouping import Grouped, Somebody, by_name, grouped
from reviewdocs.pseudonymise.proposal.roles import UNKNOWN, may_stay_in_clear, role_of
from reviewdocs.pseudonymise.proposal.unknown import UnknownName

__all__ = ["UnknownName", "additions_from_names"]

_QUOTES = 3
_FORMS = 6


def additions_from_names(draft: Draft, names: Sequence[UnknownName], namer: Namer) -> None:
    """Propose an entry for everybody and everything named that the map does not have.

    Args:
        draft: the map so far, which gets the entries.
        names: what was found, in reading order of the documents.
        namer: gives the designations.
    """
    people = grouped([name for name in names if name.category is Category.PERSON])
    things = [f" {folded(name.text)} " for name in names if name.category in (Category.PLACE, Category.ORG)]
    for somebody in people.people:
        if doubt := _doubt(somebody, things):
            draft.notes.append(
                f'"{somebody.forms[0]}" ({somebody.places[0].where}) may be {doubt}: no entry of its own.'
            )
        else:
            _person(draft, somebody, namer)
    unsettled: dict[tuple[str, str], list[UnknownName]] = {}
    for place, fitting in people.unsettled:
        who = " or ".join(f"{one.forename} {one.surname}".strip() for one in fitting)
        unsettled.setdefault((place.text, who), []).append(place)
    for (text, who), places in unsettled.items():
        draft.notes.append(f'"{text}" ({_at(places)}) may be {who}: no entry of its own.')
    _families(draft, people)
    for category, listed, kind in (
        (Category.PLACE, "places", Section.PLACES),
        (Category.ORG, "organisations", Section.ORGANISATIONS),
    ):
        for name, also, places in _with_short_forms(by_name(found for found in names if found.category is category)):
            _thing(draft, name, also, places, namer, listed, kind)
    for name, places in by_name(found for found in names if found.category is Category.ADDRESS):
        draft.notes.append(f'The address "{name}" ({_at(places)}) belongs into the entry of whoever lives there.')


def _at(places: Sequence[UnknownName]) -> str:
    """Where it stands: the first place, and how many more there are."""
    return places[0].where if len(places) == 1 else f"{places[0].where}, and {len(places) - 1} more"


def _evidence(places: Sequence[UnknownName], forms: Sequence[str], telling: UnknownName | None = None) -> list[str]:
    """How often, in which forms, and where it stands, with a few quotations; the telling one is among them."""
    times = "once" if len(places) == 1 else f"{len(places)} times"
    more = ", …" if len(forms) > _FORMS else ""
    also = f", as {', '.join(forms[:_FORMS])}{more}" if len(forms) > 1 else ""
    quotes = {place.quote: place for place in reversed(places)}
    shown = sorted(quotes.values(), key=places.index)[:_QUOTES]
    if telling and telling.quote not in (place.quote for place in shown):
        shown[-1] = telling
    return [f"proposed: named {times}{also}", *(f'  {place.where}: "{place.quote}"' for place in shown)]


def _doubt(somebody: Somebody, things: Sequence[str]) -> str:
    """What a single name, met once or also as part of a place's name, may be instead of a person's; else empty."""
    if somebody.title or (somebody.forename and somebody.surname):
        return ""
    name = folded(somebody.forename or somebody.surname)
    if any(re.search(rf"\W{re.escape(name)}(?:'s)?\W", thing) for thing in things):
        return "a place or an organisation"
    if len(somebody.places) > 1 or role_of("", somebody.places)[0] != UNKNOWN:
        return ""
    return "an ordinary word" if is_ordinary(name) or is_word(name) else ""


def _with_short_forms(
    named: Iterable[tuple[str, list[UnknownName]]],
) -> Iterator[tuple[str, list[str], list[UnknownName]]]:
    """Names of things, each with the short forms that begin it: St Oswin of St Oswin's Primary School."""
    listed = list(named)
    for name, places in listed:
        if any(_begins(name, other) for other, _ in listed):
            continue
        short = [(other, found) for other, found in listed if _begins(other, name)]
        yield name, [other for other, _ in short], [*places, *(place for _, found in short for place in found)]


def _begins(short: str, name: str) -> bool:
    return re.match(rf"{re.escape(folded(short))}(?:'s)?\s", folded(name)) is not None


def _person(draft: Draft, somebody: Somebody, namer: Namer) -> None:
    role, telling = role_of(somebody.title, somebody.places)
    known = designation_of(role, Section.PEOPLE, draft.base.scheme_type)
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


def _thing(
    draft: Draft,
    name: str,
    also: Sequence[str],
    places: Sequence[UnknownName],
    namer: Namer,
    listed: str,
    kind: Section,
) -> None:
    if kind is Section.ORGANISATIONS and is_national(name):
        return
    if kind is Section.ORGANISATIONS and is_public(name, draft.base.scheme_type):
        draft.notes.append(public_body(name, places[0].where))
        return
    known = designation_of(name, kind, draft.base.scheme_type)
    what = known.role if known else "town" if kind is Section.PLACES else "organisation"
    pseudonym = namer.give(what, kind)
    evidence = _evidence(places, [name, *also])
    if known is None:
        evidence.append(f"  Its kind is yours to say ({what} was assumed).")
    entry = MappedThing(id=draft.new_id(pseudonym), name=name, kind=what, pseudonym=pseudonym, also=tuple(also))
    draft.add(listed, entry, *evidence)
