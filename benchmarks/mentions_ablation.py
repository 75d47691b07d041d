"""How much worse the weights are without each signal: `python -m benchmarks.mentions_ablation SET...`

A set is a folder of annotated cases (tests/gold/README.md). Cases are left out in turn, a fifth at a time; for each signal
the fit is repeated with its numbers taken away. A signal without which the loss is no higher need not be there.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from training.mentions.corpus import read
from training.mentions.fit import MENTION, MENTION_TREES, _train, dense, log_loss, vocabulary
from training.mentions.rows import Rows, rows_of

from reviewdocs.pseudonymise.signals.registered import COLUMNS, SIGNALS

_PARTS = 5


def loss(rows: Rows, numbers: np.ndarray) -> float:
    """The mean log-loss of candidates in cases that were left out."""
    known, sources = np.asarray(rows.known), np.asarray(rows.source)
    part_of = {source: number % _PARTS for number, source in enumerate(sorted(set(rows.source)))}
    part = np.asarray([part_of[source] for source in sources])
    told = np.zeros(len(known))
    for number in range(_PARTS):
        inside = (part != number) & (known >= 0)
        fitted = _train(MENTION, MENTION_TREES, numbers[inside], known[inside])
        told[part == number] = fitted.predict(numbers[part == number])
    return log_loss(told[known >= 0], known[known >= 0])


def main(folders: Sequence[str]) -> None:
    """Print the loss with every signal, and by how much it rises without each."""
    rows = Rows()
    for case in read(map(Path, folders)):
        rows.add(rows_of(case))
    numbers = dense(rows, vocabulary(rows))
    whole = loss(rows, numbers)
    print(f"with every signal: log-loss {whole:.4f} on {sum(known >= 0 for known in rows.known)} candidates")
    for signal in SIGNALS:
        without = numbers.copy()
        without[:, [COLUMNS.index(column) for column in signal.columns]] = 0.0
        print(f"without {signal.name:12} {loss(rows, without) - whole:+.4f}", flush=True)
    without = numbers.copy()
    without[:, len(COLUMNS) :] = 0.0
    print(f"without words beside {loss(rows, without) - whole:+.4f}")


if __name__ == "__main__":
    main(sys.argv[1:])
