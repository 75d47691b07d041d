"""How well mentions are decided in cases that nothing was fitted on: each group of cases is left out in turn.

    python -m benchmarks.mentions [--groups 12] [--parts scores,costs,calibration,learning,ablation] [--jobs 2]

The cases are ours (`tests/gold`, `training/cases`) and, where they are there, the shared ones (REVIEWDOCS_CORPORA, by
default `shared` beside the checkout), whose scorer the first two parts need. Copies with other names or letters stay
with the case they were made from. `--groups 0` leaves out each case alone. Text only: what is not a name (dates,
numbers) is for `benchmarks.detection`. Parts:

* scores: gone, right, kept, `[name]` and untouched words changed, with 95 % intervals by drawing cases again: in all,
  by register, by set, and the ten cases that went worst;
* costs: the same for other costs of a leak;
* calibration: log-loss and Brier score of the probabilities, and what came true of them;
* learning: log-loss by number of cases fitted on;
* ablation: log-loss without each signal.

The words beside a candidate that have a number are chosen on all cases, by how often they occur.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from training.corpora import shared
from training.mentions import corpus
from training.mentions.calibration import brier, chosen, log_loss, probabilities, reliability, together
from training.mentions.fit import vocabulary
from training.mentions.folds import Fold, Table, Trial, calibrated, folds, groups, tried
from training.mentions.scoring import ALL, FIGURES, REGISTERS, Tally, interval, rate, scored, scorer_of
from training.mentions.sets import rows_of_all, sets

from reviewdocs.pseudonymise.decide import COSTS
from reviewdocs.pseudonymise.signals.registered import COLUMNS, SIGNALS
from reviewdocs.pseudonymise.weigh.model import Weights

_LEAKS = (2.0, 3.0, 4.0, 5.0, 8.0)
_SIZES = (4, 16, 64)
_WORST, _SEED, _TRIED = 10, 5, 4
"""Cases told by name; and of how many groups the learning curve and the ablation are taken."""


@dataclass
class Bench:
    """The cases, what was fitted without each group of them, and how many processes may run."""

    cases: Sequence[corpus.Case]
    scorer: Path | None
    count: int
    jobs: int

    @cached_property
    def table(self) -> Table:
        """The rows of all cases and their copies."""
        rows = rows_of_all(self.cases, self.jobs)
        return Table.of(rows, vocabulary(rows))

    @cached_property
    def groups(self) -> list[frozenset[str]]:
        """The cases that are left out together."""
        return groups((case.name for case in self.cases), self.count)

    @cached_property
    def folds(self) -> list[Fold]:
        """What was fitted without each group."""
        return calibrated(list(folds(self.table, self.groups, self.jobs)), self.table.words)

    def tallies(self, leak: float) -> dict[str, Tally]:
        """What became of each case, by what was fitted without it."""
        assert self.scorer is not None
        costs = replace(COSTS, leak=leak)
        by_name = {case.name: case for case in self.cases}
        asked = [
            ([by_name[name] for name in sorted(fold.cases)], fold.files, self.scorer, costs) for fold in self.folds
        ]
        with ProcessPoolExecutor(self.jobs) as pool:
            return {name: tally for found in pool.map(_scored, asked) for name, tally in found.items()}


def _scored(asked: tuple) -> dict[str, Tally]:  # type: ignore[type-arg]
    cases, files, scorer, costs = asked
    weights = Weights(*files.values())
    return {case.name: scored(case, weights, scorer, costs) for case in cases}


def _say(text: str = "") -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _head(*columns: str) -> None:
    _say(f"\n| {' | '.join(columns)} |\n{'|---' * len(columns)}|")


def _row(name: str, tallies: Sequence[Tally], register: str = ALL, *, with_interval: bool = True) -> None:
    cells = [str(sum(tally[register, "mentions"] for tally in tallies))]
    for figure in FIGURES:
        digits = 1 if figure.per > 1 else 3
        cell = f"{rate(tallies, figure, register):.{digits}f}"
        if with_interval:
            low, high = interval(tallies, figure, register)
            cell += f" ({low:.{digits}f}–{high:.{digits}f})"
        cells.append(cell)
    _say(f"| {name} | {' | '.join(cells)} |")


_COLUMNS = ("mentions", *(f"{figure.name}{' per 1,000 words' if figure.per > 1 else ''}" for figure in FIGURES))


def scores(bench: Bench) -> None:
    """In all, by register, by set, and the worst cases."""
    tallies = bench.tallies(COSTS.leak)
    _head(f"left out, leak costs {COSTS.leak:g}", *_COLUMNS)
    _row(f"all, {len(tallies)} cases", [*tallies.values()])
    for register in REGISTERS:
        _row(register, [tally for tally in tallies.values() if tally[register, "words"]], register)
    for folder in dict.fromkeys(name.rpartition("/")[0] for name in tallies):
        of_set = [tally for name, tally in tallies.items() if name.startswith(f"{folder}/")]
        _row(f"{folder}, {len(of_set)} cases", of_set)
    _head("the cases that went worst", *_COLUMNS)
    gone, right, *_ = FIGURES
    worst = sorted(tallies, key=lambda name: rate([tallies[name]], gone) + rate([tallies[name]], right))
    for name in worst[:_WORST]:
        _row(name, [tallies[name]], with_interval=False)


def costs(bench: Bench) -> None:
    """What a leak may cost."""
    _head("a leak costs", *_COLUMNS)
    for leak in _LEAKS:
        _row(f"{leak:g}", [*bench.tallies(leak).values()])


def calibration(bench: Bench) -> None:
    """How far off the probabilities are, and what came true of them."""
    pairs = [(fold.log_odds, fold.known) for fold in bench.folds]
    odds, known = together(pairs)
    said = probabilities(odds)
    mended, before, after = chosen(pairs)
    _say(f"\n{len(known)} candidates, {known.mean():.3f} of them mentions: log-loss {log_loss(said, known):.4f},")
    _say(f"Brier score {before:.4f}, calibrated {after:.4f} (slope {mended[0]:.3f}, offset {mended[1]:.3f})")
    for register in REGISTERS:
        inside = np.concatenate([_register(bench, fold) == register for fold in bench.folds])
        loss, off = log_loss(said[inside], known[inside]), brier(said[inside], known[inside])
        _say(f"{register}: {inside.sum()} candidates, log-loss {loss:.4f}, Brier score {off:.4f}")
    _head("probability", "candidates", "mean said", "came true")
    for each in reliability(said, known):
        _say(f"| {each.low:g}–{each.high:g} | {each.candidates} | {each.said:.3f} | {each.true:.3f} |")


def _register(bench: Bench, fold: Fold) -> np.ndarray:
    registers = {(text.case, text.passage): text.register for case in bench.cases for text in case.texts}
    measured = np.flatnonzero(bench.table.measured(fold.cases))
    return np.asarray([registers[bench.table.rows.where[at][:2]] for at in measured])


def _losses(bench: Bench, trials: Sequence[Trial]) -> list[float]:
    """The log-loss of so many trials for each question, their groups taken together."""
    found = list(tried(bench.table, trials, bench.jobs))
    size = len(_few(bench))
    parts = [found[at : at + size] for at in range(0, len(found), size)]
    return [log_loss(*together(each)) for each in parts]


def _few(bench: Bench) -> list[frozenset[str]]:
    return groups((case.name for case in bench.cases), _TRIED)


def learning(bench: Bench) -> None:
    """Log-loss by number of cases fitted on."""
    names, trials = sorted(case.name for case in bench.cases), []
    sizes = [size for size in _SIZES if size < len(names) * (_TRIED - 1) // _TRIED]
    for size in (*sizes, len(names)):
        for number, out in enumerate(_few(bench)):
            others = [name for name in names if name not in out]
            random.Random(_SEED + number).shuffle(others)
            trials.append(Trial(frozenset(others[:size]), out))
    _head("cases fitted on", "log-loss")
    told = [*map(str, sizes), f"all others ({len(names) - len(_few(bench)[0])})"]
    for name, loss in zip(told, _losses(bench, trials), strict=True):
        _say(f"| {name} | {loss:.4f} |")


def ablation(bench: Bench) -> None:
    """Log-loss without each signal."""
    without: dict[str, frozenset[int]] = {"": frozenset()}
    at = 0
    for signal in SIGNALS:
        without[signal.name] = frozenset(range(at, at + len(signal.columns)))
        at += len(signal.columns)
    without["words beside"] = frozenset(range(len(COLUMNS), bench.table.numbers.shape[1]))
    names = frozenset(case.name for case in bench.cases)
    trials = [Trial(names - out, out, columns) for columns in without.values() for out in _few(bench)]
    whole, *losses = _losses(bench, trials)
    _head("without", "log-loss", "more by")
    _say(f"| nothing | {whole:.4f} | |")
    for (name, _), loss in zip([*without.items()][1:], losses, strict=True):
        _say(f"| {name} | {loss:.4f} | {loss - whole:+.4f} |")


PARTS: dict[str, Callable[[Bench], None]] = {
    part.__name__: part for part in (scores, costs, calibration, learning, ablation)
}
_SCORED = ("scores", "costs")


def _parts(text: str) -> list[str]:
    names = text.split(",")
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        raise argparse.ArgumentTypeError(f"no part {', '.join(unknown)}: there are {', '.join(PARTS)}")
    return names


def main() -> None:
    """Print the tables of the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--groups", type=int, default=12, help="groups of cases left out in turn; 0: each case alone")
    parser.add_argument("--parts", type=_parts, default=list(PARTS), help="separated by commas")
    parser.add_argument("--corpora", type=Path, default=shared())
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at a time")
    args = parser.parse_args()
    found = sets(args.corpora)
    for folder in found.missing:
        _say(f"missing, left out: {folder}")
    bench = Bench(corpus.read(found.there), scorer_of(args.corpora), args.groups, args.jobs)
    for name in args.parts:
        if name in _SCORED and bench.scorer is None:
            _say(f"\n{name}: skipped, the corpora's scorer (tools/score_gold.py) is not there")
        else:
            PARTS[name](bench)


if __name__ == "__main__":
    main()
