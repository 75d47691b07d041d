"""Times of day as agencies write them; what could be another time is not read."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_NAMED = {"noon": dt.time(12), "midday": dt.time(12), "12 noon": dt.time(12), "midnight": dt.time(0)}
_HALF = r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)"
_CLOCK = re.compile(
    rf"(?P<hour>\d{{1,2}})\s?[:.;h]\s?(?P<minute>\d{{2}})(?:[:.]\d{{2}}(?:\.\d+)?)?(?!\d){_HALF}?"
    rf"|(?P<hour4>\d{{2}})(?P<minute4>\d{{2}})(?!\d)"
    rf"|(?P<hour1>\d{{1,2}})(?=\s*[ap]\.?\s?m){_HALF.replace('half', 'half1')}",
    re.IGNORECASE,
)
_HOURS = re.compile(r"\s*(?:hours|hrs?|h)\b\.?", re.IGNORECASE)
_AROUND = re.compile(r"^(?:at|about|around|approx\w*\.?|circa|c\.?|~|@)\s*|\?|\(\s*\)", re.IGNORECASE)
_TO = re.compile(r"\s*(?:-|–|—|to|until|till)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time, perhaps its end, whether it is uncertain, and the words left over."""

    start: dt.time | None
    end: dt.time | None = None
    uncertain: bool = False
    rest: str = ""


def read_time(text: str) -> Clock:
    """The time in a text: "14:30", "1430hrs", "2.30pm", "10:00 - 11:15"; `start` is None where it is none."""
    plain = " ".join(text.split())
    bare = plain
    while (shorter := _AROUND.sub("", bare).strip(" ,;")) != bare:
        bare = shorter
    if bare.casefold() in _NAMED:
        return Clock(_NAMED[bare.casefold()], uncertain=bare != plain)
    first = _CLOCK.match(bare)
    start = _made(first)
    if first is None or start is None:
        return Clock(None, rest=plain)
    rest = _without_hours(bare[first.end() :])
    end = None
    if (joint := _TO.match(rest)) and (second := _CLOCK.match(rest, joint.end())):
        end = _made(second)
        rest = _without_hours(rest[second.end() :]) if end else rest
    return Clock(start, end, uncertain=bare != plain.strip(" ,;@"), rest=rest.strip(" ,;.()"))


def of_number(value: float) -> dt.time | None:
    """The time that a fraction of a day is: Excel's 0.604166… is 14:30; None for what is no fraction."""
    if not 0 <= value < 1:
        return None
    minutes = round(value * 24 * 60) % (24 * 60)
    return dt.time(minutes // 60, minutes % 60)


def _without_hours(rest: str) -> str:
    hours = _HOURS.match(rest)
    return rest[hours.end() :] if hours else rest


def _made(match: re.Match[str] | None) -> dt.time | None:
    if match is None:
        return None
    hour = int(match["hour"] or match["hour4"] or match["hour1"])
    minute = int(match["minute"] or match["minute4"] or 0)
    half = (match["half"] or match["half1"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None
