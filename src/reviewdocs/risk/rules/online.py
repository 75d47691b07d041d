"""Links, accounts and verbatim posts can be searched for."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, detected

HITS = (Example("posted by @a_person_1"),)
MISSES = (Example("see https://www.gov.uk/guidance"),)

RULE = Rule(
    name="online",
    severity=Severity.REVIEW,
    category=Category.ONLINE,
    message="A link, account or post is given or quoted: it is searchable.",
    remedy="Describe it in other words, without the link or the account.",
    find=detected(Category.ONLINE),
)
