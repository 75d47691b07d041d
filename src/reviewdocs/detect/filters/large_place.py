"""Countries, nations and their peoples, great cities."""

from __future__ import annotations

import regex

from reviewdocs.detect.countries import is_large_place
from reviewdocs.detect.filters.filter import NAMES, Example, Filter, Find
from reviewdocs.model.mentions import Category

HITS = (
    Example("in «England»", Category.PLACE),
    Example("in «Spain, Malta and Cyprus»", Category.PLACE),
)
MISSES = (Example("in «Penhallick»", Category.PLACE),)

_LISTED = regex.compile(r",\s(?:and\s)?|\sand\s(?!(?:herzegovina|barbuda|tobago|bute|galloway|kinross|islands|wear)\b)")


def _silences(find: Find) -> bool:
    return find.by_model and find.label in NAMES and all(map(is_large_place, _LISTED.split(find.found.casefold())))


FILTER = Filter(
    name="large-place",
    leaves_out="countries and peoples",
    why="Millions live in the country or great city, or belong to the people.",
    source="ISO 3166; Office for National Statistics",
    silences=_silences,
)
