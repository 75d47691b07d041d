"""Pages in the manner of what is published, to fit on beside the annotated cases, in which nearly every name is
somebody's: what is to be told in them is marked, and all else is harmless, but for what a reader would want to look at.

They are those of `tests/silence`, each folder by an author who had not seen the code; its judgements say what is fair.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from training.mentions.corpus import Case, Text

FOLDER = "published"
_PAGES = Path(__file__).parents[2] / "tests" / "silence"


def cases() -> Iterator[Case]:
    """Each page as a case with an empty map; those of one folder are of one author."""
    fair: dict[str, set[str]] = defaultdict(set)
    with (_PAGES / "judged.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["verdict"] != "silly":
                fair[row["page"]].add(row["text"])
    for page in sorted(_PAGES.glob("*/*.txt")):
        known = f"{page.parent.name}/{page.stem}"
        text = page.read_text(encoding="utf-8")
        told = yaml.safe_load(page.with_suffix(".yaml").read_text(encoding="utf-8"))["to_tell"] or ()
        spans = [span for each in told for span in _spans(text, str(each["text"]), "flag", "to tell")]
        spans += [span for each in fair[known] for span in _spans(text, each, "keep", "permitted")]
        name = f"{FOLDER}/{page.parent.name}-{page.stem}".replace("-", "_").replace("_", "-", 1)
        yield Case(name, {"id": known, "review_type": "lcspr", "people": []}, [Text(name, "1-report", text, spans)])


def _spans(text: str, wanted: str, action: str, label: str) -> Iterator[dict[str, Any]]:
    start = text.find(wanted)
    while wanted and start >= 0:
        yield {"start": start, "end": start + len(wanted), "action": action, "label_or_ref": label}
        start = text.find(wanted, start + 1)
