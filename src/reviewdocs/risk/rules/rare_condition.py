"""A condition or injury that few people have."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule
from reviewdocs.risk.unusual.fact import FactKind
from reviewdocs.risk.unusual.hits import stated

HITS = (
    Example("The child has Kleefstra syndrome."),
    Example("tests for epidermolysis bullosa"),
    Example("He lost two fingers in a lathe."),
)
MISSES = (
    Example("She has asthma and epilepsy."),
    Example("a diagnosis of Down's syndrome"),
    Example("Alzheimer's disease"),
    Example("Irritable Bowel Syndrome"),
    Example("a conduct disorder"),
)

RULE = Rule(
    name="rare-condition",
    severity=Severity.REVIEW,
    category=Category.RARE_FACT,
    message="A condition or injury is stated that few people have: with an age or a place it fits one person.",
    remedy="Say what it meant for care (a life-limiting condition, a physical disability) and not its name, "
    "unless the learning depends on it.",
    find=stated(FactKind.CONDITION, rare=True),
)
