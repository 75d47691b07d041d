"""Police operation names are unique search terms."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, detected

HITS = (Example("Operation Ashcombe began"),)
MISSES = (Example("an Operation Encompass notice"),)

RULE = Rule(
    name="operation",
    severity=Severity.REVIEW,
    category=Category.OPERATION,
    message="The name of a police operation is stated: it is a search term.",
    remedy="Say that the police investigated.",
    find=detected(Category.OPERATION),
)
