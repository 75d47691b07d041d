"""Fits the two models and writes them as the product reads them."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import lightgbm as lgb
import numpy as np
from scipy import sparse

from reviewdocs.pseudonymise.signals import bearing
from reviewdocs.pseudonymise.signals.registered import COLUMNS
from reviewdocs.pseudonymise.weigh.model import Weights
from training.mentions.calibration import NONE
from training.mentions.rows import Rows

_LEAST_BESIDE = 12
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
    "num_threads": 1,  # on busy cores threads wait for one another: several fits at a time instead
    "verbose": -1,
}
MENTION = {"num_leaves": 63, "min_data_in_leaf": 15, "feature_fraction": 0.3}
BEARER = {
    "objective": "lambdarank",
    "label_gain": [0, 1],
    "num_leaves": 31,
    "min_data_in_leaf": 15,
    "feature_fraction": 0.4,
}
MENTION_TREES, BEARER_TREES = 110, 110
SHARPNESS = 1.25
"""How much more the trees' scores tell bearers apart than they say, chosen on cases left out: a ranker learns an order,
not how far apart it is."""


def vocabulary(rows: Rows) -> list[tuple[str, str]]:
    """The words that stand beside the originals' candidates often enough, with their side."""
    annotated = zip(rows.beside, rows.known, rows.weight, strict=True)
    counts = Counter(beside for words, known, weight in annotated if known >= 0 and weight == 1 for beside in words)
    return sorted(beside for beside, count in counts.items() if count >= _LEAST_BESIDE)


def matrix(rows: Rows, words: Sequence[tuple[str, str]]) -> sparse.csr_matrix:
    """The candidates' numbers, with one more for each of the words that may stand beside them."""
    columns = {beside: number for number, beside in enumerate(words)}
    found = [(at, columns[each]) for at, beside in enumerate(rows.beside) for each in beside if each in columns]
    at, column = np.asarray(found, dtype=np.int32).reshape(-1, 2).T
    ones = np.ones(len(found), dtype=np.float32)
    beside = sparse.csr_matrix((ones, (at, column)), shape=(len(rows.numbers), len(words)))
    return sparse.hstack([sparse.csr_matrix(np.asarray(rows.numbers, dtype=np.float32)), beside], format="csr")


def _trained(params: dict[str, Any], trees: int, numbers: Any, target: np.ndarray, **more: Any) -> lgb.Booster:
    params = {**_COMMON, **params}
    return lgb.train(params, lgb.Dataset(numbers, target, params={**params, "max_bin": 63}, **more), trees)


def mention_trees(numbers: Any, known: np.ndarray, weight: np.ndarray) -> lgb.Booster:
    """Fits whether a candidate means somebody or something that the map knows."""
    return _trained(MENTION, MENTION_TREES, numbers, known, weight=weight)


def bearer_trees(numbers: np.ndarray, meant: np.ndarray, bearers: np.ndarray) -> lgb.Booster:
    """Fits who is meant; `bearers` tells how many rows each mention has."""
    return _trained(BEARER, BEARER_TREES, numbers, meant, group=bearers)


def described(words: Sequence[tuple[str, str]], calibration: tuple[float, float]) -> str:
    """What `weigh` must know of the trees: their columns, the words beside a candidate, the calibration."""
    data = {
        "form": 3,
        "columns": list(COLUMNS),
        "words": [list(beside) for beside in words],
        "bearers": list(bearing.COLUMNS),
        "calibration": list(calibration),
        "sharpness": SHARPNESS,
    }
    return json.dumps(data, ensure_ascii=False, indent=0) + "\n"


class Fitted:
    """Both models, fitted on the rows of all cases but those left out."""

    def __init__(self, rows: Rows, words: list[tuple[str, str]], numbers: Any, out: Collection[str] = ()) -> None:
        self.words = words
        known = np.asarray(rows.known)
        inside = np.asarray([source not in out for source in rows.source]) & (known >= 0)
        self.mention = mention_trees(numbers[inside], known[inside], np.asarray(rows.weight)[inside])
        pairs = np.asarray([source not in out for source in rows.pair_source])
        _, bearers = np.unique(np.asarray(rows.mention)[pairs], return_counts=True)
        seen = np.asarray(rows.pairs, dtype=np.float32)[pairs]
        self.bearer = bearer_trees(seen, np.asarray(rows.meant)[pairs], bearers)
        self.calibration = NONE

    def files(self) -> dict[str, str]:
        """The files that `weigh` reads, by name."""
        return {
            "mention.json": trees_as_text(self.mention),
            "bearer.json": trees_as_text(self.bearer),
            "weights.json": described(self.words, self.calibration),
        }

    def weights(self) -> Weights:
        """The same as the product has them."""
        return Weights(*self.files().values())

    def write(self, folder: Path) -> None:
        """Write the files."""
        for name, text in self.files().items():
            (folder / name).write_text(text, encoding="utf-8")


def trees_as_text(model: lgb.Booster) -> str:
    """What LightGBM dumps as `fitted.trees` reads it, a tree a line."""
    trees = (
        json.dumps(_node(tree["tree_structure"]), separators=(",", ":")) for tree in model.dump_model()["tree_info"]
    )
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
