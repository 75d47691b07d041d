"""Nothing but words that are ordinary in English or in the papers of safeguarding work."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import NAMES, Example, Filter, Find
from reviewdocs.language.running import words_in
from reviewdocs.language.titles import TITLES
from reviewdocs.language.words import is_word
from reviewdocs.model.mentions import Category

HITS = (
    Example("«Safeguarding Adults Board»", Category.ORG),
    Example("in «the Town»", Category.PLACE),
    Example("told «Social Worker 2»"),
)
MISSES = (Example("spoke to «Zdenka Merrigold»"),)


def _silences(find: Find) -> bool:
    if find.is_somebody:
        return False
    if not find.by_model or find.label not in NAMES:
        return False
    words = words_in(" ".join(token for token in find.found.split() if not any(c.isdigit() for c in token)))
    named = [word for word in words if word.rstrip(".") not in TITLES]
    return not any(len(word) > 1 for word in named) or all(is_word(word) for word in named)


FILTER = Filter(
    name="ordinary-words",
    leaves_out="ordinary words",
    why="Every word of it is ordinary in reports of this kind, so that it names a post, a team or a heading.",
    source="wordfreq 3.1; words of statutory guidance on reviews",
    silences=_silences,
)
