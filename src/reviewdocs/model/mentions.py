"""Mentions: one place each where somebody or something of the map, or a permitted person, is referred to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reviewdocs.model.text import ParagraphKey


class Category(StrEnum):
    """What a mention, detection or finding is about (docs/contracts.md, Findings)."""

    PERSON = "PERSON"
    PLACE = "PLACE"
    ADDRESS = "ADDRESS"
    ORG = "ORG"
    DATE = "DATE"
    DOB = "DOB"
    AGE = "AGE"
    TIME = "TIME"
    CONTACT = "CONTACT"
    CODE = "CODE"
    VEHICLE = "VEHICLE"
    MEDIA = "MEDIA"
    OPERATION = "OPERATION"
    COURT = "COURT"
    ONLINE = "ONLINE"
    RARE_FACT = "RARE_FACT"
    HIDDEN = "HIDDEN"
    COMBINATION = "COMBINATION"
    CONSISTENCY = "CONSISTENCY"


class Outcome(StrEnum):
    """What the anonymisation pass does with a mention."""

    REPLACED = "replaced"
    UNDECIDED = "undecided"
    """Which of two people, or name or ordinary word, cannot be told: `[name]` stands there and a person decides."""
    KEPT = "kept"
    """A permitted name, or a panel member's kept title and employer."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention, decided.

    Attributes:
        paragraph: where it stands.
        start, end: code points within the paragraph's text.
        text: what stands there.
        category: PERSON, PLACE, ORG, CODE, ADDRESS, CONTACT or DOB.
        refs: ids of the map entries meant; more than one for a joint mention; empty for a permitted name.
        outcome: what is done.
        replacement: what will stand there instead; None when kept; may be empty (a name dropped beside its job title).
        evidence: why, in short phrases a person understands ("full name", "title with surname").
        alternatives: for an undecided mention, the other readings (ids, or "ordinary word").
        core: code points of the name itself where the edit takes in words beside it; None where it takes in none.
        probability: that somebody or something of the map is meant who must not stay; 1 for what is no question.
    """

    paragraph: ParagraphKey
    start: int
    end: int
    text: str
    category: Category
    refs: tuple[str, ...]
    outcome: Outcome
    replacement: str | None
    evidence: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    core: tuple[int, int] | None = None
    probability: float = 1.0

    @property
    def name(self) -> tuple[int, int, str]:
        """Where the name itself stands, and how it is written."""
        start, end = self.core or (self.start, self.end)
        return start, end, self.text[start - self.start : end - self.start]


@dataclass(frozen=True, slots=True)
class Detection:
    """Something a detector found that looks identifying, not looked up in any map.

    `score` is the detector's confidence from 0 to 1; `detectors` names those that agree.
    """

    paragraph: ParagraphKey
    start: int
    end: int
    text: str
    category: Category
    score: float
    detectors: tuple[str, ...]
