"""Ages in days, weeks or months narrow a birth down."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, detected

HITS = (Example("aged 32 months"),)
MISSES = (Example("six weeks later"),)

RULE = Rule(
    name="age",
    severity=Severity.NOTE,
    category=Category.AGE,
    message="An age is stated in days, weeks or months.",
    remedy="Round it (under one, a toddler) unless the learning depends on it.",
    find=detected(Category.AGE),
)
