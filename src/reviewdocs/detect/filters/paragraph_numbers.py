"""Numbers of paragraphs that look like times or days."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import MEASURED, Example, Filter, Find
from reviewdocs.model.mentions import Category

_CHAPTER = "\n4.8 She rang.\n4.9 They met.\n4.10 It was so.\n4.11 They said so."
HITS = (
    Example(f"{_CHAPTER}\n«4.12» He agreed.", Category.TIME, by_model=False),
    Example("6.10 The fire service\n«6.20» What she saw ........ 16", Category.TIME),
    Example("Factual accuracy: paragraphs 6.10 to «6.22»", Category.TIME),
)
MISSES = (
    Example("22.14 Rang mother.\n«22.15» No reply.\n22.16 Rang again.", Category.TIME, by_model=False),
    Example(f"{_CHAPTER}\n4.12 She rang at «4.12» that day.", Category.TIME, by_model=False),
    Example("the paragraph that came at «6.22»", Category.TIME),
)

_DOTTED = regex.compile(r"\d{1,2}\.\d{1,2}\.?")
_NAMED = regex.compile(
    r"\b(?i:paragraphs?|paras?\.?|sections?|§+)\s(?:\d[\d.]*(?:,\s?|\s(?:to|and|or|TO|AND|OR)\s|\s?[-–]\s?))*$"
)


def _silences(find: Find) -> bool:
    if find.category not in (Category.TIME, Category.DATE) or not _DOTTED.fullmatch(find.found):
        return False
    before = find.text[max(0, find.start - 60) : find.start]
    begins = not before.rpartition("\n")[2].strip()
    return (begins and find.found.rstrip(".") in find.passage.document.numbering) or _NAMED.search(before) is not None


FILTER = Filter(
    name="paragraph-numbers",
    leaves_out="numbers of paragraphs",
    why="It counts the paragraphs of the document, or is said of one.",
    source=MEASURED,
    silences=_silences,
)
