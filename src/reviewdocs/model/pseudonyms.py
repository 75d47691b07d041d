"""The agreed pseudonym map: who is who, what each is called in what may be published, and who stays in clear.

Plain dataclasses: the process that takes documents apart has a map, and need not load pydantic for it. Data is
validated where it is read (`records.load`), by pydantic and the rules below.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, ClassVar

from reviewdocs.model.marks import Blank, Name, Text
from reviewdocs.model.words import ReviewType

_MOST_WEEKS = 1040


class _Strict:
    """What all of it shares: unknown keys are errors, surrounding space is dropped."""

    __slots__ = ()
    __pydantic_config__: ClassVar = {"extra": "forbid", "str_strip_whitespace": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedPerson(_Strict):
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
    identifiers: dict[str, str] = field(default_factory=dict)
    addresses: tuple[Name, ...] = ()
    chosen_by: Text = ""
    agreed: Annotated[dt.date | None, Blank] = None

    def __post_init__(self) -> None:
        """Refuse a person without a name."""
        if not (self.forename or self.surname or self.known_as):
            raise ValueError("a person needs at least one name: forename, surname or known_as")

    @property
    def full_name(self) -> str:
        """Forename and surname as written in running text."""
        return " ".join(part for part in (self.forename, self.surname) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedInClear(MappedPerson):
    """A person whose own names stay in a copy, for it is their family's; no map says so, only who makes that copy.

    Identifiers and addresses go as anybody's do.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(_Strict):
    """A family sharing a surname, spoken of together ("the Okafors")."""

    id: Name
    surname: Name
    members: tuple[Name, ...]
    pseudonym: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedThing(_Strict):
    """A place or organisation with an agreed designation; `also` lists its other names."""

    id: Name
    name: Name
    kind: Text = ""
    pseudonym: Name
    also: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PermittedName(_Strict):
    """A person who may stay in clear: board chair, panel chair, author."""

    name: Name
    role: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelSeat(_Strict):
    """A panel member: job title and employer stay in what is published, the name never does."""

    job_title: Name
    employer: Text = ""
    name: Name


Entry = MappedPerson | Group | MappedThing | PermittedName | PanelSeat
"""An entry of one of the map's lists."""


class DatePolicy(StrEnum):
    """What becomes of exact dates (docs/dates.md)."""

    KEEP = "keep"
    MONTH_YEAR = "month-year"
    YEAR = "year"
    RELATIVE = "relative"
    SHIFT = "shift"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates(_Strict):
    """The map's policy for dates.

    `anchor` is the day that relative dates count from. `shift_weeks` is by how many weeks dates are moved, backwards
    where negative: a secret of the review, never 0.
    """

    policy: DatePolicy
    anchor: Annotated[dt.date | None, Blank] = None
    shift_weeks: Annotated[int | None, Blank] = None

    def __post_init__(self) -> None:
        """Refuse a number of weeks that moves nothing, or that moves a life away."""
        if self.shift_weeks == 0:
            raise ValueError("shift_weeks: 0 weeks would leave every date as it is")
        if self.shift_weeks is not None and abs(self.shift_weeks) > _MOST_WEEKS:
            raise ValueError(f"shift_weeks: a number from {-_MOST_WEEKS} to {_MOST_WEEKS} is expected")

    @property
    def changes(self) -> bool:
        """Whether dates become anything else than they are."""
        return self.policy is not DatePolicy.KEEP


@dataclass(frozen=True, slots=True, kw_only=True)
class PseudonymMap(_Strict):
    """The agreed pseudonym map of one review: the key to the whole review.

    `review_type` is what its author calls the review: a Welsh CPR or a Scottish LR is none of the types that documents
    and deadlines are known for, and its names are to be replaced all the same.
    """

    id: Name
    review_type: Name
    title: Text = ""
    people: tuple[MappedPerson, ...]
    groups: tuple[Group, ...] = ()
    places: tuple[MappedThing, ...] = ()
    organisations: tuple[MappedThing, ...] = ()
    permitted: tuple[PermittedName, ...] = ()
    panel: tuple[PanelSeat, ...] = ()
    dates: Dates | None = None

    @property
    def known_type(self) -> ReviewType | None:
        """The type of review, where it is one that is known here."""
        return ReviewType.named(self.review_type)

    @property
    def scheme_type(self) -> ReviewType:
        """The type whose designations are offered: of a review of another type, those of a local review."""
        return self.known_type or ReviewType.LOCAL

    def __post_init__(self) -> None:
        """Refuse what makes a map ambiguous."""
        self._consistent()

    def _consistent(self) -> None:
        """One line a fault, `field: what`."""
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
