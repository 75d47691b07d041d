"""Words of a dictionary that owe their capital to the beginning of a sentence, a heading or a cell."""

from __future__ import annotations

import regex

from reviewdocs.detect.capitals import EDGES, in_heading, is_shouted, names_a_spot, opens
from reviewdocs.detect.filters.filter import MEASURED, NAMES, Example, Filter, Find
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.titles import TITLES
from reviewdocs.language.words import is_english
from reviewdocs.model.mentions import Category

HITS = (
    Example("«Non-fatal Strangulation»", Category.PLACE),
    Example("«Overdosed» that night."),
)
MISSES = (
    Example("worked at «Tuffnell Joinery»", Category.ORG),
    Example("by «Otter Hall»", Category.PLACE),
)

_SHORTENED = regex.compile(r"[B-DF-HJ-NP-TV-XZ&/+]{2,6}s?|[IVX]{1,5}|[A-Z]\+[A-Z]\w{0,2}")
"""Letters without a vowel, and numerals."""


def _silences(find: Find) -> bool:
    if find.is_somebody:
        return False
    if not find.by_model or find.label not in NAMES:
        return False
    text, start, end = find.text, find.start, find.end
    words = [word for word in find.words if word not in TITLES]
    if names_a_spot(find.found, words) or (find.found.isupper() and is_shouted(text, start, end)):
        return False
    if find.label is Category.ORG and all(is_english(word) or is_ordinary(word) for word in words):
        return opens(text, start) and (len(words) == 1 or is_english(words[-1]))
    tokens = find.found.split()
    plain = all(_SHORTENED.fullmatch(token) or is_english(token.casefold().strip(EDGES)) for token in tokens)
    return plain and (opens(text, start) or in_heading(text, start, end))


FILTER = Filter(
    name="opening-word",
    leaves_out="words that only begin a sentence or heading",
    why="It is an ordinary word with a capital because a sentence, a heading or a cell begins there.",
    source=MEASURED,
    silences=_silences,
)
