"""What `chronology merge` costs beside a straightforward pandas merge of clean rows, and how it grows.

    python benchmarks/chronology.py [ROWS]

pandas is no dependency: install it beside for this. Its merge reads the same six .csv files, takes for granted that
they are clean, parses the dates day first, puts them in order and writes one .csv. Ours reads any heading and date,
accounts for every row and writes the case's chronology; the Word document with its pictures is told apart. In turns, in
seconds of processor time with that of the worker, for other work may go on beside.
"""

from __future__ import annotations

import csv
import datetime as dt
import os
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from reviewdocs import resources
from reviewdocs.model.chronology import MergedChronology
from reviewdocs.records.chronology_data import as_yaml
from reviewdocs.store.case import Case
from reviewdocs.workflows import chronology

TODAY = dt.date(2026, 12, 1)
AGENCIES = ("CSC", "POLICE", "COMMUNITY", "ICB", "HOSPITAL", "NURSERY")
ROUNDS = 3


def returns(folder: Path, rows: int) -> list[Path]:
    """Six agencies' clean files with so many rows in all."""
    chance, files = random.Random(7), []
    for agency in AGENCIES:
        path = folder / f"{agency}.csv"
        with path.open("w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out)
            writer.writerow(["Start Date", "Start Time", "Source of Information", "Event", "Outcome"])
            for number in range(rows // len(AGENCIES)):
                day = dt.date(2021, 11, 1) + dt.timedelta(days=chance.randrange(730))
                event = f"{agency} {number}: visit to the family at home, seen with mother, plan agreed and recorded"
                writer.writerow(
                    [f"{day:%d/%m/%Y}", f"{chance.randrange(24):02}:{chance.randrange(60):02}", "Log", event, "NFA"]
                )
        files.append(path)
    return files


def by_pandas(files: list[Path], target: Path) -> None:
    """The straightforward merge."""
    import pandas

    read = [pandas.read_csv(file, dtype=str).assign(Agency=file.stem) for file in files]
    merged = pandas.concat(read, ignore_index=True)
    merged["Start Date"] = pandas.to_datetime(merged["Start Date"], dayfirst=True, format="%d/%m/%Y")
    merged.sort_values(["Start Date", "Start Time"], kind="stable").to_csv(target, index=False)


def case_in(folder: Path) -> Case:
    """A case without a chronology of its own."""
    shutil.copy(resources.folder("examples") / "lcspr-demo" / "review.yaml", folder)
    return Case.open(folder)


def seconds(work: Callable[[], object]) -> float:
    """How long a processor works on it, here and in the worker."""
    before = os.times()
    work()
    after = os.times()
    return sum(after[:4]) - sum(before[:4])


def measure(rows: int, *, rounds: int = ROUNDS) -> tuple[Case, float, float]:
    """The case with the chronology in it, and medians of pandas and of ours."""
    folder = Path(tempfile.mkdtemp(prefix="chronology-", dir=WORK.name))
    case, files = case_in(folder), returns(folder, rows)
    review = case.load_review()

    def ours() -> None:
        (folder / "chronology.yaml").unlink(missing_ok=True)
        found = chronology._returns(case, review, [str(file) for file in files], TODAY, lambda *_: None)
        returned = [one for one in found if isinstance(one, chronology.Return)]
        merged = chronology._merged(case, review, returned, None, TODAY)
        (folder / "chronology.yaml").write_bytes(as_yaml(merged.chronology))
        assert sum(account.merged for account in merged.accounts) == rows // len(AGENCIES) * len(AGENCIES)

    taken = [(seconds(lambda: by_pandas(files, folder / "merged.csv")), seconds(ours)) for _ in range(rounds)]
    return case, statistics.median(p for p, _ in taken), statistics.median(o for _, o in taken)


def main(rows: int) -> None:
    """Measure and print."""
    import pandas

    print(f"pandas {pandas.__version__}, medians of {ROUNDS} rounds in one process")
    measure(600)  # loads what is loaded once
    for count in (rows, 12_500, 25_000, 50_000):
        case, pandas_, ours = measure(count)
        each = f"{1e6 * ours / count:4.0f} µs a row"
        print(f"{count:7,} rows: pandas {pandas_:6.2f} s, merge {ours:6.2f} s ({ours / pandas_:4.1f} times; {each})")
        if count == rows:
            whole, nothing = case.load_review(), MergedChronology(first=TODAY)
            made = seconds(partial(chronology._document, case, whole, nothing, TODAY))
            print(f"{'':7}       its Word document with pictures {made:6.2f} s")


WORK = tempfile.TemporaryDirectory()

if __name__ == "__main__":
    with WORK:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
