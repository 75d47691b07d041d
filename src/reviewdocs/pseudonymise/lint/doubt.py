"""A doubt about a pseudonym map, and what the rules share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reviewdocs.model.pseudonyms import MappedPerson, PseudonymMap
from reviewdocs.names.folding import folded
from reviewdocs.names.listing import listed

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
    """

    rule: str
    weight: Weight
    entry: str
    path: Path
    message: str
    remedy: str


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
    return [word for name in written for word in folded(name).split() if len(word.rstrip(".")) > 1]


def chosen_name(person: MappedPerson) -> str:
    """The pseudonym, folded, where it is a name chosen for the person (one word, not a role); else empty."""
    word = folded(person.pseudonym)
    is_role = word in {folded(w) for w in person.role.split()} or word in ROLE_WORDS or person.pseudonym.isupper()
    return "" if " " in word or word.startswith("[") or is_role else word


def said(words: Sequence[str] | set[str]) -> str:
    """Words as a person lists them."""
    return " and ".join(sorted(words))
