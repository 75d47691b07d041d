"""Makes what stands instead of a date fit its sentence: prepositions, articles, weekdays, capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewdocs.language.calendar import WEEKDAY
from reviewdocs.language.sentences import opens
from reviewdocs.pseudonymise.dates.labels import Joint, Label

REACH = 80
"""How many characters before a date are looked at."""
_WEEKDAY_BEFORE = re.compile(rf"\b{WEEKDAY}\.?,?\s+(?:the\s+)?$", re.I)
_WEEKDAY_AFTER = re.compile(rf"\s*\({WEEKDAY}\)", re.I)
_PART_OF_DAY = re.compile(
    r"\b(?:(?:on|in|during|over|throughout)\s+)?the\s+"
    r"(?P<part>night|morning|afternoon|evening|early\s+hours|small\s+hours|early\s+morning|day|week|weekend)\s+"
    r"(?:of|beginning|commencing)\s+(?:the\s+)?$",
    re.I,
)
TIME_ON = r"\d[\d.:]*\s?(?:[ap]\.?m\.?|hrs?|hours|noon|midnight)?\s+on\s+"
"""A clock time before its day: "23:00 on"."""
_RANGE = re.compile(rf"\b(?:between|from)\s+(?:{TIME_ON})?(?:the\s+)?$", re.I)
_ON = re.compile(r"\bon(?P<about>\s+or\s+(?:about|around|before|after))?\s+(?:the\s+)?$", re.I)
_IN = re.compile(r"\b(?:in|during)\s+(?:the\s+)?$", re.I)
_QUALIFIED = re.compile(r"\b(?:early|mid|late|the\s+(?:start|beginning|middle|end)\s+of)[\s-]+$", re.I)
_TIME_ON = re.compile(rf"\b(?:by|until|till|from|since|before|after|to)\s+(?P<cut>{TIME_ON}(?:the\s+)?)$", re.I)
_THE = re.compile(r"\bthe\s+$", re.I)
_GOVERNED = re.compile(
    r"\b(?:in|for|by|during|from|since|until|till|dated|of|to|before|after|between|and|or|around|about|early|late|mid)"
    r"[\s-]+(?:the\s+)?$",
    re.I,
)
_NOUN_AFTER = re.compile(
    r"\s+(?:meeting|visit|assessment|conference|review|call|incident|contact|referral|entry|letter|e-?mail|panel|"
    r"hearing|appointment|report|note|strategy|attendance|episode)\b"
)


@dataclass(frozen=True, slots=True)
class Change:
    """Replace [start, end) of a line's text."""

    start: int
    end: int
    text: str


def capital(text: str) -> str:
    """The text with a capital for its first letter."""
    return text[:1].upper() + text[1:]


def fitted(
    text: str,
    start: int,
    end: int,
    label: Label,
    *,
    ordinal: bool = False,
    week: bool = False,
    joined: bool = False,
    month: bool = False,
    numbered: bool = False,
) -> Change:
    """The change that puts `label` in the place of the date at [start, end).

    Args:
        text: the line.
        start, end: the date.
        label: what stands there instead.
        ordinal: the date has an article of its own ("the 3rd of March").
        week: the date is that of a week ("w/c 7 November").
        joined: several days became one label, so that "between" and "from" lead nowhere.
        month: it is a month, whose beginning or end is none of the label's.
        numbered: a number will stand right before it, and would be read as the day of the month: "Sibling 1 3/5/2019".
    """
    start, end = _with_what_belongs(text, start, end, month=month)
    date = _Date(text, start, end, label, ordinal, week, joined, numbered)
    start, words = next((put for way in _WAYS if (put := way(date))), (start, label.text))
    if opens(text, start) and not text[start : start + 1].islower():
        words = capital(words)
    return Change(start, end, words)


def _with_what_belongs(text: str, start: int, end: int, *, month: bool) -> tuple[int, int]:
    """The date with its weekday on either side, and a month with which part of it is meant."""
    if month and (qualified := _QUALIFIED.search(text[max(0, start - REACH) : start])):
        start -= len(qualified.group())
    if beside := _WEEKDAY_BEFORE.search(text[max(0, start - REACH) : start]):
        start -= len(beside.group())
    after = _WEEKDAY_AFTER.match(text, end)
    return start, after.end() if after else end


class _Date:
    """A date in its line with its label, as `fitted` takes them."""

    def __init__(
        self, text: str, start: int, end: int, label: Label, ordinal: bool, week: bool, joined: bool, numbered: bool
    ) -> None:
        self.text, self.start, self.end, self.label = text, start, end, label
        self.ordinal, self.week, self.joined, self.numbered = ordinal, week, joined, numbered
        self.before = text[max(0, start - REACH) : start]
        self.led = f"{label.joint} {label.text}".strip()
        """The label with its preposition."""

    def before_noun(self) -> bool:
        """Whether it says which meeting, visit or the like is meant."""
        return _NOUN_AFTER.match(self.text, self.end) is not None


_Put = tuple[int, str]
"""From where on the line is replaced, and with what."""


def _after_part_of_day(date: _Date) -> _Put | None:
    """The night of 3 March."""
    part = _PART_OF_DAY.search(date.before) if date.label.joint is not Joint.ON else None
    return (date.start - len(part.group()), f"{_one(part['part'])} {date.led}") if part else None


def _after_between(date: _Date) -> _Put | None:
    """Between two days that became one."""
    span = _RANGE.search(date.before) if date.joined else None
    return (date.start - len(span.group()), date.led) if span else None


def _after_time(date: _Date) -> _Put | None:
    """By 23:00 on 3 March."""
    timed = _TIME_ON.search(date.before) if date.label.joint is Joint.IN else None
    return (date.start - len(timed["cut"]), date.label.text) if timed else None


def _after_on(date: _Date) -> _Put | None:
    """On, or on or about, 3 March."""
    on = _ON.search(date.before)
    if on is None:
        return None
    about = on["about"] if date.label.joint else ""
    return date.start - len(on.group()), f"{date.label.joint}{about} {date.label.text}" if about else date.led


def _after_in(date: _Date) -> _Put | None:
    """In March, where the label takes no preposition."""
    within = _IN.search(date.before) if date.label.joint is Joint.NONE else None
    return (date.start - len(within.group()), date.label.text) if within else None


def _after_the(date: _Date) -> _Put | None:
    """The 3rd of March, the week of 3 March."""
    the = _THE.search(date.before) if date.ordinal or date.week else None
    if the is None or date.before_noun():
        return None
    start = date.start - len(the.group())
    free = date.week and date.label.joint and not _GOVERNED.search(date.text[max(0, start - REACH) : start])
    return start, date.led if free else date.label.text


def _before_noun(date: _Date) -> _Put | None:
    """The 3rd of March meeting, whose article stays."""
    article = date.text[date.start : date.start + 4]
    kept = date.ordinal and article.lower() == "the " and date.before_noun()
    return (date.start, f"{article}{date.label.text}") if kept else None


def _after_word(date: _Date) -> _Put | None:
    """Behind a number that would be read as the day of a month, or a week behind a word."""
    free = date.week and re.search(r"\w,?\s$", date.before) and not _GOVERNED.search(date.before)
    led = date.label.joint and (date.numbered or _after_number(date.before) or free)
    return (date.start, date.led) if led else None


_WAYS = (
    _after_part_of_day,
    _after_between,
    _after_time,
    _after_on,
    _after_in,
    _after_the,
    _before_noun,
    _after_word,
)
"""The ways in which a date stands in a sentence; the first that is so says how the label is put."""


def _after_number(before: str) -> bool:
    """Whether a number stands right before, which would be read as the day of a month: "Nurse 1 12/03/2019"."""
    return re.search(r"\d[ ]*$", before) is not None


def _one(part: str) -> str:
    plain = " ".join(part.lower().split())
    return {
        "early hours": "early one morning",
        "small hours": "early one morning",
        "early morning": "early one morning",
    }.get(plain, f"one {plain}")
