"""The agreed pseudonym map: who is who, what each is called in what may be published, and who stays in clear."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from reviewdocs.model.base import Blank, Record, ReviewType, Text

Name = Annotated[str, Field(min_length=1)]


class MappedPerson(Record):
    """A person of the review with an agreed pseudonym and every form of their name that is known."""

    id: Name
    role: Name
    pseudonym: Name
    forename: Text = ""
    middle: Text = ""
    surname: Text = ""
    known_as: tuple[Name, ...] = ()
    former_names: tuple[Name, ...] = ()
    title: Text = ""
    pronouns: Text = ""
    dob: Annotated[dt.date | None, Blank] = None
    misspellings: tuple[Name, ...] = ()
    identifiers: dict[str, str] = Field(default_factory=dict)
    addresses: tuple[Name, ...] = ()
    chosen_by: Text = ""
    agreed: Annotated[dt.date | None, Blank] = None

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if not (self.forename or self.surname or self.known_as):
            raise ValueError("a person needs at least one name: forename, surname or known_as")
        return self

    @property
    def full_name(self) -> str:
        """Forename and surname as written in running text."""
        return " ".join(part for part in (self.forename, self.surname) if part)


class Group(Record):
    """A family sharing a surname, spoken of together ("the Okafors")."""

    id: Name
    surname: Name
    members: tuple[Name, ...]
    pseudonym: Name


class MappedThing(Record):
    """A place or organisation with an agreed designation; `also` lists its other names."""

    id: Name
    name: Name
    kind: Text = ""
    pseudonym: Name
    also: tuple[Name, ...] = ()


class PermittedName(Record):
    """A person who may stay in clear: board chair, panel chair, author."""

    name: Name
    role: Text = ""


class PanelSeat(Record):
    """A panel member: job title and employer stay in what is published, the name never does."""

    job_title: Name
    employer: Text = ""
    name: Name


class DatePolicy(StrEnum):
    """What becomes of exact dates (anonymisation.md, Dates, ages, times)."""

    KEEP = "keep"
    MONTH_YEAR = "month-year"
    YEAR = "year"
    RELATIVE = "relative"
    SHIFT = "shift"


class Dates(Record):
    """The map's policy for dates; `anchor` is the day that relative dates count from."""

    policy: DatePolicy
    anchor: Annotated[dt.date | None, Blank] = None


class PseudonymMap(Record):
    """The agreed pseudonym map of one review: the key to the whole review."""

    id: Name
    review_type: ReviewType
    title: Text = ""
    people: tuple[MappedPerson, ...]
    groups: tuple[Group, ...] = ()
    places: tuple[MappedThing, ...] = ()
    organisations: tuple[MappedThing, ...] = ()
    permitted: tuple[PermittedName, ...] = ()
    panel: tuple[PanelSeat, ...] = ()
    dates: Dates | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        """Refuse what makes a map ambiguous: shared pseudonyms, repeated ids, group members who are not there."""
        shared = [name for name, n in Counter(person.pseudonym.casefold() for person in self.people).items() if n > 1]
        if shared:
            twice = sorted({person.pseudonym for person in self.people if person.pseudonym.casefold() in shared})
            raise ValueError(f"people: two people share the pseudonym {', '.join(repr(name) for name in twice)}")
        ids = [
            identifier
            for identifier, n in Counter(
                [
                    *(person.id for person in self.people),
                    *(group.id for group in self.groups),
                    *(thing.id for thing in (*self.places, *self.organisations)),
                ]
            ).items()
            if n > 1
        ]
        if ids:
            raise ValueError(f"the id {', '.join(sorted(ids))} is used more than once")
        known = {person.id for person in self.people}
        for group in self.groups:
            missing = sorted(set(group.members) - known)
            if missing:
                raise ValueError(f"groups: {group.id} has members who are not in people: {', '.join(missing)}")
        return self
