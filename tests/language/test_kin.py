"""Words of kin and role that say the same."""

from __future__ import annotations

import pytest

from reviewdocs.language.kin import words_of_role
from reviewdocs.language.titles import TITLES, Field, fields_of_role


@pytest.mark.parametrize(
    ("role", "borne_out", "not_by"),
    [
        ("Mother", "mum", "mother-in-law"),
        ("Health Visitor", "hv", "visit"),
        ("son", "boy", "girl"),
        ("Senior Social Worker", "sw", "senior"),
    ],
)
def test_words_that_bear_out_a_role(role: str, borne_out: str, not_by: str) -> None:
    assert borne_out in words_of_role(role)
    assert not_by not in words_of_role(role)


def test_titles_say_gender_field_and_what_they_are_the_same_as() -> None:
    assert (TITLES["aunty"].gender, TITLES["aunty"].field, TITLES["aunty"].same_as) == ("she", Field.KIN, "auntie")
    assert fields_of_role("Detective Inspector") == {Field.POLICE}
    assert not fields_of_role("Grandmother")
