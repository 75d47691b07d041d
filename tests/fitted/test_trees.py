"""Trees as `training.mentions` writes them give what was fitted, and damaged files are refused."""

from __future__ import annotations

import json
from math import log
from typing import Any

import pytest

from reviewdocs.errors import WeightsError
from reviewdocs.fitted.trees import Trees, probability


def leaf(value: float) -> list[Any]:
    return [0, value, 0, 0, 0]


def split(feature: int, threshold: float, left: list[Any], right: list[Any], expected: float) -> list[Any]:
    return [feature, threshold, left, right, expected]


# Two trees by hand: is the first number above 0.5, and then the second above 2; is the third above 0.
TREES = json.dumps(
    [
        split(0, 0.5, leaf(-1.0), split(1, 2.0, leaf(0.25), leaf(0.75), 0.5), 0.1),
        split(2, 0.0, leaf(0.0), leaf(0.5), 0.2),
    ]
)


@pytest.mark.parametrize(
    ("numbers", "score"),
    [
        ([0.0, 9.0, 0.0], -1.0),
        ([0.5, 9.0, 0.0], -1.0),
        ([0.6, 2.0, 0.0], 0.25),
        ([0.6, 2.1, 0.1], 1.25),
        ([1.0, 0.0, 1.0], 0.75),
    ],
)
def test_a_number_goes_left_where_it_is_not_above_the_threshold(numbers: list[float], score: float) -> None:
    assert Trees(TREES).score(numbers) == pytest.approx(score)
    assert Trees(TREES).log_odds(numbers) == pytest.approx(score)


def test_what_moved_a_score_is_the_change_of_the_expected_value_at_each_split() -> None:
    assert Trees(TREES).moves([0.6, 2.1, 0.1]) == pytest.approx({0: 0.4, 1: 0.25, 2: 0.3})


def test_trees_that_can_no_longer_matter_are_not_asked() -> None:
    trees = Trees(json.dumps([leaf(1.0)] * 20 + [leaf(-100.0)]))
    assert trees.log_odds([]) == 20.0
    assert trees.score([]) == -80.0


def test_a_file_without_trees_is_refused() -> None:
    with pytest.raises(WeightsError):
        Trees("[]")


def test_probabilities() -> None:
    assert probability(0.0) == 0.5
    assert probability(log(3)) == pytest.approx(0.75)
    assert 0 < probability(-1e9) < 1e-12 and 1 - 1e-12 < probability(1e9) < 1
