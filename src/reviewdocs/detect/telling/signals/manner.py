"""How its paragraph and document are written: prose, a table, a log, notes in shorthand."""

from __future__ import annotations

import bisect
import re
from functools import lru_cache

import regex

from reviewdocs.detect.lines import line_of
from reviewdocs.detect.telling.document import ARTICLE
from reviewdocs.detect.telling.place import Example, Place, Signal
from reviewdocs.language.words import is_shorthand

_TIME = regex.compile(r"\s*[\[(]?(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\W+)?(?:\d\d[:.]?\d\d)\b")
_DAY = regex.compile(r"\s*[\[(]?\d{1,2}[/.-]\d{1,2}|\s*\d{1,2}\s?\p{L}{3}")
_WORD = re.compile(r"\S+")
_COLUMNS = (
    "words of the line",
    "words of the line before it",
    "cells of the line",
    "line begins with a time",
    "line begins with a day",
    "line ends with a stop",
    "articles of the line",
    "shorthand of the line",
    "figures of the line",
    "articles of the document",
    "rows of the document",
    "length of the document's lines",
)


@lru_cache(maxsize=8)
def _of_line(text: str, first: int, last: int) -> tuple[list[int], list[float]]:
    """Where the words of a line begin in it, and what is seen of it whatever stands where."""
    line = text[first:last]
    words = list(_WORD.finditer(line))
    count = len(words) or 1
    return [word.start() for word in words], [
        line.count("|") + line.count("\t"),
        bool(_TIME.match(line)),
        bool(_DAY.match(line)),
        line.rstrip().endswith((".", "?", "!")),
        len(ARTICLE.findall(line)) / count,
        sum(is_shorthand(word[0].casefold()) for word in words) / count,
        sum(map(str.isdigit, line)) / (len(line) or 1),
    ]


def _see(place: Place) -> list[float]:
    first, last = line_of(place.text, place.start, place.end)
    words, seen = _of_line(place.text, first, last)
    facts = place.facts
    return [
        len(words),
        bisect.bisect_left(words, place.start - first),
        *seen,
        facts.articles,
        facts.rows,
        facts.line,
    ]


SIGNAL = Signal(
    name="manner",
    sees="whether it stands in prose, in a table, in the row of a log, in shorthand",
    columns=_COLUMNS,
    see=_see,
    hits=(Example("09:12 «Kit» seen", "PERSON", "line begins with a time"),),
    misses=(Example("Then «Kit» was seen", "PERSON", "line begins with a time"),),
)
