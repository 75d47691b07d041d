"""Why a place was decided as it was, as `explain` and the record's page tell it: data for people alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Became(StrEnum):
    """What became of a place."""

    REPLACED = "replaced"
    UNDECIDED = "undecided"
    KEPT = "kept"
    LEFT = "left as it is"
    UNSEEN = "never a candidate"
    """Nothing in it is like a name of the map, so that nothing was weighed."""


@dataclass(frozen=True, slots=True)
class ExplainedReading:
    """One thing that a word may mean: whose name it is like, which part of it, and how, from 0 to 1 how closely."""

    word: str
    who: str
    part: str
    likeness: str
    closeness: float


@dataclass(frozen=True, slots=True)
class ExplainedBearer:
    """Who may be meant, with the probability that it is, given that anybody known is."""

    who: str
    probability: float


@dataclass(frozen=True, slots=True)
class ExplainedSignal:
    """A signal, its value, and by how much it moved the logarithm of the odds that the word is a name."""

    signal: str
    value: float
    by: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """One place.

    Attributes:
        part, paragraph, start, end: as in a finding's location.
        where: the same for a person.
        text: what stands there.
        sentence: in which.
        became: what `anonymise` makes of it.
        replacement: what stands there then; empty where it stays.
        veto: what overruled the weights; empty where nothing did.
        probability: that somebody or something the map knows is meant; None where nothing was weighed.
        identifying: that it is one who must not stay in clear.
        readings, bearers, signals: what it may mean, who may be meant, what moved the probability most.
    """

    part: str
    paragraph: int
    start: int
    end: int
    where: str
    text: str
    sentence: str
    became: Became
    replacement: str
    veto: str
    probability: float | None
    identifying: float | None
    readings: tuple[ExplainedReading, ...]
    bearers: tuple[ExplainedBearer, ...]
    signals: tuple[ExplainedSignal, ...]
