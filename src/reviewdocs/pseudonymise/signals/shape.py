"""How the word is written, and its line: small, with a capital, in capitals; where in the line it stands."""

from __future__ import annotations

import re

from reviewdocs.pseudonymise.document import Shape
from reviewdocs.pseudonymise.signals.place import Example, Place, Signal

_WORDS = re.compile(r"[^\W\d_]{4,}")
_LONGEST = 400
_POSSESSIVE = re.compile(r"['’`]s?(?!\w)")
_SHAPES = tuple(Shape)
_CELL = re.compile(r"[|\t]")


def _see(place: Place) -> tuple[float, ...]:
    text, start, end = place.text, place.candidate.start, place.candidate.end
    first = max(text.rfind("\n", max(0, start - _LONGEST), start) + 1, start - _LONGEST, 0)
    last = text.find("\n", end, end + _LONGEST)
    last = last if last >= 0 else min(len(text), end + _LONGEST)
    line = text[first:last]
    letters = sum(map(str.isalpha, line)) or 1
    words = _WORDS.findall(line)
    before = text[first:start]
    facts = place.passage.facts
    return (
        *(place.shape is shape for shape in _SHAPES),
        place.opening,
        not place.candidate.text.isalpha(),
        sum(map(str.isupper, line)) / letters,
        len(line),
        len(before) / max(1, len(line)),
        sum(word[0].isupper() for word in words) / len(words) if words else 0.0,
        not before.strip(),
        len(_CELL.findall(line)),
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
