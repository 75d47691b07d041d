"""The file's own name holds a name of the map, or something else that identifies."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.language.spans import overlap
from reviewdocs.model.decisions import Decidable
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category, Outcome
from reviewdocs.risk.examined import FILE_NAME, Examined
from reviewdocs.risk.rule import MAP, Example, Hit, Rule

HITS = (
    Example("Text.", file="Saffron_Quillfeather_overview.docx"),
    Example("Text.", file="Mark_Young.docx"),
)
MISSES = (Example("Text.", file="overview-report.docx"), Example("Text.", file="report 12-03-2024.docx"))

_IDENTIFIES = (Category.PERSON, Category.CONTACT, Category.CODE, Category.ADDRESS, Category.DOB, Category.VEHICLE)


def _find(examined: Examined) -> Iterator[Hit]:
    named = [m for m in examined.mentions if m.paragraph[0] == FILE_NAME and m.outcome is not Outcome.KEPT]
    for mention in named:
        yield Hit(mention.text, detected_by=(MAP,), refs=mention.refs)
    for found in examined.detections:
        if found.paragraph[0] != FILE_NAME or found.category not in _IDENTIFIES:
            continue
        if not any(overlap(found, mention) for mention in named):
            yield Hit(found.text, confidence=found.score, detected_by=found.detectors)


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
