"""How the word is written, and its line: small, with a capital, in capitals; where in the line it stands."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewdocs.pseudonymise.document import Shape, letters_in
from reviewdocs.pseudonymise.signals.place import Example, Place, Signal

_WORDS = re.compile(r"[^\W\d_]{4,}")
_LONGEST = 400
_POSSESSIVE = re.compile(r"['’`]s?(?!\w)")
_SHAPES = tuple(Shape)
_CELL = re.compile(r"[|\t]")


@lru_cache(maxsize=200)
def _line(line: str) -> tuple[int, int, float, int]:
    """(capitals, letters, share of its longer words that begin with a capital, ends of cells) of a line."""
    words = _WORDS.findall(line)
    capitalised = sum(map(str.isupper, [word[0] for word in words])) / len(words) if words else 0.0
    return (*letters_in(line), capitalised, len(_CELL.findall(line)))


def _see(place: Place) -> tuple[float, ...]:
    text, start, end = place.text, place.candidate.start, place.candidate.end
    first = max(text.rfind("\n", max(0, start - _LONGEST), start) + 1, start - _LONGEST, 0)
    last = text.find("\n", end, end + _LONGEST)
    last = last if last >= 0 else min(len(text), end + _LONGEST)
    line = text[first:last]
    capitals, letters, capitalised, cells = _line(line)
    before = text[first:start]
    facts = place.passage.facts
    return (
        *(place.shape is shape for shape in _SHAPES),
        place.opening,
        not place.candidate.text.isalpha(),
        capitals / (letters or 1),
        len(line),
        len(before) / max(1, len(line)),
        capitalised,
        not before.strip(),
        cells,
        line[:1].isdigit(),
        facts.loud,
        facts.hasty,
        facts.listed,
        _POSSESSIVE.match(text, end) is not None,
        place.shape is Shape.CAPITAL and not place.opening,
    )


SIGNAL = Signal(
    name="shape",
    sees="capitals of the word, of its line and of the document, and where in the line it stands",
    columns=(
        *("small", "capital", "capitals", "one capital letter", "mixed"),
        "begins a sentence",
        "not letters alone",
        "capitals of the line",
        "length of the line",
        "place in the line",
        "capitalised words of the line",
        "begins the line",
        "cells of the line",
        "line begins with a digit",
        "capitals of the document",
        "small beginnings of lines",
        "lines that begin with a digit",
        "possessive",
        "capital not owed to its place",
    ),
    see=_see,
    hits=(
        Example("Seen with Hope today.", "Hope", "capital not owed to its place"),
        Example("Hope was seen today.", "Hope", "begins a sentence"),
        Example("SEEN WITH HOPE TODAY.", "HOPE", "capitals"),
        Example("It was Hope's idea.", "Hope", "possessive"),
        Example("Name | Hope | seen", "Hope", "cells of the line"),
    ),
    misses=(
        Example("Hope was seen today.", "Hope", "capital not owed to its place"),
        Example("Seen with Hope today.", "Hope", "begins a sentence"),
        Example("Seen with Hope today.", "Hope", "capitals"),
        Example("Seen with Hope today.", "Hope", "possessive"),
        Example("Seen with Hope today.", "Hope", "cells of the line"),
    ),
)
