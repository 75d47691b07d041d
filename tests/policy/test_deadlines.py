"""Timescales against days counted by hand on a calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from reviewdocs.errors import UsageError
from reviewdocs.policy.deadlines import Event, add_working_days, deadline, is_working_day, profiles, timetable

D = dt.date


@pytest.mark.parametrize(
    "day, working",
    [
        (D(2023, 12, 22), True),
        (D(2023, 12, 25), False),
        (D(2023, 12, 26), False),
        (D(2024, 1, 1), False),
        (D(2024, 1, 2), True),  # a bank holiday in Scotland only
        (D(2024, 3, 29), False),  # Good Friday
        (D(2024, 4, 1), False),  # Easter Monday, no bank holiday in Scotland
        (D(2022, 1, 3), False),  # for 1 January on a Saturday
        (D(2023, 5, 8), False),  # the Coronation
        (D(2024, 3, 30), False),  # a Saturday
    ],
)
def test_working_days_are_those_of_england(day: dt.date, working: bool) -> None:
    assert is_working_day(day) is working


def test_working_days_over_christmas() -> None:
    # Wed 20 Dec 2023: 21, 22, (25, 26 off), 27, 28, 29
    assert add_working_days(D(2023, 12, 20), 5) == D(2023, 12, 29)


def test_working_days_over_easter_backwards() -> None:
    # Wed 3 Apr 2024 back: 2 Apr, (1 Apr, weekend, 29 Mar off), 28 Mar, 27 Mar
    assert add_working_days(D(2024, 4, 3), -3) == D(2024, 3, 27)


def test_national_bodies_are_told_within_five_working_days() -> None:
    told = deadline("notify-national", D(2024, 3, 27))
    # 28 Mar, (Easter), 2, 3, 4, 5 Apr
    assert told.due == D(2024, 4, 5)
    assert "West of Berkshire" in told.source
    assert told.rule == "within 5 working days of the decision"


def test_a_day_off_moves_to_the_working_day_before() -> None:
    # Six weeks after Fri 16 Feb 2024 is Good Friday
    chronology = deadline("chronology", D(2024, 2, 16))
    assert chronology.due == D(2024, 3, 28)
    assert chronology.moved
    assert chronology.earliest == D(2024, 3, 15)
    assert chronology.rule == "within 4 to 6 weeks of the letter"


def test_months_end_where_the_month_ends_and_completion_does_not_move() -> None:
    assert deadline("commissioning", D(2024, 1, 31)).due == D(2024, 2, 29)
    # 8 June 2024 is a Saturday; six months are six months
    complete = deadline("completion", D(2023, 12, 8))
    assert (complete.due, complete.moved) == (D(2024, 6, 8), False)


def test_before_a_panel_counts_backwards() -> None:
    # Ten days before Wed 10 Jan 2024 is Sunday 31 Dec: the Friday before
    assert deadline("chronology-before-panel", D(2024, 1, 10)).due == D(2023, 12, 29)


def test_profiles_disagree_and_can_be_chosen() -> None:
    referral = D(2024, 1, 31)
    assert deadline("decision", referral).due == D(2024, 2, 28)
    assert deadline("decision", referral, profile="west-of-berkshire").due == D(2024, 2, 29)
    assert {"task-list", "stockport", "west-of-berkshire", "panel-terms"} <= set(profiles())


def test_an_unknown_timescale_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="agency-report"):
        deadline("agency-reprot", D(2024, 1, 1))


def test_timetable_holds_only_what_has_a_beginning() -> None:
    table = timetable({Event.REFERRAL: D(2023, 11, 7), Event.DECISION: D(2023, 12, 8)})
    assert [d.due for d in table] == sorted(d.due for d in table)
    ids = {d.id for d in table}
    assert {"decision", "notify-national", "completion"} <= ids
    assert "second-panel" not in ids
