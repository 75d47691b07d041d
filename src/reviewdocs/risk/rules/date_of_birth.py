"""A date of birth singles somebody out almost by itself."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, detected

HITS = (Example("DOB 14/05/2018"),)
MISSES = (Example("born in 2018"),)

RULE = Rule(
    name="date-of-birth",
    severity=Severity.BLOCK,
    category=Category.DOB,
    message="A date of birth is stated.",
    remedy="Give the age in years at the time, or the year.",
    find=detected(Category.DOB),
)
