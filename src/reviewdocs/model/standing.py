"""What of the map still stands in a document, for whatever reason: told wherever a copy is called verified."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

DOUBTFUL = 0.2
"""A word that was left, and is a name with a greater probability than this, is for a person to look at. Chosen on cases
apart from those that the weights were fitted on (docs/standing.md)."""


class Resemblance(StrEnum):
    """How what stands there is like a word of the map, the closest first."""

    SAME = "as in the map"
    HALF = "part of a name"
    PLURAL = "plural, or genitive without apostrophe"
    PIECES = "in pieces"
    BACKWARDS = "from right to left"
    GLUED = "run into other letters"
    EDIT = "one letter away"
    SOUND = "sounds the same"


class How(StrEnum):
    """How a place at which a word of the map stands was decided."""

    PERMITTED = "a permitted person's"
    STAYS = "of a panel seat, designation or law"
    PROGRAM = "a programme's word"
    SAID = "as a person decided"
    LEFT = "left as a word"
    ELSEWHERE = "left here, replaced elsewhere"
    UNSEEN = "not a candidate"
    NAME = "a name"
    """`anonymise` would replace it: no copy that it wrote has one."""
    UNDECIDED = "undecided"
    """`anonymise` would put `[name]` there."""

    @property
    def explained(self) -> bool:
        """Whether nobody need look at the place because a word of the map stands there."""
        return self not in (How.LEFT, How.ELSEWHERE, How.UNSEEN)


def to_look_at(decided: How, probability: float | None, capital: bool) -> bool:
    """Whether a place is for a person to look at: a word that nothing explains, and that has a capital which its place
    does not owe or may well be a name."""
    return not decided.explained and (capital or (probability or 0.0) > DOUBTFUL)


@dataclass(frozen=True, slots=True)
class StandingPlace:
    """One place.

    Attributes:
        part, paragraph, start, end: as in a finding's location.
        text: what stands there.
        decided: how.
        probability: that somebody or something of the map that must not stay is meant; None where it never was a
            candidate.
        capital: whether it has a capital that its place does not owe, or is written as no word is.
    """

    part: str
    paragraph: int
    start: int
    end: int
    text: str
    decided: How
    probability: float | None
    capital: bool

    @property
    def to_look_at(self) -> bool:
        """See the function."""
        return to_look_at(self.decided, self.probability, self.capital)


@dataclass(frozen=True, slots=True)
class StandingWord:
    """A word as it stands in a document, and all its places.

    Attributes:
        word: as written at the first of them.
        refs: ids of the people, places and organisations in whose names it stands, a panel member's job title.
        name: the word of the map that it is like, folded.
        resemblance: how it is like it.
        count: how many places there are.
        decided: how they were decided, each way once.
        probability: the highest of theirs; None where it never was a candidate.
        places: where.
    """

    word: str
    refs: tuple[str, ...]
    name: str
    resemblance: Resemblance
    count: int
    decided: tuple[How, ...]
    probability: float | None
    places: tuple[StandingPlace, ...]

    @property
    def explained(self) -> bool:
        """Whether nobody need look at any of its places."""
        return all(how.explained for how in self.decided)

    @property
    def to_look_at(self) -> bool:
        """Whether one of them is for a person to look at."""
        return any(place.to_look_at for place in self.places)


def unexplained(words: Iterable[StandingWord]) -> int:
    """How many words stand that nothing explains."""
    return sum(not word.explained for word in words)


def listed(words: Sequence[StandingWord]) -> list[str]:
    """The words that nothing explains, in a few lines: those to look at one by one, the others together."""
    return [*(told(word) for word in words if word.to_look_at), *as_words(words)]


def as_words(words: Iterable[StandingWord]) -> list[str]:
    """The words that nothing explains and nobody need look at, in one line; none where there are none."""
    those = [word for word in words if not word.explained and not word.to_look_at]
    return [f"Left as ordinary words: {_counted(those, _OPEN)}."] if those else []


def explained(words: Sequence[StandingWord]) -> list[str]:
    """The words that something explains, a line for each thing that does; names that are findings anyhow left out."""
    by = {how: [word for word in words if how in word.decided] for how in How if how.explained and how not in _FOUND}
    return [f"{how[0].upper()}{how[1:]}: {_counted(those, {how})}." for how, those in by.items() if those]


_FOUND = (How.NAME, How.UNDECIDED)
_OPEN = frozenset(how for how in How if not how.explained)


def told(word: StandingWord) -> str:
    """A word that nothing explains: how often it stands, whose it is, how it was decided."""
    likeness = "" if word.resemblance is Resemblance.SAME else f", {word.resemblance}: {word.name}"
    decided = ", ".join(how for how in word.decided if how in _OPEN)
    probability = "" if word.probability is None else f"; a name with probability {word.probability:.2f}"
    return f"{_counted([word], _OPEN)} ({', '.join(word.refs)}{likeness}): {decided}{probability}."


def _counted(words: Iterable[StandingWord], ways: Set[How]) -> str:
    """The words as they stand where they were decided in these ways, each with how often."""
    told = []
    for word in words:
        texts = [place.text for place in word.places if place.decided in ways]
        told.append(texts[0] if len(texts) == 1 else f"{texts[0]} ×{len(texts)}")
    return ", ".join(told)
