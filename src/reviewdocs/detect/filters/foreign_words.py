"""Words of another language, or a sentence in one."""

from __future__ import annotations

from reviewdocs.detect.capitals import is_foreign_stretch, is_quoted, opens
from reviewdocs.detect.filters.filter import NAMES, Example, Filter, Find
from reviewdocs.language.titles import TITLES
from reviewdocs.language.words import is_english, is_foreign

HITS = (
    Example("«Roedd» y tŷ yn oer"),
    Example('She said "«Ninaogopa» kurudi nyumbani usiku" and wept.'),
)
MISSES = (
    Example("spoke to «zdenka» about it"),
    Example('She said "«Zdenka» went home at night" and wept.'),
)


def _silences(find: Find) -> bool:
    if not find.by_model or find.label not in NAMES:
        return False
    words = [word for word in find.words if word not in TITLES]
    if all(is_foreign(word) or is_english(word) for word in words) and any(map(is_foreign, words)):
        return True
    owed = find.found.islower() or is_quoted(find.text, find.start) or opens(find.text, find.start)
    return owed and is_foreign_stretch(find.text, find.start, find.end)


FILTER = Filter(
    name="foreign-words",
    leaves_out="words of other languages",
    why="It is a common word of another language and nobody's name.",
    source="word lists of other languages by frequency (wordfreq 3.1)",
    silences=_silences,
)
