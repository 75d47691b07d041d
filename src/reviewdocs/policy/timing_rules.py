"""Rules of the process about days, publication and the action plan; `RULES` is part of the list in `process_rules`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from reviewdocs.model.review import Rag, Review
from reviewdocs.policy.deadlines import deadline
from reviewdocs.policy.rule import Breach, Rule
from reviewdocs.policy.working_days import is_working_day

MANY = 10
"""Recommendations; more are "few" (ST 11.14) by nobody's count."""


def _publication_is_free(review: Review) -> Iterator[Breach]:
    day = review.publication.publish_on if review.publication else None
    if day is None:
        return
    if day < review.incident.date:
        yield ("publication", "publish_on"), "the publication is earlier than the incident"
    for process in review.parallel_processes:
        if process.bars_publication:
            yield ("publication", "publish_on"), f"publication waits for what bars it: {process.kind.lower()}"


def _chronologies_come_before_the_panel(review: Review) -> Iterator[Breach]:
    panels = sorted(meeting.date for meeting in review.meetings if meeting.kind.casefold() == "panel")
    if not panels:
        return
    last = deadline("chronology-before-panel", panels[0]).due
    for i, agency in enumerate(review.agencies):
        if agency.chronology_due and agency.chronology_due > last:
            yield (
                ("agencies", i, "chronology_due"),
                f"the panel of {panels[0]:%d/%m/%Y} needs the chronology 10 days before, by {last:%d/%m/%Y}",
            )


def _decided_in_time(review: Review) -> Iterator[Breach]:
    days = deadline("decision", review.referral.date, profile="task-list").due
    month = deadline("decision", review.referral.date, profile="west-of-berkshire").due
    if review.decision.date > days:
        more = f", and than a month from it ({month:%d/%m/%Y})" if review.decision.date > month else ""
        yield (
            ("decision", "date"),
            f"the decision is later than 28 days from the referral ({days:%d/%m/%Y}){more}; its letters should say why",
        )


def _due_on_working_days(review: Review) -> Iterator[Breach]:
    for i, agency in enumerate(review.agencies):
        for field in ("chronology_due", "report_due"):
            yield from _off(("agencies", i, field), getattr(agency, field))
    for i, action in enumerate(review.actions):
        yield from _off(("actions", i, "deadline"), action.deadline)


def _off(path: tuple[str | int, ...], day: dt.date | None) -> Iterator[Breach]:
    if day is not None and not is_working_day(day):
        yield path, "this day is at a weekend or a bank holiday in England, when nobody is there to meet it"


def _panel_chair_is_independent(review: Review) -> Iterator[Breach]:
    agencies = {agency.name.casefold() for agency in review.agencies}
    members = {member.name.casefold() for member in review.panel}
    for i, who in enumerate(review.permitted):
        if "chair" not in who.role.casefold() or "panel" not in who.role.casefold():
            continue
        if who.organisation.casefold() in agencies:
            yield (
                ("permitted", i, "organisation"),
                "the chair of the panel should not be employed by an agency involved",
            )
        if who.name.casefold() in members:
            yield ("permitted", i), "the chair of the panel should not sit on it for an agency"


def _complete_with_evidence(review: Review) -> Iterator[Breach]:
    for i, action in enumerate(review.actions):
        if action.rag is Rag.COMPLETE and not action.evidence:
            yield ("actions", i, "evidence"), "an action that is called complete needs evidence that it is"


def _on_track_before_its_date(review: Review) -> Iterator[Breach]:
    for i, action in enumerate(review.actions):
        if action.rag is Rag.GREEN and action.deadline < review.version_date:
            yield ("actions", i, "rag"), "an action past its deadline that is not complete is not on track"


def _recommendations_are_few(review: Review) -> Iterator[Breach]:
    if len(review.recommendations) > MANY:
        yield (
            ("recommendations",),
            f"recommendations should be few, so that they can be followed; {len(review.recommendations)} stand here",
        )


RULES: tuple[Rule, ...] = (
    Rule("publication-free", "ST 11.20, WB 3.5", _publication_is_free),
    Rule("chronology-before-panel", "TL row 6", _chronologies_come_before_the_panel),
    Rule("decided-in-time", "TL row 5, ST Appendix 3, WB 1.3", _decided_in_time),
    Rule("due-on-working-days", "the calendar", _due_on_working_days),
    Rule("panel-chair-independent", "ST Appendix 3", _panel_chair_is_independent),
    Rule("complete-with-evidence", "WB 4", _complete_with_evidence),
    Rule("on-track-before-its-date", "WB 4", _on_track_before_its_date),
    Rule("recommendations-few", "ST 11.14", _recommendations_are_few),
)
"""In the order in which a review passes through them."""
