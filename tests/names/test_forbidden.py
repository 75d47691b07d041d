from __future__ import annotations

import pytest

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names import ByteSearch, find_forbidden
from reviewdocs.records.load import validated

MAP = validated(
    PseudonymMap,
    {
        "id": "X",
        "review_type": "LCSPR",
        "people": [
            {
                "id": "C",
                "role": "subject child",
                "pseudonym": "Child K",
                "forename": "Hope",
                "surname": "Lindqvist",
                "known_as": ["Hopie"],
                "identifiers": {"nhs": "999 000 0018"},
                "addresses": ["8 Pearl Street, Marwick"],
            },
            {"id": "L", "role": "teacher", "pseudonym": "Teacher 1", "forename": "May", "surname": "Long"},
            {"id": "W", "role": "witness", "pseudonym": "Witness 1", "forename": "Tamsin", "surname": "Thackray"},
        ],
        "places": [{"id": "T", "name": "Marwick", "pseudonym": "the Town"}],
        "organisations": [{"id": "N", "name": "Little Acorns Nursery", "pseudonym": "Nursery 1"}],
        "permitted": [{"name": "Ruth Thackray", "role": "chair"}],
        "panel": [{"job_title": "Head of Quality", "employer": "Marwick City Council", "name": "Bill Ofori"}],
    },
)
SEARCH = ByteSearch.of(MAP)


@pytest.mark.parametrize(
    "text",
    [
        "<w:t>HOPE LINDQVIST</w:t>",
        "lindqvist, hope",
        "the Lind\u00adqvist file",
        "hopie_2",
        "nhs=9990000018",
        "999-000-0018",
        "8 Pearl St, Marwick",
        "Bill Ofori",
        "May Long was there",
        "Tamsin",
        "little acorns nursery",
    ],
)
def test_what_identifies_is_found_in_any_typing(text: str) -> None:
    assert SEARCH.found(text)


@pytest.mark.parametrize(
    "text",
    [
        "she may long for hope",
        "Ruth Thackray chaired",
        "Marwick City Council",
        "Child K and Teacher 1",
        "19990000018",
        "planning",
    ],
)
def test_what_may_stay_is_not_found(text: str) -> None:
    assert SEARCH.found(text) == []


def test_where_it_stands_is_told_in_the_text_searched() -> None:
    text = "İ… Hope\u00a0Lind\u200bqvist."
    places = {text[hit.start : hit.end] for hit in find_forbidden(text, ["hope lindqvist"])}
    assert places == {"Hope\u00a0Lind\u200bqvist"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("EvieNotes", True),
        ("handoverEvie", True),
        ("Evie2", True),
        ("Eviedence", False),
        ("IEvie", False),
        ("evienotes", False),
        ("xkirstyx", True),
    ],
)
def test_short_names_within_words_need_a_seam(text: str, found: bool) -> None:
    search = ByteSearch(["evie", "kirsty"])
    assert bool(search.found(text, glued=True)) is found
    assert not search.found(text)
