"""Clock times: taken out with their preposition, or made a part of the day.

Under month-year and year a time goes ("at about 23:40"), because with the day gone it says little, and a minute can be
searched for. Under relative it becomes a part of the day, which keeps the order of events. Where a preposition needs
something after it ("until 6.15pm") the part of the day stands in both cases. A time that may be morning or evening
("at 3.15") is no part of the day for certain, and goes.
"""

from __future__ import annotations

import re

from reviewdocs.language.sentences import opens
from reviewdocs.pseudonymise.dates.sentence import REACH, Change, capital

_TIME = re.compile(
    r"(?P<h>\d{1,2}?)(?:[:.h]?\s?(?P<m>\d\d))?(?:[:.]\d\d)*(?:\.\d+)?\s?"
    r"(?P<tail>[ap]\.?\s?m\b\.?|noon|midnight|in\s+the\s+\w+|at\s+night|o'clock|hrs?|hours|h|z)?(?![\d.:])",
    re.I,
)
_AT = re.compile(
    r"(?:,?\s*\b(?:at|around|about|approximately|approx\.?|circa|c\.|exactly|roughly|precisely|"
    r"(?:just|shortly|some\s+time|sometime|soon)\s+(?:before|after|around)|between|from)\s*:?|,?\s*@)+\s*$",
    re.I,
)
_GOVERNED = re.compile(r"\b(?:by|until|till|from|since|before|after)\s+(?:about\s+|around\s+)?$", re.I)
_EDGES = "|\n\t\0"
EMPTY = "–"
"""What stands in a cell that held a time alone."""


def part_of_day(written: str) -> str:
    """ "morning", "late evening"…; empty where it cannot be told."""
    match = _TIME.match(written.strip())
    if match is None:
        return ""
    hour, tail = int(match["h"]), re.sub(r"[\s.]", "", (match["tail"] or "").lower())
    if tail in ("noon", "midnight"):
        return "middle of the day" if tail == "noon" else "night"
    if tail in ("pm", "intheafternoon", "intheevening", "atnight"):
        hour = hour + 12 if hour < 12 and not (tail == "atnight" and hour < 6) else hour
    elif tail in ("am", "inthemorning"):
        hour %= 12
    elif hour <= 12 and not match["h"].startswith("0") and not (len(match["h"]) == 2 and ":" in written):
        return ""
    for below, part in ((5, "early hours"), (12, "morning"), (17, "afternoon"), (21, "evening"), (24, "late evening")):
        if hour < below:
            return part
    return ""


def without_time(text: str, start: int, end: int, *, keep_part: bool) -> Change:
    """The change that takes the time at [start, end) out of its sentence, or makes it a part of the day.

    Args:
        text: the line.
        start, end: the time, or the times from first to last.
        keep_part: a part of the day stands there instead.
    """
    times = [found.group() for found in _TIME.finditer(text, start, end)]
    parts = {part_of_day(time) for time in times}
    part = parts.pop() if len(parts) == 1 else ""
    before = text[max(0, start - REACH) : start]
    if len(times) == 1 and (governed := _GOVERNED.search(before)) and not _joined_on(before):
        if part:
            return Change(start, end, f"the {part}")
        return _taken_out(text, start - len(governed.group()), end)
    at = _AT.search(before)
    first = start - len(at.group().lstrip(", ")) if at else start
    if not (keep_part and part):
        return _taken_out(text, first, end)
    if at is None:
        phrase = part
    else:
        phrase = {"late evening": "late in the evening", "night": "at night"}.get(part, f"in the {part}")
    return Change(first, end, capital(phrase) if opens(text, first) else phrase)


def _joined_on(before: str) -> bool:
    """ "just before", "shortly after": no bound, but a way of saying about."""
    return re.search(r"\b(?:just|shortly|some\s+time|sometime|soon)\s+(?:before|after)\s+$", before, re.I) is not None


def _taken_out(text: str, start: int, end: int) -> Change:
    """Nothing instead of [start, end), without the space, comma or brackets that nothing needs."""
    before, after = text[:start].rstrip(" "), text[end:].lstrip(" ")
    if before.endswith("(") and after.startswith(")"):
        return Change(len(before[:-1].rstrip(" ")), len(text) - len(after) + 1, "")
    if (not before or before[-1] in _EDGES) and (not after or after[0] in _EDGES):
        return Change(start, end, EMPTY)
    if opens(text, start):
        lead = re.match(r"\s*[-–—:,.]?\s*", text[end:])
        last = end + (len(lead.group()) if lead else 0)
        small = text[last : last + 1].islower()
        return Change(start, last + 1, text[last].upper()) if small else Change(start, last, "")
    if before.endswith("("):
        return Change(start, len(text) - len(after), "")
    if before.endswith(",") and (not after or after[0] in ",.;:)|\n"):
        before = before[:-1]
    return Change(len(before), end, "")
