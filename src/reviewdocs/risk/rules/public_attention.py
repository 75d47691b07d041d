"""What the public saw, signed or talks of."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule
from reviewdocs.risk.unusual.fact import FactKind
from reviewdocs.risk.unusual.hits import stated

HITS = (
    Example("The clip was viewed 40,000 times."),
    Example("A petition had 9,500 signatures."),
    Example("He appeared on a televised quiz."),
    Example("He was well known locally because he walked a goose."),
)
MISSES = (
    Example("The family was well known to services."),
    Example("They watched television."),
    Example("Seventeen people attended the meeting."),
    Example("There was press interest."),
)

RULE = Rule(
    name="public-attention",
    severity=Severity.REVIEW,
    category=Category.RARE_FACT,
    message="The public saw, signed or knows this: it can be searched for, or the town knows who is meant.",
    remedy="Say that there was public interest, without numbers, programmes or what the person is known for.",
    find=stated(FactKind.ATTENTION, rare=True),
)
