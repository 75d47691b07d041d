"""`[name]` stands where `anonymise` could not tell who was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.model.decisions import Decidable
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (Example("She told [name] to leave."),)
MISSES = (Example("She told her [sic] to leave."), Example("[NHS number]"))

_MARK = re.compile(r"\[name\]", re.IGNORECASE)


def _find(examined: Examined) -> Iterator[Hit]:
    for paragraph in examined.paragraphs:
        for match in _MARK.finditer(paragraph.text):
            yield Hit(match.group(), paragraph.key, match.start(), match.end())


RULE = Rule(
    name="undecided-mention",
    severity=Severity.BLOCK,
    category=Category.PERSON,
    message="Nobody has decided who is meant here.",
    remedy="Look at the draft, and put the right pseudonym or role here.",
    find=_find,
    decidable=Decidable.ONE_PLACE,
)
