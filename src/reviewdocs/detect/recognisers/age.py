"""Ages in days, weeks or months, and in years and months; not lengths of time."""

from __future__ import annotations

import regex

from reviewdocs.detect.recognise import Match, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "when she was «seven months old»",
    "«5/52» old",
    "Infant, «11 weeks old», floppy",
    "Age «5 weeks 3 days».",
    "aged «32 months»",
    "aged «4 months»",
    "«2 years 3 months»",
    "a «ten-week-old» baby",
    "was «3 years and 5 months old»",
    "«6 yrs 7 mths»",
    "babies «three weeks» today",
    "at the age of «nine weeks»",
    "at «14 months of age»",
    "«four and a half months old»",
)
MISSES = (
    "six weeks later",
    "for three months",
    "within 10 days",
    "four years and six months' imprisonment",
    "sentenced to 2 years 6 months",
    "aged ten",
    "every 3 months",
    "after 2 years and 3 months",
    "the six-week check",
    "19/12 was the bus",
)

_UNIT = r"(?i:days?|weeks?|wks?|fortnights?|months?|mths?|mos?)"
_TENS = "twenty|thirty|forty|fifty"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_N = (
    rf"(?:\d{{1,3}}(?:½|\.5)?|(?i:(?:{_TENS})(?:[- ](?:{_UNITS}))?|{_UNITS}|ten|eleven|twelve|"
    rf"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|a\sfew)(?:\sand\sa\shalf)?)"
)
_YEAR = r"(?i:years?|yrs?|y)"
_SHORT = rf"{_N}[\s-]?{_UNIT}(?:,?\s(?:and\s)?{_N}[\s-]?{_UNIT})?"
_LONG = rf"{_N}[\s-]?{_YEAR},?\s(?:and\s)?{_N}[\s-]?{_UNIT}"
_ANY = rf"(?:{_LONG}|{_SHORT}|\d{{1,2}}/(?:52|12|7)\b)"
_CALLED = r"(?i:\b(?:aged?|age\sof|ages|aged\s(?:about|around|only|just))\s?:?\s)"
_LENGTH = (
    r"\b(?:sentenced|imprison\w*|custody|for|after|within|every|over|under|last(?:ed|ing)?|next|past|"
    r"previous|term\sof|some|than|"
    r"served|suspended|spent|of|until|in)\s(?:the\s|a\s|to\s|another\s)?$"
)


def _an_age(match: Match) -> bool:
    """Whether years and months are no length of time: nothing before or after them says so."""
    start, end = match.span("x")
    before, after = match.string[max(0, start - 24) : start], match.string[end : end + 24]
    return not _BEFORE.search(before) and not _AFTER.search(after)


_BEFORE = regex.compile(_LENGTH + r"|\bsentenced\sto\s$", regex.IGNORECASE)
_AFTER = regex.compile(
    r"^'?\s?(?:imprison|custod|later|after|ago|earlier|before|sentence|in\s(?:prison|custody)|period|gap|from)",
    regex.IGNORECASE,
)

RECOGNISER = Recogniser(
    "Age",
    Category.AGE,
    (
        Pattern(
            rf"(?<![\w/.])(?P<x>{_SHORT}(?:[\s-](?i:old)|\sof\sage)|{_LONG}[\s-](?i:old)|\d{{1,2}}\s?m\sold)\b",
            score=0.9,
        ),
        Pattern(r"(?<![\w/.])(?P<x>\d{1,2}/(?:52|12|7))(?=\s(?i:old|of\sage))", score=0.9),
        Pattern(rf"{_CALLED}(?P<x>{_ANY})(?!\w)", score=0.9),
        Pattern(rf"(?<![\w/.])(?P<x>{_LONG})(?!\w)", score=0.7, accept=_an_age),
        Pattern(
            rf"(?i:\b(?:baby|babies|infant|child|twins?|boy|girl|now|then|only|just),?\s"
            rf"\(?)(?P<x>{_SHORT})(?=\s(?i:today|now)|[),.;])",
            score=0.7,
        ),
    ),
)
