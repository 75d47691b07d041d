"""Schemes of designations by review type: the shipped files in pseudonym_maps/schemes/."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

import yaml

from reviewdocs import resources
from reviewdocs.model.base import Record
from reviewdocs.model.marks import Name, Text
from reviewdocs.model.words import ReviewType

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Section(StrEnum):
    """The list of the map in which an entry of a designation stands."""

    PEOPLE = "people"
    PLACES = "places"
    ORGANISATIONS = "organisations"


class Designation(Record):
    """What people (or things) of a role are called.

    `pattern` may hold `{letter}`, `{number}` or `{chosen}` (a forename agreed with the family). `also` lists other
    words for the role; for places and organisations the role is their kind.
    """

    group: Section = Section.PEOPLE
    role: Name
    also: tuple[Name, ...] = ()
    pattern: Name
    note: Text = ""

    @property
    def is_chosen(self) -> bool:
        """True when no scheme can say the name, because the family does."""
        return "{chosen}" in self.pattern

    def pseudonym(self, place: int) -> str:
        """The designation of the first (1), second (2)… of this role; a placeholder to fill in for a chosen name."""
        if self.is_chosen:
            return f"[forename chosen for {self.role}{'' if place == 1 else f' {place}'}]"
        if "{" not in self.pattern:
            return self.pattern if place == 1 else f"{self.pattern} {place}"
        # After Z the letters are doubled: AA, BB.
        letter = LETTERS[(place - 1) % 26] * ((place - 1) // 26 + 1)
        return self.pattern.replace("{letter}", letter).replace("{number}", str(place))


class Scheme(Record):
    """A family of designations in use for some types of review."""

    id: Name
    title: Name
    review_types: tuple[ReviewType, ...]
    designations: tuple[Designation, ...]


@cache
def all_schemes() -> tuple[Scheme, ...]:
    """Every shipped scheme, by the name of its file."""
    files = sorted((resources.folder("pseudonym_maps") / "schemes").glob("*.yaml"))
    return tuple(Scheme.model_validate(yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files)


def schemes_for(review_type: ReviewType) -> tuple[Scheme, ...]:
    """The schemes that a type of review uses, those for its own family of types first."""
    own = [scheme for scheme in all_schemes() if review_type in scheme.review_types]
    return tuple(sorted(own, key=lambda scheme: (len(scheme.review_types), scheme.id)))
