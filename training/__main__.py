"""Trains the shipped model from nothing: `python -m training [--work FOLDER] [--out FOLDER] [--jobs 2]`.

REVIEWDOCS_CORPORA tells where the data sets lie (by default `shared` beside the checkout). About half an hour of one
core for each recogniser. The same seeds give the same model on the same machine and versions.
"""

from __future__ import annotations

import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from training import decision, package
from training.ner import PLANS, train

_OUT = Path(__file__).parents[1] / "src/reviewdocs/detect/model"


def main() -> None:
    """Train the recognisers, fit the decision stage, write the pipeline."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("training-work"), help="where the parts are kept")
    parser.add_argument("--out", type=Path, default=_OUT)
    parser.add_argument("--jobs", type=int, default=1, help="recognisers trained at a time")
    parser.add_argument("--keep", action="store_true", help="take recognisers that are in the work folder already")
    args = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    args.work.mkdir(parents=True, exist_ok=True)
    parts = [args.work / plan.name for plan in PLANS]
    with ProcessPoolExecutor(args.jobs) as pool:
        waiting = [
            pool.submit(train, plan, part)
            for plan, part in zip(PLANS, parts, strict=True)
            if not (args.keep and part.exists())
        ]
        for each in waiting:
            each.result()
    nlp = package.united(parts)
    package.lean(nlp, PLANS)
    package.add_decision(nlp, decision.fit(nlp))
    package.write(nlp, args.out)
    size = sum(f.stat().st_size for f in args.out.rglob("*") if f.is_file()) / 1e6
    sys.stdout.write(f"{args.out}: {size:.1f} MB. Now: python -m training.evaluate {args.out}\n")


if __name__ == "__main__":
    main()
