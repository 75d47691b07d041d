"""The file's own name holds a name of the map, or something else that identifies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from reviewdocs.language.running import all_words
from reviewdocs.language.spans import overlap
from reviewdocs.model.decisions import Decidable
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category, Detection, Outcome
from reviewdocs.risk.examined import FILE_NAME, Examined
from reviewdocs.risk.rule import MAP, Example, Hit, Rule

HITS = (Example("Text.", file="Saffron_Quillfeather_overview.docx"),)
MISSES = (Example("Text.", file="overview-report.docx"), Example("Text.", file="report 12-03-2024.docx"))

_MARKS = re.compile(r"[\W_]+")
_IDENTIFIES = (Category.PERSON, Category.CONTACT, Category.CODE, Category.ADDRESS, Category.DOB, Category.VEHICLE)


def _find(examined: Examined) -> Iterator[Hit]:
    named = [m for m in examined.mentions if m.paragraph[0] == FILE_NAME and m.outcome is not Outcome.KEPT]
    for mention in named:
        yield Hit(mention.text, detected_by=(MAP,), refs=mention.refs)
    for found in examined.detections:
        if found.paragraph[0] != FILE_NAME or found.category not in _IDENTIFIES:
            continue
        if not any(overlap(found, mention) for mention in named) and not _names_nobody(found):
            yield Hit(found.text, confidence=found.score, detected_by=found.detectors)


def _names_nobody(found: Detection) -> bool:
    """Whether it is a person made of ordinary words: "overview-report.docx"."""
    return found.category is Category.PERSON and all_words(_MARKS.sub(" ", PurePath(found.text).stem))


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
