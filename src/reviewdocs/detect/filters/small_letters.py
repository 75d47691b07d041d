"""What is written in small letters."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import MEASURED, NAMES, Example, Filter, Find
from reviewdocs.detect.towns import is_small_town
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.titles import TITLES
from reviewdocs.language.words import is_english
from reviewdocs.model.mentions import Category

HITS = (
    Example("saw the «cat lady» again"),
    Example("at the «zentrum»", Category.PLACE),
)
MISSES = (Example("told «zdenka merrigold»", score=0.95),)

_VERY_SURE = 0.9


def _silences(find: Find) -> bool:
    if not find.by_model or find.label not in NAMES or not find.found.islower() or is_small_town(find.found):
        return False
    return find.label is not Category.PERSON or not _a_name(find)


def _a_name(find: Find) -> bool:
    """Whether a find in small letters is believed: a sure model, and no word that is ordinary."""
    words = [word for word in find.words if len(word) > 1]
    if words[0] in TITLES or words[0] == "mam":
        words = words[1:]
    return find.score >= _VERY_SURE and not any(is_english(word) or is_ordinary(word) for word in words)


FILTER = Filter(
    name="small-letters",
    leaves_out="words in small letters",
    why="Names have capitals; without one only a word that is in no dictionary is believed to be a name.",
    source=MEASURED,
    silences=_silences,
)
