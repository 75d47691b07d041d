"""A date of birth of the map is found however it is written."""

from __future__ import annotations

import pytest

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names.births import Births
from reviewdocs.records.load import validated

MAP = validated(
    PseudonymMap,
    {
        "id": "X",
        "review_type": "LCSPR",
        "people": [{"id": "DAD", "role": "father", "pseudonym": "Father", "forename": "Anselm", "dob": "1996-12-17"}],
    },
)
BIRTHS = Births(MAP)


@pytest.mark.parametrize(
    "date",
    [
        *("17/12/1996", "17.12.96", "17-12-1996", "17–12–1996", "17 12 1996", "17,12,1996", "17//12//1996"),
        *("17/ 12/ 96", "12/17/1996", "1996-12-17", "96/12/17", "17121996", "171296", "19961217"),
        *("17 December 1996", "17th of Dec 1996", "Dec 17th, 1996", "17 Dec ’96", "17th day of December, 1996"),
        *("17.XII.1996", "17/xii/96", "17 décembre 1996", "17 grudnia 1996", "17\u00a0Dec.\u00a01996"),
    ],
)
def test_every_written_form_is_the_same_day(date: str) -> None:
    text = f"room 1 {date}, seen"
    assert [(text[b.start : b.end], b.ref) for b in BIRTHS.spans(text)] == [(date, "DAD")]


@pytest.mark.parametrize(
    "text", ["17 December", "December 1996", "Boxing Day 2018", "18/12/1996", "117121996", "17 of 1996", "x171296"]
)
def test_anything_else_is_none(text: str) -> None:
    assert list(BIRTHS.spans(text)) == []
