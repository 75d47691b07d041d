"""Days that people call by a name ("Boxing Day", "Easter Sunday"): when they fall."""

from __future__ import annotations

import datetime as dt
import re

_FIXED = {
    r"new year'?s day|new year'?s": (1, 1),
    r"twelfth night": (1, 5),
    r"burns night": (1, 25),
    r"australia day": (1, 26),
    r"(?:st\.? )?valentine'?s day": (2, 14),
    r"st\.? david'?s day": (3, 1),
    r"st\.? patrick'?s day": (3, 17),
    r"st\.? george'?s day": (4, 23),
    r"may day": (5, 1),
    r"midsummer'?s? day": (6, 24),
    r"canada day": (7, 1),
    r"lammas day": (8, 1),
    r"michaelmas day": (9, 29),
    r"hallowe'?en": (10, 31),
    r"mischief night": (11, 4),
    r"bonfire night|guy fawkes night": (11, 5),
    r"armistice day|remembrance day": (11, 11),
    r"st\.? andrew'?s day": (11, 30),
    r"(?:christmas|xmas) eve": (12, 24),
    r"(?:christmas|xmas) day": (12, 25),
    r"boxing day|st\.? stephen'?s day": (12, 26),
    r"new year'?s eve|hogmanay": (12, 31),
}
_FROM_EASTER = {
    r"shrove tuesday|pancake (?:day|tuesday)": -47,
    r"ash wednesday": -46,
    r"mothering sunday|mother'?s day": -21,
    r"palm sunday": -7,
    r"maundy thursday": -3,
    r"good friday": -2,
    r"holy saturday": -1,
    r"easter (?:sunday|day)": 0,
    r"easter (?:monday|bank holiday)(?: monday)?": 1,
    r"whit sunday": 49,
    r"whit monday": 50,
}
_NTH_WEEKDAY = {
    r"(?:early )?may (?:day )?bank holiday(?: monday)?": (5, 0, 1),
    r"(?:spring|late may) bank holiday(?: monday)?": (5, 0, -1),
    r"father'?s day": (6, 6, 3),
    r"(?:summer|aug(?:ust)?|late august) bank holiday(?: monday)?": (8, 0, -1),
    r"remembrance sunday": (11, 6, 2),
}
"""Month, weekday (Monday is 0), and which of that month; -1 the last."""


def month_and_day(name: str) -> tuple[int, int] | None:
    """Month and day of a feast that falls on the same day every year; None for any other."""
    return next((day for names, day in _FIXED.items() if re.fullmatch(names, name)), None)


def month_of(name: str) -> int | None:
    """The month of a feast whose day moves within one; None for any other."""
    found = next((rule for names, rule in _NTH_WEEKDAY.items() if re.fullmatch(names, name)), None)
    return found[0] if found else None


def day_in(name: str, year: int) -> dt.date | None:
    """The day of a feast, in small letters, in a year; None where it is not known (those of other calendars)."""
    if fixed := month_and_day(name):
        return dt.date(year, *fixed)
    for names, days in _FROM_EASTER.items():
        if re.fullmatch(names, name):
            return easter(year) + dt.timedelta(days)
    for names, (month, weekday, which) in _NTH_WEEKDAY.items():
        if re.fullmatch(names, name):
            days_of = [dt.date(year, month, day) for day in range(1, 31)]
            return [day for day in days_of if day.weekday() == weekday][which - 1 if which > 0 else which]
    return None


def easter(year: int) -> dt.date:
    """Easter Sunday of the Western churches (the Gregorian computus)."""
    century, golden = year // 100, year % 19
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * (21 - golden) // 11)
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return dt.date(year, month, offset + 28 - 31 * (month // 4))
