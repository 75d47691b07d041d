"""The agreed pseudonym map: who is who, what each is called in what may be published, and who stays in clear."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

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
    """The map's policy for dates.

    `anchor` is the day that relative dates count from. `shift_weeks` is by how many weeks dates are moved, backwards
    where negative: a secret of the review, never 0.
    """

    policy: DatePolicy
    anchor: Annotated[dt.date | None, Blank] = None
    shift_weeks: Annotated[int | None, Blank, Field(ge=-1040, le=1040)] = None

    @field_validator("shift_weeks")
    @classmethod
    def _moves(cls, weeks: int | None) -> int | None:
        if weeks == 0:
            raise ValueError("0 weeks would leave every date as it is")
        return weeks

    @property
    def changes(self) -> bool:
        """Whether dates become anything else than they are."""
        return self.policy is not DatePolicy.KEEP


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
        """Refuse what makes a map ambiguous; one line a fault, `field: what`."""
        faults: list[str] = []
        pseudonyms: set[str] = set()
        for i, person in enumerate(self.people):
            if person.pseudonym.casefold() in pseudonyms:
                faults.append(f"people[{i}].pseudonym: two people share the pseudonym {person.pseudonym!r}")
            pseudonyms.add(person.pseudonym.casefold())
        ids: set[str] = set()
        lists = {
            "people": [person.id for person in self.people],
            "groups": [group.id for group in self.groups],
            "places": [place.id for place in self.places],
            "organisations": [organisation.id for organisation in self.organisations],
        }
        for name, entries in lists.items():
            for i, identifier in enumerate(entries):
                if identifier in ids:
                    faults.append(f"{name}[{i}].id: the id {identifier} is used more than once")
                ids.add(identifier)
        known = {person.id for person in self.people}
        for i, group in enumerate(self.groups):
            faults += [
                f"groups[{i}].members: {member} is not the id of anybody in people"
                for member in group.members
                if member not in known
            ]
        if faults:
            raise ValueError("\n".join(faults))
        return self
