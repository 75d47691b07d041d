"""Months, days of the week, seasons and numbers as people write them."""

from __future__ import annotations

import re

import pytest

from reviewdocs.language import calendar, numbers


@pytest.mark.parametrize("written", ["February", "Feb", "FEB", "feburary", "Febuary"])
def test_months_however_they_are_cut(written: str) -> None:
    assert calendar.month_number(written) == 2


@pytest.mark.parametrize("written", ["Fern", "M", "XIII"])
def test_what_is_no_month_has_no_number(written: str) -> None:
    assert calendar.month_number(written) is None
    assert calendar.roman_month(written) is None


def test_months_in_roman_figures_and_with_one_slip_of_the_keys() -> None:
    assert (calendar.roman_month("iv"), calendar.roman_month("XI")) == (4, 11)
    assert [calendar.misspelt_month(word) for word in ("Febuary", "Marhc", "Novembr", "Juny", "Marches")] == [
        *(2, 3, 11, None, None)
    ]


@pytest.mark.parametrize("written", ["Wed", "Weds", "Wednes", "Wednesday"])
def test_days_of_the_week_however_they_are_cut(written: str) -> None:
    assert calendar.weekday_number(written) == 2
    assert re.fullmatch(calendar.WEEKDAY, written, re.I)


def test_a_capital_for_each_alternative_and_none_within() -> None:
    assert calendar.with_capital("june?|sept?(?:ember)?") == "June?|Sept?(?:ember)?"


def test_each_season_is_the_one_of_the_month_that_stands_for_it() -> None:
    assert {name: calendar.season_of(month) for name, month in calendar.SEASONS.items()} == {
        name: name for name in calendar.SEASONS
    }


@pytest.mark.parametrize(
    ("written", "value"),
    [("7", 7), ("nineteen", 19), ("Twenty", 20), ("forty-two", 42), ("ninety nine", 99), ("forty-twelve", None)],
)
def test_numbers_in_words(written: str, value: int | None) -> None:
    assert numbers.number(written) == value


def test_numbers_are_words_up_to_a_size() -> None:
    assert [numbers.in_words(count, most=9) for count in (0, 1, 9, 10)] == ["no", "one", "nine", "10"]


def test_days_of_a_month_have_their_endings() -> None:
    assert [f"{day}{numbers.suffix_of(day)}" for day in (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31)] == [
        *("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "31st")
    ]
    assert (numbers.ORDINALS[0], numbers.ORDINALS[21], len(numbers.ORDINALS)) == ("first", "twenty-second", 31)
