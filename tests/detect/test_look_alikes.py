"""Numbers, codes and phrases that look like identifiers and are none: nearly all must be left alone."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from stdnum.gb import nhs

from reviewdocs.detect import Detector
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Paragraph

_COUNT = 200
"""Sentences of each kind."""
_AMONG = (
    "The review considered this at length. {} Nothing further was recorded.",
    "{}",
    "It was noted as follows: {} The panel agreed.",
)


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector()


def _digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


def _no_nhs_number(rng: random.Random) -> str:
    while nhs.is_valid(number := _digits(rng, 10)) or number[0] == "0":
        pass
    return rng.choice(
        [f"The invoice {number} was paid.", f"There were {number[:3]} {number[3:6]} {number[6:]} in all."]
    )


def _product(rng: random.Random) -> str:
    letters = "".join(rng.choice("ABCDEFGHJKLM") for _ in range(2))
    kind = rng.choice(["product code", "model number", "part number", "serial no.", "catalogue number"])
    return f"The {kind} {letters}-{_digits(rng, 5)}."


def _section(rng: random.Random) -> str:
    number = f"{rng.randint(1, 12)}.{rng.randint(1, 30)}"
    return rng.choice(
        [f"See paragraph {number} above.", f"{number} The panel considered this.", f"Figure {number} shows it."]
    )


def _page(rng: random.Random) -> str:
    page = rng.randint(1, 400)
    return rng.choice(
        [f"See page {page} of {page + 40}.", f"(p. {page})", f"pp. {page}-{page + 3}", f"Appendix {page % 9}"]
    )


def _price(rng: random.Random) -> str:
    return (
        f"It cost £{rng.randint(1, 90)}.{rng.randint(10, 59)} a week, or £{rng.randint(1, 9)},{_digits(rng, 3)} a year."
    )


def _year(rng: random.Random) -> str:
    year = rng.randint(1990, 2025)
    return rng.choice(
        [
            f"In {year} it changed.",
            f"The {year}/{(year + 1) % 100:02} plan.",
            f"Since {year}, {rng.randint(3, 90)} per cent.",
        ]
    )


def _measure(rng: random.Random) -> str:
    return rng.choice(
        [
            f"BP {rng.randint(90, 150)}/{rng.randint(50, 95)}, temp 37.{rng.randint(0, 9)}.",
            f"Weight {rng.randint(3, 20)}.{rng.randint(10, 59)} kg, on the {rng.choice(['0.4th', '9th'])} centile.",
            f"Score {rng.randint(0, 27)}/27 and {rng.randint(1, 20)}.{rng.randint(10, 59)} per cent.",
            f"A ratio of 1:{rng.randint(10, 50)}.",
        ]
    )


def _version(rng: random.Random) -> str:
    number = f"{rng.randint(1, 9)}.{rng.randint(0, 20)}.{rng.randint(0, 9)}"
    return rng.choice([f"Version {number} of the form was used.", f"The system was upgraded to v{number}."])


def _statute(rng: random.Random) -> str:
    act = rng.choice(["Children Act 1989", "Care Act 2014", "Mental Health Act 1983", "Domestic Abuse Act 2021"])
    section = rng.choice([f"section {rng.randint(1, 60)}", f"s.{rng.randint(1, 60)}({rng.randint(1, 5)})"])
    return rng.choice([f"This was done under {section} of the {act}.", f"The {act}, {section}, applies."])


def _book(rng: random.Random) -> str:
    first, middle, last = _digits(rng, 3), _digits(rng, 5), _digits(rng, 1)
    isbn = f"ISBN 978-1-{first}-{middle}-{last}"
    doi = f"doi:10.{rng.randint(1000, 9999)}/j.chi.{rng.randint(2001, 2023)}.{_digits(rng, 6)}"
    return rng.choice([f"It is published as {isbn}.", f"The article is at {doi}."])


def _case_law(rng: random.Random) -> str:
    year, page = rng.randint(1995, 2023), rng.randint(1, 900)
    report = rng.choice(["AC", "FLR", "WLR", "All ER"])
    return rng.choice(
        [
            f"The law was stated in Re B (Children) [{year}] {rng.randint(1, 3)} {report} {page}.",
            f"See [{year}] {rng.randint(1, 3)} {report} {page} at {page + 4}.",
        ]
    )


def _extension(rng: random.Random) -> str:
    number = rng.randint(100, 9999)
    return rng.choice(
        [f"The office is at extension {number}.", f"Press {number % 9} to go on.", f"Room {number % 400}."]
    )


def _share(rng: random.Random) -> str:
    part, whole = rng.randint(1, 99), rng.randint(100, 99999)
    return rng.choice(
        [
            f"That is {part}.{rng.randint(0, 9)}% of {whole:,} referrals.",
            f"Of {whole} children, {part} were seen.",
            f"The sum of £{whole:,} was set aside.",
            f"He scored {part % 27} out of 27.",
        ]
    )


_KINDS = (
    _no_nhs_number, _product, _section, _page, _price, _year, _measure, _version, _statute, _book, _case_law,
    _extension, _share,
)  # fmt: skip


@pytest.mark.parametrize("make", _KINDS)
def test_look_alikes_are_left_alone(detector: Detector, make: Callable[[random.Random], str]) -> None:
    rng = random.Random(20240607)
    texts = [rng.choice(_AMONG).format(make(rng)) for _ in range(_COUNT)]
    alarms = detector.detect([Paragraph("text", number, text) for number, text in enumerate(texts)])
    assert len(alarms) <= _COUNT * 0.05, [(d.text, d.detectors) for d in alarms[:20]]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("12/9/22 Reviewed.\n5/52 old, thriving.", ["12/9/22"]),
        ("14/02/23 Pain worse.\n7/10 on the scale.", ["14/02/23"]),
        ("14/02/23 Reviewed.\n8/12 supply given.\n2/7 off school.", ["14/02/23"]),
        ("28/11/22 Seen.\n3/12 Not in.\n9/12 Seen.", ["28/11/22", "3/12", "9/12"]),
    ],
)
def test_fractions_at_the_start_of_an_entry_are_no_dates(detector: Detector, text: str, dates: list[str]) -> None:
    found = detector.detect([Paragraph("text", 0, text)])
    assert [d.text for d in found if d.category is Category.DATE] == dates
