"""Fits how mentions are decided: `python -m training.mentions [--out FOLDER] [--corpora FOLDER] [--jobs 2]`.

Reads our own annotated cases and, where they are there, the shared ones (REVIEWDOCS_CORPORA, by default `shared` beside
the checkout); fits both models and the calibration, and writes `mention.json`, `bearer.json` and `weights.json`.
Seeded: the same cases and versions give the same bytes. A few minutes on two cores. What comes of it:
`python -m benchmarks.mentions`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from training.corpora import shared
from training.mentions import calibration, corpus
from training.mentions.fit import Fitted, vocabulary
from training.mentions.folds import Fold, Table, folds, groups
from training.mentions.sets import rows_of_all, sets

_OUT = Path(__file__).parents[2] / "src/reviewdocs/pseudonymise/weigh/data"
_GROUPS = 8


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _calibrated(left_out: Sequence[Fold]) -> tuple[float, float]:
    """The calibration, told with what it is worth."""
    pairs = [(fold.log_odds, fold.known) for fold in left_out]
    slope_and_offset, before, after = calibration.chosen(pairs)
    _say(f"cases left out: Brier score {before:.5f}, calibrated {after:.5f}; slope and offset {slope_and_offset}")
    return slope_and_offset


def main() -> None:
    """Fit, calibrate, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=_OUT)
    parser.add_argument("--corpora", type=Path, default=shared())
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at a time")
    args = parser.parse_args()
    found = sets(args.corpora)
    for folder in found.missing:
        _say(f"missing, left out: {folder}")
    cases = corpus.read(found.there)
    _say(f"{len(cases)} cases of {', '.join('/'.join(folder.parts[-2:]) for folder in found.there)}")
    rows = rows_of_all(cases, args.jobs)
    words = vocabulary(rows)
    table = Table.of(rows, words)
    _say(f"{len(rows.numbers)} candidates, copies with them, {len(rows.pairs)} pairs, {len(words)} words beside them")
    left_out = list(folds(table, groups(table.source, _GROUPS), args.jobs))
    fitted = Fitted(rows, words, table.numbers)
    fitted.calibration = _calibrated(left_out)
    args.out.mkdir(parents=True, exist_ok=True)
    fitted.write(args.out)
    size = sum(len(text.encode()) for text in fitted.files().values()) / 1000
    _say(f"{args.out}: {size:.0f} KB")


if __name__ == "__main__":
    main()
