"""Times that programs write into a file: when it was made, changed or printed."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.model.mentions import Category

HITS = (
    Example("«2013-12-23»T23:15:00Z", Category.DATE, by_model=False),
    Example("«2013-12-23T23:15:00Z»", Category.DATE, by_model=False),
)
MISSES = (
    Example("seen on «2013-12-23» at home", Category.DATE, by_model=False),
    Example("born «2013-12-23»", Category.DATE, by_model=False),
)

_STAMP = regex.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
_LONGEST = 32


def _silences(find: Find) -> bool:
    if find.category not in (Category.DATE, Category.TIME):
        return False
    near = _STAMP.finditer(find.text, max(0, find.start - _LONGEST), min(len(find.text), find.end + _LONGEST))
    return any(stamp.start() <= find.start and find.end <= stamp.end() for stamp in near)


FILTER = Filter(
    name="timestamps",
    leaves_out="times that programs write",
    why="A program wrote when the file was made or changed, to the second.",
    source="ISO/IEC 29500-2, core properties; W3C, Date and Time Formats",
    silences=_silences,
)
