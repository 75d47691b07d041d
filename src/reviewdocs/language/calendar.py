"""Months, days of the week and seasons: their names in full and as people write them, and their numbers."""

from __future__ import annotations

import re

# Not strftime's names: those change with the machine's language.
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SEASONS = {"spring": 4, "summer": 7, "autumn": 10, "winter": 1}
"""Each with the month that stands for it."""

MONTH_IN_FULL = "|".join(MONTHS).lower()
WEEKDAY_IN_FULL = "|".join(WEEKDAYS).lower()
MONTH_CUT = "|".join(name[:3] for name in MONTHS).lower()
WEEKDAY_CUT = "|".join(name[:3] for name in WEEKDAYS).lower()
MONTH = (
    "jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
SEASON = "|".join(SEASONS)
"""Alternatives of expressions, in small letters: in full, the first three letters, and however they are cut."""
_LEAST_CUT = 3
_LEAST_MISSPELT = 5
"""Shorter names of months are one slip from other words."""


def with_capital(alternatives: str) -> str:
    """The same alternatives, each with a capital for its first letter."""
    return re.sub(r"(?:^|(?<=\|))[a-z]", lambda first: first.group().upper(), alternatives)


def month_number(written: str) -> int | None:
    """The number of a month, in full or cut to three letters or more; None for what begins like none."""
    if len(written) < _LEAST_CUT:
        return None
    return next((n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(written[:_LEAST_CUT].lower())), None)


def roman_month(written: str) -> int | None:
    """The number of a month in Roman figures; None for anything else."""
    return ROMAN_MONTHS.index(written.upper()) + 1 if written.upper() in ROMAN_MONTHS else None


def misspelt_month(word: str) -> int | None:
    """The number of the month that a word is, but for one slip of the keys; None of any other word."""
    long = ((n, name.lower()) for n, name in enumerate(MONTHS, 1) if len(name) >= _LEAST_MISSPELT)
    return next((number for number, name in long if _one_slip(word.lower(), name)), None)


def _one_slip(word: str, name: str) -> bool:
    """Whether one letter is missing, too many, another, or two beside each other are exchanged."""
    while word and name and word[0] == name[0]:
        word, name = word[1:], name[1:]
    while word and name and word[-1] == name[-1]:
        word, name = word[:-1], name[:-1]
    return bool(word or name) and (max(len(word), len(name)) == 1 or (len(word) == 2 and word == name[::-1]))


def weekday_number(written: str) -> int:
    """The number of a day of the week, Monday 0, in full or cut to three letters or more.

    Raises:
        ValueError: it is none.
    """
    return WEEKDAY_CUT.split("|").index(written[:3].lower())


def season_of(month: int) -> str:
    """The season whose month is nearest: spring from February to April."""
    return ("winter", "spring", "summer", "autumn")[(month + 1) // 3 % 4]
