"""Timescales: what is due when, by which rule of which procedure (data/deadlines.yaml)."""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Annotated, Any, Self

import holidays
import yaml
from pydantic import BeforeValidator, Field, model_validator

from reviewdocs.errors import UsageError
from reviewdocs.model.base import Record


class Event(StrEnum):
    """What a time can run from."""

    REFERRAL = "referral"
    CONSIDERATION = "consideration"
    DECISION = "decision"
    INITIATION = "initiation"
    LETTER = "letter"
    PANEL = "panel"
    FIRST_PANEL = "first panel"
    SECOND_PANEL = "second panel"
    THIRD_PANEL = "third panel"
    MINUTES = "minutes"
    ACTION_PLAN = "action plan"
    PUBLICATION = "publication"


class Unit(StrEnum):
    """How a time is counted; all but working days are calendar time."""

    DAYS = "days"
    WORKING_DAYS = "working days"
    WEEKS = "weeks"
    MONTHS = "months"


class Span(Record):
    """A length of time, as "6 weeks"."""

    count: int = Field(gt=0)
    unit: Unit

    def __str__(self) -> str:
        return f"{self.count} {self.unit.removesuffix('s') if self.count == 1 else self.unit}"


def _span(value: object) -> object:
    """Read "6 weeks"."""
    if isinstance(value, str):
        count, _, unit = value.partition(" ")
        return {"count": int(count), "unit": unit}
    return value


class Rule(Record):
    """One rule of one procedure; see the head of the data file for each field."""

    id: str
    title: str
    start: Event = Field(alias="from")
    within: Annotated[Span, BeforeValidator(_span)]
    earliest: int | None = None
    before: bool = False
    soft: bool = False
    moves: bool = True
    place: str = ""

    @property
    def in_words(self) -> str:
        """ "within 4 to 6 weeks of the letter"."""
        span = f"{self.earliest} to {self.within}" if self.earliest else str(self.within)
        if self.before:
            return f"at least {span} before the {self.start}"
        return f"{'if possible ' if self.soft else ''}within {span} of the {self.start}"


class _Profile(Record):
    source: str
    rules: tuple[Rule, ...]


class _Book(Record):
    """The whole data file."""

    calendar: Mapping[str, str]
    sources: Mapping[str, str]
    profiles: Mapping[str, _Profile]
    chosen: Mapping[str, str]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        for name, profile in self.profiles.items():
            if profile.source not in self.sources:
                raise ValueError(f"profile {name}: its source {profile.source} is not listed")
        for rule, name in self.chosen.items():
            if name not in self.profiles or rule not in {r.id for r in self.profiles[name].rules}:
                raise ValueError(f"chosen: profile {name} has no rule {rule}")
        return self


@dataclass(frozen=True, slots=True)
class Deadline:
    """A computed day with the rule it comes from.

    Attributes:
        id, title: the rule's.
        due: the last day.
        earliest: the first day of a range, else None.
        rule: the rule in words.
        source: the procedure and the place in it.
        moved: True when the day was moved off a weekend or bank holiday.
    """

    id: str
    title: str
    due: dt.date
    earliest: dt.date | None
    rule: str
    source: str
    moved: bool


@cache
def _book() -> _Book:
    text = resources.files("reviewdocs.policy").joinpath("data", "deadlines.yaml").read_text(encoding="utf-8")
    return _Book.model_validate(yaml.safe_load(text))


@cache
def _bank_holidays(year: int) -> frozenset[dt.date]:
    where = _book().calendar
    return frozenset(holidays.country_holidays(where["country"], subdiv=where["subdivision"], years=year))


def is_working_day(day: dt.date) -> bool:
    """Monday to Friday and no bank holiday in England."""
    return day.weekday() < 5 and day not in _bank_holidays(day.year)


def add_working_days(start: dt.date, count: int) -> dt.date:
    """The working day `count` working days after `start` (before it when negative); `start` itself is not counted."""
    step = dt.timedelta(days=1 if count > 0 else -1)
    day, left = start, abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def _add_months(start: dt.date, count: int) -> dt.date:
    """The same day of a later month, or that month's last day where it is shorter."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return dt.date(year, month + 1, min(start.day, months.monthrange(year, month + 1)[1]))


_ADD: Mapping[Unit, Callable[[dt.date, int], dt.date]] = {
    Unit.DAYS: lambda start, n: start + dt.timedelta(days=n),
    Unit.WORKING_DAYS: add_working_days,
    Unit.WEEKS: lambda start, n: start + dt.timedelta(weeks=n),
    Unit.MONTHS: _add_months,
}


def profiles() -> Mapping[str, tuple[Rule, ...]]:
    """Every profile with its rules."""
    return {name: profile.rules for name, profile in _book().profiles.items()}


def deadline(rule_id: str, start: dt.date, *, profile: str | None = None) -> Deadline:
    """When a rule's time is up, counted from `start` (the day of the rule's event).

    Args:
        rule_id: the rule (`chronology`).
        start: the day that the time runs from; not itself counted.
        profile: whose rule, where procedures disagree; the data file's choice when None.

    Raises:
        UsageError: there is no such rule or profile.
    """
    book = _book()
    name = profile or book.chosen.get(rule_id, "")
    found = book.profiles.get(name)
    rule = next((r for r in found.rules if r.id == rule_id), None) if found else None
    if found is None or rule is None:
        known = ", ".join(f"{n}: {', '.join(r.id for r in p.rules)}" for n, p in book.profiles.items())
        raise UsageError(f"There is no timescale '{rule_id}' in '{name or 'any profile'}'.", remedy=f"Known: {known}.")
    sign = -1 if rule.before else 1
    add = _ADD[rule.within.unit]
    due = add(start, sign * rule.within.count)
    kept = due if not rule.moves or is_working_day(due) else add_working_days(due, -1)
    return Deadline(
        id=rule.id,
        title=rule.title,
        due=kept,
        earliest=add(start, sign * rule.earliest) if rule.earliest else None,
        rule=rule.in_words,
        source=", ".join(part for part in (book.sources[found.source], rule.place) if part),
        moved=kept != due,
    )


def timetable(events: Mapping[Event, dt.date]) -> tuple[Deadline, ...]:
    """Every chosen rule whose event has happened, earliest first."""
    book: Any = _book()
    found = []
    for rule_id, name in book.chosen.items():
        rule = next(r for r in book.profiles[name].rules if r.id == rule_id)
        if rule.start in events:
            found.append(deadline(rule_id, events[rule.start], profile=name))
    return tuple(sorted(found, key=lambda d: (d.due, d.id)))
