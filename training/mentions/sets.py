"""Which sets of annotated cases there are to fit on, and their rows with the copies made from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from training.mentions.augment import published, recased, swapped
from training.mentions.corpus import Case
from training.mentions.rows import Rows, rows_of

_ROOT = Path(__file__).parents[2]
OURS = (_ROOT / "tests/gold", _ROOT / "training/cases")
_SHARED = ("data/gold", "data/corpus")
SWAPS = 1
SWAPPED, OTHERWISE = 0.5, 0.3
"""How much a copy with other names counts beside an original, and one recased, read a paragraph at a
time, or published."""
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


def with_copies(case: Case) -> Rows:
    """The rows of a case and of all that is made from it to fit on beside it."""
    rows = rows_of(case)
    rows.add(rows_of(case, weight=OTHERWISE, alone=True))
    for seed in range(SWAPS):
        rows.add(rows_of(swapped(case, seed), weight=SWAPPED))
    for what, change in RECASED.items():
        rows.add(rows_of(recased(case, change, what), weight=OTHERWISE))
    rows.add(rows_of(published(case), weight=OTHERWISE))
    return rows


def rows_of_all(cases: Sequence[Case], jobs: int) -> Rows:
    """The rows of cases and their copies, in order, read by several processes."""
    rows = Rows()
    with ProcessPoolExecutor(jobs) as pool:
        for each in pool.map(with_copies, cases, chunksize=4):
            rows.add(each)
    return rows
