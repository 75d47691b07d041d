"""Court and case lead to the judgment and the names in it."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, detected

HITS = (Example("sentenced at Barchester Crown Court"),)
MISSES = (Example("sentenced in the Crown Court"),)

RULE = Rule(
    name="court",
    severity=Severity.REVIEW,
    category=Category.COURT,
    message="A court is named, or a court case numbered: with the date it leads to the case and the names.",
    remedy="Say that there was a trial, inquest or family proceedings, and the outcome.",
    find=detected(Category.COURT),
)
