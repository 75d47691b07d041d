"""A registration mark leads to the keeper."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, detected

HITS = (Example("a van, AB12 CDE"),)
MISSES = (Example("a white van"),)

RULE = Rule(
    name="vehicle",
    severity=Severity.BLOCK,
    category=Category.VEHICLE,
    message="A vehicle registration mark is stated.",
    remedy="Take it out: it leads to the keeper.",
    find=detected(Category.VEHICLE),
)
