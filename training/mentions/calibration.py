"""Whether a probability of .9 comes true nine times in ten: how far off it is, and what mends it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

NONE = (1.0, 0.0)
"""The calibration that changes nothing: slope and offset of the logarithm of the odds."""
_EDGES = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98, 1.0)
_STEPS, _MOST = 30, 30.0


def probabilities(log_odds: np.ndarray, calibration: tuple[float, float] = NONE) -> np.ndarray:
    """The probabilities of logarithms of odds, calibrated."""
    slope, offset = calibration
    return 1 / (1 + np.exp(-np.clip(slope * log_odds + offset, -_MOST, _MOST)))


def brier(probability: np.ndarray, known: np.ndarray) -> float:
    """The mean squared distance of a probability from what is so (Brier 1950): 0 the best."""
    return float(np.mean((probability - known) ** 2))


def log_loss(probability: np.ndarray, known: np.ndarray) -> float:
    """The mean negative logarithm of the probability of what is so: 0 the best."""
    clipped = np.clip(probability, 1e-5, 1 - 1e-5)
    return float(-np.mean(known * np.log(clipped) + (1 - known) * np.log(1 - clipped)))


def fitted(log_odds: np.ndarray, known: np.ndarray) -> tuple[float, float]:
    """Slope and offset by logistic regression (Platt 1999), in Newton's steps."""
    seen = np.column_stack([log_odds, np.ones_like(log_odds)])
    weights = np.zeros(2)
    for _ in range(_STEPS):
        probability = probabilities(seen @ weights)
        curve = (seen * (probability * (1 - probability))[:, None]).T @ seen
        step = np.linalg.solve(curve, seen.T @ (known - probability))
        weights = weights + step
        if np.abs(step).max() < 1e-9:
            break
    slope, offset = (round(float(weight), 4) for weight in weights)
    return slope, offset


def together(pairs: Iterable[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
    """Logarithms of odds and what is so, of several folds in a row."""
    odds, known = zip(*pairs, strict=True)
    return np.concatenate(odds), np.concatenate(known)


def chosen(folds: Sequence[tuple[np.ndarray, np.ndarray]]) -> tuple[tuple[float, float], float, float]:
    """The calibration to use, and the Brier score without and with it.

    Each fold is calibrated by what is fitted on the others; unless that lowers the score, none is used.

    Args:
        folds: logarithms of odds that cases got from what was fitted without them, and what is so.
    """
    odds, known = together(folds)
    before = brier(probabilities(odds), known)
    mended = []
    for number, (said, _) in enumerate(folds):
        others = together(fold for other, fold in enumerate(folds) if other != number)
        mended.append(probabilities(said, fitted(*others)))
    after = brier(np.concatenate(mended), known)
    return (fitted(odds, known) if after < before else NONE), before, after


class Bin(NamedTuple):
    """Probabilities of [low, high), how many there are, their mean, and how many in one came true."""

    low: float
    high: float
    candidates: int
    said: float
    true: float


def reliability(probability: np.ndarray, known: np.ndarray) -> Iterator[Bin]:
    """What came true of each range of probabilities."""
    for low, high in pairwise(_EDGES):
        inside = (probability >= low) & ((probability < high) | (high == 1.0))
        if inside.any():
            yield Bin(low, high, int(inside.sum()), float(probability[inside].mean()), float(known[inside].mean()))
