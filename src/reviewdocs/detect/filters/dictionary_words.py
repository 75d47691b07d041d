"""One word of the dictionary that nobody was counted to be called."""

from __future__ import annotations

from reviewdocs.detect.around import is_somebody, is_surname
from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.words import is_english, is_forename
from reviewdocs.model.mentions import Category

HITS = (
    Example("12.8 «Dissent» is recorded."),
    Example("London: «Challenge» and hope", Category.PLACE),
)
MISSES = (
    Example("told «Manning» so"),
    Example("worked at «Challenge»", Category.ORG),
)


def _silences(find: Find) -> bool:
    if not find.by_model or find.label not in (Category.PERSON, Category.PLACE) or find.category is Category.ADDRESS:
        return False
    if is_somebody(find.text, find.start, find.end):
        return False
    return bool(find.words) and all(
        is_english(word) and not is_ordinary(word) and not is_surname(word) and not is_forename(word)
        for word in find.words
    )


FILTER = Filter(
    name="dictionary-words",
    leaves_out="words of the dictionary",
    why="It is a word of the dictionary that nobody bears as a name, with a capital as headings, forms and titles have it.",
    source="wordfreq 3.1; surnames of the United States Census Bureau, 2010",
    silences=_silences,
)
