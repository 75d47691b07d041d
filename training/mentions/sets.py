"""Which sets of annotated cases there are to fit on, and their rows with the copies made from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from training.mentions.augment import published, recased, swapped
from training.mentions.corpus import Case
from training.mentions.rows import Rows, rows_of

_ROOT = Path(__file__).parents[2]
OURS = (_ROOT / "tests/gold", _ROOT / "training/cases")
_SHARED = ("data/gold", "data/corpus")
SWAPS, COPY, ALONE = 1, 0.5, 0.3
"""Copies of each case with other names; how much a copy counts beside an original, and a paragraph read by itself."""
RECASED: dict[str, Callable[[str], str]] = {"small": str.lower, "capitals": str.upper}


@dataclass(frozen=True, slots=True)
class Sets:
    """The folders of annotated cases that are there, and those of the corpora that are missing."""

    there: Sequence[Path]
    missing: Sequence[Path]


def sets(corpora: Path) -> Sets:
    """Our own sets, and the shared ones in the folder of the corpora."""
    shared = [corpora / name for name in _SHARED]
    there = [folder for folder in (*shared, *OURS) if (folder / "gold.jsonl").is_file()]
    return Sets(there, [folder for folder in shared if folder not in there])


def copies(case: Case) -> Iterator[Case]:
    """What is made from a case to fit on beside it."""
    yield from (swapped(case, seed) for seed in range(SWAPS))
    yield from (recased(case, change, what) for what, change in RECASED.items())
    yield published(case)


def _with_copies(case: Case) -> Rows:
    rows = rows_of(case)
    rows.add(rows_of(case, weight=ALONE, alone=True))
    for copy in copies(case):
        rows.add(rows_of(copy, weight=COPY))
    return rows


def rows_of_all(cases: Sequence[Case], jobs: int) -> Rows:
    """The rows of cases and their copies, in order, read by several processes."""
    rows = Rows()
    with ProcessPoolExecutor(jobs) as pool:
        for each in pool.map(_with_copies, cases, chunksize=4):
            rows.add(each)
    return rows
