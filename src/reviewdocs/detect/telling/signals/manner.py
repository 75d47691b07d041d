"""How its paragraph and document are written: prose, a table, a log, notes in shorthand."""

from __future__ import annotations

import regex

from reviewdocs.detect.telling.document import ARTICLE
from reviewdocs.detect.telling.place import Example, Place, Signal
from reviewdocs.language.words import is_shorthand

_TIME = regex.compile(r"\s*[\[(]?(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\W+)?(?:\d\d[:.]?\d\d)\b")
_DAY = regex.compile(r"\s*[\[(]?\d{1,2}[/.-]\d{1,2}|\s*\d{1,2}\s?\p{L}{3}")
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


def _see(place: Place) -> list[float]:
    first = max(place.text.rfind(mark, 0, place.start) for mark in "\n\0") + 1
    ends = [at for mark in "\n\0" if (at := place.text.find(mark, place.end)) >= 0]
    line = place.text[first : min(ends, default=len(place.text))]
    words = line.split()
    count = len(words) or 1
    facts = place.facts
    return [
        len(words),
        len(place.text[first : place.start].split()),
        line.count("|") + line.count("\t"),
        bool(_TIME.match(line)),
        bool(_DAY.match(line)),
        line.rstrip().endswith((".", "?", "!")),
        len(ARTICLE.findall(line)) / count,
        sum(map(is_shorthand, map(str.casefold, words))) / count,
        sum(map(str.isdigit, line)) / (len(line) or 1),
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
