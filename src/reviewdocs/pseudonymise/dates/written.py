"""A written date taken apart: what day, month and year it says, and where in its text each of them stands."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from reviewdocs.detect.dates import as_meant
from reviewdocs.language import calendar
from reviewdocs.language.numbers import ORDINALS, SUFFIX
from reviewdocs.pseudonymise.dates import feasts

_THIS_CENTURY = 35
"""Years of two figures up to this one are of the twenty-first century: people born in 1936 are alive."""
_NOMINAL_YEAR = 2001
"""Stands for a year that nothing tells, where only the calendar's months count; no leap year."""


class Grain(StrEnum):
    """How much a written date says."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class When:
    """A day, month or year as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def date(self, *, nominal: bool = False) -> dt.date | None:
        """The day; the middle of the month or year where no day is given; None where it is not known or cannot be.

        With `nominal` a year that is not known is replaced by one.
        """
        year = self.year or (_NOMINAL_YEAR if nominal else None)
        if year is None or (self.day and not self.month):
            return None
        try:
            return dt.date(year, self.month or 7, self.day or (15 if self.month else 1))
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Slot:
    """Where one part of the date is written: `part` is day, month or year; `which` of several days."""

    start: int
    end: int
    part: str
    which: int = -1


@dataclass(frozen=True, slots=True)
class Written:
    """A written date.

    Attributes:
        text: as it stands there, with plain spaces and hyphens.
        whens: the days (or the one month or year) that it names, in order.
        slots: where its parts stand; empty for a feast.
        week: it is a week's first or last day ("w/c").
        weekday: the weekday written beside it, Monday 0.
        listed: several days are listed, and it is no range.
        feast: the feast's name in small letters.
        last_month: "ult.": the month before.
    """

    text: str
    whens: tuple[When, ...]
    slots: tuple[Slot, ...] = ()
    grain: Grain = Grain.DAY
    week: bool = False
    weekday: int | None = None
    listed: bool = False
    feast: str = ""
    last_month: bool = False

    def within(self, year: int | None, month: int | None = None) -> Written:
        """The same with year and month where it does not say them itself."""
        whens = tuple(
            self._feast_in(year, when)
            if self.feast and year
            else When(when.year or year, when.month or month, when.day)
            for when in self.whens
        )
        return replace(self, whens=whens)

    def _feast_in(self, year: int, when: When) -> When:
        day = feasts.day_in(self.feast, when.year or year)
        return When(day.year, day.month, day.day) if day else replace(when, year=when.year or year)


_NAMED = rf"(?:{calendar.WEEKDAY_CUT})[a-z]*\.?,?\s+"
_LEAD = (
    r"(?P<week>(?:w/c|w/e|week\s+(?:commencing|beginning|ending))\s+(?:the\s+)?)?"
    rf"(?:(?P<weekday>{_NAMED}))?(?:the\s+)?"
)
_DAY = rf"\d{{1,2}}(?:\s?{SUFFIX})?"
_WORD = "|".join(sorted((name.replace("-", "[- ]") for name in ORDINALS), key=len, reverse=True))
_JOINT = rf"\s*(?:,\s*and\s|,\s*or\s|[,/&–—-]|\b(?:to|and|or|until|till)\s)\s*(?:{_NAMED})?(?:the\s+)?"
_YEAR = r"(?:[,./\s-]*(?:of\s)?'?(?P<year>\d{4}|\d\d))?"
_YEAR_APART = r"(?:(?:,\s*|[./\s-]\s*)(?:of\s)?'?(?P<year>\d{4}|\d\d))?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_SINGLE = r"(?P<days>\d{1,2})"
_SEP = r"\s?(?:[./,–—-]|//)\s?"
_TIGHT = r"\s?(?:[-–&/]|\sand\s|\sto\s)\s?"
_FORMS = (
    rf"{_LEAD}(?P<days>{_DAY}(?:{_JOINT}{_DAY})*)(?:\s+day\b)?[\s./-]*(?:of\s+)?{_MONTH}{_YEAR}",
    rf"{_LEAD}(?P<days>(?:{_WORD})(?:{_JOINT}(?:{_WORD}))*)\s+(?:day\s+)?(?:of\s+)?{_MONTH}{_YEAR}",
    rf"{_LEAD}{_MONTH}\s+(?:the\s+)?(?P<days>{_DAY}(?:{_JOINT}{_DAY})*){_YEAR_APART}",
    rf"{_LEAD}{_SINGLE}{_SEP}(?P<month>\d{{1,2}})(?:{_SEP}(?P<year>\d{{4}}|\d\d))?",
    rf"{_LEAD}(?P<days>{_DAY}(?:{_TIGHT}{_DAY})+){_SEP}(?P<month>\d{{1,2}}){_SEP}(?P<year>\d{{4}}|\d\d)",
    rf"(?P<year>\d{{4}})[/.-](?P<month>\d\d)[/.-]{_SINGLE}(?:[t\s].*)?",
    rf"(?P<year>\d{{4}})(?P<month>\d\d){_SINGLE}",
    r"(?P<days>\d\d) ?(?P<month>\d\d) ?(?P<year>\d{4}|\d\d)",
    rf"{_SINGLE}[\s./–-]{{1,3}}(?P<month>[ivx]{{1,4}})[\s./–-]{{1,3}}(?P<year>\d{{4}}|\d\d)",
    rf"{_LEAD}(?P<days>{_DAY})(?:\s+(?:of\s+)?(?:inst|(?P<ult>ult)|this\s+month|(?P<last>last\s+month))\.?)?",
)
_COARSER = (
    (Grain.MONTH, rf"{_MONTH}{_YEAR}"),
    (Grain.MONTH, r"(?P<month>\d{1,2})/(?P<year>\d{4})"),
    (Grain.SEASON, rf"(?:the\s+)?(?P<month>{calendar.SEASON})(?:\s+of)?\s+(?P<year>\d{{4}})"),
    (Grain.YEAR, r"(?P<year>\d{4})"),
)
_PATTERNS = [re.compile(form, re.I) for form in _FORMS]
_COARSER_PATTERNS = [(grain, re.compile(form, re.I)) for grain, form in _COARSER]
_FEAST = re.compile(r"(?P<name>.*?)(?:,?\s+(?P<year>\d{4}))?", re.I)
_DAYS_OF = re.compile(rf"{_DAY}|{_WORD}", re.I)


def days_in(text: str) -> Written | None:
    """A date with a day, taken apart; None where it cannot be read."""
    for spelling in dict.fromkeys((text, as_meant(text))):
        for pattern in _PATTERNS:
            if (match := pattern.fullmatch(spelling)) and (found := _of_match(spelling, match)):
                return found
    match = _FEAST.fullmatch(text)
    if match is None:
        return None
    name = re.sub(r"\s+", " ", match["name"].lower())
    year = int(match["year"]) if match["year"] else None
    month, day = feasts.month_and_day(name) or (feasts.month_of(name), None)
    known = Written(text, (When(year, month, day),), feast=name)
    if feasts.day_in(name, year or _NOMINAL_YEAR):
        return known.within(year)
    return known if year else None


def coarser(text: str) -> Written | None:
    """A month, season or year, taken apart."""
    for grain, pattern in _COARSER_PATTERNS:
        if match := pattern.fullmatch(text):
            month = calendar.SEASONS.get((match["month"] or "").lower()) if grain is Grain.SEASON else _month(match)
            if month is None and grain is not Grain.YEAR:
                continue
            return Written(text, (When(_year(match), month),), tuple(_slots(match)), grain)
    return None


def _of_match(text: str, match: re.Match[str]) -> Written | None:
    groups = match.groupdict()
    month = _month(match)
    if groups.get("month") and month is None:
        return None
    days = [_day(found.group()) for found in _DAYS_OF.finditer(match["days"])]
    if month and month > 12 and len(days) == 1:
        days, month = [month], days[0]
        slots = tuple(_turned(_slots(match)))
    else:
        slots = tuple(_slots(match))
    if not all(1 <= day <= 31 for day in days) or (month or 1) > 12:
        return None
    joint = re.search(r"[,&]|\b(?:and|or)\b", match["days"])
    weekday = groups.get("weekday")
    return Written(
        text,
        tuple(When(_year(match), month, day) for day in days),
        slots,
        week=bool(groups.get("week")),
        weekday=calendar.weekday_number(weekday) if weekday else None,
        listed=joint is not None,
        last_month=bool(groups.get("ult") or groups.get("last")),
    )


def _month(match: re.Match[str]) -> int | None:
    written = match.groupdict().get("month")
    if not written:
        return None
    if written.isdigit():
        return int(written) or None
    return calendar.roman_month(written) or calendar.month_number(written) or calendar.misspelt_month(written)


def _year(match: re.Match[str]) -> int | None:
    written = match.groupdict().get("year")
    if not written:
        return None
    year = int(written)
    if len(written) == 2:
        year += 2000 if year <= _THIS_CENTURY else 1900
    return year or None


def _day(written: str) -> int:
    number = re.match(r"\d+", written)
    return int(number.group()) if number else ORDINALS.index(written.lower().replace(" ", "-")) + 1


def _slots(match: re.Match[str]) -> Iterator[Slot]:
    groups = match.groupdict()
    slots = []
    if groups.get("days"):
        start = match.start("days")
        found = _DAYS_OF.finditer(match["days"])
        slots += [Slot(start + day.start(), start + day.end(), "day", which) for which, day in enumerate(found)]
    slots += [Slot(*match.span(part), part) for part in ("month", "year") if groups.get(part)]
    yield from sorted(slots, key=lambda slot: slot.start)


def _turned(slots: Iterator[Slot]) -> Iterator[Slot]:
    """Day and month written in the American order."""
    for slot in slots:
        if slot.part == "day":
            yield replace(slot, part="month", which=-1)
        else:
            yield replace(slot, part="day", which=0) if slot.part == "month" else slot
