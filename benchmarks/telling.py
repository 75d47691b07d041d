"""How well a check tells what identifies in cases that nothing was fitted on: each author is left out in turn.

    python -m benchmarks.telling [--folds FOLDER] [--groups 8] [--parts scores,categories,costs,calibration] [--jobs 2]

The cases are ours (`tests/gold`, `training/cases`) and, where they are there, the shared ones (REVIEWDOCS_CORPORA, by
default `shared` beside the checkout), whose scorer this needs. `--folds` as for `python -m training.telling`. The text
is left as it is and checked with the case's map. Parts:

* scores: named, kept and alarms, with 95 % intervals by drawing cases again, in all, by register and by set: as a check
  tells, and without the findings that the map makes (its words that still stand), which this does not weigh;
* categories: named of each category, and alarms of each rule;
* costs: the same in all for other costs of a miss;
* calibration: what came true of the probabilities.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from training.corpora import shared
from training.mentions import calibration, corpus
from training.mentions.scoring import ALL, REGISTERS, Figure, Tally, interval, rate, scorer_of
from training.mentions.sets import sets
from training.telling.authors import GROUPS, groups
from training.telling.fit import left_out, matrix, vocabulary
from training.telling.rows import UNTOLD, Row, rows_of_all
from training.telling.scoring import FIGURES, Chosen, chosen, scored

from reviewdocs.detect.telling.decide import MISSED

_OF_THE_MAP = frozenset({"standing", "map-survivor", "undecided-name", "undecided-mention"})
"""Rules whose findings the map makes."""
_TIMES = (0.5, 0.7, 1.0, 1.5, 2.0)


@dataclass
class Bench:
    """The cases, and how they are read and parted."""

    cases: Sequence[corpus.Case]
    scorer: Path
    folds: Path | None
    count: int
    jobs: int

    @cached_property
    def rows(self) -> list[Row]:
        """The candidates of all cases."""
        return rows_of_all(self.cases, self.folds, self.jobs)

    @cached_property
    def pairs(self) -> list[tuple[np.ndarray, np.ndarray]]:
        """Of each group, the logarithms of the odds and what is so."""
        known = np.asarray([row.known for row in self.rows])
        return [
            (self._odds[at & (known != UNTOLD)], known[at & (known != UNTOLD)]) for at in map(self._of, self._numbers)
        ]

    @cached_property
    def probabilities(self) -> np.ndarray:
        """Of each row, by what was fitted and calibrated without its author."""
        said = np.zeros(len(self.rows))
        plain = calibration.chosen(self.pairs)[0] == calibration.NONE
        for number in self._numbers:
            others = calibration.together(pair for other, pair in enumerate(self.pairs) if other != number)
            line = calibration.NONE if plain else calibration.fitted(*others)
            said[self._of(number)] = calibration.probabilities(self._odds[self._of(number)], line)
        return said

    @cached_property
    def _group(self) -> np.ndarray:
        group = groups(self.cases, self.count)
        return np.asarray([group[row.case] for row in self.rows])

    @property
    def _numbers(self) -> range:
        return range(self.count)

    def _of(self, number: int) -> np.ndarray:
        return np.asarray(self._group == number)

    @cached_property
    def _odds(self) -> np.ndarray:
        return left_out(self.rows, matrix(self.rows, vocabulary(self.rows)), self._group.tolist(), self.jobs)

    def tallies(self, times: float = 1.0, but: frozenset[str] = frozenset()) -> dict[str, Tally]:
        """What became of each case, where a miss costs so many times what it does."""
        found = chosen(self.rows, self.probabilities.tolist(), {what: times * cost for what, cost in MISSED.items()})
        asked = [
            (case, {key: told for key, told in found.items() if key[0] == case.name}, self.scorer, but)
            for case in self.cases
        ]
        with ProcessPoolExecutor(self.jobs) as pool:
            return dict(zip([case.name for case in self.cases], pool.map(_scored, asked, chunksize=4), strict=True))


def _scored(asked: tuple[corpus.Case, Chosen, Path, frozenset[str]]) -> Tally:
    return scored(*asked)


def _say(text: str = "") -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _head(*columns: str) -> None:
    _say(f"\n| {' | '.join(columns)} |\n{'|---' * len(columns)}|")


_COLUMNS = ("details", *(f"{figure.name}{' per 1,000 words' if figure.per > 1 else ''}" for figure in FIGURES))


def _row(name: str, tallies: Sequence[Tally], register: str = ALL) -> None:
    cells = [str(sum(tally[register, "flags"] for tally in tallies))]
    for figure in FIGURES:
        digits = 1 if figure.per > 1 else 3
        low, high = interval(tallies, figure, register)
        cells.append(f"{rate(tallies, figure, register):.{digits}f} ({low:.{digits}f}–{high:.{digits}f})")
    _say(f"| {name} | {' | '.join(cells)} |")


def scores(bench: Bench) -> None:
    """In all, by register and by set, with and without what the map makes."""
    for head, but in (("authors left out", frozenset[str]()), ("without what the map makes", _OF_THE_MAP)):
        tallies = bench.tallies(but=but)
        _head(head, *_COLUMNS)
        _row(f"all, {len(tallies)} cases", [*tallies.values()])
        for register in REGISTERS:
            _row(register, [tally for tally in tallies.values() if tally[register, "words"]], register)
        for folder in dict.fromkeys(name.rpartition("/")[0] for name in tallies):
            of_set = [tally for name, tally in tallies.items() if name.startswith(f"{folder}/")]
            _row(f"{folder}, {len(of_set)} cases", of_set)


def categories(bench: Bench) -> None:
    """Each category of detail, and the rules that raise alarms."""
    tallies = [*bench.tallies().values()]
    named = sorted({what for tally in tallies for _, what in tally if what.startswith("flags ")})
    _head("category", "details", "named")
    for what in named:
        figure = Figure(what.replace("flags", "named"), what)
        low, high = interval(tallies, figure)
        of = sum(tally[ALL, what] for tally in tallies)
        _say(f"| {what.removeprefix('flags ')} | {of} | {rate(tallies, figure):.3f} ({low:.3f}–{high:.3f}) |")
    rules = sorted({what for tally in tallies for _, what in tally if what.startswith("alarms ")})
    _head("rule", "alarms")
    for what in rules:
        _say(f"| {what.removeprefix('alarms ')} | {sum(tally[ALL, what] for tally in tallies)} |")


def costs(bench: Bench) -> None:
    """What a miss may cost."""
    _head("a miss costs", *_COLUMNS)
    for times in _TIMES:
        _row(f"{times:g} times as much", [*bench.tallies(times).values()])


def calibrated(bench: Bench) -> None:
    """How far off the probabilities are, and what came true of them."""
    odds, known = calibration.together(bench.pairs)
    said = calibration.probabilities(odds)
    _, before, after = calibration.chosen(bench.pairs)
    _say(f"\n{len(known)} candidates, {known.mean():.3f} to be told: log-loss {calibration.log_loss(said, known):.4f},")
    _say(f"Brier score {before:.4f}, calibrated {after:.4f}")
    _head("probability", "candidates", "mean said", "came true")
    for each in calibration.reliability(said, known):
        _say(f"| {each.low:g}–{each.high:g} | {each.candidates} | {each.said:.3f} | {each.true:.3f} |")


_PARTS = {"scores": scores, "categories": categories, "costs": costs, "calibration": calibrated}


def main() -> None:
    """Print the tables asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=Path, help="folder of the language models that have not seen their group")
    parser.add_argument("--groups", type=int, default=GROUPS)
    parser.add_argument("--parts", default=",".join(_PARTS))
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()
    scorer = scorer_of(shared())
    if scorer is None:
        sys.exit("The scorer of the corpora is not there: REVIEWDOCS_CORPORA tells where they lie.")
    bench = Bench(corpus.read(sets(shared()).there), scorer, args.folds, args.groups, args.jobs)
    for part in args.parts.split(","):
        _PARTS[part](bench)


if __name__ == "__main__":
    main()
