"""Addresses of the map: the whole, house number and street, the postcode, and a house or street by its name alone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator

from reviewdocs.names.details.wanted import Wanted, alphanumeric
from reviewdocs.names.folding import folded
from reviewdocs.names.things import STREETS

_SHORT = {
    "apartments": "apts",
    "avenue": "ave av",
    "boulevard": "blvd",
    "buildings": "bldgs",
    "close": "cl",
    "cottage": "cott",
    "cottages": "cotts",
    "court": "ct crt",
    "crescent": "cres cresc",
    "drive": "dr",
    "east": "e",
    "gardens": "gdns",
    "grove": "gr",
    "heights": "hts",
    "house": "hse",
    "lane": "ln la",
    "mount": "mt",
    "north": "n",
    "parade": "pde",
    "park": "pk",
    "place": "pl",
    "point": "pt",
    "road": "rd",
    "saint": "st",
    "south": "s",
    "square": "sq",
    "street": "st str",
    "terrace": "tce terr ter",
    "walk": "wk",
    "west": "w",
    "yard": "yd",
}
"""Words of addresses and how they are shortened."""
_ALIKE: dict[str, tuple[str, ...]] = {}
for _word, _shorts in _SHORT.items():
    for _short in _shorts.split():
        _ALIKE[_short] = (*_ALIKE.get(_short, (_short,)), _word)
    _ALIKE[_word] = (_word, *_shorts.split())
_MOST_SPELLINGS = 64
_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b")
_UNIT_WORD = r"(?:flat|apartment|apt|unit|room|number|no|nos)\b\.?\s?"
_UNIT = re.compile(rf"(?:{_UNIT_WORD})?(?:\d+[a-z]?(?:\s?[-/&]\s?\d+[a-z]?)?|[a-z])\b,?\s*")
_CARE_OF = re.compile(r"c/o\s+")
_BEFORE = re.compile(
    r"(?:(?:flat|apartment|apt|unit|room)\.?\s?(?:\d{1,4}[a-z]?|[a-z])[\s,]{1,2}(?:(?:of|at)\s)?"
    rf"|{_UNIT_WORD}|\b\d{{1,3}}[a-z]?/)$",
    re.I,
)
"""What belongs to an address before its number: "Flat 3,", "No.", "2/"."""
_NUMBER_BEFORE = re.compile(r"\b\d{1,3}[a-z]?(?:\s?[-–/&]\s?\d{1,3}[a-z]?)?,?\s$", re.I)
"""A number before a street's name, whether the map has it or another."""
_AFTER = re.compile(r",?\s(?:flat|apartment|apt|unit|room)\.?\s?(?:\d{1,4}[a-z]?|[a-z])\b", re.I)
_LEAST = 5


def wanted_of_address(address: str, taken: Collection[str]) -> Iterator[Wanted]:
    """What is looked for of an address.

    Args:
        address: as the map has it.
        taken: folded names of places and organisations of the map, which have designations of their own.
    """
    plain = _CARE_OF.sub("", folded(re.sub(r"\s*[;\n]\s*", ", ", address)))
    for postcode in _POSTCODE.findall(plain):
        yield Wanted(alphanumeric(postcode))
    lines = _lines(_POSTCODE.sub("", plain))
    for whole in (plain, ", ".join(lines)):
        if len(lines) > 1 or any(map(str.isdigit, whole)):
            yield from _spelt(whole, numbered=True)
    for number, line in enumerate(lines):
        unit, name = _parted(line)
        numbered = bool(unit)
        while unit and name:
            for head in _up_to_street(line):
                yield from _spelt(head, numbered=True)
            line = name
            unit, name = _parted(line)
        street = next(_up_to_street(line))
        known = street in taken or len(street.split()) < 2
        if not known and (number == 0 or numbered or street.split()[-1] in STREETS):
            yield from _spelt(street, numbered=False)


def _up_to_street(line: str) -> Iterator[str]:
    """A line up to each word for a street, and the whole: a town may follow without a comma."""
    words = line.split()
    ends = [
        end for end in range(3 if words[0][0].isdigit() else 2, len(words)) if words[end - 1].rstrip(".") in STREETS
    ]
    yield from (" ".join(words[:end]) for end in (*ends, len(words)))


def _lines(plain: str) -> list[str]:
    """The lines of a folded address; a number on a line of its own goes with the next."""
    lines: list[str] = []
    for piece in filter(None, map(str.strip, plain.split(","))):
        if lines and not _parted(lines[-1])[1]:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return lines


def _parted(line: str) -> tuple[str, str]:
    """The number, or flat, at the head of a line, and the name after it."""
    unit = _UNIT.match(f"{line} ")
    head = unit[0] if unit and (any(map(str.isdigit, unit[0])) or re.match(_UNIT_WORD, line)) else ""
    return head, line[len(head) :].strip()


def _spelt(line: str, *, numbered: bool) -> Iterator[Wanted]:
    """A line with its street words in full and short; one without a number only where it is written as a name."""
    bare = re.sub(rf"^{_UNIT_WORD}", "", line)
    choices = [_either(word) for word in bare.replace(",", " ").split()]
    for words in itertools.islice(itertools.product(*choices), _MOST_SPELLINGS):
        text = alphanumeric("".join(words))
        if len(text) >= _LEAST:
            yield Wanted(text, _BEFORE, _AFTER) if numbered else Wanted(text, _NUMBER_BEFORE, as_name=True)


def _either(word: str) -> tuple[str, ...]:
    bare = word.rstrip(".")
    return _ALIKE.get(bare, (bare,))
