"""The file's own name holds a name of the map, or something else that identifies."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.decisions import Decidable
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category, Outcome
from reviewdocs.risk.examined import FILE_NAME, Examined
from reviewdocs.risk.rule import MAP, Example, Hit, Rule

HITS = (Example("Text.", file="Saffron_Quillfeather_overview.docx"),)
MISSES = (Example("Text.", file="overview-report.docx"), Example("Text.", file="report 12-03-2024.docx"))

_IDENTIFIES = (Category.PERSON, Category.CONTACT, Category.CODE, Category.ADDRESS, Category.DOB, Category.VEHICLE)


def _find(examined: Examined) -> Iterator[Hit]:
    for mention in examined.mentions:
        if mention.paragraph[0] == FILE_NAME and mention.outcome is not Outcome.KEPT:
            yield Hit(mention.text, detected_by=(MAP,), refs=mention.refs)
    for detection in examined.detections:
        if detection.paragraph[0] == FILE_NAME and detection.category in _IDENTIFIES:
            yield Hit(detection.text, confidence=detection.score, detected_by=detection.detectors)


RULE = Rule(
    name="file-name",
    severity=Severity.BLOCK,
    category=Category.HIDDEN,
    message="The name of the file identifies somebody.",
    remedy="Rename the file.",
    find=_find,
    decidable=Decidable.ONE_PLACE,
    names=True,
)
