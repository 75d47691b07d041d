"""What is due, done, late or waiting, by whom, in the demo's case."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from reviewdocs import resources
from reviewdocs.errors import UsageError
from reviewdocs.model.review import Review
from reviewdocs.policy.timetable import Item, State, TimetableData, due_dates, timetable_of
from reviewdocs.records.review_data import load_review

D = dt.date
NOTIFIED, TODAY = D(2023, 11, 8), D(2024, 3, 1)


@pytest.fixture(scope="module")
def review() -> Review:
    return load_review(resources.folder("examples") / "lcspr-demo" / "review.yaml")


def items(review: Review, today: dt.date = TODAY, **told: Any) -> dict[str, Item]:
    data = TimetableData.model_validate(told)
    return {item.id: item for item in timetable_of(review, data, today)}


def test_what_the_data_tells_is_done_and_lateness_is_said(review: Review) -> None:
    found = items(review)
    assert (found["decision"].due, found["decision"].done) == (D(2023, 12, 8), D(2023, 12, 8))
    assert found["decision"].state is State.DONE
    assert (found["feedback"].due, found["feedback"].state) == (D(2024, 4, 10), State.DONE_LATE)
    assert found["second-panel"].state is State.DONE
    assert (found["chronology@COMMUNITY"].state, found["chronology@POLICE"].state) == (State.DONE_LATE, State.DONE)
    assert found["chronology@POLICE"].who == "Northvale Constabulary"


def test_each_panel_has_its_agenda_minutes_and_reply(review: Review) -> None:
    found = items(review)
    assert (found["agenda@2024-03-27"].due, found["agenda@2024-03-27"].state) == (D(2024, 3, 20), State.DUE)
    assert found["agenda@2024-01-31"].state is State.UNRECORDED
    assert (found["minutes@2024-01-31"].due, found["minutes@2024-01-31"].state) == (D(2024, 2, 9), State.LATE)
    assert found["chair-reply@2024-01-31"].due == D(2024, 2, 16)
    assert found["chronology-before-panel"].due == D(2024, 1, 19)


def test_what_is_recorded_as_done_is_and_what_follows_runs_from_it(review: Review) -> None:
    done = [{"rule": "minutes", "of": "2024-01-31", "on": "2024-02-05"}, {"rule": "commissioning", "on": "2024-01-05"}]
    found = items(review, done=done)
    assert found["minutes@2024-01-31"].state is State.DONE
    assert found["chair-reply@2024-01-31"].due == D(2024, 2, 12)
    assert found["commissioning"].state is State.DONE


def test_without_its_event_a_rule_waits_and_with_it_it_is_due(review: Review) -> None:
    assert items(review)["rapid-review"].state is State.WAITING
    found = items(review, events={"notification": NOTIFIED})
    # 9, 10, 13 to 17, 20 to 24, 27 to 29 November
    assert (found["rapid-review"].due, found["rapid-review"].state) == (D(2023, 11, 29), State.LATE)
    assert (found["rapid-review-panel"].done, found["rapid-review-panel"].state) == (D(2023, 11, 24), State.DONE)
    assert found["rapid-review-summaries@POLICE"].due == D(2023, 11, 22)


def test_the_board_chooses_profiles_nation_and_rules_of_its_own(review: Review) -> None:
    own = {"id": "agenda", "title": "Agenda out", "from": "panel", "within": "3 working days", "before": True,
           "who": "Clerk", "source": "Our procedures, 4.2"}  # fmt: skip
    found = items(review, profiles=["stockport", "panel-terms"], rules=[own], nation="Scotland")
    assert "second-panel" not in found
    assert found["completion"].source == "Stockport safeguarding children procedures, chapter 11"
    assert (found["agenda@2024-03-27"].due, found["agenda@2024-03-27"].who) == (D(2024, 3, 22), "Clerk")
    assert found["agenda@2024-03-27"].source == "Our procedures, 4.2"
    assert found["minutes@2024-03-27"].due == D(2024, 4, 8)  # in Scotland Easter Monday is worked


def test_what_repeats_is_asked_for_again_and_again(review: Review) -> None:
    found = items(review, today=D(2024, 11, 1), events={"action plan": D(2024, 6, 12)})
    due = [item.due for name, item in found.items() if name.startswith("action-plan-update")]
    assert due == [D(2024, 8, 12), D(2024, 10, 11), D(2024, 12, 12)]


def test_an_unknown_profile_names_those_there_are(review: Review) -> None:
    with pytest.raises(UsageError, match="rapid-review"):
        timetable_of(review, TimetableData(), D(2024, 1, 1), profiles=("stokport",))


def test_letters_and_reports_may_ask_for_days_by_id(review: Review) -> None:
    due = due_dates(review, TimetableData.model_validate({"events": {"letter": D(2023, 12, 12)}}))
    assert due["chronology@SCHOOL"] == D(2024, 1, 23)
    assert due["completion"] == D(2024, 6, 8)
    assert "rapid-review" not in due
