"""Fits the trees, leaves authors out, calibrates, and writes what the product reads."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import lightgbm as lgb
import numpy as np
from scipy import sparse

from reviewdocs.detect import recognisers
from reviewdocs.detect.telling.signals.registered import COLUMNS
from reviewdocs.detect.telling.weigh import FORM
from training.mentions.calibration import NONE
from training.mentions.fit import trees_as_text
from training.telling.rows import Row

_LEAST = 30
"""Candidates that must have a mark for it to have a number of its own."""
_MAPPED = 0.4
"""How much a candidate counts that is of the case's map, which a check finds anyhow, beside one of 1."""
_PUBLISHED = 3.0
"""How much a candidate counts of a page in the manner of what is published: such documents are what is checked."""
TREES = 90
_PARAMS = {
    "objective": "binary",
    "num_leaves": 31,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.3,
    "learning_rate": 0.14,
    "lambda_l2": 4.0,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "max_bin": 63,
    "seed": 7,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}


def vocabulary(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """The marks that have a number of their own."""
    counts = Counter(mark for row in rows for mark in row.marks)
    return sorted(mark for mark, count in counts.items() if count >= _LEAST)


def matrix(rows: Sequence[Row], words: Sequence[tuple[str, str]]) -> sparse.csr_matrix:
    """The rows' numbers, with one more for each mark."""
    columns = {mark: number for number, mark in enumerate(words)}
    found = [(at, columns[mark]) for at, row in enumerate(rows) for mark in row.marks if mark in columns]
    at, column = np.asarray(found, dtype=np.int32).reshape(-1, 2).T
    ones = np.ones(len(found), dtype=np.float32)
    own = sparse.csr_matrix((ones, (at, column)), shape=(len(rows), len(words)))
    return sparse.hstack(
        [sparse.csr_matrix(np.asarray([r.numbers for r in rows], dtype=np.float32)), own], format="csr"
    )


def fitted(rows: Sequence[Row], numbers: Any, inside: np.ndarray) -> lgb.Booster:
    """The trees, fitted on the rows inside of which it is known what they are."""
    known = np.asarray([row.known for row in rows])
    weight = np.asarray([_MAPPED if row.mapped else _PUBLISHED if row.published else 1.0 for row in rows])
    learned = inside & (known >= 0)
    data = lgb.Dataset(numbers[learned], known[learned], weight=weight[learned], params=_PARAMS)
    return lgb.train(_PARAMS, data, TREES)


def written(trees: lgb.Booster, words: Sequence[tuple[str, str]], calibration: tuple[float, float] = NONE) -> str:
    """What `detect.telling.weigh` reads."""
    described = {
        "form": FORM,
        "columns": list(COLUMNS),
        "marks": [list(mark) for mark in words],
        "recognisers": sorted(recogniser.name for recogniser in recognisers.REGISTERED),
        "calibration": list(calibration),
    }
    return json.dumps(described, ensure_ascii=False) + "\n" + trees_as_text(trees)


_held: list[tuple[Sequence[Row], Any]] = []


def _take(rows: Sequence[Row], numbers: Any) -> None:
    _held[:] = [(rows, numbers)]


def _left_out(out: np.ndarray) -> np.ndarray:
    ((rows, numbers),) = _held
    return np.asarray(fitted(rows, numbers, ~out).predict(numbers[out], raw_score=True, num_threads=1))


def left_out(rows: Sequence[Row], numbers: Any, group: Sequence[int], jobs: int) -> np.ndarray:
    """Of each row, the logarithm of the odds by trees that have seen no case of its group."""
    groups = np.asarray(group)
    asked = [groups == number for number in sorted(set(group))]
    odds = np.zeros(len(rows))
    with ProcessPoolExecutor(jobs, initializer=_take, initargs=(rows, numbers)) as pool:
        for out, said in zip(asked, pool.map(_left_out, asked), strict=True):
            odds[out] = said
    return odds
