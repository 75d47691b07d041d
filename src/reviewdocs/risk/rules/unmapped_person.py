"""A name that nobody has decided about."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, detected

HITS = (Example("Dr Winifred Ashgrove saw him."),)
MISSES = (
    Example("Dr A saw him."),
    Example("Social Worker 2 saw him."),
)

RULE = Rule(
    name="unmapped-person",
    severity=Severity.REVIEW,
    category=Category.PERSON,
    message="A person is named who is neither in the map nor permitted.",
    remedy="Put the person into the map, or say only the role.",
    find=detected(Category.PERSON),
)
