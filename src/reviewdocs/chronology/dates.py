"""Days as agencies write them, British: the day before the month. Nothing is guessed: a text that could be another day,
or is none, is told.

No general parser of dates is used: those that were tried take a missing day or year from today, and turn day and month
round where the one is over twelve.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace

from reviewdocs.chronology import clock
from reviewdocs.chronology.faults import Fault, FaultKind, shortened
from reviewdocs.language.calendar import (
    MONTH,
    MONTHS,
    SEASONS,
    WEEKDAY,
    WEEKDAYS,
    misspelt_month,
    month_number,
    weekday_number,
)

EARLIEST = 1900
_SERIALS = (1, 73_050)
"""Excel's numbers of days: of 1 January 1900 and 31 December 2099."""
_LEAST_BARE_SERIAL = 20_000
"""A smaller number that stands as text in a cell for dates (1954 and before) may be anything."""

_YEAR = r"(?:(?P<y>\d{4})|'?(?P<yy>\d{2}))(?!\d)"
_MARKED = r"(?:st|nd|rd|th)?"
_WORD = r"[^\W\d_]{3,}"
_PART = "early|mid(?:dle of)?|late|beginning of|start of|end of"
_DAY_FIRST = re.compile(rf"(?P<d>\d{{1,2}})(?P<sep>\s*[/.\-]\s*|\s)(?P<m>\d{{1,2}})(?P=sep){_YEAR}")
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})[/.\-](?P<m>\d{1,2})[/.\-](?P<d>\d{1,2})(?!\d)")
_GLUED = re.compile(r"\d{8}(?!\d)")
_IN_WORDS = re.compile(rf"(?P<d>\d{{1,2}})\s*{_MARKED}(?:\s+of)?[\s\-/.,]*(?P<name>{_WORD})\.?[\s\-/.,]*{_YEAR}", re.I)
_IN_WORDS_NO_YEAR = re.compile(rf"(?P<d>\d{{1,2}})\s*{_MARKED}(?:\s+of)?[\s\-/.,]*(?P<name>{_WORD})\.?(?![\w])", re.I)
_NAME_FIRST = re.compile(rf"(?P<name>{_WORD})\.?\s+(?P<d>\d{{1,2}})\s*{_MARKED}(?!\d)[\s,.]+(?P<y>\d{{4}})(?!\d)", re.I)
_MONTH_YEAR = re.compile(rf"(?:(?:{_PART})[\s\-]*)?(?P<name>{_WORD})\.?[\s\-/.,]*{_YEAR}", re.I)
_NUMBERED_MONTH = re.compile(r"(?P<m>\d{1,2})\s*[/.\-]\s*(?P<y>\d{4})(?!\d)")
_YEAR_ALONE = re.compile(rf"(?:(?:{_PART})[\s\-]*)?(?P<y>(?:19|20)\d{{2}})(?!\d)", re.I)
_UNKNOWN = r"(?:\?+|x+|_+|-{2,}|0{1,2})"
_PART_UNKNOWN = re.compile(
    rf"(?P<d>\d{{1,2}}|{_UNKNOWN})\s*[/.\-\s]\s*(?P<m>\d{{1,2}}|{_UNKNOWN})\s*[/.\-\s]\s*(?P<y>\d{{4}})(?!\d)", re.I
)
_JOINT = r"\s*(?:-|/|to|&|and)\s*"
_SHARED_MONTH = re.compile(rf"(?P<d>\d{{1,2}})\s*{_MARKED}{_JOINT}(?=\d{{1,2}})", re.I)
_SHARED_YEAR = re.compile(
    rf"(?P<d>\d{{1,2}})(?:\s*{_MARKED}\s+(?P<name>{_WORD})|/(?P<m>\d{{1,2}})){_JOINT}(?=\d)", re.I
)
_SHARED_MONTHS = re.compile(rf"(?P<name>{_WORD})\.?{_JOINT}(?={_WORD})", re.I)
_TO = re.compile(r"\s*(?:-|to|until|till|&|and)\s*", re.I)
_WEEKDAY = re.compile(rf"(?P<weekday>{WEEKDAY})\b[.,]?\s*(?:the\s+)?", re.I)
_AROUND = re.compile(
    r"^(?:circa|ca\.|c\.?(?=\s*\d)|approx(?:imately)?\.?|about|around|abt\.?|est(?:imated)?\.?|possibly|probably|~|"
    r"on or about|on or around)\s*",
    re.I,
)
_FROM = re.compile(r"^(?:from|between|on|date:?)\s+", re.I)
_WEEK = re.compile(r"^(?:w/?[cb]\b|week\s+(?:commencing|beginning|starting|of))[.:]?\s*", re.I)
_DASHES = re.compile("[\u2010-\u2015\u2212]")


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was, as it was read.

    Attributes:
        day: the first day that it can be; None where it could not be read, and `faults` say why.
        end: the last day, where a range, a week, a month or a year is given.
        time, end_time: of day.
        uncertain: a question mark, "about", a day or month that is not given, or one that could be another.
        two_ways: day and month could change places: both are twelve or less, and different.
        slashed: it is written in figures with the year last, as both British and American dates are.
        faults: what is to be told of it.
    """

    day: dt.date | None = None
    end: dt.date | None = None
    time: dt.time | None = None
    end_time: dt.time | None = None
    uncertain: bool = False
    two_ways: bool = False
    slashed: bool = False
    faults: tuple[Fault, ...] = ()
    rest: str = ""

    def with_fault(self, kind: FaultKind, found: str, more: str = "") -> Moment:
        """The same with one more fault."""
        return replace(self, faults=(*self.faults, Fault(kind, shortened(found), more)))


def read_moment(text: str) -> Moment:
    """The day, and perhaps the time, that a text says."""
    written = " ".join(_DASHES.sub("-", text).split())
    if not re.search(r"\w", written):
        return Moment(faults=(Fault(FaultKind.NO_DATE, shortened(text)),))
    bare, uncertain = _without_doubts(written)
    week = _WEEK.match(bare)
    bare = bare[week.end() :] if week else bare
    weekday = _WEEKDAY.match(bare)
    bare = bare[weekday.end() :] if weekday and weekday.end() < len(bare) else bare
    found = _range(bare) or _serial(bare)
    if found is None:
        kind = FaultKind.NO_YEAR if _IN_WORDS_NO_YEAR.match(bare) else FaultKind.NOT_A_DATE
        return Moment(faults=(Fault(kind, shortened(text)),))
    if week and found.day and not found.end:
        found = replace(found, end=found.day + dt.timedelta(days=6)).with_fault(FaultKind.PARTIAL, text)
    found = _checked(found, text, weekday["weekday"] if weekday else "")
    found = _timed(found, text)
    return replace(found, uncertain=found.uncertain or uncertain or bool(week), rest="")


def of_number(value: float) -> Moment:
    """The moment of Excel's number of days since the end of 1899, with the time of day after the point."""
    if not _SERIALS[0] <= value <= _SERIALS[1]:
        return Moment(faults=(Fault(FaultKind.NOT_A_DATE, f"{value:g}"),))
    day = dt.date(1899, 12, 30) + dt.timedelta(days=int(value))
    time = clock.of_number(value - int(value)) if value != int(value) else None
    return Moment(day, time=time)


def _without_doubts(text: str) -> tuple[str, bool]:
    """The text without its question marks and words of doubt, and whether there were any."""
    unknown = _PART_UNKNOWN.search(text)
    bare = text if unknown and "?" in unknown["d"] + unknown["m"] else text.replace("?", " ")
    bare = re.sub(r"\(\s*\)", " ", bare).strip(" ,;")
    while (shorter := _FROM.sub("", bare)) != bare:
        bare = shorter
    doubted = "?" in text
    while (shorter := _AROUND.sub("", bare)) != bare:
        bare, doubted = shorter, True
    return " ".join(bare.split()), doubted


def _range(text: str) -> Moment | None:
    """One day, or the first and last of several: "5-7 January 2023", "12/3/21 to 15/3/21"."""
    found = _one(text)
    if found is None:
        return _shared(text)
    if found.day and (joint := _TO.match(found.rest)):
        last = _one(_WEEKDAY.sub("", found.rest[joint.end() :], count=1))
        if last and last.day:
            return _spanning(found, last)
    return found


def _shared(text: str) -> Moment | None:
    """The first and last of several days, of which only the last has the month, or the year."""
    for pattern in (_SHARED_MONTH, _SHARED_YEAR, _SHARED_MONTHS):
        match = pattern.match(text)
        last = _one(text[match.end() :]) if match else None
        if match is None or last is None or last.day is None:
            continue
        told = match.groupdict()
        month = _month(told["name"]) if told.get("name") else int(told.get("m") or last.day.month)
        first = _day(int(told.get("d") or 1), month or 0, last.day.year)
        if first is not None:
            return _spanning(Moment(first), last)
    return None


def _spanning(first: Moment, last: Moment) -> Moment:
    return replace(
        last, day=first.day, end=last.end or last.day, faults=(*first.faults, *last.faults),
        two_ways=first.two_ways or last.two_ways,
    )  # fmt: skip


def _one(text: str) -> Moment | None:
    """The day at the beginning of a text, with what stands behind it; None where none does."""
    for reading in (_in_figures, _in_words, _in_part):
        if (found := reading(text)) is not None:
            return found
    return None


def _in_figures(text: str) -> Moment | None:
    if match := _YEAR_FIRST.match(text):
        return _placed(_day(int(match["d"]), int(match["m"]), int(match["y"])), text, match)
    if (match := _DAY_FIRST.match(text)) and int(match["d"]) and int(match["m"]):
        return _day_first(text, match)
    if match := _GLUED.match(text):
        figures = match[0]
        readings = {
            _day(int(figures[:2]), int(figures[2:4]), int(figures[4:])),
            _day(int(figures[6:]), int(figures[4:6]), int(figures[:4])),
        } - {None}
        days = [day for day in readings if day is not None and EARLIEST <= day.year <= 2099]
        if len(days) == 1:
            return Moment(days[0], rest=text[match.end() :])
    return None


def _day_first(text: str, match: re.Match[str]) -> Moment:
    day, month, year = int(match["d"]), int(match["m"]), _year(match)
    found = _day(day, month, year)
    rest = text[match.end() :]
    if found is not None:
        return Moment(found, two_ways=day <= 12 and day != month, slashed=True, rest=rest)
    turned = _day(month, day, year)
    if turned is not None:
        more = f"{turned.day} {MONTHS[turned.month - 1]} {turned.year}"
        made = Moment(turned, uncertain=True, slashed=True, rest=rest)
        return made.with_fault(FaultKind.MONTH_FIRST, match[0], more)
    return Moment(rest=rest).with_fault(FaultKind.IMPOSSIBLE, match[0])


def _in_words(text: str) -> Moment | None:
    for pattern in (_IN_WORDS, _NAME_FIRST):
        match = pattern.match(text)
        month = _month(match["name"]) if match else None
        if match and month:
            return _placed(_day(int(match["d"]), month, _year(match)), text, match)
    return None


def _in_part(text: str) -> Moment | None:
    """A month or a year without a day."""
    if match := _PART_UNKNOWN.match(text):
        month = int(match["m"]) if match["m"].isdecimal() else 0
        # Where the month is not known neither is which of the year's days it was.
        return _partly(text, match, int(match["y"]), month if 1 <= month <= 12 else 0)
    if (match := _MONTH_YEAR.match(text)) and (month := _month(match["name"]) or 0):
        return _partly(text, match, _year(match), month)
    if (match := _MONTH_YEAR.match(text)) and match["name"].lower() in SEASONS:
        return _season(text, match)
    if (match := _NUMBERED_MONTH.match(text)) and 1 <= int(match["m"]) <= 12:
        return _partly(text, match, int(match["y"]), int(match["m"]))
    if (match := _YEAR_ALONE.match(text)) and not re.match(r"\s*[/.\-]\s*\d", text[match.end() :]):
        return _partly(text, match, int(match["y"]), 0)
    return None


def _partly(text: str, match: re.Match[str], year: int, month: int) -> Moment:
    last = calendar.monthrange(year, month)[1] if month else 31
    made = Moment(dt.date(year, month or 1, 1), dt.date(year, month or 12, last), uncertain=True)
    return replace(made.with_fault(FaultKind.PARTIAL, match[0]), rest=text[match.end() :])


def _season(text: str, match: re.Match[str]) -> Moment | None:
    """The three months of a season, the one that stands for it in the middle; none of a winter, which has two years."""
    first = SEASONS[match["name"].lower()] - 1
    if first == 0:
        return None
    year = _year(match)
    end = dt.date(year, first + 2, calendar.monthrange(year, first + 2)[1])
    made = Moment(dt.date(year, first, 1), end, uncertain=True).with_fault(FaultKind.PARTIAL, match[0])
    return replace(made, rest=text[match.end() :])


def _placed(day: dt.date | None, text: str, match: re.Match[str]) -> Moment:
    found = Moment(day, rest=text[match.end() :])
    return found if day else found.with_fault(FaultKind.IMPOSSIBLE, match[0])


def _serial(text: str) -> Moment | None:
    """A number of days that stands as text, as spreadsheets leave it in a .csv."""
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text) and float(text) >= _LEAST_BARE_SERIAL:
        return of_number(float(text))
    return None


def _checked(found: Moment, text: str, weekday: str) -> Moment:
    """Tell of a day of the week, before or behind the date, that is another one."""
    if behind := re.match(rf"[\s,(]*(?P<weekday>{WEEKDAY})\b\)?", found.rest, re.I):
        weekday = weekday or behind["weekday"]
        found = replace(found, rest=found.rest[behind.end() :])
    if found.day and weekday and weekday_number(weekday) != found.day.weekday():
        more = f"{found.day:%d/%m/%Y} was a {WEEKDAYS[found.day.weekday()]}"
        return replace(found.with_fault(FaultKind.WEEKDAY, text, more), uncertain=True)
    return found


def _timed(found: Moment, text: str) -> Moment:
    """Read what stands behind the date: a time of day, or words, which are told."""
    rest = found.rest.strip(" ,;@-")
    rest = re.sub(r"^(?:T(?=\d)|at\b|\|)\s*", "", rest, flags=re.I)
    if not rest:
        return found
    time = clock.read_time(rest)
    if time.start is not None:
        found = replace(found, time=time.start, end_time=time.end, uncertain=found.uncertain or time.uncertain)
    left = time.rest if time.start is not None else rest
    return found.with_fault(FaultKind.DATE_WORDS, text) if re.search(r"\w", left) and found.day else found


def _month(name: str) -> int | None:
    if re.fullmatch(MONTH, name.lower()):
        return month_number(name)
    return misspelt_month(name)


def _year(match: re.Match[str]) -> int:
    """The year; of two figures the latest that is not to come by more than a year."""
    groups = match.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    year = 2000 + int(groups["yy"])
    return year if year <= dt.date.today().year + 1 else year - 100


def _day(day: int, month: int, year: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
