"""Ages in days, weeks and months, made as coarse as the dates that a policy leaves.

Under month-year and relative: under three months, under six months, under one year, then whole years. Under year: under
one year, then whole years. A month of birth beside a month of an event tells as much as the bands do, and no more.
"""

from __future__ import annotations

import re

from reviewdocs.language.numbers import TENS, UNIT, UNITS
from reviewdocs.language.sentences import opens
from reviewdocs.pseudonymise.dates.labels import in_words
from reviewdocs.pseudonymise.dates.sentence import REACH, Change, capital

_DAYS_OF = {"d": 1.0, "w": 7.0, "f": 14.0, "m": 30.44, "y": 365.25}
_SHORT = {"7": 1.0, "52": 7.0, "12": 30.44}
"""Parts of a week and a year, as clinicians write days, weeks and months: 3/7, 5/52, 8/12."""
_NUMBERS = {word: number for number, word in enumerate(("zero", *UNITS))}
_NUMBERS |= {word: tens for tens, word in zip(range(20, 60, 10), TENS, strict=False)}
_AMOUNT = re.compile(
    rf"(?P<number>\d+(?:½|\.5)?|\b(?:{'|'.join(_NUMBERS)})(?:[- ](?:{UNIT})\b)?)"
    r"(?P<half>\s+and\s+a\s+half)?[\s-]*(?P<unit>days?|weeks?|wks?|fortnights?|months?|mths?|mos?|m|years?|yrs?|y)\b",
    re.I,
)
_FRACTION = re.compile(r"(?P<number>\d{1,2})/(?P<unit>52|12|7)")
_ADJECTIVE = re.compile(r"-old\b|\b(?:day|week|month|fortnight)\sold\b", re.I)
_ARTICLE = re.compile(r"\b(?P<article>an?)(?P<gap>\s+)$", re.I)
_ALREADY = re.compile(r"\b(?:under|less\s+than)[\s-]$", re.I)


def coarser_age(text: str, start: int, end: int, *, by_year: bool) -> Change | None:
    """The change that makes the age at [start, end) coarser; None where it is coarse already, or cannot be read."""
    written = text[start:end]
    days = _days(written)
    before = text[max(0, start - REACH) : start]
    if days is None or _ALREADY.search(before):
        return None
    amount = _band(days, by_year=by_year)
    one = re.search(r"\b(?:one|1)[\s-](?:day|week|month)\sold\b", written, re.I) is not None
    if _ADJECTIVE.search(written) and not one:
        words = re.sub(r"s$", "", amount) if amount.startswith("under") is False else amount
        words = f"{words} old".replace(" ", "-")
        if article := _ARTICLE.search(before):
            right = "an" if words[0] in "aeiou" and not words.startswith("one") else "a"
            right = right.capitalize() if article["article"][0].isupper() else right
            start, words = start - len(article.group()), f"{right}{article['gap']}{words}"
    else:
        tail = re.search(r"(?:[\s-]old|\sof\sage)$", written, re.I)
        words = amount + (tail.group() if tail else "")
    if opens(text, start) and not text[start].islower():
        words = capital(words)
    return Change(start, end, words.upper() if written.isupper() else words)


def _days(written: str) -> float | None:
    """The age in days."""
    if fraction := _FRACTION.fullmatch(written.strip()):
        return int(fraction["number"]) * _SHORT[fraction["unit"]]
    found = list(_AMOUNT.finditer(written))
    numbers = [_number(amount["number"]) for amount in found]
    if not found or None in numbers:
        return None
    return sum(
        ((number or 0) + (0.5 if amount["half"] else 0)) * _DAYS_OF[amount["unit"][0].lower()]
        for number, amount in zip(numbers, found, strict=True)
    )


def _number(written: str) -> float | None:
    if written[0].isdigit():
        return float(written.replace("½", ".5"))
    words = re.split(r"[- ]", written.lower())
    return sum(_NUMBERS[word] for word in words) if all(word in _NUMBERS for word in words) else None


def _band(days: float, *, by_year: bool) -> str:
    for below, words in ((91.0, "three months"), (182.0, "six months")):
        if days < below and not by_year:
            return f"under {words}"
    if days < 365:
        return "under one year"
    years = int(days / 365)
    return f"{in_words(years)} year{'s' if years > 1 else ''}"
