"""What `check` tells, without a map, of published text in which there is little or nothing to tell.

    python benchmarks/silence.py [FOLDER…] [--out FILE]

Pages are `*.txt`, each with a `.yaml` that lists under `to_tell` what ought to be told; all else in them is harmless.
By default those of `tests/silence`, in the manner of published reports, guidance, judgments and policies, by authors
who had not seen the code; and the passages of the `silence` cases of `../shared/data/corpus`, where what is annotated
for replacing or flagging is to be told.

A finding that blocks or asks for review and is not of what is to be told is a false alarm; some are fair (a reader
would want to look), some silly. Of a seeded sample of 200 each was judged by hand: `tests/silence/judged.csv` keeps the
judgements, and `--out` writes the sample, with what is not judged yet, to be judged there.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from reviewdocs.detect import Detector
from reviewdocs.formats.opening import open_document
from reviewdocs.model.findings import Finding, Severity
from reviewdocs.risk.examination import examine

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "tests" / "silence"
CORPUS = ROOT.parent / "shared" / "data" / "corpus" / "gold.jsonl"
JUDGED = PAGES / "judged.csv"
SAMPLE, SEED = 200, 13
SILLY, FAIR, RIGHT = "silly", "fair", "right"


@dataclass(frozen=True)
class Page:
    """A text and what in it is to be told."""

    name: str
    text: str
    to_tell: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many it has."""
        return len(self.text.split())


@dataclass(frozen=True)
class Alarm:
    """A finding of what need not be told."""

    page: str
    rule: str
    text: str
    context: str

    @property
    def key(self) -> tuple[str, str, str]:
        """By which it is judged."""
        return self.page, self.rule, self.text


def pages_of(folder: Path) -> Iterator[Page]:
    """The pages of a folder and of those in it."""
    for file in sorted(folder.rglob("*.txt")):
        told = yaml.safe_load(file.with_suffix(".yaml").read_text(encoding="utf-8"))["to_tell"] or []
        yield Page(f"{file.parent.name}/{file.stem}", file.read_text(encoding="utf-8"), tuple(t["text"] for t in told))


def corpus() -> Iterator[Page]:
    """The passages of the cases with little to find."""
    if not CORPUS.is_file():
        return
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        if passage["case"].startswith("silence-"):
            told = (span["text"] for span in passage["spans"] if span["action"] != "keep")
            yield Page(f"{passage['case']}/{passage['passage']}", passage["text"], tuple(told))


def findings(page: Page, detector: Detector) -> list[Finding]:
    """What blocks or asks for review."""
    data = page.text.encode()
    report = examine("page.txt", data, open_document("page.txt", data), None, detector)
    return [finding for finding in report.findings if finding.severity in (Severity.BLOCK, Severity.REVIEW)]


def is_of(finding: Finding, told: str) -> bool:
    """Whether a finding is of something that is to be told: either lies in the other."""
    found, wanted = " ".join(finding.text.casefold().split()), " ".join(told.casefold().split())
    return found in wanted or wanted in found


def judgements() -> dict[tuple[str, str, str], str]:
    """What was judged, by page, rule and text."""
    if not JUDGED.is_file():
        return {}
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return {(row["page"], row["rule"], row["text"]): row["verdict"] for row in csv.DictReader(file)}


def measure(name: str, pages: Sequence[Page], detector: Detector) -> list[Alarm]:
    """Print the figures of a set of pages, and give its false alarms."""
    words = told = wanted = 0
    alarms: list[Alarm] = []
    missed: list[str] = []
    for page in pages:
        found = findings(page, detector)
        words += page.words
        wanted += len(page.to_tell)
        gone = [text for text in page.to_tell if not any(is_of(finding, text) for finding in found)]
        told += len(page.to_tell) - len(gone)
        missed += [f"{page.name}: {text}" for text in gone]
        alarms += [
            Alarm(page.name, f.rule, f.text, f.context) for f in found if not any(is_of(f, t) for t in page.to_tell)
        ]
    print(f"{name}: {len(pages)} pages, {words} words; {len(alarms)} false alarms, {per(len(alarms), words)}")
    print(f"  told of what is to be told: {told} of {wanted}")
    for line in missed:
        print(f"    missed: {line}")
    print("  " + ", ".join(f"{rule} {count}" for rule, count in Counter(alarm.rule for alarm in alarms).most_common()))
    sample = sampled(alarms)
    judged = judgements()
    verdicts = Counter(judged.get(alarm.key, "not judged") for alarm in sample)
    print(f"  of a sample of {len(sample)}: " + ", ".join(f"{count} {verdict}" for verdict, count in verdicts.items()))
    if sample and not verdicts["not judged"]:
        print(f"  silly: {per(len(alarms) * verdicts[SILLY] / len(sample), words)}")
    return sample


def sampled(alarms: Iterable[Alarm]) -> list[Alarm]:
    """A seeded sample, in order."""
    everything = sorted(alarms, key=lambda alarm: (alarm.key, alarm.context))
    return sorted(random.Random(SEED).sample(everything, min(SAMPLE, len(everything))), key=lambda alarm: alarm.key)


def per(count: float, words: int) -> str:
    """A count by length of text."""
    return f"{1000 * count / words:.2f} per 1,000 words"


def main() -> None:
    """Measure each set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    detector = Detector()
    folders = given.folders or [folder for folder in sorted(PAGES.iterdir()) if folder.is_dir()]
    sets = [(folder.name, list(pages_of(folder))) for folder in folders]
    if not given.folders:
        sets.append(("silence cases of the corpus", list(corpus())))
    sample = [alarm for name, pages in sets if pages for alarm in measure(name, pages, detector)]
    if given.out:
        judged = judgements()
        with given.out.open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow(["page", "rule", "text", "verdict", "why", "context"])
            out.writerows([*alarm.key, judged.get(alarm.key, ""), "", alarm.context] for alarm in sample)


if __name__ == "__main__":
    main()
