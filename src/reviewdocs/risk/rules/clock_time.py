"""Clock times make an event searchable."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, detected

HITS = (Example("rang at 08:14"),)
MISSES = (
    Example("rang in the morning"),
    Example("see 6.14"),
)

RULE = Rule(
    name="clock-time",
    severity=Severity.REVIEW,
    category=Category.TIME,
    message="A clock time is stated.",
    remedy="Say morning, evening or night, unless the minute matters for the learning.",
    find=detected(Category.TIME),
)
