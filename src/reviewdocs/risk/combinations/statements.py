"""What a statement is: one fact that a document states of one person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reviewdocs.model.text import ParagraphKey


class Aspect(StrEnum):
    """What a stranger can know of somebody and look for; two facts of one aspect count once."""

    AGE = "age"
    SEX = "sex"
    ORIGIN = "ethnicity, nationality or language"
    RELIGION = "religion"
    OCCUPATION = "occupation"
    PLACE = "place"
    WORKPLACE = "school, employer or home"
    DATE = "date of an event"
    HOUSEHOLD = "household"
    SIBLINGS = "brothers, sisters and children"
    CONDITION = "condition"
    EVENT = "event or achievement"
    PURSUIT = "pursuit or possession"


@dataclass(frozen=True, slots=True)
class Said:
    """A fact in a text, of nobody yet.

    Attributes:
        value: the fact in plain form, the same however it is written ("7", "eritrean").
        share: the part of the people of a district of whom it holds, roughly.
        years: of an age.
    """

    aspect: Aspect
    value: str
    share: float
    start: int
    end: int
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact that a document states of a person.

    Attributes:
        person: the designation.
        text: as written.
    """

    person: str
    aspect: Aspect
    value: str
    share: float
    text: str
    paragraph: ParagraphKey
    start: int
    end: int
    years: int | None = None

    @property
    def source(self) -> tuple[object, ...]:
        """The text it stands in."""
        return self.paragraph
