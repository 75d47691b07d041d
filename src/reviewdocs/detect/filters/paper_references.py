"""References of the paper itself: of a policy, a version, an exhibit of forms."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.model.mentions import Category

HITS = (Example("Policy ref: «CSP/GOV/014»", Category.CODE, by_model=False),)
MISSES = (
    Example("Case ref: «CSP/GOV/014»", Category.CODE, by_model=False),
    Example("crime reference «CSP/GOV/014»", Category.CODE, by_model=False),
)

_OF_THE_PAPER = regex.compile(
    r"\b(?i:policy|document|procedure|form|version|publication|control|report)\s(?i:ref(?:erence)?|no|number|code|id)\.?\s?:?\s?$"
)


def _silences(find: Find) -> bool:
    return (
        find.category is Category.CODE
        and _OF_THE_PAPER.search(find.text[max(0, find.start - 30) : find.start]) is not None
    )


FILTER = Filter(
    name="paper-references",
    leaves_out="references of the paper itself",
    why="The reference is of a published paper and of no person's file.",
    source="GOV.UK guidance on document control",
    silences=_silences,
)
