"""Facts that narrow a search without singling out by themselves."""

from __future__ import annotations

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.rule import Example, Rule
from reviewdocs.risk.unusual.fact import FactKind
from reviewdocs.risk.unusual.hits import stated

HITS = (
    Example("He was a soldier."),
    Example("She was raised a Quaker and is Norwegian."),
    Example("life with a minimum term of 21 years"),
)
MISSES = (
    Example("He was at work."),
    Example("She is British."),
    Example("They went on holiday."),
)

RULE = Rule(
    name="narrowing-fact",
    severity=Severity.NOTE,
    category=Category.RARE_FACT,
    message="Facts are stated that narrow the search for a person: look at them together.",
    remedy="Keep what the learning needs; make the rest more general.",
    find=stated(*(kind for kind in FactKind if kind is not FactKind.SIBLINGS), rare=False),
)
