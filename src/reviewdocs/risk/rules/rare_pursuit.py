"""An instrument, craft, sport, animal, dwelling or possession that few people have."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule
from reviewdocs.risk.unusual.fact import FactKind
from reviewdocs.risk.unusual.hits import stated

HITS = (
    Example("She played the hurdy-gurdy."),
    Example("They lived on a narrowboat."),
    Example("He kept thirty-two snakes."),
    Example("a pet lynx"),
)
MISSES = (
    Example("He played football."),
    Example("He played the role of father."),
    Example("They have a dog and a cat."),
    Example("The log has 40 records."),
)

RULE = Rule(
    name="rare-pursuit",
    severity=Severity.REVIEW,
    category=Category.RARE_FACT,
    message="A pastime, animal, dwelling or possession is stated that few people have: neighbours will know "
    "who is meant.",
    remedy="Say it more generally (a hobby, a pet, lived on the water), or leave it out.",
    find=stated(FactKind.PURSUIT, rare=True),
)
