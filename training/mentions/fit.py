"""Fits the two models and writes them as the product reads them."""

from __future__ import annotations

import json
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
_COMMON = {
    "objective": "binary",
    "learning_rate": 0.08,
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
MENTION_TREES, BEARER_TREES = 200, 200


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
            "form": 1,
            "columns": list(COLUMNS),
            "words": [list(beside) for beside in self.words],
            "bearers": list(bearing.COLUMNS),
            "calibration": list(self.calibration),
        }
        return {
            "mention.txt": _lean(self.mention.model_to_string()),
            "bearer.txt": _lean(self.bearer.model_to_string()),
            "weights.json": json.dumps(described, ensure_ascii=False, indent=0) + "\n",
        }

    def weights(self) -> Weights:
        """The same as the product has them."""
        return Weights(*self.files().values())

    def write(self, folder: Path) -> None:
        """Write the files."""
        for name, text in self.files().items():
            (folder / name).write_text(text, encoding="utf-8")


_NEEDED = ("Tree=", "num_leaves=", "num_cat=", "split_feature=", "threshold=", "left_child=", "right_child=")
_ROUNDED = ("leaf_value=", "internal_value=")


def _lean(model: str) -> str:
    """LightGBM's text without what nobody reads, and leaves rounded."""
    head, *trees = (block.strip() for block in model.split("\n\n"))
    kept = [
        line
        for line in head.splitlines()
        if line.partition("=")[0] in ("tree", "version", "num_class", "max_feature_idx")
    ]
    blocks = ["\n".join(kept)]
    for tree in trees:
        if not tree.startswith("Tree="):
            continue
        lines = []
        for line in tree.splitlines():
            if line.startswith(_ROUNDED):
                name, _, values = line.partition("=")
                lines.append(f"{name}={' '.join(f'{float(v):.5g}' for v in values.split())}")
            elif line.startswith(_NEEDED):
                lines.append(line)
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n\nend of trees\n"


def log_loss(probability: np.ndarray, known: np.ndarray) -> float:
    """The mean negative logarithm of the probability of what is so."""
    clipped = np.clip(probability, 1e-5, 1 - 1e-5)
    return float(-np.mean(known * np.log(clipped) + (1 - known) * np.log(1 - clipped)))


__all__ = ["BEARER", "MENTION", "Fitted", "dense", "log_loss", "vocabulary"]
