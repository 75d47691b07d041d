"""How the word is like the closest name of the map."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import jellyfish

from reviewdocs.names.entities import HUMAN
from reviewdocs.pseudonymise.model import Likeness, NamePart
from reviewdocs.pseudonymise.signals.place import Example, Place, Signal

_PARTS = tuple(NamePart)

_metaphone = lru_cache(maxsize=20_000)(jellyfish.metaphone)


def _nearest(lengths: Iterable[int], length: int) -> int:
    """The length nearest to a length, the shorter of two as near; 1 for none."""
    return max(1, min(lengths, key=lambda each: (abs(each - length), each), default=1))


def _see(place: Place) -> tuple[float, ...]:
    candidate, known = place.candidate, place.passage.known
    best, word = candidate.best, candidate.word
    parts = {reading.part for reading in place.top}
    words = {name for bearer in place.bearers for name in known.bearers.words[bearer]}
    sound = _metaphone(word) if word.isalpha() else ""
    human = known.entities[best.entity].kind in HUMAN
    return (
        place.rank,
        best.closeness,
        best.likeness is Likeness.EXACT,
        len(candidate.text),
        len(candidate.text) / _nearest(map(len, words), len(word)),
        len({reading.likeness for reading in candidate.readings}),
        bool(sound) and any(_metaphone(name) == sound for name in words if name.isalpha()),
        any(name[0] == word[0] for name in words),
        human,
        len(place.bearers),
        len(words),
        *(part in parts for part in _PARTS),
    )


SIGNAL = Signal(
    name="likeness",
    sees="how close the word is to a name of the map, and to which part of it",
    columns=(
        "likeness rank",
        "closeness",
        "exact",
        "letters",
        "share of the name's letters",
        "ways to be like",
        "same sound",
        "same first letter",
        "a person's",
        "bearers",
        "words of the name",
        *(f"is a {part.value}" for part in _PARTS),
    ),
    see=_see,
    hits=(
        Example("Seen with Saffron at home.", "Saffron", "exact"),
        Example("Seen with Safron at home.", "Safron", "same sound"),
        Example("Seen with Quillfeather at home.", "Quillfeather", "is a surname"),
        Example("Seen in Calderwick at noon.", "Calderwick", "is a place"),
        Example("Seen with Marrow at home.", "Marrow", "bearers"),
    ),
    misses=(
        Example("Seen with Safron at home.", "Safron", "exact"),
        Example("Seen with Saff at home.", "Saff", "same sound"),
        Example("Seen with Saffron at home.", "Saffron", "is a surname"),
        Example("Seen with Saffron at home.", "Saffron", "is a place"),
        Example("Seen with Saffron at home.", "Saffron", "bearers"),
    ),
)
