"""Review + recipient + day → what a letter is filled from (context.py)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from reviewdocs.errors import UsageError
from reviewdocs.generate.catalogue import Entry, Stage
from reviewdocs.generate.context import (
    AgencyLetterContext,
    AuthorityLetterContext,
    BodyLetterContext,
    FamilyLetterContext,
    LetterContext,
    LetterInfo,
    ReviewerLetterContext,
)
from reviewdocs.generate.recipients import FamilyMember, Recipient, overdue
from reviewdocs.generate.views import events_of, shared, subject_of
from reviewdocs.model.review import Agency, Authority, ExternalBody, LessonScope, Meeting, PermittedRole, Review
from reviewdocs.model.words import ReviewType
from reviewdocs.policy.deadlines import add_working_days, deadline, is_working_day, profiles

_AGENCY_EVENTS = frozenset({"author briefing", "practitioner event", "recall event"})
_CHILDREN = frozenset({ReviewType.LCSPR})
_SOON = dt.timedelta(weeks=6)
"""A meeting later than this is not yet for a letter to the family."""


def require(review: Review, entry: Entry, on: dt.date) -> None:
    """See that the review has what a letter of this day is about.

    Raises:
        UsageError: it has not; the letter would say nothing, or something untrue.
    """
    if entry.stage is Stage.REVIEW and not review.decision.hold:
        raise UsageError(
            f"The decision was not to hold a review, so there is no letter '{entry.id}'.",
            remedy="Nothing was made. If a review is held after all, set decision.hold in the review's data.",
        )
    if missing := [path for path in entry.needs if not _is_there(review, path)]:
        raise UsageError(
            f"The letter '{entry.id}' needs {', '.join(missing)}, which the review's data does not hold.",
            remedy="Nothing was made: enter it, then run again.",
        )
    if entry.event and _event(review, entry, on) is None:
        raise UsageError(
            f"The review's data holds no meeting of the kind '{entry.event}' on or after the day of the letter.",
            remedy="Nothing was made: enter it under meetings, then run again.",
        )


def letter_context(review: Review, entry: Entry, recipient: Recipient, on: dt.date) -> LetterContext:
    """What a letter of this day to this recipient is filled from.

    Raises:
        UsageError: it is a reminder, and nothing is overdue.
    """
    record = recipient.record
    if isinstance(record, Agency):
        return _to_agency(review, entry, recipient, record, on)
    values = _values(review, entry, recipient, on)
    if isinstance(record, FamilyMember):
        person, contact = record.person, record.contact
        coming = _next(review, on, "family meeting")
        meeting = coming if coming and coming.date - on <= _SOON else None
        is_subject = person.id == review.subject
        return FamilyLetterContext(**values, person=person, contact=contact, is_subject=is_subject, meeting=meeting)
    if isinstance(record, PermittedRole):
        panels = tuple(m for m in values["meetings"] if m.kind.casefold() == "panel" and m.date >= on)
        return ReviewerLetterContext(**values, reviewer=record, panels=panels)
    if isinstance(record, Authority):
        return AuthorityLetterContext(**values, authority=record)
    return _to_body(review, entry, values, record, on)


def _values(review: Review, entry: Entry, recipient: Recipient, on: dt.date) -> dict[str, Any]:
    """The attributes that all letters have."""
    completion = deadline("completion", review.decision.date)
    return shared(review, entry.title, on) | {
        "letter": LetterInfo(on, entry.title),
        "addressee": recipient.addressee,
        "died": subject_of(review).died is not None,
        "completion_deadline": completion,
        "completion": review.extension.new_date if review.extension else completion.due,
    }


def _to_agency(review: Review, entry: Entry, recipient: Recipient, agency: Agency, on: dt.date) -> AgencyLetterContext:
    late = overdue(agency, on)
    if entry.id == "reminder" and not late:
        raise UsageError(
            "Nothing is overdue from this agency, so it gets no reminder.",
            remedy="See its dates due and received in the review's data.",
        )
    values = _values(review, entry, recipient, on)
    coroner = values["died"] or any("crim" in p.kind.casefold() for p in review.parallel_processes)
    chronology, report, timescale = _returns(review, agency, on)
    rapid = deadline("rapid-review", review.referral.date, profile="rapid-review")
    return AgencyLetterContext(
        **values,
        agency=agency,
        recipient=agency.senior_manager,
        copies=agency.copies_to,
        copied=_copied(review, agency, coroner=coroner),
        chronology_due=chronology,
        report_due=report,
        timescale=timescale,
        information_due=deadline("information", on, profile="rapid-review").due,
        rapid_review_due=rapid.due if review.review_type in _CHILDREN and rapid.due >= on else None,
        event=_event(review, entry, on),
        events=tuple(m for m in values["meetings"] if m.kind.casefold() in _AGENCY_EVENTS and m.date >= on),
        overdue=late,
        own_lessons=tuple(
            one for one in review.lessons if one.scope is LessonScope.SINGLE and one.agency in ("", agency.id)
        ),
        own_actions=tuple(row for row in values["actions"] if agency.name.casefold() in row.action.owner.casefold()),
        tell_coroner=coroner,
    )


def _copied(review: Review, agency: Agency, *, coroner: bool) -> tuple[str, ...]:
    """Who gets a copy: in the agency, for the board, and the coroner (WB 2)."""
    return (
        *(f"{one.name}, {one.job_title} of your agency" for one in agency.copies_to),
        *(f"{one.name}, {one.job_title}" for one in review.board.copies_to),
        *((f"HM Coroner for {review.area}",) if coroner else ()),
    )


def _returns(review: Review, agency: Agency, on: dt.date) -> tuple[dt.date, dt.date, str]:
    """When chronology and report are due from an agency, and by which rules; dates of the data win.

    The chronology comes first, with a day of its own (WB 2), and 10 days before the next panel (TL). Where the usual
    time would not bring it before the report, the shorter end of its range does.
    """
    rule, report = deadline("chronology", on), deadline("agency-report", on)
    report_due = agency.report_due or report.due
    panels = [deadline("chronology-before-panel", m.date) for m in review.meetings if m.kind.casefold() == "panel"]
    before = min((panel for panel in panels if panel.due > on), key=lambda panel: panel.due, default=None)
    due = min(rule.due, before.due) if before else rule.due
    if due >= report_due and rule.earliest:
        early = rule.earliest
        due = early if is_working_day(early) else add_working_days(early, -1)
    if agency.chronology_due or agency.report_due:
        return agency.chronology_due or due, report_due, ""
    first = before.rule if before and due == before.due else rule.rule
    return due, report_due, f"the chronology {first}, the report {report.rule}"


def _to_body(
    review: Review, entry: Entry, values: dict[str, Any], body: ExternalBody, on: dt.date
) -> BodyLetterContext:
    told = None
    if entry.due:
        profile, _, identifier = entry.due.partition("/")
        rule = next(rule for rule in profiles()[profile] if rule.id == identifier)
        told = deadline(identifier, events_of(review)[rule.start], profile=profile)
    return BodyLetterContext(**values, body=body, notify_deadline=told, notified_in_time=told is None or on <= told.due)


def _event(review: Review, entry: Entry, on: dt.date) -> Meeting | None:
    """The meeting that an invitation is to."""
    return _next(review, on, entry.event) if entry.event else None


def _next(review: Review, on: dt.date, kind: str) -> Meeting | None:
    """The first meeting of a kind on or after a day."""
    coming = [m for m in review.meetings if m.kind.casefold() == kind.casefold() and m.date >= on]
    return min(coming, key=lambda meeting: meeting.date, default=None)


def _is_there(review: Review, path: str) -> bool:
    value: Any = review
    for step in path.split("."):
        value = getattr(value, step, None)
    return value not in (None, "", ())
