"""Rows that begin with dotted numbers: "11.02 HV visit" is a day and month in a chronology, and a time in a log.

Which of the two, the rows tell together: 25.03 is no time and 11.40 no day; days and months run on down a chronology
where read as times they would not; or the column says so.
"""

from __future__ import annotations

from itertools import pairwise

import regex

from reviewdocs.detect.recognise import Match

DAY_OF_A_ROW = (
    r"(?:^|(?<=[|\t\0]))[ \t]{0,40}(?P<x>(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2]))"
    r"(?=[.:;)]?(?:[ \t]|$|[|\t\0])|[ \t]?[-–|])"
)
_ROW = regex.compile(
    r"(?:^|(?<=[|\t\0]))[ \t]{0,40}(?P<first>\d{1,2})[.:](?P<second>\d\d)(?=[.:;)]?(?:[ \t]|$|[|\t\0])|[ \t]?[-–|])",
    regex.MULTILINE,
)
_NEAR = 2000
"""How many characters before and after are looked at."""
_LEAST = 3
"""Rows of which the order tells something."""
_HEAD = regex.compile(r"(?:^|[|\t\0])[ \t]*(?i:date)s?[ \t]*(?:$|[|\t\0])", regex.MULTILINE)
_TIME_HEAD = regex.compile(r"(?:^|[|\t\0])[ \t]*(?i:time)s?[ \t]*(?:$|[|\t\0])", regex.MULTILINE)


def begins_with_a_day(match: Match) -> bool:
    """Whether the dotted number `x` begins a row, and those that begin the rows beside it are days and months."""
    start, text = match.start("x"), match.string
    before = text[:start].rstrip(" \t")
    if before and before[-1] not in "\n|\t\0":
        return False
    low, high = max(0, start - _NEAR), match.end("x") + _NEAR
    rows = [(int(row["first"]), int(row["second"])) for row in _ROW.finditer(text, low, high)]
    if any(not 1 <= second <= 12 or not 1 <= first <= 31 for first, second in rows):
        return False
    if any(first > 23 for first, _ in rows):
        return True
    two = match.end("x") - start == len("11.02") and len(rows) > 1  # "4.10" numbers a paragraph
    if two and _HEAD.search(text, low, start) and not _TIME_HEAD.search(text, low, start):
        return True
    as_days = [(month, day) for day, month in rows]
    return len(rows) >= _LEAST and _falls(rows) > _falls(as_days)


def _falls(numbers: list[tuple[int, int]]) -> int:
    """How often what follows is less than what stands before."""
    return sum(after < before for before, after in pairwise(numbers))
