"""References of case files, logs, exhibits, units and officers: they lead to a record, and through it to people."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule, of_detection

FILES = frozenset({"UkCaseReference", "UkCrimeReference", "UkOfficerNumber"})
"""The recognisers of references to records and posts rather than of numbers given to a person."""

HITS = (Example("Our ref: ABC/1234567/XY"), Example("Log no. ABC-20200101-0001"), Example("(collar no. 2287)"))
MISSES = (Example("NHS no. 999 000 0018"), Example("NICE guideline CG89"))


def _find(examined: Examined) -> Iterator[Hit]:
    return (of_detection(d) for d in examined.detections_of(Category.CODE) if FILES.issuperset(d.detectors))


RULE = Rule(
    name="reference",
    severity=Severity.REVIEW,
    category=Category.CODE,
    message="A reference of a record, log, unit or officer is stated.",
    remedy="Take it out.",
    find=_find,
)
