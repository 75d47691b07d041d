"""Abbreviations."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import MEASURED, NAMES, Example, Filter, Find
from reviewdocs.model.mentions import Category

HITS = (
    Example("«MGM» said"),
    Example("told the «MASH»", Category.ORG),
)
MISSES = (
    Example("«Osric» said"),
    Example("«TOLVERNE» said"),
)

_ABBREVIATION = regex.compile(r"[A-Z][A-Z&/-]{0,5}s?|(?:[A-Z]\.){2,}")


def _silences(find: Find) -> bool:
    return find.by_model and find.label in NAMES and _ABBREVIATION.fullmatch(find.found) is not None


FILTER = Filter(
    name="abbreviation",
    leaves_out="abbreviations",
    why="A few capital letters name a body, a post or a method, and no person.",
    source=MEASURED,
    silences=_silences,
)
