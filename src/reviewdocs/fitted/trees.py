"""Asks gradient-boosted trees, as `training` writes them: a file of JSON that needs no more reading.

A split is [feature, threshold, left, right, expected value], and goes left where the number is not above the threshold;
a leaf has its value in the threshold's place and nothing (0) in the others. Leaves are added up to the logarithm of the
odds.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import exp
from typing import Any

from reviewdocs.errors import WeightsError

_CHUNK, _CLEAR = 20, 5.5
"""After so many trees each time it is looked whether the logarithm of the odds is beyond doubt already."""


Node = tuple[int, float, Any, Any]
"""A node as it is walked: [feature, threshold, left, right]."""


class Trees:
    """A sum of trees.

    Args:
        text: what the file holds.

    Raises:
        WeightsError: it holds no trees.
    """

    def __init__(self, text: str) -> None:
        met: dict[float, float] = {}
        self._read: list[list[Any]] = json.loads(text)
        self._trees = [_node(tree, met) for tree in self._read]
        if not self._trees:
            raise WeightsError("The file of fitted weights holds none: install reviewdocs again.")
        self._chunks = [self._trees[at : at + _CHUNK] for at in range(0, len(self._trees), _CHUNK)]

    def score(self, numbers: Sequence[float]) -> float:
        """The sum of all trees; floats throughout are compared quickest."""
        return self._sum(self._trees, numbers)

    def log_odds(self, numbers: Sequence[float]) -> float:
        """The logarithm of the odds; trees that can no longer matter are not asked (LightGBM's early stopping)."""
        total = 0.0
        for chunk in self._chunks:
            total = self._sum(chunk, numbers, total)
            if not -_CLEAR < total < _CLEAR:
                break
        return total

    @staticmethod
    def _sum(trees: Sequence[Node], numbers: Sequence[float], total: float = 0.0) -> float:
        for feature, value, left, right in trees:
            while left:
                feature, value, left, right = left if numbers[feature] <= value else right
            total += value
        return total

    def moves(self, numbers: Sequence[float]) -> dict[int, float]:
        """By how much each feature moved the logarithm of the odds: the change of the expected value at each split
        (Saabas 2014)."""
        moved: dict[int, float] = {}
        for node in self._read:
            while node[2]:
                feature, threshold, left, right, here = node
                node = left if numbers[feature] <= threshold else right
                there = node[4] if node[2] else node[1]
                moved[feature] = moved.get(feature, 0.0) + there - here
        return moved


def _node(node: list[Any], met: dict[float, float]) -> Node:
    """A node and all below it as tuples, which are quicker to walk than lists; thresholds `met` before are shared, so
    that what is walked over lies close together in memory."""
    feature, value, left, right, _ = node
    if not left:
        return feature, value, 0, 0
    return feature, met.setdefault(value, value), _node(left, met), _node(right, met)


def probability(log_odds: float) -> float:
    """The probability of a logarithm of odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))
