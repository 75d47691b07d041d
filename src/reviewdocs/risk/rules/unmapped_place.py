"""A place below the authority narrows the search."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, detected

HITS = (Example("parked in Heron Street"),)
MISSES = (Example("parked in the street"),)

RULE = Rule(
    name="unmapped-place",
    severity=Severity.REVIEW,
    category=Category.PLACE,
    message="A place is named that is not in the map.",
    remedy="Put it into the map, or say what kind of place it is.",
    find=detected(Category.PLACE),
)
