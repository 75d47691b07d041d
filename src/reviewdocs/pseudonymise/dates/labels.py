"""What stands in the place of a date under each policy that makes dates coarser.

- month-year: "March 2019", "March" where no year is written, "that month" where a day stands alone.
- year: "2019", or "that year" where no year can be told.
- relative: "Day 1" is the anchor. "Day 4" within four weeks after it; else the distance, coarser with growing distance:
  days under two weeks before, weeks under three months, months under two years, then years.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from reviewdocs.language import numbers
from reviewdocs.language.calendar import MONTHS
from reviewdocs.model.pseudonyms import DatePolicy, Dates
from reviewdocs.pseudonymise.dates.written import Grain, When

_NUMBERED = 28
"""Days from the anchor that are numbered."""
_WEEK, _MONTH, _YEAR = 7, 30.44, 365.25
_DAYS_BEFORE, _WEEKS, _MONTHS_UP_TO = 14, 91, 700


class Joint(StrEnum):
    """The preposition that a label takes where a day had "on"."""

    IN = "in"
    ON = "on"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands there instead, and how it joins the sentence."""

    text: str
    joint: Joint = Joint.IN


Labeller = Callable[[When, Grain], Label | None]
"""The label of a date; None where the policy needs more than is known."""


def labeller(dates: Dates) -> Labeller:
    """The labels of a policy that makes dates coarser."""
    if dates.policy is DatePolicy.MONTH_YEAR:
        return _month_year
    if dates.policy is DatePolicy.YEAR:
        return _year
    anchor = dates.anchor
    assert anchor is not None, "relative dates without an anchor are refused before"
    return lambda when, grain: _relative(when, grain, anchor)


def _month_year(when: When, grain: Grain) -> Label | None:
    if when.month is None:
        return Label(str(when.year)) if when.year else Label("that month") if when.day else None
    name = MONTHS[when.month - 1]
    return Label(f"{name} {when.year}" if when.year else name)


def _year(when: When, grain: Grain) -> Label | None:
    return Label(str(when.year) if when.year else "that year")


def _relative(when: When, grain: Grain, anchor: dt.date) -> Label | None:
    if grain is Grain.YEAR and when.year == anchor.year:
        return Label("the year of Day 1")
    if grain is Grain.MONTH and (when.year, when.month) == (anchor.year, anchor.month):
        return Label("the month of Day 1")
    day = when.date()
    if day is None or (grain is Grain.DAY and not when.month):
        return None
    days = (day - anchor).days
    if grain is Grain.DAY and 0 <= days < _NUMBERED:
        return Label(f"Day {days + 1}", Joint.ON)
    return Label(
        f"{distance(abs(days), exact=grain is Grain.DAY)} {'after' if days > 0 else 'before'} Day 1", Joint.NONE
    )


def distance(days: int, *, exact: bool) -> str:
    """A length of time, rounded to a unit that grows with it; `exact` tells single days apart."""
    if exact and days == 1:
        return "the day"
    if exact and days < _DAYS_BEFORE:
        return f"{in_words(days)} days"
    for size, unit, below in ((_WEEK, "week", _WEEKS), (_MONTH, "month", _MONTHS_UP_TO), (_YEAR, "year", float("inf"))):
        if days < below:
            count = max(1, round(days / size))
            whole = exact and unit == "week" and days % 7 == 0
            return f"{'' if whole else 'about '}{in_words(count)} {unit}{'s' if count > 1 else ''}"
    raise AssertionError("every number of days is below infinity")


def in_words(count: int) -> str:
    """A number as it stands in running text: in words up to ten."""
    return numbers.in_words(count, most=10)
