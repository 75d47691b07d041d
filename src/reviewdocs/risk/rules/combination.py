"""What a document states of one person that together fits nobody else."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.combinations.sets import singling_out
from reviewdocs.risk.combinations.stated import statements_of
from reviewdocs.risk.combinations.telling import hit_of
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (Example("Child A, aged seven, is an Eritrean girl. She is one of five children and has sickle cell disease."),)
MISSES = (
    Example("Child A is a girl of White British heritage. She has asthma."),
    Example("Child A is aged seven. Mother is Eritrean. Father is a bus driver."),
)


def _find(examined: Examined) -> Iterator[Hit]:
    for person, sets in singling_out(statements_of(examined)):
        yield hit_of(person, sets)


RULE = Rule(
    name="combination",
    severity=Severity.REVIEW,
    category=Category.COMBINATION,
    message="Facts that the document states of one person would together fit hardly anybody else.",
    remedy="Make one or two of them less exact, the rarest first. This is a rough estimate to support "
    "judgement, and no "
    "proof of k-anonymity either way.",
    find=_find,
)
