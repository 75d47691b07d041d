"""A gap that our templates leave for the author where the data hold nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (Example("[to be written: the conclusions]"), Example("It was decided on [to be written: date] to hold it."))
MISSES = (Example("The letter was to be written by the chair."), Example("What was [sic] to be written: nothing."))

_GAP = re.compile(r"\[to be written: [^\]\n]{1,300}\]")


def _find(examined: Examined) -> Iterator[Hit]:
    for paragraph in examined.paragraphs:
        if paragraph.layer is not Layer.HIDDEN:
            for match in _GAP.finditer(paragraph.text):
                yield Hit(match.group(), paragraph.key, match.start(), match.end())


RULE = Rule(
    name="unwritten",
    severity=Severity.REVIEW,
    category=Category.CONSISTENCY,
    message="The author has still to write this: the review's data hold nothing of it.",
    remedy="Enter it in the data and make the draft anew, or write it here.",
    find=_find,
)
