"""Rules on what people and things are called in what is published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.language.lists import listed
from reviewdocs.language.titles import TITLES
from reviewdocs.model.pseudonyms import Group, MappedPerson, MappedThing, PseudonymMap
from reviewdocs.model.words import ReviewType
from reviewdocs.names.entities import split_name
from reviewdocs.names.folding import folded
from reviewdocs.names.gender import likely_gender
from reviewdocs.pseudonymise.lint.doubt import Doubt, Path, Weight, chosen_name, people, said, single_names

_ABBREVIATIONS = listed("mgm mgf pgm pgf sw hv gp ho po tm la")
"""Short forms of roles, whatever initials they happen to be."""
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


def designated(pmap: PseudonymMap) -> Iterator[tuple[Path, MappedPerson | Group | MappedThing]]:
    """Every entry that has a designation, with its path."""
    for name in ("people", "groups", "places", "organisations"):
        for number, entry in enumerate(getattr(pmap, name)):
            yield (name, number), entry


def _whole_names(pmap: PseudonymMap) -> dict[str, str]:
    """Folded names as they stand by themselves, each with whose it is."""
    names: dict[str, str] = {}
    for thing in (*pmap.places, *pmap.organisations):
        names |= {folded(name): thing.id for name in (thing.name, *thing.also)}
    for listed_people, whose in ((pmap.permitted, "a permitted person"), (pmap.panel, "a panel member")):
        for other in listed_people:
            _, forename, _, surname = split_name(other.name)
            names |= {folded(name): whose for name in (other.name, forename, surname) if name}
    for person in pmap.people:
        names |= {folded(name): person.id for name in (person.full_name, *person.known_as, *person.former_names)}
        names |= dict.fromkeys(single_names(person), person.id)
    return {name: whose for name, whose in names.items() if len(name) > 1}


def pseudonym_is_a_real_name(pmap: PseudonymMap) -> Iterator[Doubt]:
    """A designation that is somebody's real name in this review would point at them."""
    names = _whole_names(pmap)
    for path, entry in designated(pmap):
        if whose := names.get(folded(entry.pseudonym)):
            yield Doubt(
                "pseudonym-is-a-real-name",
                Weight.SETTLE,
                entry.id,
                (*path, "pseudonym"),
                f"the pseudonym is a real name in this review ({whose})",
                "Choose another.",
            )


def designation_contains_a_name(pmap: PseudonymMap) -> Iterator[Doubt]:
    """`the Okafor family` or `Calderbeck School` in the place of a name still tells the name."""
    whole = _whole_names(pmap)
    words = {word for person in pmap.people for word in single_names(person)}
    phrases = {folded(thing.name) for thing in (*pmap.places, *pmap.organisations)}
    for path, entry in designated(pmap):
        plain = folded(entry.pseudonym)
        if plain in whole:
            continue
        own = _WORD.findall(plain.replace("'s ", " "))
        text = f" {' '.join(own)} "
        if held := (words & set(own)) | {phrase for phrase in phrases if f" {phrase} " in text}:
            yield Doubt(
                "designation-contains-a-name",
                Weight.SETTLE,
                entry.id,
                (*path, "pseudonym"),
                f"the designation holds {said({name.title() for name in held})}, a name of this review",
                "Choose one without it, such as a role and a number.",
            )


def pseudonym_shares_initials(pmap: PseudonymMap) -> Iterator[Doubt]:
    """`Child F` for Faith, `FO` for Faith Okafor or `Anna` for Agnieszka tell initials of the real name."""
    for path, person in people(pmap):
        forename, surname = folded(person.forename), folded(person.surname)
        initials = {name[0] for name in (forename, surname) if name}
        *before, last = folded(person.pseudonym).split() or [""]
        chosen = chosen_name(person)
        both = forename[:1] + surname[:1]
        letters = last.replace(".", "")
        if (
            (before and len(letters) == 1 and letters in initials)
            or (not before and len(both) == 2 and letters == both and letters not in _ABBREVIATIONS)
            or (chosen and forename[:1] == chosen[0])
        ):
            yield Doubt(
                "pseudonym-shares-initials",
                Weight.SETTLE,
                person.id,
                (*path, "pseudonym"),
                "the pseudonym shares an initial with the person",
                "Choose one that begins with, or ends in, another letter.",
            )


def designations_are_told_apart(pmap: PseudonymMap) -> Iterator[Doubt]:
    """Two places, two organisations, or a person and a place, that would read as one."""
    seen: dict[str, str] = {}
    for path, entry in designated(pmap):
        other = seen.setdefault(folded(entry.pseudonym), entry.id)
        if other != entry.id:
            yield Doubt(
                "designation-used-twice",
                Weight.SETTLE,
                entry.id,
                (*path, "pseudonym"),
                f"has the same designation as {other}",
                "Give one of them another, or make one entry of the two.",
            )


def chosen_names_are_recorded(pmap: PseudonymMap) -> Iterator[Doubt]:
    """In a domestic homicide review chosen forenames are agreed with the family, and that is recorded."""
    for path, person in people(pmap) if pmap.known_type is ReviewType.DHR else ():
        missing = [key for key in ("chosen_by", "agreed") if not getattr(person, key)]
        if chosen_name(person) and missing:
            yield Doubt(
                "chosen-name-not-recorded",
                Weight.SETTLE,
                person.id,
                (*path, missing[0]),
                f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing for a chosen name",
                "Say who chose it, and when it was agreed.",
            )


def chosen_names_fit_the_sex(pmap: PseudonymMap) -> Iterator[Doubt]:
    """A chosen name that is usually another sex's makes every `he` and `she` read as a slip.

    Told only where both are known: the pseudonym is a usual forename, and pronouns, title or the real forename say
    what the person is called.
    """
    for path, person in people(pmap):
        chosen = chosen_name(person)
        usual = likely_gender(chosen) if chosen else ""
        first = person.pronouns.casefold().split("/")[0].strip()
        title = TITLES.get(folded(person.title).rstrip("."))
        known = first or (title.gender if title else "") or likely_gender(person.forename)
        if usual and known in ("he", "she") and known != usual:
            yield Doubt(
                "chosen-name-of-another-sex",
                Weight.EXPECT,
                person.id,
                (*path, "pseudonym"),
                f"the chosen name is usually that of a {'woman' if usual == 'she' else 'man'}, and the person is "
                f"{known!r} here",
                "Keep it if the family chose it so; else choose another.",
            )


RULES = (
    pseudonym_is_a_real_name,
    designation_contains_a_name,
    pseudonym_shares_initials,
    designations_are_told_apart,
    chosen_names_are_recorded,
    chosen_names_fit_the_sex,
)
