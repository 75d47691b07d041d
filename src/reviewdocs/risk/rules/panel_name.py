"""A panel member is named; job title and employer may be published, the name never."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.decisions import Decidable
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category, Outcome
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule, of_mention

HITS = (Example("Panel: Tobias Merrigold, Head of Safeguarding, Calderwick Council"),)
MISSES = (
    Example("Panel: Head of Safeguarding, Calderwick Council"),
    Example("posted by @quillfeather.s07"),
)


def _find(examined: Examined) -> Iterator[Hit]:
    return (
        of_mention(mention)
        for mention in examined.mentions_told(Outcome.REPLACED)
        if not mention.refs and mention.category is Category.PERSON
    )


RULE = Rule(
    name="panel-name",
    severity=Severity.BLOCK,
    category=Category.PERSON,
    message="A member of the panel is named.",
    remedy="Leave the job title and employer, take the name out.",
    find=_find,
    decidable=Decidable.ACCEPTED_ONLY,
)
