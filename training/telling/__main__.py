"""Fits what needs telling: `python -m training.telling [--folds FOLDER] [--out FILE] [--corpora FOLDER] [--jobs 2]`.

Reads our own annotated cases and, where they are there, the shared ones (REVIEWDOCS_CORPORA, by default `shared` beside
the checkout). The language model must not have seen the case that it proposes candidates for: `--folds` is the folder
that `python -m training --folds 4` wrote, with a model for each group of authors; without it the shipped one reads.
Fits and calibrates by cases left out, all of one author together, and writes the weights. Seeded: the same cases,
models and versions give the same bytes. What comes of it: `python -m benchmarks.telling`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from reviewdocs.detect.telling.decide import told
from training.corpora import shared
from training.mentions import calibration, corpus
from training.mentions.sets import sets
from training.telling import harmless, published
from training.telling.authors import groups
from training.telling.fit import fitted, left_out, matrix, vocabulary, written
from training.telling.rows import UNTOLD, Row, rows_of_all

_OUT = Path(__file__).parents[2] / "src/reviewdocs/detect/telling/data/weights.json"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _of_published(rows: Sequence[Row], odds: np.ndarray) -> str:
    """How the published pages do when their author is left out."""
    of = [at for at, row in enumerate(rows) if row.case.startswith(published.FOLDER) and row.known != UNTOLD]
    said = [at for at in of if told(rows[at].detection.category, 1 / (1 + np.exp(-odds[at])))]
    right = sum(rows[at].known for at in said)
    return (
        f"published pages, their author left out: {right} of {sum(rows[at].known for at in of)} told, "
        f"{len(said) - right} of {len(of)} candidates told in vain"
    )


def main() -> None:
    """Read, fit, calibrate, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=Path, help="folder of the language models that have not seen their group")
    parser.add_argument("--out", type=Path, default=_OUT)
    parser.add_argument("--corpora", type=Path, default=shared())
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at a time")
    args = parser.parse_args()
    found = sets(args.corpora)
    for folder in found.missing:
        _say(f"missing, left out: {folder}")
    cases = [*corpus.read(found.there), *harmless.cases(), *published.cases()]
    rows = rows_of_all(cases, args.folds, args.jobs)
    marks = vocabulary(rows)
    numbers = matrix(rows, marks)
    known = np.asarray([row.known for row in rows])
    _say(f"{len(cases)} cases, {len(rows)} candidates, {np.mean(known[known != UNTOLD]):.3f} told, {len(marks)} marks")
    group = groups(cases)
    of_row = np.asarray([group[row.case] for row in rows])
    odds = left_out(rows, numbers, of_row.tolist(), args.jobs)
    pairs = [(odds[at], known[at]) for number in sorted(set(of_row)) for at in [(of_row == number) & (known != UNTOLD)]]
    _say(_of_published(rows, odds))
    line, before, after = calibration.chosen(pairs)
    _say(f"authors left out: Brier score {before:.5f}, calibrated {after:.5f}; slope and offset {line}")
    text = written(fitted(rows, numbers, np.ones(len(rows), dtype=bool)), marks, line)
    args.out.write_text(text, encoding="utf-8")
    _say(f"{args.out}: {len(text.encode()) / 1000:.0f} KB")


if __name__ == "__main__":
    main()
