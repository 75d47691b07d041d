"""References of case files, logs, exhibits, units and officers: they lead to a record, and through it to people."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category, Detection
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule, of_detection

_RECORDS = frozenset({"UkCaseReference", "UkCrimeReference", "UkOfficerNumber", "LanguageModel"})
"""What finds references to records and posts rather than numbers given to a person."""

HITS = (Example("Our ref: ABC/1234567/XY"), Example("Log no. ABC-20200101-0001"), Example("(collar no. 2287)"))
MISSES = (Example("NHS no. 999 000 0018"), Example("NICE guideline CG89"))


def of_a_record(detection: Detection) -> bool:
    """Whether a code is a record's: so says every recogniser that found it; the language model cannot tell."""
    return _RECORDS.issuperset(detection.detectors)


def _find(examined: Examined) -> Iterator[Hit]:
    return (of_detection(d) for d in examined.detections_of(Category.CODE) if of_a_record(d))


RULE = Rule(
    name="reference",
    severity=Severity.REVIEW,
    category=Category.CODE,
    message="A reference of a record, log, unit or officer is stated.",
    remedy="Take it out.",
    find=_find,
)
