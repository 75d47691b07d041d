"""Trains the shipped model from nothing: `python -m training [--work FOLDER] [--out FOLDER] [--folds 4]`.

REVIEWDOCS_CORPORA tells where the data sets lie (by default `shared` beside the checkout); annotated cases that are
not there are named, and the project's own taken. About a quarter of an hour of one core. The same seeds give the same
model on the same machine and versions.

With `--folds` no model is shipped: the cases are parted into so many groups, all of one author in one group, and the
work folder gets a model for each group that has not seen it (`0`, `1` …) and `groups.json`: which case is of which
group.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reviewdocs.detect import network
from training import corpora, package, passages
from training.mentions.corpus import Case, read
from training.mentions.sets import sets
from training.ner import FIRST, THEN, train

_OUT = Path(__file__).parents[1] / "src/reviewdocs/detect/model"


def main() -> None:
    """Train, and write the pipeline or those of the groups."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("training-work"), help="where the parts are kept")
    parser.add_argument("--out", type=Path, default=_OUT)
    parser.add_argument("--folds", type=int, default=0, help="groups of cases to leave out in turn")
    parser.add_argument("--keep", action="store_true", help="take what the first plan left in the work folder")
    args = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    found = sets(corpora.shared())
    for folder in found.missing:
        sys.stdout.write(f"not there, and not trained on: {folder}\n")
    cases = read(found.there)
    first = args.work / "first"
    if not (args.keep and first.is_dir()):
        begun = train(FIRST, ())
        first.mkdir(parents=True, exist_ok=True)
        network.write(begun, first)
    if args.folds:
        _leave_out(cases, args.folds, first, args.work)
    else:
        _written(network.read(first), cases, args.out)


def _leave_out(cases: Sequence[Case], count: int, first: Path, work: Path) -> None:
    group = passages.folds(cases, count)
    (work / "groups.json").write_text(json.dumps(group, indent=1, sort_keys=True), encoding="utf-8")
    for number in range(count):
        seen = [case for case in cases if group[case.name] != number]
        _written(network.read(first), seen, work / str(number))


def _written(begun: Any, cases: Sequence[Case], out: Path) -> None:
    package.write(package.packed(train(THEN, cases, begun)), out)
    size = sum(f.stat().st_size for f in out.rglob("*") if f.is_file()) / 1e6
    sys.stdout.write(f"{out}: {size:.1f} MB\n")


if __name__ == "__main__":
    main()
