"""What a person has to settle in a draft, as the record of its copy tells it (docs/records.md)."""

from __future__ import annotations

from pydantic import ConfigDict

from reviewdocs.model.base import Record
from reviewdocs.model.decisions import SeenFinding


class UnsettledReading(Record):
    """An entry of the map that may be meant (`ref` empty: somebody who may be named), and how probable that is."""

    ref: str
    probability: float | None


class Unsettled(Record):
    """One place.

    Attributes:
        finding: it, as decisions keep findings.
        where: for a person.
        before, after: the sentence on both sides.
        becomes: what stands there in the copy; empty for a word that was left.
        may_stay: whether a copy may hold the text at all.
        readings: whom or what it may mean, the most probable first.
        word: the probability that it is a word; None where nothing was weighed.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=False)

    finding: SeenFinding
    where: str
    before: str
    after: str
    becomes: str
    may_stay: bool
    readings: tuple[UnsettledReading, ...]
    word: float | None
