"""Generated dates in every form: no day survives a coarse policy, and moved dates keep their distances."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable

from dating import changer, under
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdocs.model.text import Paragraph

_SUFFIX = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def ordinal(day: int) -> str:
    return f"{day}{_SUFFIX.get(day, 'th')}"


Form = Callable[[dt.date], str]
FORMS: tuple[Form, ...] = (
    lambda d: f"{d:%d/%m/%Y}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{d:%d-%m-%Y}",
    lambda d: f"{d:%d/%m}/{d:%y}",
    lambda d: f"{d.day}-{d:%b}-{d:%y}",
    lambda d: f"{d.day} {d:%B} {d.year}",
    lambda d: f"{d:%A} {d.day} {d:%B} {d.year}",
    lambda d: f"{d:%a}, {ordinal(d.day)} {d:%b} {d.year}",
    lambda d: f"the {ordinal(d.day)} of {d:%B} {d.year}",
    lambda d: f"{d:%B} {ordinal(d.day)}, {d.year}",
    lambda d: f"{d:%B} {d.day}, {d.year}",
    lambda d: f"{d.day} {d:%B} {d.year}".upper(),
    lambda d: f"w/c {d.day} {d:%B} {d.year}",
    lambda d: f"{d:%Y-%m-%d}",
    lambda d: f"{d:%Y-%m-%d}T08:15",
    lambda d: f"{d.day}\u00a0{d:%B}\u00a0{d.year}",
)
_MONTHS = [month.lower() for month in calendar.month_name[1:]]
forms = st.sampled_from(FORMS)
# Dotted numbers below ten at the end may be sections ("4.1.05"); years of two figures are read up to 2035.
days = st.dates(dt.date(2010, 1, 1), dt.date(2029, 12, 31))


def read(text: str) -> dt.date:
    """A reader's own way with a date: its numbers and its month's name, in the order of its kind."""
    plain = text.lower().split("t08")[0]
    numbers = [int(number) for number in re.findall(r"\d+", plain)]
    named = next(
        (
            n
            for n, name in enumerate(_MONTHS, 1)
            if re.search(rf"\b{name[:3]}", re.sub(r"\b(mon|sun)\w*|mart", "", plain))
        ),
        0,
    )
    if named:
        day, year = numbers
    elif numbers[0] > 31:
        year, named, day = numbers
    else:
        day, named, year = numbers
    return dt.date(year + 2000 if year < 100 else year, named, day)


@settings(max_examples=300, deadline=None)
@given(days, forms, st.sampled_from(["Seen on {}.", "{}: seen", "It was {} when he came", "by {}, he"]))
def test_no_day_survives(day: dt.date, form: Form, sentence: str) -> None:
    text = sentence.format(form(day))
    (once,) = under("month-year", text)
    assert re.findall(r"\d+", once) == [str(day.year)]
    assert f"{day:%B} {day.year}".casefold() in once.casefold()
    assert under("month-year", once) == [once]
    (yearly,) = under("year", text)
    assert re.findall(r"\d+", yearly) == [str(day.year)]
    assert not re.search("|".join(_MONTHS), yearly, re.I)
    assert under("year", yearly) == [yearly]
    (relative,) = under("relative", text)
    assert str(day.year) not in relative
    assert "day 1" in relative.casefold() or re.search(r"Day \d+", relative, re.I)
    assert under("relative", relative) == [relative]


@settings(max_examples=300, deadline=None)
@given(days, forms)
def test_moved_dates_keep_their_form_and_their_distance(day: dt.date, form: Form) -> None:
    text = form(day)
    (mention,) = changer("shift").mentions([Paragraph("text", 0, f"Seen on {text} there")], ())
    moved = f"Seen on {text} there"[: mention.start] + (mention.replacement or "")
    moved = moved.removeprefix("Seen on ")
    assert read(moved) - read(text) == dt.timedelta(weeks=-60)
    assert re.sub(r"[a-z]+", "", re.sub(r"\d+", "", moved), flags=re.I) == re.sub(
        r"[a-z]+", "", re.sub(r"\d+", "", text.replace("\u00a0", " ")), flags=re.I
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(days, forms), min_size=2, max_size=8))
def test_the_dates_of_a_document_stay_in_their_order(dated: list[tuple[dt.date, Form]]) -> None:
    moved = under("shift", *(f"Seen on {form(day)}." for day, form in dated))
    assert [read(text.removeprefix("Seen on ").rstrip(".")) for text in moved] == [
        day - dt.timedelta(weeks=60) for day, _ in dated
    ]
