"""A review's timetable: what is due, done and late, by whom, by which rule; letters and reports may ask it too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from pydantic import Field

from reviewdocs.model.base import Record, Text
from reviewdocs.model.review import Agency, Name, Review
from reviewdocs.policy.deadlines import Deadline, Event, Rule, due_by, profiles_for, rules_of, source_of
from reviewdocs.policy.working_days import Nation

_PANELS = (Event.FIRST_PANEL, Event.SECOND_PANEL, Event.THIRD_PANEL)
_MOST_REPEATS = 60
"""Of what comes again every two months: ten years."""
_MEETINGS = {"rapid review": "rapid-review-panel"}
"""Meetings that are what a rule asks for, by their kind."""


class State(StrEnum):
    """Where something stands."""

    DONE = "done"
    DONE_LATE = "done late"
    LATE = "late"
    UNRECORDED = "not recorded"
    """It had to be before something that has happened since; nothing says that it was done."""
    DUE = "due"
    WAITING = "waiting"
    """What it runs from has not happened, or no day is known for it."""


class Done(Record):
    """Something that was done: the rule, and of what where there are several (the day of a panel, an agency's id)."""

    rule: Name
    on: dt.date
    of: Text = ""
    by: Text = ""


class OwnRule(Rule):
    """A rule of the board itself, with where it is written; it takes the place of a shipped one of its id."""

    source: Name
    who: Name


class TimetableData(Record):
    """What a case says of its timetable (CASE/timetable.yaml).

    Attributes:
        nation: whose bank holidays are kept.
        profiles: whose timescales, the first that has a rule winning; those of the review's type where none is named.
        rules: the board's own.
        events: days of events that the review's data does not tell.
        done: what was done.
    """

    nation: Nation = Nation.ENGLAND
    profiles: tuple[Name, ...] = ()
    rules: tuple[OwnRule, ...] = ()
    events: dict[Event, dt.date] = Field(default_factory=dict)
    done: tuple[Done, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a timetable.

    Attributes:
        id: the rule's; with "@" and of what where there are several (`minutes@2024-01-31`, `chronology@POLICE`).
        who: whose work it is.
        due: the last day; None while what it runs from has no day.
        earliest: the first day of a range.
        done: when it was done.
        state: where it stands.
        rule, source: the rule in words, and where it is written.
        since: what it runs from, with its day.
        soft, unconfirmed, moved: of the rule, and of the day.
    """

    id: str
    title: str
    who: str
    due: dt.date | None
    earliest: dt.date | None
    done: dt.date | None
    state: State
    rule: str
    source: str
    since: str
    soft: bool = False
    unconfirmed: bool = False
    moved: bool = False


def timetable_of(
    review: Review, data: TimetableData, today: dt.date, *, profiles: tuple[str, ...] = ()
) -> tuple[Item, ...]:
    """Every rule that the case goes by, in order of the days, those without a day last.

    Args:
        review: the structured data.
        data: what the case says of its timetable.
        today: what is late is late on this day.
        profiles: go by these instead of the case's.

    Raises:
        UsageError: there is no such profile.
    """
    names = profiles or data.profiles or profiles_for(review.review_type)
    own = {rule.id for rule in data.rules}
    rules = [("", rule) for rule in data.rules] + [pair for pair in rules_of(names) if pair[1].id not in own]
    known = _Known(review, data, today)
    items = [item for profile, rule in rules for item in _items(profile, rule, known, today)]
    return tuple(sorted(items, key=lambda item: (item.due is None, item.due or today, item.id)))


def due_dates(review: Review, data: TimetableData) -> Mapping[str, dt.date]:
    """The last day of everything that has one, by its id (see `Item`)."""
    return {item.id: item.due for item in timetable_of(review, data, dt.date.min) if item.due is not None}


@dataclass(frozen=True, slots=True)
class _Of:
    """One thing that a rule is about: its mark in the id, the day it runs from and what that was, and whose it is."""

    mark: str
    start: dt.date | None
    since: str
    who: str = ""
    due: dt.date | None = None
    done: dt.date | None = None


class _Known:
    """What the data says of events and of what was done."""

    def __init__(self, review: Review, data: TimetableData, today: dt.date) -> None:
        self.review, self.data, self.today = review, data, today
        panels = sorted(meeting.date for meeting in review.meetings if meeting.kind.casefold() == "panel")
        self.days: dict[Event, list[dt.date]] = {
            Event.INCIDENT: [review.incident.date],
            Event.REFERRAL: [review.referral.date],
            Event.DECISION: [review.decision.date],
            Event.PANEL: panels,
        }
        self.days |= {event: [day] for event, day in zip(_PANELS, panels, strict=False)}
        considered = sorted(m.date for m in review.meetings if m.kind.casefold() in ("rapid review", "consideration"))
        self.days[Event.CONSIDERATION] = considered[:1]
        self.published = review.publication.publish_on if review.publication else None
        if self.published:
            self.days[Event.PUBLICATION] = [self.published]
        self.days |= {event: [day] for event, day in data.events.items()}
        self.days[Event.MINUTES] = []  # each panel's, once `minutes` are worked out
        self._done = {(one.rule, one.of): one.on for one in data.done}

    def done(self, rule: str, mark: str) -> dt.date | None:
        """When something was done: as the timetable says, else as the review's data tells."""
        return self._done.get((rule, mark)) or self._told(rule)

    def _told(self, rule: str) -> dt.date | None:
        review = self.review
        meetings = [m.date for m in review.meetings if _MEETINGS.get(m.kind.casefold()) == rule]
        received = [agency.chronology_received for agency in review.agencies]
        shared = [contact.report_shared for contact in review.family_contacts]
        told: dict[str, dt.date | None] = {
            "decision": review.decision.date,
            "notification": self.data.events.get(Event.NOTIFICATION),
            "rapid-review-panel": min(meetings, default=None),
            "second-panel": next(iter(self.days.get(Event.SECOND_PANEL, ())), None),
            "third-panel": next(iter(self.days.get(Event.THIRD_PANEL, ())), None),
            "chronology-before-panel": max(filter(None, received), default=None) if all(received) else None,
            "feedback": max(filter(None, shared), default=None),
            "completion": self.published if self.published and self.published <= self.today else None,
        }
        return told.get(rule)


def _items(profile: str, rule: Rule, known: _Known, today: dt.date) -> Iterator[Item]:
    if rule.repeats:
        yield from _repeated(profile, rule, known, today)
        return
    for of in _subjects(rule, known):
        done = of.done or known.done(rule.id, of.mark)
        if of.start is None and of.due is None:
            yield _item(rule, of, None, done, known, today, profile)
            continue
        deadline = due_by(rule, profile, of.start, known.data.nation) if of.start else None
        if rule.id == "minutes" and deadline:
            known.days[Event.MINUTES].append(done or deadline.due)
        yield _item(rule, of, deadline, done, known, today, profile)


def _subjects(rule: Rule, known: _Known) -> Iterator[_Of]:
    """What a rule is about: one thing, each agency, or each of several days."""
    days = known.days.get(rule.start, [])
    if rule.each == "agency":
        told = [(agency, *_agency_days(rule.id, agency)) for agency in known.review.agencies]
        for agency, due, done in told:
            if days or due or done:
                yield _Of(agency.id, days[0] if days else None, _since(rule, days[:1]), agency.name, due, done)
        waiting = [agency.id for agency, due, done in told if not (days or due or done)]
        if waiting:
            yield _Of("", None, _since(rule, []), f"{rule.who} ({', '.join(waiting)})")
    elif rule.start in (Event.PANEL, Event.MINUTES) and days:
        panels = known.days[Event.PANEL]
        for day, panel in zip(days, panels, strict=False):
            yield _Of(panel.isoformat(), day, _since(rule, [day]))
    else:
        yield _Of("", days[0] if days else None, _since(rule, days[:1]))


def _agency_days(rule: str, agency: Agency) -> tuple[dt.date | None, dt.date | None]:
    """When an agency's return is due and came, where the review's data says so."""
    return {
        "chronology": (agency.chronology_due, agency.chronology_received),
        "agency-report": (agency.report_due, agency.report_received),
    }.get(rule, (None, None))


def _since(rule: Rule, days: list[dt.date]) -> str:
    return f"{rule.start} {days[0]:%d/%m/%Y}" if days else f"{rule.start}: no day yet"


def _repeated(profile: str, rule: Rule, known: _Known, today: dt.date) -> Iterator[Item]:
    """What comes again: each time up to today, and the next."""
    days = known.days.get(rule.start, [])
    if not days:
        yield _item(rule, _Of("", None, _since(rule, [])), None, None, known, today, profile)
        return
    for number in count(1):
        times = rule.model_copy(update={"within": rule.within.model_copy(update={"count": rule.within.count * number})})
        deadline = due_by(times, profile, days[0], known.data.nation)
        of = _Of(deadline.due.isoformat(), days[0], _since(rule, days))
        item = _item(rule, of, deadline, known.done(rule.id, of.mark), known, today, profile)
        yield item
        if deadline.due >= today or number == _MOST_REPEATS:
            return


def _item(
    rule: Rule, of: _Of, deadline: Deadline | None, done: dt.date | None, known: _Known, today: dt.date, profile: str
) -> Item:
    due = of.due or (deadline.due if deadline else None)
    return Item(
        id=f"{rule.id}@{of.mark}" if of.mark else rule.id,
        title=rule.title,
        who=of.who or rule.who,
        due=due,
        earliest=deadline.earliest if deadline and not of.due else None,
        done=done,
        state=_state(rule, due, done, of.start, today),
        rule="as the review's data says" if of.due else rule.in_words,
        source=source_of(rule, profile),
        since=of.since,
        soft=rule.soft,
        unconfirmed=rule.unconfirmed,
        moved=bool(deadline and deadline.moved and not of.due),
    )


def _state(rule: Rule, due: dt.date | None, done: dt.date | None, start: dt.date | None, today: dt.date) -> State:
    if done is not None:
        return State.DONE_LATE if due is not None and done > due else State.DONE
    if due is None:
        return State.WAITING
    if due >= today:
        return State.DUE
    return State.UNRECORDED if rule.before and start is not None and start <= today else State.LATE
