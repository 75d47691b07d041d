"""An occupation that few people follow."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule
from reviewdocs.risk.unusual.fact import FactKind
from reviewdocs.risk.unusual.hits import stated

HITS = (
    Example("He was a lighthouse keeper."),
    Example("a retired piano tuner"),
    Example("She trained as a taxidermist."),
)
MISSES = (
    Example("He worked as a warehouse operative."),
    Example("She is a nurse."),
    Example("Mrs Falconer rang."),
    Example("He drove a taxi."),
)

RULE = Rule(
    name="rare-occupation",
    severity=Severity.REVIEW,
    category=Category.RARE_FACT,
    message="An occupation is stated that few people follow: neighbours and colleagues will know who is meant.",
    remedy="Say only what kind of work it was (a trade, shift work, self-employed), or leave it out.",
    find=stated(FactKind.OCCUPATION, rare=True),
)
