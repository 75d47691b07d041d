"""Two designations of which a document states the same facts: perhaps one person."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.combinations.same import alike
from reviewdocs.risk.combinations.stated import statements_of
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Elsewhere, Example, Hit, Rule

HITS = (Example("Adult 1, aged 34, was a falconer. The Uncle was aged 34. The Uncle was a falconer."),)
MISSES = (
    Example("Adult 1, aged 34, was a falconer. The Uncle was aged 34."),
    Example("Child A was aged seven and had asthma. Child B was aged seven and had asthma."),
)


def _find(examined: Examined) -> Iterator[Hit]:
    for (one, other), pairs in alike(statements_of(examined)):
        said = [statement for pair in pairs for statement in pair]
        spots = tuple(Elsewhere(s.text, s.paragraph, s.start, s.end) for s in said)
        yield Hit(f"{one} / {other}", confidence=0.4, related=spots)


RULE = Rule(
    name="two-designations",
    severity=Severity.NOTE,
    category=Category.CONSISTENCY,
    message="The same unusual facts are stated under two designations: they may be one person.",
    remedy="If they are, use one designation throughout; if not, make the facts less alike.",
    find=_find,
)
