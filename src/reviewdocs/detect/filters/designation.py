"""Designations, as the review gives them."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import NAMES, Example, Filter, Find
from reviewdocs.language.running import all_words
from reviewdocs.language.titles import TITLES

HITS = (
    Example("«Child R» was seen"),
    Example("Came with Child «B. EEG» normal"),
    Example("«Adult B2» rang"),
    Example("«Dr A» saw him"),
)
MISSES = (
    Example("«Child Tolverne» was seen"),
    Example("«R Tolverne» was seen"),
)

_DESIGNATION = regex.compile(
    r"(?i:(?:the\s)?(?:[\p{L}'-]+\s){1,4})(?:[A-Z]{1,2}\d{0,2}|\d{1,3}[A-Z]?)|[A-Z]{1,4}\d{1,3}|(?:M|P)G[MF]|"
    r"(?i:mr|mrs|ms|miss|dr|pc|ds|dc|nurse|cllr)\.?\s[A-Z]\.?"
)
"""Words with one letter or number after them; the words must be ordinary."""
_AFTER_A_LETTER = regex.compile(r"\p{Lu}\.\s\p{Lu}{2,5}")
_LETTERED = regex.compile(
    r"\b(?i:child|adult|sibling|brother|sister|baby|infant|person|family|parent|practitioner|nurse|worker|officer|doctor)\s$"
)
"""Before a designation's letter that ends a sentence, an abbreviation after it: "Child B. EEG normal."."""


def _silences(find: Find) -> bool:
    if not find.by_model or find.label not in NAMES:
        return False
    first = find.found.split()[0].rstrip(".").casefold()
    if _DESIGNATION.fullmatch(find.found) and (first in TITLES or all_words(" ".join(find.found.split()[:-1]))):
        return True
    ends_a_sentence = _AFTER_A_LETTER.fullmatch(find.found) is not None
    return ends_a_sentence and _LETTERED.search(find.text, max(0, find.start - 20), find.start) is not None


FILTER = Filter(
    name="designation",
    leaves_out="designations",
    why="The review itself gave this designation in place of a name.",
    source="statutory guidance on reviews: pseudonyms and designations",
    silences=_silences,
)
