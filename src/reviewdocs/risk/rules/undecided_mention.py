"""`[name]` or `[date]` stands where `anonymise` could not tell who, or which day, was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.model.decisions import Decidable
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.pseudonymise.render.edits import UNDECIDED_DATE
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (Example("She told [name] to leave."), Example("She left on [date]."))
MISSES = (Example("She told her [sic] to leave."), Example("[NHS number]"), Example("Last seen: [DATE]"))

_MARK = re.compile(r"\[(?:[Nn]ame|[Dd]ate)\]")


def _find(examined: Examined) -> Iterator[Hit]:
    for paragraph in examined.paragraphs:
        for match in _MARK.finditer(paragraph.text):
            category = Category.DATE if match.group().casefold() == UNDECIDED_DATE else Category.PERSON
            yield Hit(match.group(), paragraph.key, match.start(), match.end(), category)


RULE = Rule(
    name="undecided-mention",
    severity=Severity.BLOCK,
    category=Category.PERSON,
    message="Nobody has decided who, or which day, is meant here.",
    remedy="Look at the draft, and put the right pseudonym, role or time here.",
    find=_find,
    decidable=Decidable.ONE_PLACE,
)
