"""Schemes of designations."""

from __future__ import annotations

import pytest

from reviewdocs.model.words import ReviewType
from reviewdocs.policy.schemes import Designation, all_schemes, schemes_for


def test_what_is_shipped():
    assert [scheme.id for scheme in all_schemes()] == [
        "adults",
        "agencies-and-places",
        "children",
        "domestic-homicide",
        "professionals",
    ]


@pytest.mark.parametrize(
    ("review_type", "own", "first"),
    [("LCSPR", "children", "Child A"), ("SAR", "adults", "Adult A"), ("DHR", "domestic-homicide", "[forename chosen")],
)
def test_each_type_begins_with_its_own_scheme_and_its_subject(review_type, own, first):
    schemes = schemes_for(ReviewType(review_type))
    assert schemes[0].id == own
    assert schemes[0].designations[0].pseudonym(1).startswith(first)
    assert {"professionals", "agencies-and-places"} < {scheme.id for scheme in schemes}


@pytest.mark.parametrize("review_type", ReviewType)
def test_no_two_designations_of_a_type_are_the_same(review_type):
    given = [
        designation.pseudonym(place)
        for scheme in schemes_for(review_type)
        for designation in scheme.designations
        for place in (1, 2)
    ]
    assert len(given) == len(set(given))


@pytest.mark.parametrize(
    ("pattern", "place", "is_called"),
    [("Child {letter}", 1, "Child A"), ("Child {letter}", 27, "Child AA"), ("Sibling {number}", 2, "Sibling 2"),
     ("Mother", 1, "Mother"), ("Mother", 2, "Mother 2"), ("{chosen}", 2, "[forename chosen for r 2]")],
)  # fmt: skip
def test_a_pattern_says_what_the_next_is_called(pattern, place, is_called):
    assert Designation(role="r", pattern=pattern).pseudonym(place) == is_called
