"""Clock times that a language model sees in other numbers."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import MEASURED, Example, Filter, Find
from reviewdocs.model.mentions import Category

HITS = (
    Example("leaflets «1234567890»", Category.TIME),
    Example("on the «21st» of it", Category.TIME),
)
MISSES = (
    Example("rang at «21:15»", Category.TIME),
    Example("came at «1915»", Category.TIME),
    Example("until «half past two»", Category.TIME),
    Example("at «9 pm»", Category.TIME),
)

_NO_TIME = regex.compile(r"\d{5}|\d(?:st|nd|rd|th)\b|[%£]")


def _silences(find: Find) -> bool:
    return find.category is Category.TIME and find.by_model and _NO_TIME.search(find.found) is not None


FILTER = Filter(
    name="no-time",
    leaves_out="numbers that are no time of day",
    why="An hour and its minutes have four figures at most.",
    source=MEASURED,
    silences=_silences,
)
