"""Days as agencies write them: British, and never guessed."""

from __future__ import annotations

import datetime as dt

import pytest

from reviewdocs.chronology.clock import read_time
from reviewdocs.chronology.dates import of_number, read_moment
from reviewdocs.chronology.faults import FaultKind

D, T = dt.date, dt.time


@pytest.mark.parametrize(
    "written, day",
    [
        ("05/01/2023", D(2023, 1, 5)),
        ("5.1.23", D(2023, 1, 5)),
        ("05 / 01 / 2023", D(2023, 1, 5)),
        ("2023-01-05", D(2023, 1, 5)),
        ("5th January 2023", D(2023, 1, 5)),
        ("Thursday, 5 January 2023", D(2023, 1, 5)),
        ("05/01/2023 (Thurs)", D(2023, 1, 5)),
        ("January 5, 2023", D(2023, 1, 5)),
        ("1st of March 2022", D(2022, 3, 1)),
        ("3 Febuary 2022", D(2022, 2, 3)),
        ("28-Feb-2023", D(2023, 2, 28)),
        ("05012023", D(2023, 1, 5)),
        ("20230105", D(2023, 1, 5)),
        ("44927", D(2023, 1, 1)),
        ("1/1/99", D(1999, 1, 1)),
        ("12–03–2021", D(2021, 3, 12)),
    ],
)
def test_a_day_is_read_as_a_british_reader_does(written: str, day: dt.date) -> None:
    moment = read_moment(written)
    assert (moment.day, moment.end, moment.uncertain, moment.faults) == (day, None, False, ())


@pytest.mark.parametrize("written", ["?12/03/2021", "12/03/2021?", "c. 12/3/21", "approx 12 March 2021", "(?) 12.3.21"])
def test_doubt_makes_it_uncertain(written: str) -> None:
    moment = read_moment(written)
    assert (moment.day, moment.uncertain) == (D(2021, 3, 12), True)


@pytest.mark.parametrize(
    "written, first, last",
    [
        ("January 2023", D(2023, 1, 1), D(2023, 1, 31)),
        ("Jan-23", D(2023, 1, 1), D(2023, 1, 31)),
        ("??/02/2024", D(2024, 2, 1), D(2024, 2, 29)),
        ("00/03/2021", D(2021, 3, 1), D(2021, 3, 31)),
        ("12/??/2021", D(2021, 1, 1), D(2021, 12, 31)),
        ("Spring 2022", D(2022, 3, 1), D(2022, 5, 31)),
        ("2019", D(2019, 1, 1), D(2019, 12, 31)),
        ("w/c 03/05/2021", D(2021, 5, 3), D(2021, 5, 9)),
        ("Oct/Nov 2021", D(2021, 10, 1), D(2021, 11, 30)),
    ],
)
def test_what_has_no_day_is_placed_at_its_first_uncertain_and_told(written: str, first: dt.date, last: dt.date) -> None:
    moment = read_moment(written)
    assert (moment.day, moment.end, moment.uncertain) == (first, last, True)
    assert [fault.kind for fault in moment.faults] == [FaultKind.PARTIAL]


@pytest.mark.parametrize(
    "written, first, last",
    [
        ("5-7 January 2023", D(2023, 1, 5), D(2023, 1, 7)),
        ("5th & 6th Jan 2023", D(2023, 1, 5), D(2023, 1, 6)),
        ("12-13/01/2023", D(2023, 1, 12), D(2023, 1, 13)),
        ("12/03/21 to 15/03/21", D(2021, 3, 12), D(2021, 3, 15)),
        ("between 5 Jan 2023 and 7 Jan 2023", D(2023, 1, 5), D(2023, 1, 7)),
        ("12/03 - 15/03/2021", D(2021, 3, 12), D(2021, 3, 15)),
    ],
)
def test_several_days(written: str, first: dt.date, last: dt.date) -> None:
    moment = read_moment(written)
    assert (moment.day, moment.end, moment.faults) == (first, last, ())


@pytest.mark.parametrize(
    "written, kind",
    [
        ("", FaultKind.NO_DATE),
        ("-", FaultKind.NO_DATE),
        ("31/02/2023", FaultKind.IMPOSSIBLE),
        ("29 February 2023", FaultKind.IMPOSSIBLE),
        ("45/13/2023", FaultKind.IMPOSSIBLE),
        ("5th Jan", FaultKind.NO_YEAR),
        ("to be confirmed", FaultKind.NOT_A_DATE),
        ("winter 2021", FaultKind.NOT_A_DATE),
    ],
)
def test_what_is_no_day_is_told_and_not_guessed(written: str, kind: FaultKind) -> None:
    moment = read_moment(written)
    assert (moment.day, [fault.kind for fault in moment.faults]) == (None, [kind])


def test_a_month_before_the_day_is_told() -> None:
    moment = read_moment("05/13/2023")
    assert (moment.day, moment.uncertain) == (D(2023, 5, 13), True)
    assert [fault.kind for fault in moment.faults] == [FaultKind.MONTH_FIRST]
    assert "13 May 2023" in str(moment.faults[0])


def test_another_day_of_the_week_is_told() -> None:
    moment = read_moment("Tues 5th Jan 2023")
    assert [fault.kind for fault in moment.faults] == [FaultKind.WEEKDAY]
    assert "was a Thursday" in str(moment.faults[0])


def test_a_time_may_stand_in_the_date() -> None:
    assert read_moment("05/01/2023 @ 2.30pm").time == T(14, 30)
    assert read_moment("13-05-2021 10:00-11:00").end_time == T(11)
    assert read_moment("05/01/2023 late evening").faults[0].kind is FaultKind.DATE_WORDS
    assert (of_number(44927.604166).day, of_number(44927.604166).time) == (D(2023, 1, 1), T(14, 30))


@pytest.mark.parametrize(
    "written, time",
    [("14:30", T(14, 30)), ("1430", T(14, 30)), ("1430hrs", T(14, 30)), ("2.30 p.m.", T(14, 30)), ("9am", T(9)),
     ("12am", T(0)), ("noon", T(12)), ("14:30:00", T(14, 30)), ("25:10", None), ("am", None), ("9", None), ("", None)],
)  # fmt: skip
def test_times(written: str, time: dt.time | None) -> None:
    assert read_time(written).start == time
