"""What an unusual fact is: something that few people are, have, did or met with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FactKind(StrEnum):
    """What an unusual fact is about."""

    SINGULAR = "the only, first or last"
    ACHIEVEMENT = "achievement"
    ATTENTION = "public attention"
    OCCUPATION = "occupation"
    CONDITION = "condition"
    ORIGIN = "origin, faith or language"
    PURSUIT = "pursuit or possession"
    EVENT = "birth, death or event"
    LIFE = "turn of a life"
    SENTENCE = "sentence"
    SIBLINGS = "brothers and sisters"


@dataclass(frozen=True, slots=True)
class Fact:
    """One unusual fact in a text.

    Attributes:
        kind: what it is about.
        start, end: code points of the text.
        rare: whether it could single somebody out by itself in a town; else it only narrows the search.
    """

    kind: FactKind
    start: int
    end: int
    rare: bool
