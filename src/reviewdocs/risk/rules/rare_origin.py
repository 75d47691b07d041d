"""A people, faith or language of which there are few in most places."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule
from reviewdocs.risk.unusual.fact import FactKind
from reviewdocs.risk.unusual.hits import stated

HITS = (
    Example("an Irish Traveller"),
    Example("The mother was brought up Zoroastrian."),
    Example("He speaks six languages."),
)
MISSES = (
    Example("a Polish interpreter"),
    Example("The leaflet is printed in five languages."),
    Example("White British"),
    Example("English-speaking"),
)

RULE = Rule(
    name="rare-origin",
    severity=Severity.REVIEW,
    category=Category.RARE_FACT,
    message="A people, faith or language is stated of which there are few in most places.",
    remedy="Say no more than the learning needs: a minority background, English as an additional language.",
    find=stated(FactKind.ORIGIN, rare=True),
)
