"""Twins and unusual sets of brothers and sisters."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule
from reviewdocs.risk.unusual.fact import FactKind
from reviewdocs.risk.unusual.hits import stated

HITS = (
    Example("The twins were weighed."),
    Example("He was the eldest of nine children."),
)
MISSES = (
    Example("a twin-track plan"),
    Example("twin beds"),
    Example("She has a brother and a half-sister."),
)

RULE = Rule(
    name="sibling-set",
    severity=Severity.NOTE,
    category=Category.RARE_FACT,
    message="Twins or an unusual set of brothers and sisters are mentioned: few families have them.",
    remedy="Say “siblings”, unless the learning depends on it.",
    find=stated(FactKind.SIBLINGS, rare=False),
)
