"""Which filters would leave it out that rest on how words are used, and hold more often than not: they count, and
decide nothing by themselves."""

from __future__ import annotations

from reviewdocs.detect.filters import REGISTERED
from reviewdocs.detect.telling.place import Example, Place, Signal

WEIGHED = frozenset(
    {
        "abbreviation",
        "area-body",
        "counted",
        "dictionary-words",
        "doubtful-word",
        "foreign-words",
        "large-place",
        "medicine",
        "opening-word",
        "ordinary-words",
        "plain-person",
        "shouted",
        "small-letters",
        "thing-not-place",
        "title-alone",
        "units-by-kind",
        "written-small",
    }
)
"""Filters that are weighed; the others are vetoes."""
_FILTERS = tuple(each for each in REGISTERED if each.name in WEIGHED)


_ENDS = frozenset({"title-alone", "ordinary-words"})
"""Filters after which the others have no word left to look at."""


def _see(place: Place) -> list[float]:
    found = [0.0] * len(_FILTERS)
    for number, each in enumerate(_FILTERS):
        if each.holds(place.candidate.find):
            found[number] = 1.0
            if each.name in _ENDS:
                break
    return found


SIGNAL = Signal(
    name="suspected",
    sees="what looks harmless for a reason that has a name, and mostly is",
    columns=tuple(each.name for each in _FILTERS),
    see=_see,
    hits=(Example("told «Safeguarding Lead» so", "PERSON", "ordinary-words"),),
    misses=(Example("told «Tolverne»", "PERSON", "ordinary-words"),),
)
