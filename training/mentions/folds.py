"""Leaving cases out: what is fitted without a case, and what it says of that case."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np

from training.mentions import calibration
from training.mentions.fit import Fitted, described, matrix, mention_trees
from training.mentions.rows import Rows

_SEED = 3
A = TypeVar("A")
B = TypeVar("B")


def groups(names: Iterable[str], count: int) -> list[frozenset[str]]:
    """The cases in so many groups, drawn by lot (seeded); each alone where the count is 0."""
    drawn = sorted(set(names))
    random.Random(_SEED).shuffle(drawn)
    count = min(count, len(drawn)) or len(drawn)
    return [frozenset(drawn[number::count]) for number in range(count)]


@dataclass(frozen=True)
class Table:
    """The rows of all cases as numbers, and which of them may be fitted or measured."""

    rows: Rows
    words: list[tuple[str, str]]
    numbers: Any
    known: np.ndarray
    source: np.ndarray
    original: np.ndarray

    @classmethod
    def of(cls, rows: Rows, words: list[tuple[str, str]]) -> Table:
        """The rows with the numbers of the words beside them."""
        original = np.asarray(rows.weight) == 1
        return cls(rows, words, matrix(rows, words), np.asarray(rows.known), np.asarray(rows.source), original)

    def measured(self, cases: Collection[str]) -> np.ndarray:
        """Which rows tell how well these cases are decided: annotated, and of no copy."""
        return np.asarray(self.learned(cases) & self.original)

    def learned(self, cases: Collection[str]) -> np.ndarray:
        """Which rows are fitted on where nothing but these cases is: annotated, copies too."""
        return np.asarray(np.isin(self.source, list(cases)) & (self.known >= 0))


@dataclass(frozen=True)
class Fold:
    """Cases left out, what was fitted without them, and what that says of their candidates."""

    cases: frozenset[str]
    files: dict[str, str]
    log_odds: np.ndarray
    known: np.ndarray


_table: list[Table] = []


def _take(table: Table) -> None:
    _table[:] = [table]


def _fold(out: frozenset[str]) -> Fold:
    (table,) = _table
    fitted = Fitted(table.rows, table.words, table.numbers, out)
    asked = table.measured(out)
    said = np.asarray(fitted.mention.predict(table.numbers[asked], raw_score=True, num_threads=1))
    return Fold(out, fitted.files(), said, table.known[asked])


def folds(table: Table, out: Sequence[frozenset[str]], jobs: int) -> Iterator[Fold]:
    """Each group of cases, left out."""
    yield from _in_turn(_fold, table, out, jobs)


def calibrated(left_out: Sequence[Fold], words: Sequence[tuple[str, str]]) -> list[Fold]:
    """The folds, each calibrated by what was said of the others, if calibration is worth anything."""
    pairs = [(fold.log_odds, fold.known) for fold in left_out]
    if calibration.chosen(pairs)[0] == calibration.NONE:
        return list(left_out)
    found = []
    for number, fold in enumerate(left_out):
        odds, known = calibration.together(pair for other, pair in enumerate(pairs) if other != number)
        text = described(words, calibration.fitted(odds, known))
        found.append(replace(fold, files={**fold.files, "weights.json": text}))
    return found


@dataclass(frozen=True)
class Trial:
    """One fit of the first model by itself: on which cases, measured on which, without which columns."""

    on: frozenset[str]
    measured: frozenset[str]
    without: frozenset[int] = frozenset()


def _try(trial: Trial) -> tuple[np.ndarray, np.ndarray]:
    (table,) = _table
    learned, asked = table.learned(trial.on), table.measured(trial.measured)
    columns = np.asarray([n for n in range(table.numbers.shape[1]) if n not in trial.without])
    numbers = table.numbers[:, columns]
    trees = mention_trees(numbers[learned], table.known[learned], np.asarray(table.rows.weight)[learned])
    return np.asarray(trees.predict(numbers[asked], num_threads=1)), table.known[asked]


def tried(table: Table, trials: Sequence[Trial], jobs: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Of each trial, the probabilities said and what is so."""
    yield from _in_turn(_try, table, trials, jobs)


def _in_turn(ask: Callable[[A], B], table: Table, asked: Sequence[A], jobs: int) -> Iterator[B]:
    """What is answered of each, in order, by several processes that hold the table."""
    with ProcessPoolExecutor(jobs, initializer=_take, initargs=(table,)) as pool:
        yield from pool.map(ask, asked)
