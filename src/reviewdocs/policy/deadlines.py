"""Timescales: what is due when, by which rule of which procedure (data/deadlines.yaml)."""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import BeforeValidator, Field, model_validator

from reviewdocs.errors import UsageError
from reviewdocs.model.base import Record
from reviewdocs.model.words import ReviewType
from reviewdocs.policy.working_days import Nation
from reviewdocs.policy.working_days import add_working_days as add_working_days
from reviewdocs.policy.working_days import is_working_day as is_working_day


class Event(StrEnum):
    """What a time can run from."""

    INCIDENT = "incident"
    AWARENESS = "awareness"
    NOTIFICATION = "notification"
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

    @property
    def called(self) -> str:
        """What it is called in a sentence."""
        return "the day the authority became aware" if self is Event.AWARENESS else f"the {self}"


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


def read_span(value: object) -> object:
    """Read "6 weeks"; what is no text stays as it is."""
    if isinstance(value, str):
        count, _, unit = value.partition(" ")
        return {"count": int(count), "unit": unit}
    return value


class Rule(Record):
    """One rule of one procedure; see the head of the data file for each field."""

    id: str
    title: str
    start: Event = Field(alias="from")
    within: Annotated[Span, BeforeValidator(read_span)]
    earliest: int | None = None
    before: bool = False
    soft: bool = False
    moves: bool = True
    place: str = ""
    who: str = ""
    source: str = ""
    each: Literal["", "agency"] = ""
    repeats: bool = False
    unconfirmed: bool = False

    @property
    def in_words(self) -> str:
        """ "within 4 to 6 weeks of the letter"."""
        span = f"{self.earliest} to {self.within}" if self.earliest else str(self.within)
        if self.before:
            return f"at least {span} before {self.start.called}"
        how = "every" if self.repeats else "within"
        of = "from" if self.repeats else "of"
        return f"{'if possible ' if self.soft else ''}{how} {span} {of} {self.start.called}"


class _Profile(Record):
    source: str
    rules: tuple[Rule, ...]


class _Book(Record):
    """The whole data file."""

    nation: Nation
    sources: Mapping[str, str]
    profiles: Mapping[str, _Profile]
    chosen: Mapping[str, str]
    defaults: Mapping[ReviewType, tuple[str, ...]]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        for name, profile in self.profiles.items():
            if profile.source not in self.sources:
                raise ValueError(f"profile {name}: its source {profile.source} is not listed")
            for rule in profile.rules:
                if rule.source and rule.source not in self.sources:
                    raise ValueError(f"rule {rule.id}: its source {rule.source} is not listed")
        for names in self.defaults.values():
            if unknown := set(names) - set(self.profiles):
                raise ValueError(f"defaults: there is no profile {', '.join(unknown)}")
        for rule_id, name in self.chosen.items():
            if name not in self.profiles or rule_id not in {r.id for r in self.profiles[name].rules}:
                raise ValueError(f"chosen: profile {name} has no rule {rule_id}")
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


def _add_months(start: dt.date, count: int) -> dt.date:
    """The same day of a later month, or that month's last day where it is shorter."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return dt.date(year, month + 1, min(start.day, months.monthrange(year, month + 1)[1]))


_ADD: Mapping[Unit, Callable[[dt.date, int, Nation], dt.date]] = {
    Unit.DAYS: lambda start, n, nation: start + dt.timedelta(days=n),
    Unit.WORKING_DAYS: add_working_days,
    Unit.WEEKS: lambda start, n, nation: start + dt.timedelta(weeks=n),
    Unit.MONTHS: lambda start, n, nation: _add_months(start, n),
}


def counted_back(day: dt.date, span: Span, nation: Nation) -> dt.date:
    """The day that lies a length of time before another; itself not counted."""
    return _ADD[span.unit](day, -span.count, nation)


def profiles() -> Mapping[str, tuple[Rule, ...]]:
    """Every profile with its rules."""
    return {name: profile.rules for name, profile in _book().profiles.items()}


def profiles_for(review_type: ReviewType) -> tuple[str, ...]:
    """The profiles that a type of review goes by where its board has chosen no others; the first with a rule wins."""
    return _book().defaults[review_type]


def rules_of(names: Iterable[str]) -> tuple[tuple[str, Rule], ...]:
    """Each rule of several profiles with its profile; of rules of one id the first alone.

    Raises:
        UsageError: there is no such profile.
    """
    book, found = _book(), dict[str, tuple[str, Rule]]()
    for name in names:
        if name not in book.profiles:
            raise UsageError(f"There is no profile '{name}' of timescales.",
                             remedy=f"There are {', '.join(book.profiles)}.")  # fmt: skip
        for rule in book.profiles[name].rules:
            found.setdefault(rule.id, (name, rule))
    return tuple(found.values())


def source_of(rule: Rule, profile: str) -> str:
    """Where a rule is written, in words; a rule of no profile says so itself."""
    book = _book()
    source = book.sources[rule.source or book.profiles[profile].source] if profile else rule.source
    return ", ".join(part for part in (source, rule.place) if part)


def deadline(rule_id: str, start: dt.date, *, profile: str | None = None, nation: Nation | None = None) -> Deadline:
    """When a rule's time is up, counted from `start` (the day of the rule's event).

    Args:
        rule_id: the rule (`chronology`).
        start: the day that the time runs from; not itself counted.
        profile: whose rule, where procedures disagree; the data file's choice when None.
        nation: whose bank holidays are kept; the data file's choice when None.

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
    return due_by(rule, name, start, nation or book.nation)


def due_by(rule: Rule, profile: str, start: dt.date, nation: Nation) -> Deadline:
    """When the time of this rule is up, counted from `start`; `profile` is empty for a board's own rule."""
    sign = -1 if rule.before else 1
    add = _ADD[rule.within.unit]
    due = add(start, sign * rule.within.count, nation)
    kept = due if not rule.moves or is_working_day(due, nation) else add_working_days(due, -1, nation)
    return Deadline(
        id=rule.id,
        title=rule.title,
        due=kept,
        earliest=add(start, sign * rule.earliest, nation) if rule.earliest else None,
        rule=rule.in_words,
        source=source_of(rule, profile),
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
