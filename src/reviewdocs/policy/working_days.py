"""Working days of the four nations: Monday to Friday, without their bank holidays (substitute and one-off ones too)."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import cache

import holidays


class Nation(StrEnum):
    """Whose bank holidays are kept."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


_SUBDIVISIONS = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}


@cache
def bank_holidays(year: int, nation: Nation = Nation.ENGLAND) -> frozenset[dt.date]:
    """The bank holidays of a year."""
    return frozenset(holidays.country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=year))


def is_working_day(day: dt.date, nation: Nation = Nation.ENGLAND) -> bool:
    """Monday to Friday and no bank holiday there."""
    return day.weekday() < 5 and day not in bank_holidays(day.year, nation)


def add_working_days(start: dt.date, count: int, nation: Nation = Nation.ENGLAND) -> dt.date:
    """The working day `count` working days after `start` (before it when negative); `start` itself is not counted."""
    step = dt.timedelta(days=1 if count > 0 else -1)
    day, left = start, abs(count)
    while left:
        day += step
        left -= is_working_day(day, nation)
    return day
