"""A word of the map was left where it may be a name: with a capital that its place does not owe, or by probability."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.decisions import Decidable
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule, of_standing

HITS = (Example("It was signed norffaS in ink."),)
MISSES = (
    Example("They hope that it will help."),
    Example("Saffron Quillfeather was seen at home."),
    Example("The Head of Safeguarding, Calderwick Council, was told."),
)


def _find(examined: Examined) -> Iterator[Hit]:
    return map(of_standing, examined.doubt.standing)


RULE = Rule(
    name="standing",
    severity=Severity.REVIEW,
    category=Category.PERSON,
    message="A word of the pseudonym map stands here, and may be the name.",
    remedy="Put the pseudonym here if somebody is meant, or decide that nobody is.",
    find=_find,
    decidable=Decidable.ONE_PLACE,
)
