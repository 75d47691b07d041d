"""Words of a dictionary in a line of capitals."""

from __future__ import annotations

from reviewdocs.detect.capitals import JOINING, is_shouted, names_a_spot
from reviewdocs.detect.filters.filter import MEASURED, NAMES, Example, Filter, Find
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.titles import TITLES
from reviewdocs.language.words import is_english, is_plain
from reviewdocs.model.mentions import Category

HITS = (
    Example("«CREW WORKING ON CHILD»"),
    Example("CALL FROM «NEIGHBOUR»"),
)
MISSES = (
    Example("GIVES NAME AS «OSRIC TOLVERNE»"),
    Example("FOUND AT «MARKET SQUARE»", Category.PLACE),
)


def _silences(find: Find) -> bool:
    if not find.by_model or find.label not in NAMES or not find.found.isupper():
        return False
    words = [word for word in find.words if word not in TITLES]
    if find.category is Category.PERSON and len(find.words) > 1 and any(map(is_plain, words)):
        return True
    if not is_shouted(find.text, find.start, find.end):
        return False
    if any(word in JOINING for word in words):
        return True
    known = all(is_english(word) or is_ordinary(word) for word in words)
    return not names_a_spot(find.found, words) and known and any(map(is_english, words))


FILTER = Filter(
    name="shouted",
    leaves_out="words in lines of capitals",
    why="The whole line is in capitals, so that they make no name of an ordinary word.",
    source=MEASURED,
    silences=_silences,
)
