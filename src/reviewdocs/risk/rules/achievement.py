"""Records, prizes, titles and feats: newspapers, clubs and plaques remember them."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule
from reviewdocs.risk.unusual.fact import FactKind
from reviewdocs.risk.unusual.hits import stated

HITS = (
    Example("He was county judo champion at twelve."),
    Example("She won a medal for diving."),
    Example("Her father rowed the Atlantic."),
    Example("He had played for Wales schoolboys."),
    Example("She was made an MBE."),
)
MISSES = (
    Example("She is the champion for safeguarding in the school."),
    Example("He won the argument."),
    Example("He has a criminal record."),
    Example("She was awarded compensation."),
    Example("a domestic abuse champion"),
)

RULE = Rule(
    name="achievement",
    severity=Severity.REVIEW,
    category=Category.RARE_FACT,
    message="A record, prize, title, public honour or feat is stated: it can be searched for.",
    remedy="Say that the person was good at something, or leave it out.",
    find=stated(FactKind.ACHIEVEMENT, rare=True),
)
