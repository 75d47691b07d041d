"""Fits the two models and writes them as the product reads them."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import Any

import lightgbm as lgb
import numpy as np

from reviewdocs.pseudonymise.signals import bearing
from reviewdocs.pseudonymise.signals.registered import COLUMNS
from reviewdocs.pseudonymise.weigh.model import Weights
from training.mentions.rows import Rows, dense

_LEAST_BESIDE = 25
"""Places in which a word must stand beside candidates to have a number of its own."""
_ZERO = 1e-30
_COMMON = {
    "objective": "binary",
    "learning_rate": 0.14,
    "lambda_l2": 2.0,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "seed": 7,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 2,
    "verbose": -1,
}
MENTION = {**_COMMON, "num_leaves": 63, "min_data_in_leaf": 15, "feature_fraction": 0.3}
BEARER = {
    **_COMMON,
    "objective": "lambdarank",
    "label_gain": [0, 1],
    "num_leaves": 16,
    "min_data_in_leaf": 15,
    "feature_fraction": 0.4,
}
MENTION_TREES, BEARER_TREES = 110, 110


def vocabulary(rows: Rows) -> list[tuple[str, str]]:
    """The words that stand beside candidates often enough, with their side."""
    counts = Counter(
        beside for words, known in zip(rows.beside, rows.known, strict=True) if known >= 0 for beside in words
    )
    return sorted(beside for beside, count in counts.items() if count >= _LEAST_BESIDE)


def _train(params: dict[str, Any], trees: int, numbers: np.ndarray, target: np.ndarray, **more: Any) -> Any:
    data = lgb.Dataset(numbers, target, params={"max_bin": 63, "verbose": -1}, **more)
    return lgb.train(params, data, num_boost_round=trees)


class Fitted:
    """Both models, fitted on the rows of all cases but those left out."""

    def __init__(
        self, rows: Rows, words: list[tuple[str, str]], numbers: np.ndarray, out: Collection[str] = ()
    ) -> None:
        self.words = words
        known = np.asarray(rows.known)
        inside = np.asarray([source not in out for source in rows.source]) & (known >= 0)
        weights = np.asarray(rows.weight)[inside]
        self.mention = _train(MENTION, MENTION_TREES, numbers[inside], known[inside], weight=weights)
        pairs = np.asarray([source not in out for source in rows.pair_source])
        _, counts = np.unique(np.asarray(rows.mention)[pairs], return_counts=True)
        seen = np.asarray(rows.pairs, dtype=np.float32)[pairs]
        self.bearer = _train(BEARER, BEARER_TREES, seen, np.asarray(rows.meant)[pairs], group=counts)
        self.calibration = (1.0, 0.0)

    def files(self) -> dict[str, str]:
        """The files that `weigh` reads, by name."""
        described = {
            "form": 2,
            "columns": list(COLUMNS),
            "words": [list(beside) for beside in self.words],
            "bearers": list(bearing.COLUMNS),
            "calibration": list(self.calibration),
        }
        return {
            "mention.json": _trees(self.mention.dump_model()),
            "bearer.json": _trees(self.bearer.dump_model()),
            "weights.json": json.dumps(described, ensure_ascii=False, indent=0) + "\n",
        }

    def weights(self) -> Weights:
        """The same as the product has them."""
        return Weights(*self.files().values())

    def write(self, folder: Path) -> None:
        """Write the files."""
        for name, text in self.files().items():
            (folder / name).write_text(text, encoding="utf-8")


def _trees(model: dict[str, Any]) -> str:
    """What LightGBM dumps as `weigh.trees` reads it, a tree a line."""
    trees = (json.dumps(_node(tree["tree_structure"]), separators=(",", ":")) for tree in model["tree_info"])
    return "[\n" + ",\n".join(trees) + "\n]\n"


def _node(node: dict[str, Any]) -> list[Any]:
    """A split or a leaf, values rounded; no number lies between 0 and what LightGBM writes for it as a threshold."""
    if "split_feature" not in node:
        return [0, _rounded(node["leaf_value"]), 0, 0, 0]
    if node["decision_type"] != "<=":
        raise ValueError("Only numeric splits can be read.")
    threshold = node["threshold"]
    if 0 < abs(threshold) < _ZERO:
        threshold = math.copysign(1e-35, threshold)
    left, right = _node(node["left_child"]), _node(node["right_child"])
    return [node["split_feature"], threshold, left, right, _rounded(node["internal_value"])]


def _rounded(value: float) -> float:
    return float(f"{value:.5g}")


def log_loss(probability: np.ndarray, known: np.ndarray) -> float:
    """The mean negative logarithm of the probability of what is so."""
    clipped = np.clip(probability, 1e-5, 1 - 1e-5)
    return float(-np.mean(known * np.log(clipped) + (1 - known) * np.log(1 - clipped)))


__all__ = ["BEARER", "MENTION", "Fitted", "dense", "log_loss", "vocabulary"]
