"""NHS, National Insurance, passport, bank and other numbers given to one person; codes and passwords."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule, of_detection
from reviewdocs.risk.rules.reference import of_a_record

HITS = (Example("NHS no. 999 000 0018"), Example("NI number QQ 12 34 56 C"), Example("key safe 2580"))
MISSES = (Example("ring NHS 111"), Example("Our ref: ABC/1234567/XY"))


def _find(examined: Examined) -> Iterator[Hit]:
    return (of_detection(d) for d in examined.detections_of(Category.CODE) if not of_a_record(d))


RULE = Rule(
    name="personal-number",
    severity=Severity.BLOCK,
    category=Category.CODE,
    message="A number, code or password that belongs to one person or household is stated.",
    remedy="Take it out.",
    find=_find,
)
