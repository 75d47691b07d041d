"""Annotated cases as rows of numbers: one for each candidate that the detectors propose and no filter vetoes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reviewdocs.detect import models
from reviewdocs.detect.engine import Detector
from reviewdocs.detect.telling.place import Place
from reviewdocs.detect.telling.signals.registered import marks, seen
from reviewdocs.formats.opening import open_document
from reviewdocs.model.mentions import Detection
from reviewdocs.pseudonymise import Resolver
from reviewdocs.risk.allowed import Allowed
from reviewdocs.risk.examination import typed
from reviewdocs.risk.examined import FILE_NAME
from reviewdocs.risk.place import LONGEST_TEXT
from training.mentions.corpus import Case, Text
from training.telling import published

UNTOLD = -1
"""Known of a candidate of which the annotation does not say: who is permitted by this map would be told by another."""


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate of a passage.

    Attributes:
        case, number: the case, and which of its passages.
        detection: as it would be told, with its detector's score.
        start, end: code points in the passage.
        numbers, marks: what the signals see.
        known: 1 where it touches what identifies somebody, 0 where not, `UNTOLD` where that cannot be said.
        mapped: whether what it touches is somebody or something of the map, which is found with or without it.
    """

    case: str
    number: int
    detection: Detection
    start: int
    end: int
    numbers: list[float]
    marks: list[tuple[str, str]]
    known: int
    mapped: bool

    @property
    def published(self) -> bool:
        """Whether it is of a page in the manner of what is published."""
        return self.case.startswith(published.FOLDER)


def model_of(case: str, folds: Path | None) -> Path | None:
    """The language model that has not seen a case, of what `python -m training --folds` wrote; None: the shipped."""
    if folds is None:
        return None
    return folds / str(_groups(folds).get(case, 0))


@cache
def _groups(folds: Path) -> Mapping[str, int]:
    held: dict[str, int] = json.loads((folds / "groups.json").read_text(encoding="utf-8"))
    return held


@cache
def _detector(model: Path | None) -> Detector:
    """A detector with a language model in the shipped one's stead."""
    shipped = models.SHIPPED
    vars(models)["SHIPPED"] = model or shipped
    try:
        return Detector()
    finally:
        vars(models)["SHIPPED"] = shipped


def rows_of(case: Case, folds: Path | None) -> list[Row]:
    """The rows of a case: what its map permits is no candidate, as in a check."""
    detector = _detector(model_of(case.name, folds))
    resolver = Resolver(case.pmap)
    return [row for number, text in enumerate(case.texts) for row in _of_text(case, number, text, detector, resolver)]


def file_of(number: int) -> str:
    """What a passage is called as a file."""
    return f"passage-{number}.txt"


def _of_text(case: Case, number: int, text: Text, detector: Detector, resolver: Resolver) -> Iterator[Row]:
    paragraphs = open_document(file_of(number), text.text.encode()).paragraphs()
    allowed = Allowed(case.pmap, tuple(resolver.resolve(paragraphs)), paragraphs)
    proposed = detector.proposed(typed(paragraphs))
    for block, candidates in proposed.blocks:
        for candidate in candidates:
            place = block.locate(candidate.find.start, candidate.find.end)
            if place is None or place[0].key[0] == FILE_NAME:
                continue
            paragraph, first, last = place
            written = paragraph.text[first:last]
            detection = Detection(
                paragraph.key, first, last, written, candidate.category, candidate.find.score, candidate.detectors
            )
            start, end = paragraph.offset + first, paragraph.offset + last
            if end - start > LONGEST_TEXT or allowed.permits(detection):
                continue
            at = Place(candidate, proposed.facts)
            known, mapped = known_of(text, start, end)
            yield Row(case.name, number, detection, start, end, seen(at), marks(at), known, mapped)


def known_of(text: Text, start: int, end: int) -> tuple[int, bool]:
    """What the annotation says of the code points [start, end): as `Row.known` and `Row.mapped`."""
    touched = [span for span in text.spans if span["start"] < end and start < span["end"]]
    if any(span["action"] == "flag" for span in touched):
        return 1, False
    if any(span["action"] == "replace" for span in touched):
        return 1, True
    return (UNTOLD if any(span["label_or_ref"] == "permitted" for span in touched) else 0), False


def _asked(asked: tuple[Case, Path | None]) -> list[Row]:
    return rows_of(*asked)


def rows_of_all(cases: Sequence[Case], folds: Path | None, jobs: int) -> list[Row]:
    """The rows of cases, in order, read by several processes."""
    with ProcessPoolExecutor(jobs) as pool:
        return [row for rows in pool.map(_asked, [(case, folds) for case in cases], chunksize=4) for row in rows]
