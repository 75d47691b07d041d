"""A title or post without a name."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import MEASURED, Example, Filter, Find
from reviewdocs.language.lists import listed
from reviewdocs.language.titles import LONG_TITLES_END, TITLES
from reviewdocs.model.mentions import Category

HITS = (
    Example("the social worker, «Ms» P"),
    Example("Dr Tolverne (Named «Doctor»)", by_model=False),
)
MISSES = (
    Example("«Ms Tolverne»"),
    Example("«Doctor Tolverne»"),
    Example("«Mr Sheikh» rang"),
)

_POSTS = listed(
    "majesty tutor justice midwife doctor nurse chair reviewer author adviser guardian members member obe mbe "
    "scrutineer cbe kc qc ma msc bsc phd"
)


def _is_post(word: str) -> bool:
    """Whether a word is a title or post, or several of them."""
    return any(one in TITLES or one in LONG_TITLES_END or one in _POSTS for one in (word, word.removesuffix("s")))


def _silences(find: Find) -> bool:
    if find.category is not Category.PERSON:
        return False
    if len(find.words) > 1 and find.words[0] in TITLES and find.words[-1] not in _POSTS:
        return False
    return bool(find.words) and all(map(_is_post, find.words))


FILTER = Filter(
    name="title-alone",
    leaves_out="titles without a name",
    why="A title or post alone names nobody.",
    source=MEASURED,
    silences=_silences,
)
