"""Everybody and everything that a map names, as one list of entities to look for."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from reviewdocs.language.lists import listed
from reviewdocs.language.titles import TITLES
from reviewdocs.model.pseudonyms import MappedPerson, NamedInClear, PanelSeat, PermittedName, PseudonymMap
from reviewdocs.names.folding import folded
from reviewdocs.names.merged import apart
from reviewdocs.names.unfilled import is_unfilled

PARTICLES = listed(
    "al el ap ab ferch bin bint ibn abu umm van von de der den ter da das do dos del della di "
    "du la le o ni nic ua ui mac mc "
    "st ap ben bat"
)


class Kind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    PERMITTED = "permitted"
    PANEL = "panel"
    GROUP = "group"
    PLACE = "place"
    ORGANISATION = "organisation"
    KEPT = "kept"
    """A panel seat's job title or employer, or a designation of the map: text that stays."""


HUMAN = frozenset({Kind.PERSON, Kind.PERMITTED, Kind.PANEL})


@dataclass(frozen=True, slots=True)
class Entity:
    """One entry of the map.

    Attributes:
        ref: id in the map; empty for permitted people, panel seats and kept phrases.
        designation: what is to stand there (pseudonym; job title for a panel seat); empty where the text is kept.
        role: role in the review, job title, or kind of place.
        title: usual title, folded and without full stop; empty when unknown.
        gender: "he", "she" or empty when unknown or neither.
        members: ids of a group's members.
        employer: a panel seat's employer, as written.
        born: the date of birth; None when unknown.
    """

    kind: Kind
    ref: str
    designation: str
    role: str = ""
    forename: str = ""
    middle: str = ""
    surname: str = ""
    title: str = ""
    gender: str = ""
    known_as: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    employer: str = ""
    born: dt.date | None = None


def words_of(name: str) -> list[str]:
    """The folded words of a name; hyphens, apostrophes and full stops part words."""
    return re.findall(r"[^\W_]+", folded(name))


def split_name(name: str) -> tuple[str, str, str, str]:
    """(title, forename, middle, surname) of a name written in running order; particles go with the surname."""
    words = name.split()
    title = ""
    while len(words) > 1 and folded(words[0]).rstrip(".") in TITLES:
        first = folded(words.pop(0)).rstrip(".")
        title = title or first
    if len(words) < 2:
        return title, "" if title else " ".join(words), "", " ".join(words) if title else ""
    start = len(words) - 1
    while start > 1 and folded(words[start - 1]).strip("'.") in PARTICLES:
        start -= 1
    return title, words[0], " ".join(words[1:start]), " ".join(words[start:])


def _gender(pronouns: str, title: str) -> str:
    first = pronouns.casefold().split("/")[0].strip()
    if first in ("he", "she"):
        return first
    known = TITLES.get(title)
    return known.gender if known and not first else ""


def _names(field: str) -> list[str]:
    """The names in a field of the map; a mark for what is still to come ("None", TBC) is nobody's."""
    return [name for name in apart(field) if name and not is_unfilled(name)] if field else []


def _former(field: str, given: str) -> list[str]:
    """The names in an entry of former names; "Pike, Kirsty" is Kirsty Pike where the person is called Kirsty."""
    names = _names(field)
    official = "," in field and len(names) == 2 and set(words_of(names[1])) <= set(words_of(given))
    return [f"{names[1]} {names[0]}"] if official else names


def _person(person: MappedPerson) -> Entity:
    """A person; of several names in one field the first is the one borne, and the others are names all the same."""
    title = folded(person.title).rstrip(".")
    forename, *called = _names(person.forename) or [""]
    surname, *borne = _names(person.surname) or [""]
    given = f"{person.forename} {person.middle}"
    in_clear = isinstance(person, NamedInClear)
    return Entity(
        Kind.PERMITTED if in_clear else Kind.PERSON,
        "" if in_clear else person.id,
        "" if in_clear else person.pseudonym,
        person.role,
        forename,
        " ".join(_names(person.middle)),
        surname,
        title,
        _gender(person.pronouns, title),
        (*called, *(name for known in person.known_as for name in _names(known))),
        (*borne, *(name for former in person.former_names for name in _former(former, given))),
        tuple(name for wrong in person.misspellings for name in _names(wrong)),
        born=person.dob,
    )


def _named(kind: Kind, source: PermittedName | PanelSeat) -> Entity:
    title, forename, middle, surname = split_name(source.name)
    role, employer = (source.role, "") if isinstance(source, PermittedName) else (source.job_title, source.employer)
    designation = "" if isinstance(source, PermittedName) else source.job_title
    gender = _gender("", title)
    return Entity(kind, "", designation, role, forename, middle, surname, title, gender, employer=employer)


def designations(pmap: PseudonymMap) -> list[str]:
    """Every designation of the map: of people, groups, places and organisations."""
    return [
        *(person.pseudonym for person in pmap.people),
        *(group.pseudonym for group in pmap.groups),
        *(thing.pseudonym for thing in (*pmap.places, *pmap.organisations)),
    ]


def entities_of(pmap: PseudonymMap) -> tuple[Entity, ...]:
    """Every entity of the map that has a name."""
    things = [(Kind.PLACE, thing) for thing in pmap.places] + [
        (Kind.ORGANISATION, thing) for thing in pmap.organisations
    ]
    return (
        *(_person(person) for person in pmap.people),
        *(_named(Kind.PERMITTED, permitted) for permitted in pmap.permitted),
        *(_named(Kind.PANEL, seat) for seat in pmap.panel),
        *(
            Entity(Kind.GROUP, group.id, group.pseudonym, surname=group.surname, members=group.members)
            for group in pmap.groups
        ),
        *(
            Entity(kind, thing.id, thing.pseudonym, thing.kind, surname=thing.name, known_as=thing.also)
            for kind, thing in things
        ),
    )
