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
    if month and (qualified := _QUALIFIED.search(text[max(0, start - REACH) : start])):
        start -= len(qualified.group())
    if beside := _WEEKDAY_BEFORE.search(text[max(0, start - REACH) : start]):
        start -= len(beside.group())
    if after := _WEEKDAY_AFTER.match(text, end):
        end = after.end()
    before = text[max(0, start - REACH) : start]
    words = label.text
    led = f"{label.joint} {words}".strip()
    if label.joint is not Joint.ON and (part := _PART_OF_DAY.search(before)):
        start, words = start - len(part.group()), f"{_one(part['part'])} {led}"
    elif joined and (span := _RANGE.search(before)):
        start, words = start - len(span.group()), led
    elif label.joint is Joint.IN and (timed := _TIME_ON.search(before)):
        start -= len(timed["cut"])
    elif on := _ON.search(before):
        start -= len(on.group())
        words = f"{label.joint}{on['about'] or ''} {words}" if on["about"] and label.joint else led
    elif label.joint is Joint.NONE and (within := _IN.search(before)):
        start -= len(within.group())
    elif (the := _THE.search(before)) and (ordinal or week) and not _NOUN_AFTER.match(text, end):
        start -= len(the.group())
        if week and label.joint and not _GOVERNED.search(text[max(0, start - REACH) : start]):
            words = led
    elif ordinal and text[start : start + 4].lower() == "the " and _NOUN_AFTER.match(text, end):
        words = f"{text[start : start + 4]}{words}"
    elif numbered or _after_number(before) or (week and re.search(r"\w,?\s$", before) and not _GOVERNED.search(before)):
        words = led if label.joint else words
    if opens(text, start) and not text[start : start + 1].islower():
        words = capital(words)
    return Change(start, end, words)


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
