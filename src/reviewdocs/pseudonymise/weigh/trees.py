"""Reads and asks gradient-boosted trees in LightGBM's own text format, without LightGBM.

The format is that of `Booster.save_model`: numeric splits `value <= threshold`, leaves added up to the logarithm of the
odds. Trees with categorical splits or missing-value directions that the training here never makes are refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp

from reviewdocs.errors import ReviewdocsError


class WeightsError(ReviewdocsError):
    """The shipped weights cannot be read: the installation is damaged."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class _Tree:
    features: list[int]
    thresholds: list[float]
    left: list[int]
    right: list[int]
    leaves: list[float]
    inner: list[float]

    def leaf(self, numbers: Sequence[float]) -> float:
        """The value of the leaf at which the numbers end."""
        node = 0 if self.features else -1
        features, thresholds, left, right = self.features, self.thresholds, self.left, self.right
        while node >= 0:
            node = left[node] if numbers[features[node]] <= thresholds[node] else right[node]
        return self.leaves[~node]

    def path(self, numbers: Sequence[float]) -> Iterator[tuple[int, float]]:
        """(feature, by how much its split moved the expected value) along the way to the leaf (Saabas)."""
        node = 0 if self.features else -1
        while node >= 0:
            here = self.inner[node]
            feature = self.features[node]
            node = self.left[node] if numbers[feature] <= self.thresholds[node] else self.right[node]
            yield feature, (self.inner[node] if node >= 0 else self.leaves[~node]) - here


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

    def log_odds(self, numbers: Sequence[float]) -> float:
        """The logarithm of the odds."""
        return sum(tree.leaf(numbers) for tree in self._trees)

    def moves(self, numbers: Sequence[float]) -> dict[int, float]:
        """By how much each feature moved the logarithm of the odds."""
        moved: dict[int, float] = {}
        for tree in self._trees:
            for feature, by in tree.path(numbers):
                moved[feature] = moved.get(feature, 0.0) + by
        return moved


def _tree(block: str) -> _Tree:
    fields = dict(line.partition("=")[::2] for line in block.strip().splitlines())
    if fields.get("num_cat", "0") != "0":
        raise WeightsError("The fitted weights have splits that this version does not read.")
    floats = {name: [float(n) for n in fields.get(name, "").split()] for name in ("threshold", "leaf_value", "internal_value")}
    ints = {name: [int(n) for n in fields.get(name, "").split()] for name in ("split_feature", "left_child", "right_child")}
    return _Tree(
        ints["split_feature"],
        floats["threshold"],
        ints["left_child"],
        ints["right_child"],
        floats["leaf_value"],
        floats["internal_value"],
    )


def probability(log_odds: float) -> float:
    """The probability of a logarithm of odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))
