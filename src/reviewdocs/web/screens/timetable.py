"""The timetable: what is late, due and done; what was done is told here, and what the time runs from."""

from __future__ import annotations

import asyncio
import datetime as dt

from starlette.requests import Request
from starlette.responses import Response

from reviewdocs.errors import ReviewdocsError, UsageError
from reviewdocs.policy.deadlines import Event, profiles, profiles_for
from reviewdocs.policy.timetable import Done, State, TimetableData
from reviewdocs.policy.working_days import Nation
from reviewdocs.store.case import Case
from reviewdocs.web.forms import Form
from reviewdocs.web.screen import Screen, Step, case_of, desk_of, form, go, say, show
from reviewdocs.web.screens.download import sent_as
from reviewdocs.workflows import timetable as job

_ASKED = (Event.AWARENESS, Event.NOTIFICATION, Event.INITIATION, Event.LETTER, Event.ACTION_PLAN)
"""Events whose days the review's data does not tell."""
_ORDER = (State.LATE, State.DUE, State.UNRECORDED, State.WAITING, State.DONE_LATE, State.DONE)


async def overview(request: Request) -> Response:
    """Each line by where it stands, and what the case says of its timetable."""
    case, today = case_of(request), dt.date.today()
    try:
        review, items = await asyncio.to_thread(job.timetable, case, today=today)
        data = await asyncio.to_thread(job.data_of, case)
    except ReviewdocsError as error:
        return show(request, "timetable", title="Timetable", case=case, trouble=str(error))
    groups = [(state, [item for item in items if item.state is state]) for state in _ORDER]
    undone = [item for item in items if item.done is None and item.due]
    return show(request, "timetable", title="Timetable", case=case, trouble="", groups=groups, told=job.told,
                open=undone, events=[(event, data.events.get(event)) for event in _ASKED], nations=list(Nation),
                nation=data.nation, profiles=list(profiles()), today=today.isoformat(),
                chosen=data.profiles or profiles_for(review.review_type))  # fmt: skip


async def done(request: Request) -> Response:
    """Record that something was done."""
    case, sent = case_of(request), await form(request)
    rule, _, of = sent.text("item").partition("@")
    new = Done(rule=rule, of=of, on=_day(sent.text("on")), by=sent.text("by")) if rule else None
    if new is None:
        raise UsageError("Nothing was chosen.", remedy="Choose what was done.")

    def change(data: TimetableData) -> TimetableData:
        others = tuple(one for one in data.done if (one.rule, one.of) != (rule, of))
        return data.model_copy(update={"done": (*others, new)})

    return await _recorded(request, change, case)


async def choose(request: Request) -> Response:
    """Record whose timescales and holidays count, and days that the data does not tell."""
    case, sent = case_of(request), await form(request)
    told = TimetableData.model_validate(_told(sent))

    def change(data: TimetableData) -> TimetableData:
        others = {event: day for event, day in data.events.items() if event not in _ASKED}
        return data.model_copy(
            update={"nation": told.nation, "profiles": told.profiles, "events": {**others, **told.events}}
        )

    return await _recorded(request, change, case)


async def calendar(request: Request) -> Response:
    """What is to be done, for a calendar."""
    case, today = case_of(request), dt.date.today()
    review, items = await asyncio.to_thread(job.timetable, case, today=today)
    return sent_as("timetable.ics", job.as_calendar(review, items, today))


async def workbook(request: Request) -> Response:
    """All of it, for Excel."""
    case = case_of(request)
    _, items = await asyncio.to_thread(job.timetable, case, today=dt.date.today())
    return sent_as("timetable.xlsx", job.as_workbook(items))


async def _recorded(request: Request, change: job.Change, case: Case) -> Response:
    await asyncio.to_thread(job.record, case, change)
    say(request, "Recorded.")
    return go(f"/case/{desk_of(request).handle(case)}/timetable")


def _told(sent: Form) -> dict[str, object]:
    """What the form says, checked against what there is.

    Raises:
        UsageError: something that the page did not offer.
    """
    nation, chosen = sent.text("nation"), list(sent.all("profile"))
    if nation not in list(Nation) or set(chosen) - set(profiles()):
        raise UsageError("This is none of what there is to choose.", remedy="Choose from the page.")
    days = {event: sent.text(event.replace(" ", "-")) for event in _ASKED}
    events = {event: _day(day) for event, day in days.items() if day}
    return {"nation": nation, "profiles": chosen, "events": events}


def _day(told: str) -> dt.date:
    """A day of a form.

    Raises:
        UsageError: it is none.
    """
    try:
        return dt.date.fromisoformat(told)
    except ValueError as error:
        raise UsageError("A day is expected.", remedy="Write it as 2024-05-31.") from error


SCREEN = Screen("timetable", "Timetable", [
    Step("/case/{case}/timetable", "GET", overview),
    Step("/case/{case}/timetable/done", "POST", done),
    Step("/case/{case}/timetable/choose", "POST", choose),
    Step("/case/{case}/timetable/ics", "GET", calendar),
    Step("/case/{case}/timetable/xlsx", "GET", workbook),
])  # fmt: skip
