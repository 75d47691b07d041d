"""The exact age of a child who may be living."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.combinations.stated import statements_of
from reviewdocs.risk.combinations.statements import Aspect
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (Example("Sibling 1, aged nine, was at school."), Example("Child B is 7 years old."))
MISSES = (Example("Mother was aged 34."), Example("Child B is at primary school."), Example("seven years later"))

_CHILD = 18


def _find(examined: Examined) -> Iterator[Hit]:
    for said in statements_of(examined):
        if said.aspect is Aspect.AGE and said.years is not None and said.years < _CHILD:
            yield Hit(said.text, said.paragraph, said.start, said.end, confidence=0.6, detail=f"Of {said.person}.")


RULE = Rule(
    name="child-age",
    severity=Severity.NOTE,
    category=Category.AGE,
    message="The exact age of a child is stated; if the child is living, say less.",
    remedy="Say “of primary school age”, “a teenager”, “the older sibling”.",
    find=_find,
)
