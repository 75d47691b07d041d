"""A word that may be a name of the map: which person is meant, or whether a name at all, cannot be told."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.decisions import Decidable
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category, Outcome
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule, of_mention

HITS: tuple[Example, ...] = (Example("Wren said that Hope had gone."),)
MISSES = (Example("They hope that it will help."),)


def _find(examined: Examined) -> Iterator[Hit]:
    for mention in examined.mentions_told(Outcome.UNDECIDED):
        readings = ", ".join(dict.fromkeys((*mention.refs, *mention.alternatives)))
        yield of_mention(mention, detail=f"It may mean: {readings}." if readings else "")


RULE = Rule(
    name="undecided-name",
    severity=Severity.BLOCK,
    category=Category.PERSON,
    message="This may be a name of the pseudonym map, and who is meant cannot be told.",
    remedy="Put the right pseudonym here, or decide that it is no name.",
    find=_find,
    decidable=Decidable.ONE_PLACE,
)
