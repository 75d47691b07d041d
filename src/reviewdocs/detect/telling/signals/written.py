"""How it is written: capitals and whether they are owed to the place, figures, marks, length."""

from __future__ import annotations

import regex

from reviewdocs.detect.lines import letters_about
from reviewdocs.detect.telling.place import Example, Place, Signal

_MARKS = (":", ".", "/", "-", "'", ",", "@", "(", "&", " ")
_INITIALS = regex.compile(r"(?:\p{Lu}\.?){2,4}s?")
_CLOCK = regex.compile(r"(\d{1,2})[.:h]?(\d\d)")
_COLUMNS = (
    "capitals owed to the place",
    "in small letters",
    "in capitals",
    "each word capitalised",
    "small words inside",
    "capitals of its line",
    "initials",
    "letters",
    "figures",
    "figures side by side",
    "begins with a figure",
    "ends with a figure",
    "letters and figures in one",
    "minutes a multiple of five",
    "hour",
    *(f"has {mark!r}" for mark in _MARKS),
)


def _see(place: Place) -> list[float]:
    found = place.found
    letters, capitals = letters_about(place.text, place.start, place.end, place.line)
    tokens = found.split()
    clock = _CLOCK.search(found)
    figures = regex.findall(r"\d+", found)
    return [
        place.opening,
        found.islower(),
        found.isupper(),
        all(token[:1].isupper() for token in tokens),
        sum(token.islower() for token in tokens),
        capitals / (letters or 1),
        bool(_INITIALS.fullmatch(found)),
        sum(map(str.isalpha, found)),
        sum(map(str.isdigit, found)),
        max(map(len, figures), default=0),
        found[:1].isdigit(),
        found[-1:].isdigit(),
        bool(regex.search(r"\d\p{L}|\p{L}\d", found)),
        clock is not None and int(clock[2]) % 5 == 0,
        int(clock[1]) if clock else -1,
        *(mark in found for mark in _MARKS),
    ]


SIGNAL = Signal(
    name="written",
    sees="capitals, and whether the place owes them; figures, marks and length",
    columns=_COLUMNS,
    see=_see,
    hits=(
        Example("left. «Patch» came", "PERSON", "capitals owed to the place"),
        Example("seen by «KM» today", "PERSON", "initials"),
    ),
    misses=(
        Example("then «Patch» came", "PERSON", "capitals owed to the place"),
        Example("seen by «Kit» today", "PERSON", "initials"),
    ),
)
