"""Dates that name no day."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.language.calendar import MONTH, WEEKDAY
from reviewdocs.language.numbers import SUFFIX
from reviewdocs.model.mentions import Category

HITS = (
    Example("in «March 2019»", Category.DATE),
    Example("within «six weeks»", Category.DATE),
)
MISSES = (
    Example("on «3rd of March»", Category.DATE),
    Example("«3/4/19»", Category.DATE),
)

_MONTH, _WEEKDAY = rf"(?i:{MONTH})", rf"(?i:{WEEKDAY})"
DAY = regex.compile(
    rf"\b\d{{1,2}}{SUFFIX}?\s(?:of\s)?{_MONTH}\b|\b{_MONTH}\s\d{{1,2}}{SUFFIX}?\b(?!\d)|"
    rf"\b\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}\b|\b{_WEEKDAY}\.?,?\s(?:the\s)?\d{{1,2}}(?:{SUFFIX}|/\d{{1,2}})?\b|"
    r"\b(?i:christmas|boxing|new\syear'?s|mother'?s|father'?s|valentine'?s)\s(?i:day|eve)\b"
)


def _silences(find: Find) -> bool:
    return find.by_model and find.label is Category.DATE and not DAY.search(find.found)


FILTER = Filter(
    name="no-day",
    leaves_out="times that are no day",
    why="A month, a year or a length of time fits too many people to find one.",
    source="Information Commissioner's Office, guidance on anonymisation: generalise dates to month or year",
    silences=_silences,
)
