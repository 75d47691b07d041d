"""A word and a number: a thing counted, a room, a recommendation."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import MEASURED, NAMES, Example, Filter, Find
from reviewdocs.model.mentions import Category

HITS = (
    Example("«Recommendation 4»", Category.ORG),
    Example("in «Room 12»", Category.PLACE),
)
MISSES = (Example("«Osric Tolverne»"),)

_NUMBERED = regex.compile(r"\p{L}+\.?\s(?:[xX]?\d{1,3}[A-Za-z]?)|\d[\d.,/]*\s?\p{L}+|\p{L}\d{1,3}")


def _silences(find: Find) -> bool:
    return find.by_model and find.label in NAMES and _NUMBERED.fullmatch(find.found) is not None


FILTER = Filter(
    name="counted",
    leaves_out="things with a number",
    why="A word with a number counts or numbers a thing.",
    source=MEASURED,
    silences=_silences,
)
