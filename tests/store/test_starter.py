"""The starter files of a new case."""

from __future__ import annotations

import pytest

from reviewdocs.model.words import ReviewType
from reviewdocs.records.maps import load_map
from reviewdocs.store.starter import starter_files
from reviewdocs.workflows.validate import validate


@pytest.mark.parametrize("review_type", ReviewType)
def test_a_new_case_loads_and_lists_what_is_to_be_filled_in(review_type, tmp_path):
    for name, text in starter_files(review_type, "X: 2026/01").items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = validate(tmp_path)
    assert result.errors == ()
    assert result.review is not None
    assert result.review.reference == "X: 2026/01"
    assert result.review.review_type is review_type
    assert any(
        problem.field == "people[0].forename" and "still to be filled in" in problem.expected
        for problem in result.warnings
    )
    assert not any("[" in person.pseudonym for person in load_map(tmp_path / "pseudonyms.yaml").people) or (
        review_type is ReviewType.DHR
    )
