"""Somebody who is the only, the first or the last in a place or a group."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule
from reviewdocs.risk.unusual.fact import FactKind
from reviewdocs.risk.unusual.hits import stated

HITS = (
    Example("They were the only Bolivian family in the village."),
    Example("He was the last lamplighter in the county."),
    Example("She is one of two women on the site."),
    Example("Britain's youngest magistrate"),
)
MISSES = (
    Example("She was the only professional who saw the child."),
    Example("This was the first review in the county."),
    Example("It was one of two referrals."),
    Example("He was the first person to arrive."),
)

RULE = Rule(
    name="stands-alone",
    severity=Severity.REVIEW,
    category=Category.RARE_FACT,
    message="Somebody is said to be the only, the first, the last or one of very few in a place.",
    remedy="Leave out what makes the person the only one, unless the learning depends on it.",
    find=stated(FactKind.SINGULAR, rare=True),
)
