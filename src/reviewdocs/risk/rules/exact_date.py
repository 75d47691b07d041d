"""Exact dates can be matched with news, court lists and registers."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule, detected

HITS = (Example("seen on 12 March 2019"),)
MISSES = (
    Example("seen in March 2019"),
    Example("Working Together 2018"),
)

RULE = Rule(
    name="exact-date",
    severity=Severity.REVIEW,
    category=Category.DATE,
    message="A date with a day is stated: with a news report or a register it can lead to the person.",
    remedy="Give month and year, the season, or the time since an event of the review.",
    find=detected(Category.DATE),
)
