"""The exact length of a sentence leads to the court list and the news."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule
from reviewdocs.risk.unusual.fact import FactKind
from reviewdocs.risk.unusual.hits import stated

HITS = (Example("He must serve 23 years and 117 days."),)
MISSES = (
    Example("He was sentenced to life imprisonment."),
    Example("aged 3 years and 12 days old"),
    Example("after 2 years and 3 months"),
)

RULE = Rule(
    name="exact-sentence",
    severity=Severity.REVIEW,
    category=Category.RARE_FACT,
    message="A sentence is stated to the day: with the offence it leads to the case and the names.",
    remedy="Round it to years, or say that there was a prison sentence.",
    find=stated(FactKind.SENTENCE, rare=True),
)
