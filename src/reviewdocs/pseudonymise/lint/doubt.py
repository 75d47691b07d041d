"""A doubt about a pseudonym map, and what the rules share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from reviewdocs.language.lists import listed
from reviewdocs.model.pseudonyms import MappedPerson, PseudonymMap
from reviewdocs.names.folding import folded
from reviewdocs.names.merged import apart

Path = tuple[str | int, ...]


class Weight(StrEnum):
    """How much a doubt matters."""

    SETTLE = "settle"
    """Should be settled before the map is agreed."""
    EXPECT = "expect"
    """Says what to expect, or to look at once."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt about a map.

    Attributes:
        rule: the rule's name.
        weight: how much it matters.
        entry: id of the entry concerned, or the name of the list.
        path: the field concerned.
        message: what is doubtful.
        remedy: what to do about it.
        in_review: whether the field is one of the review's data instead of the map.
    """

    rule: str
    weight: Weight
    entry: str
    path: Path
    message: str
    remedy: str
    in_review: bool = False


ROLE_WORDS = listed(
    "mother father sister brother aunt uncle son daughter partner nephew niece friend cousin spouse husband wife "
    "grandmother grandfather neighbour colleague"
)
"""Pseudonyms of one word that are no chosen names."""


def people(pmap: PseudonymMap) -> Iterator[tuple[Path, MappedPerson]]:
    """Every person with the path of the entry."""
    return ((("people", number), person) for number, person in enumerate(pmap.people))


def single_names(person: MappedPerson) -> list[str]:
    """Every word of every name of a person, folded; initials alone are left out."""
    written = (person.forename, person.middle, person.surname, *person.known_as, *person.former_names)
    parted = (part for name in written for part in apart(name))
    return [word for name in parted for word in folded(name).split() if len(word.rstrip(".")) > 1]


def chosen_name(person: MappedPerson) -> str:
    """The pseudonym, folded, where it is a name chosen for the person (one word, not a role); else empty."""
    word = folded(person.pseudonym)
    is_role = word in {folded(w) for w in person.role.split()} or word in ROLE_WORDS or person.pseudonym.isupper()
    return "" if " " in word or word.startswith("[") or is_role else word


def said(words: Iterable[str]) -> str:
    """Words as a person lists them."""
    *before, last = sorted(words)
    return f"{', '.join(before)} and {last}" if before else last
