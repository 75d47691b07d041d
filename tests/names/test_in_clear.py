"""One policy for a place of the map inside a name that stays in clear: whole or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names.in_clear import employers_naming_places, kept_whole, shorter_forms
from reviewdocs.records.load import validated


def map_of(*employers: str, also: tuple[str, ...] = (), **lists: Any) -> PseudonymMap:
    seats = [{"job_title": "Head", "employer": name, "name": f"Jo Vy{n}"} for n, name in enumerate(employers)]
    town = {"id": "TOWN", "name": "Market Anstey", "pseudonym": "Town 1", "also": list(also)}
    content = {"id": "X", "review_type": "LCSPR", "people": [], "places": [town], "panel": seats, **lists}
    return validated(PseudonymMap, content)


@pytest.mark.parametrize(
    ("employer", "forms", "never"),
    [
        (
            "Market Anstey Borough Council",
            {"market anstey borough council", "market anstey council", "market anstey borough", "market anstey bc",
             "borough council of market anstey"},
            {"market anstey", "borough council", "council"},
        ),
        (
            "Market Anstey Borough Council, Children's Services",
            {"market anstey borough council, children's services", "market anstey borough council",
             "market anstey children's services"},
            {"market anstey children's", "market anstey"},
        ),
        (
            "Royal Borough of Market Anstey",
            {"royal borough of market anstey", "market anstey council", "market anstey borough council"},
            {"market anstey"},
        ),
        ("Homes for Market Anstey", {"homes for market anstey"}, {"market anstey homes", "market anstey"}),
    ],
)  # fmt: skip
def test_what_stays_goes_by_shorter_forms_too_and_never_by_the_place_alone(
    employer: str, forms: set[str], never: set[str]
) -> None:
    found = kept_whole(map_of(employer))
    assert forms <= found
    assert not never & found


@pytest.mark.parametrize("employer", ["Ansteyford Council", "Anstey Market Homes", "the local authority", ""])
def test_a_name_without_the_place_is_not_of_it(employer: str) -> None:
    pmap = map_of(employer)
    assert employers_naming_places(pmap) == () and kept_whole(pmap) == frozenset()


def test_other_names_of_the_place_and_boards_in_a_role_count() -> None:
    role = "Chair of the Anstey Safeguarding Partnership and author"
    pmap = map_of("NHS Anstey", also=("Anstey",), permitted=[{"name": "Jo Vy", "role": role}])
    [told] = employers_naming_places(pmap)
    assert [(clear.name, clear.path) for clear in told.by] == [
        ("NHS Anstey", ("panel", 0, "employer")),
        ("Anstey Safeguarding Partnership", ("permitted", 0, "role")),
    ]
    assert "anstey partnership" in kept_whole(pmap)


def test_an_organisation_is_told_by_its_own_name_and_by_a_longer_one() -> None:
    homes = {"id": "H", "name": "Pellow Hospital", "pseudonym": "Hospital 1"}
    pmap = map_of("Pellow Hospitals NHS Trust", "pellow hospital", "Pellow Homes", organisations=[homes])
    [told] = employers_naming_places(pmap)
    assert told.path == ("organisations", 0)
    assert [clear.name for clear in told.by] == ["Pellow Hospitals NHS Trust", "pellow hospital"]
    assert kept_whole(pmap) == frozenset(), "an organisation that the map replaces is not kept by its short forms"


def test_a_body_goes_by_shorter_forms_of_its_name() -> None:
    forms = shorter_forms("Anstey University Health Board")
    assert {"anstey uhb", "anstey health board", "anstey board"} <= forms and "anstey" not in forms
