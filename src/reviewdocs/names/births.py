"""Dates of birth of the map, found by what they say: the day, the month and the year, however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewdocs.language.calendar import month_number, roman_month
from reviewdocs.language.numbers import SUFFIX
from reviewdocs.language.spans import apart
from reviewdocs.model.pseudonyms import PseudonymMap

_PARTING = r"[\W_]{1,3}"
_NUMBERS = re.compile(
    rf"(?<!\d)(?=(?P<whole>(?P<a>\d{{4}}|\d{{1,2}}){_PARTING}(?P<b>\d{{1,2}}){_PARTING}(?P<c>\d{{4}}|\d{{1,2}})(?!\d)))"
)
_TOGETHER = re.compile(r"(?<![^\W_])(?P<whole>\d{8}|\d{6})(?![^\W_])")
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<whole>(?P<day>\d{{1,2}})\s?{SUFFIX}?[\W_]{{0,3}}(?:(?:day\s)?of\s)?(?P<month>[^\W\d_]{{1,12}})"
    r"[\W_]{0,3}(?:of\s)?(?P<year>\d{4}|\d\d)(?!\d))",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<![^\W_])(?P<whole>(?P<month>[^\W\d_]{{3,12}})[\W_]{{1,3}}(?:the\s)?(?P<day>\d{{1,2}})\s?{SUFFIX}?"
    r"[\W_]{1,3}(?P<year>\d{4}|\d\d)(?!\d))",
    re.IGNORECASE,
)

_Day = tuple[int, int, int]
"""Day, month, and the year's last two figures."""


@dataclass(frozen=True, slots=True)
class Birth:
    """A date of birth of the map in a text: its code points, and whose it is."""

    start: int
    end: int
    ref: str


class Births:
    """Finds the map's dates of birth; built once for a map."""

    def __init__(self, pmap: PseudonymMap) -> None:
        self._whose: dict[_Day, str] = {}
        for person in pmap.people:
            if person.dob:
                self._whose.setdefault((person.dob.day, person.dob.month, person.dob.year % 100), person.id)

    def spans(self, text: str) -> Iterator[Birth]:
        """Every one in a text, in order; where they overlap the one that begins first, and is longest."""
        if not self._whose:
            return
        yield from apart(sorted(self._found(text), key=lambda birth: (birth.start, -birth.end)))

    def _found(self, text: str) -> Iterator[Birth]:
        for match in _NUMBERS.finditer(text):
            a, b, c = (int(match[name]) for name in "abc")
            days = ((c, b, a % 100),) if len(match["a"]) == 4 else ((a, b, c % 100), (b, a, c % 100), (c, b, a))
            yield from self._known(match, days)
        for match in _TOGETHER.finditer(text):
            yield from self._known(match, _together(match[0]))
        for pattern in (_DAY_FIRST, _MONTH_FIRST):
            for match in pattern.finditer(text):
                day, year = int(match["day"]), int(match["year"]) % 100
                # Between the day and the year of a birth stands its month, in whatever language.
                foreign = len(match["year"]) == 4 and len(match["month"]) > 2
                month = _month(match["month"])
                months = (month,) if month else range(1, 13) if foreign else ()
                yield from self._known(match, [(day, month, year) for month in months])

    def _known(self, match: re.Match[str], days: Iterable[_Day]) -> Iterator[Birth]:
        whose = next((self._whose[day] for day in days if day in self._whose), "")
        if whose:
            yield Birth(*match.span("whole"), whose)


def _together(figures: str) -> list[_Day]:
    """What figures without anything between may say: day, month and year in the order of Britain or of computers."""
    first, second, third, last = (int(figures[at : at + 2] or 0) for at in (0, 2, 4, 6))
    if len(figures) == 6:
        return [(first, second, third), (third, second, first)]
    return [(first, second, last), (second, first, last), (last, third, second)]


def _month(word: str) -> int | None:
    """The number of the month that a word is; None for any other word."""
    return roman_month(word) or month_number(word)
