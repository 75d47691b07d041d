"""Words that the document itself writes in small letters elsewhere."""

from __future__ import annotations

from collections import Counter

from reviewdocs.detect.capitals import opens
from reviewdocs.detect.filters.filter import MEASURED, NAMES, Example, Filter, Find
from reviewdocs.language.running import small_words
from reviewdocs.language.words import is_word

HITS = (Example("«Wombling» began early", elsewhere="the wombling went on"),)
MISSES = (
    Example("It was «Wombling» again", elsewhere="the wombling went on"),
    Example("«Wombling» began early", elsewhere="nothing"),
)

SURE = 0.8
"""Confidence that outweighs doubt about a word which can also be ordinary."""


def _silences(find: Find) -> bool:
    if find.is_somebody:
        return False
    if not find.by_model or find.label not in NAMES:
        return False
    words, small = find.words, find.passage.document.small
    own = Counter(small_words(find.found))
    common = [w for w in words if is_word(w) or small[w] > own[w]]
    if len(common) < len(words):
        return False
    # Of one word in the middle of a sentence a sure model is believed: "so Grace went" beside "with grace".
    return not (find.score >= SURE and not opens(find.text, find.start) and not any(is_word(w) for w in words))


FILTER = Filter(
    name="written-small",
    leaves_out="words the document writes small",
    why="The document writes the same word in small letters, as nobody writes a name.",
    source=MEASURED,
    silences=_silences,
)
