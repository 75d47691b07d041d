"""Newspapers and headlines can be searched for."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, detected

HITS = (Example("a headline in the Barchester Courier"),)
MISSES = (Example("there was press interest"),)

RULE = Rule(
    name="media",
    severity=Severity.REVIEW,
    category=Category.MEDIA,
    message="Press coverage is named or quoted: it is searchable.",
    remedy="Say that there was local press interest.",
    find=detected(Category.MEDIA),
)
