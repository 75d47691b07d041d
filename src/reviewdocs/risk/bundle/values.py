"""The values of a sentence that can differ where documents tell the same: numbers, dates, times of day, places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from reviewdocs.language import numbers
from reviewdocs.language.calendar import MONTH_IN_FULL, MONTHS, WEEKDAY_IN_FULL
from reviewdocs.language.spans import Place, apart

_DATE = re.compile(
    rf"\b(?:(?:{WEEKDAY_IN_FULL}),?\s(?:the\s)?)?(?:(?P<d>\d{{1,2}}){numbers.SUFFIX}?\s(?:of\s)?)?"
    rf"(?P<m>{MONTH_IN_FULL})\b(?:,?\s(?P<y>\d{{4}}))?|\b(?P<dd>\d{{1,2}})[/.](?P<mm>\d{{1,2}})[/.](?P<yy>\d{{4}}|\d\d)\b|"
    rf"\b(?P<year>(?:19|20)\d\d)\b|\b(?P<day>{WEEKDAY_IN_FULL})s?\b",
    re.I,
)
_TIME = re.compile(
    r"\b(?P<h>\d{1,2})(?:[.:](?P<min>\d\d))?\s?(?P<half>[ap])\.?m\b\.?|"
    r"\b(?P<h2>\d{1,2})[.:](?P<min2>\d\d)(?:\s?(?:hrs|hours))?\b(?!\s?%)",
    re.I,
)
_NUMBER = re.compile(
    rf"\b(?:\d+(?:,\d{{3}})*(?:\.\d+)?|(?:{'|'.join(numbers.TENS)})(?:[- ](?:{numbers.UNIT}))?|"
    rf"{'|'.join(reversed(numbers.UNITS))}|once|twice)\b",
    re.I,
)
_TIMES = {"once": 1, "twice": 2}
_PARAGRAPH = re.compile(r"^\s*\d+(?:\.\d+)*\.?\s(?=[A-Z\"“])")
"""The number of a paragraph is no value."""


class Kind(StrEnum):
    """Of what a value is."""

    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Value:
    """A value in a text.

    Attributes:
        plain: the same however it is written: year, month, day and weekday of a date, empty where not said; minutes of
            a day; the number; the place in small letters.
    """

    kind: Kind
    plain: tuple[str, ...]
    start: int
    end: int


def values_in(text: str, places: Iterable[Place] = ()) -> list[Value]:
    """The values of a text, in order.

    Args:
        places: where in it a place or body is named.
    """
    number = _PARAGRAPH.match(text)
    begins = number.end() if number else 0
    found = [Value(Kind.PLACE, (text[start:end].casefold(),), start, end) for start, end in places]
    found += (*_dates(text), *_times(text), *_numbers(text))
    return [value for value in apart(found) if value.end >= begins]


def differ(one: Value, other: Value) -> bool:
    """Whether two values of one kind cannot both be right: "May 2018" and "12 May 2018" can."""
    return any(first != second for first, second in zip(one.plain, other.plain, strict=True) if first and second)


def _dates(text: str) -> Iterator[Value]:
    for match in _DATE.finditer(text):
        if match.group() in ("may", "march"):
            continue
        month = str(MONTHS.index(match["m"].capitalize()) + 1) if match["m"] else match["mm"] or ""
        year = match["y"] or match["year"] or match["yy"] or ""
        weekday = re.search(WEEKDAY_IN_FULL, match.group(), re.I)
        day = (match["d"] or match["dd"] or "").lstrip("0")
        plain = (year[-2:], month.lstrip("0"), day, weekday[0].casefold() if weekday else "")
        yield Value(Kind.DATE, plain, *match.span())


def _times(text: str) -> Iterator[Value]:
    for match in _TIME.finditer(text):
        hour, minute = int(match["h"] or match["h2"]), int(match["min"] or match["min2"] or 0)
        if match["half"]:
            hour = hour % 12 + (12 if match["half"].casefold() == "p" else 0)
        if hour < 24 and minute < 60:
            yield Value(Kind.TIME, (str(60 * hour + minute),), *match.span())


def _numbers(text: str) -> Iterator[Value]:
    for match in _NUMBER.finditer(text):
        said = match.group().casefold().replace(",", "")
        number = _TIMES.get(said) or numbers.number(said)
        yield Value(Kind.NUMBER, (said if number is None else str(number),), *match.span())
