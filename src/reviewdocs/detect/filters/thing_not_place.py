"""A noun at the beginning of a sentence that is no place."""

from __future__ import annotations

from reviewdocs.detect.capitals import opens
from reviewdocs.detect.filters.filter import MEASURED, Example, Filter, Find
from reviewdocs.detect.towns import is_small_town
from reviewdocs.language.namesakes import NOUNS, PLACES
from reviewdocs.model.mentions import Category

HITS = (Example("«Heather» grew there.", Category.PLACE),)
MISSES = (
    Example("She went to «Heather».", Category.PLACE),
    Example("«Leeds» was far.", Category.PLACE),
)

_NO_PLACES = NOUNS - PLACES


def _silences(find: Find) -> bool:
    if find.is_somebody:
        return False
    if not find.by_model or find.label is not Category.PLACE or is_small_town(find.found):
        return False
    return find.words[0] in _NO_PLACES and len(find.found.split()) == 1 and opens(find.text, find.start)


FILTER = Filter(
    name="thing-not-place",
    leaves_out="things taken for places",
    why="One noun at the beginning of a sentence is a thing and no place.",
    source=MEASURED,
    silences=_silences,
)
