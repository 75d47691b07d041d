"""Reads and asks gradient-boosted trees in LightGBM's own text format, without LightGBM.

The format is that of `Booster.save_model`: numeric splits `value <= threshold`, leaves added up to the logarithm of the
odds. Trees with categorical splits or missing-value directions that the training here never makes are refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import Any

from reviewdocs.errors import ReviewdocsError

_CHUNK, _CLEAR = 20, 5.5
"""After so many trees each time it is looked whether the logarithm of the odds is beyond doubt already."""


class WeightsError(ReviewdocsError):
    """The shipped weights cannot be read: the installation is damaged."""

    exit_code = 3


# A split is (feature, threshold, expected value here, left, right), a leaf its value: tuples are the quickest to walk.
Node = float | tuple[int, float, float, "Node", "Node"]


class Trees:
    """A sum of trees; `features` is how many numbers it takes."""

    def __init__(self, text: str) -> None:
        blocks = text.split("\n\n")
        head = dict(line.partition("=")[::2] for line in blocks[0].splitlines())
        if head.get("version") != "v4" or "max_feature_idx" not in head:
            raise WeightsError("The fitted weights are not in the form that this version reads.")
        self.features = int(head["max_feature_idx"]) + 1
        self._trees = [_tree(block) for block in blocks[1:] if block.lstrip().startswith("Tree=")]
        if not self._trees:
            raise WeightsError("The file of fitted weights holds none.")
        self._chunks: list[list[Any]] = [self._trees[at : at + _CHUNK] for at in range(0, len(self._trees), _CHUNK)]

    def score(self, numbers: Sequence[float]) -> float:
        """The sum of all trees."""
        total = 0.0
        for node in self._trees:
            while node.__class__ is tuple:
                feature, threshold, _, left, right = node
                node = left if numbers[feature] <= threshold else right
            total += node
        return total

    def log_odds(self, numbers: Sequence[float]) -> float:
        """The logarithm of the odds; trees that can no longer matter are not asked (LightGBM's early stopping)."""
        total = 0.0
        for chunk in self._chunks:
            for node in chunk:
                while node.__class__ is tuple:
                    feature, threshold, _, left, right = node
                    node = left if numbers[feature] <= threshold else right
                total += node
            if not -_CLEAR < total < _CLEAR:
                break
        return total

    def moves(self, numbers: Sequence[float]) -> dict[int, float]:
        """By how much each feature moved the logarithm of the odds: the change of the expected value at each split
        (Saabas 2014)."""
        moved: dict[int, float] = {}
        for node in self._trees:
            while isinstance(node, tuple):
                feature, threshold, here, left, right = node
                node = left if numbers[feature] <= threshold else right
                there = node[2] if isinstance(node, tuple) else node
                moved[feature] = moved.get(feature, 0.0) + there - here
        return moved


def _tree(block: str) -> Node:
    fields = dict(line.partition("=")[::2] for line in block.strip().splitlines())
    if fields.get("num_cat", "0") != "0":
        raise WeightsError("The fitted weights have splits that this version does not read.")
    features, lefts, rights = (_ints(fields, name) for name in ("split_feature", "left_child", "right_child"))
    thresholds, leaves, inner = (_floats(fields, name) for name in ("threshold", "leaf_value", "internal_value"))
    nodes: list[Node] = [0.0] * len(features)
    for at in range(len(features) - 1, -1, -1):  # children come after their parents

        def child(number: int) -> Node:
            return nodes[number] if number >= 0 else leaves[~number]

        nodes[at] = (features[at], thresholds[at], inner[at], child(lefts[at]), child(rights[at]))
    return nodes[0] if nodes else leaves[0]


def _ints(fields: dict[str, str], name: str) -> list[int]:
    return list(map(int, fields.get(name, "").split()))


def _floats(fields: dict[str, str], name: str) -> list[float]:
    return list(map(float, fields.get(name, "").split()))


def probability(log_odds: float) -> float:
    """The probability of a logarithm of odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))
