"""One word at the beginning of a sentence that can be a verb or an ordinary word."""

from __future__ import annotations

import regex

from reviewdocs.detect.capitals import opens
from reviewdocs.detect.filters.filter import MEASURED, Example, Filter, Find
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.words import is_forename
from reviewdocs.model.mentions import Category

HITS = (Example("He sat apart. «Drew» and coloured for an hour.", score=0.97),)
MISSES = (
    Example("He sat apart. «Drew» and Osric coloured.", score=0.97),
    Example("She told «Drew» so."),
)

_VERY_SURE = 0.9
_VERBAL = ("ing", "ed", "ly")
_DOES = regex.compile(r"\sand\s\p{Ll}{2,}ed\b")
"""After a verb that is a forename too: "Drew and coloured"."""


def _silences(find: Find) -> bool:
    if find.is_somebody:
        return False
    alone = find.by_model and find.category is Category.PERSON and len(find.words) == 1
    if not alone or not opens(find.text, find.start):
        return False
    word = find.words[0]
    ordinary = is_ordinary(word)
    doubtful = word.endswith(_VERBAL) or (
        ordinary and (find.score < _VERY_SURE or bool(_DOES.match(find.text, find.end)))
    )
    return doubtful or (ordinary and not is_forename(word) and word not in find.passage.document.capital)


FILTER = Filter(
    name="doubtful-word",
    leaves_out="words that may be a verb",
    why="One ordinary word at the beginning of a sentence is a verb or a thing, unless the document uses it as a name.",
    source=MEASURED,
    silences=_silences,
)
