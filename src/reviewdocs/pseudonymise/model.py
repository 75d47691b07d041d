"""What deciding works with: words that may be a name, what each may mean, and what was decided and why.

Evidence is data: a decision carries its readings with their probabilities and the signals that moved them; nothing
reads it but what shows it to a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reviewdocs.pseudonymise.remembered import Once


class NamePart(StrEnum):
    """Which part of the name of a person, place or organisation a word is."""

    FORENAME = "forename"
    MIDDLE = "middle name"
    SURNAME = "surname"
    KNOWN_AS = "known as"
    FORMER = "former name"
    PLACE = "place"
    ORGANISATION = "organisation"


GIVEN = frozenset({NamePart.FORENAME, NamePart.MIDDLE, NamePart.KNOWN_AS})
FAMILY = frozenset({NamePart.SURNAME, NamePart.FORMER})


class Likeness(StrEnum):
    """How a word is like a name of the map, the closest first."""

    EXACT = "as in the map"
    PLURAL = "plural, or genitive without apostrophe"
    PARTICLE = "a small word of the name"
    COLLAR = "a number between rank and name"
    INITIAL = "initial beside the name"
    SUFFIX = "what a firm is"
    ABBREVIATED = "a word of the name cut short"
    NICKNAME = "usual short form or spelling"
    ACRONYM = "first letters of an organisation"
    INITIALS = "first letters of a person's names"
    NEAR = "nearly the same letters"
    SHARED_NICKNAME = "short form of the same name"
    SOUND = "sounds the same"
    BEGINNING = "beginning of the name"
    ENDING = "end of the name"
    PET = "beginning of the name with an ending of its own"
    GLUED = "name run into other letters"
    DOTTED = "letter among letters with full stops"
    TITLED = "letter after a title"
    LETTER = "letter by itself"


RANK = {likeness: rank for rank, likeness in enumerate(Likeness)}
"""How close each likeness is: 0 the closest."""
CLOSE = frozenset({Likeness.EXACT, Likeness.PLURAL, Likeness.NICKNAME, Likeness.INITIAL, Likeness.PARTICLE})


class Reading(NamedTuple):
    """One thing that a word may mean.

    Attributes:
        entity: index of who or what is meant in the map's entities.
        part: the part of the name that the word is.
        likeness: how it is like that part.
        closeness: how much, from 0 to 1 (1: the same letters).
    """

    entity: int
    part: NamePart
    likeness: Likeness
    closeness: float


@dataclass(frozen=True)
class Candidate:
    """A word that may be a name, or be a part of one, with everything it may mean.

    Attributes:
        start, end: code points of the paragraph's text.
        text: the word as written, pieces joined where it stands in pieces.
        word: the same, folded.
        readings: what it may mean, the closest first; never empty.
    """

    start: int
    end: int
    text: str
    word: str
    readings: tuple[Reading, ...]

    @property
    def best(self) -> Reading:
        """The closest reading."""
        return self.readings[0]

    @Once
    def entities(self) -> frozenset[int]:
        """Everybody and everything it may mean."""
        return frozenset([reading.entity for reading in self.readings])

    @Once
    def exact(self) -> dict[int, set[NamePart]]:
        """By entity, which parts of its name the word is, to the letter."""
        found: dict[int, set[NamePart]] = {}
        for reading in self.readings:
            if reading.likeness is Likeness.EXACT:
                found.setdefault(reading.entity, set()).add(reading.part)
        return found


class Moved(NamedTuple):
    """What one signal did to a probability: its value, and by how much it moved the logarithm of the odds."""

    signal: str
    value: float
    by: float


class Bearer(NamedTuple):
    """Somebody or something that may be meant, with the probability that it is, given that anybody known is."""

    entity: int
    probability: float


class Judged(NamedTuple):
    """A stretch of words weighed as one: the candidates in it, the probability that it means somebody or something that
    the map knows, and who that may be, the most probable first."""

    candidates: tuple[Candidate, ...]
    probability: float
    bearers: tuple[Bearer, ...]

    @property
    def start(self) -> int:
        """Where it begins, in code points of the paragraph."""
        return self.candidates[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.candidates[-1].end
