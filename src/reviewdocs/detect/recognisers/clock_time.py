"""Clock times in all the forms of notes and logs; not opening hours, section numbers, ratios, scores or prices."""

from __future__ import annotations

import regex

from reviewdocs.detect.recognise import FIGURE, Match, Pattern, Recogniser
from reviewdocs.detect.rows import begins_with_a_day
from reviewdocs.language.calendar import MONTH_CUT, WEEKDAY_IN_FULL
from reviewdocs.model.mentions import Category

HITS = (
    "at «08:14» she",
    "collected at «17.50», as",
    "until «6.15pm»",
    "«0430 hrs»",
    "29/10/15 «1520» | GP",
    "«01:14:27» CALLER",
    "«2pm». Home visit",
    "«6 a.m.»",
    "«23:05 hrs»",
    "4th Jan 2021 | «11.20» | CSC",
    "finished at «0430» and",
    "«2045hrs»",
    "Time of call «0317».",
    "Start «13.05»",
    "«10.00 to 12.30», by Teams",
    "02.20: he woke\n«03.10»: he slept",
    "0341 First pump\n«0352» One casualty",
    "at «3.15» although",
    "«7.30 in the morning»",
    "Late entry 24/03/16 @ «1715»: spoke",
    "arrested «0915» at home",
    "(chair, joined «10.50»)",
    "04-Nov-2019 «09:12» Surgery consultation",
    "8/3/21 «02.20» - the carer writes, the skin is open",
    "Zed «19:14»: bad 2nite",
    "both up «5.20». toast",
    "bang, looked at the clock, «5.05», thought coal",
    "by the evening carer. «08.20». Kettle on",
    "woke her «3.40», then slept",
    "«18:37»  HMS BARCHESTER",
)
MISSES = (
    "paragraph 6.14",
    "2.10 The panel met\n2.11 The panel agreed",
    "0.4th centile",
    "a ratio of 1:10",
    "£12.50",
    "in 2019",
    "at 2019 prices",
    "9am to 5pm, Monday to Friday",
    "Monday to Friday, 9am-5pm",
    "weight 10.20 kg",
    "scored 12.30 per cent",
    "since 1520 people",
    "Thursdays, 9.30am to 4pm",
    "Genesis 12:30",
    "section 10.20",
    "temperature 38.40",
    "open from 10.00 to 12.30 on weekdays",
    "it weighed 10.20",
    "increased 11.30 a week",
    "surgery runs 09:00 to 11:00",
    "prices were up 5.20, and",
    "the rate went up 5.20. Rents rose",
    "see above. 08.20 The panel",
    "Genesis 12:30: a reading",
    "ratio 1:10: too few",
    "the shop is open 09:00 to 17:00",
    "free on 0800 1111, at any hour",
    "11.02 HV visit.\n14.02 Call.\n25.03 Meeting.",
    "2021\n11.02: rang\n14.02: seen\n03.03: met",
    "Date | Event\n11.02 | HV visit\n14.02 | Call",
)

_HM = r"(?:[01]?\d|2[0-3])"
_HALF = r"(?i:\s?[ap]\.?\s?m\b\.?)"
_DAYS = rf"(?:{WEEKDAY_IN_FULL})s?|weekdays|weekends|daily|each day|every day|bank holidays"
_OPENING = regex.compile(
    rf"\b(?:opens|opening|open(?=\s+(?:from|until|to|between|every|daily|mon|all|\x01|\d))|office "
    rf"hours|hours|lines?|drop-?in|available|(?:clinic|surgery)\s(?:is|runs|hours|times|from|every))\b|"
    rf"(?:{_DAYS})\s(?:to|-|–|and)\s(?:{_DAYS})"
    rf"|(?:{WEEKDAY_IN_FULL})s\b|(?:every|each)\s(?:{_DAYS})|weekdays",
    regex.IGNORECASE,
)
_CLEAR_ROW = regex.compile(
    r"(?:0\d|1[3-9]|2[0-3])\.[0-5]\d\b|(?:[01]\d|2[0-3])(?::[0-5]\d){1,2}\b|(?:[01]\d|2[0-3])[0-5]\d\b(?=\s)"
)
_ROW_DATE = (
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d\d)|(?:(?:19|20)\d\d|\b(?:{MONTH_CUT})[a-z]*|day|\)))"
    r"[,;]?[ \t]?(?:[|\t-][ \t]?|–[ \t]?)?$"
)
_DID = (
    r"\b(?!(?:increas|decreas|measur|weigh|scor|averag|total|reduc|rat|pric|number|need|charg|cost|deduct|provid|includ)ed)"
    r"\p{Ll}{3,}ed\s|\b(?i:e-?mail|text|t/c|phone\scall|voicemail)\s"
)
"""What somebody did, and how he sent word: a number with a dot that follows tells when."""
UNITS = (
    r"(?!\s?(?:kg|g\b|mg|ml|cm|mm|m\b|km|lbs?|st\b|%|per\b|percent|centile|miles|pounds|million|"
    r"units|degrees|°|C\b|people|children|th\b|/))"
)
"""What stands after no time."""
_NUMBERED = (
    r"(?i:\b(?:sections?|para(?:graph)?s?|parts?|figures?|tables?|chapters?|recommendations?|item|"
    r"version|v|clauses?|regulations?|temp(?:erature)?|weight|wt|score[ds]?|scale|page|p|pp|genesis|"
    r"ratio(?:\sof)?|£|rule)\.?\s?)$"
)


def _around(match: Match, width: int = 48) -> str:
    """The text around, within its sentence or line."""
    start, end = match.span("x")
    before = match.string[max(0, start - width) : start]
    after = match.string[end : end + width]
    return (
        regex.split(r"\n|\.\s(?=\p{Lu})|[;|]", before)[-1] + " \x01 " + regex.split(r"\n|\.\s(?=\p{Lu})|[;|]", after)[0]
    )


def _not_opening_hours(match: Match) -> bool:
    """Whether a time is of an event: hours that recur ("9am to 5pm, Monday to Friday") identify nobody."""
    return _OPENING.search(_around(match)) is None


def not_numbered(match: Match) -> bool:
    """Whether a number is no section, score or measure, no hour that recurs and no day of a chronology."""
    before = match.string[max(0, match.start("x") - 16) : match.start("x")]
    return regex.search(_NUMBERED, before) is None and _not_opening_hours(match) and not begins_with_a_day(match)


def _in_a_log(match: Match) -> bool:
    """Whether a number at the start of a line is a time: the line before or after starts with a clear one."""
    if begins_with_a_day(match):
        return False
    start, end = match.span("x")
    lines_before = [line for line in match.string[max(0, start - 900) : start].split("\n") if line.strip("\0 ")]
    lines_after = [line for line in match.string[end : end + 900].split("\n")[1:] if line.strip("\0 ")]
    neighbours = [*lines_before[-2:], *lines_after[:2]]
    return any(_CLEAR_ROW.match(line) for line in neighbours)


RECOGNISER = Recogniser(
    "ClockTime",
    Category.TIME,
    (
        Pattern(rf"(?<![\d.:£])(?P<x>{_HM}(?:[:.]\s?[0-5]\d)?{_HALF})(?!\w)", score=0.95, accept=_not_opening_hours),
        Pattern(
            r"(?<![\d:.£/])(?P<x>(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\.\d+)?(?:\s?(?i:hrs?|hours|h|"
            r"z)(?!\p{L}))?)(?![\d%]|:\d|\.\d)",
            score=0.9,
            accept=not_numbered,
        ),
        Pattern(r"(?<![\d:.£/])(?P<x>(?:[01]?\d|2[0-3])[.:]?[0-5]\d\s?(?i:hrs?|hours|h))\b(?!\sof\b)", score=0.9),
        Pattern(
            r"(?<![\d.:£])(?P<x>(?:1[0-2]|[1-9])(?:[.:][0-5]\d)?\s(?:o'clock|in\sthe\s(?:morning|afternoon|"
            r"evening)|at\snight))\b",
            score=0.85,
        ),
        Pattern(
            r"(?<![\d.:£])(?P<x>12\s(?:noon|midnight)|(?:[01]\d|2[0-3])h[0-5]\d)\b",
            score=0.85,
            accept=_not_opening_hours,
        ),
        # With a dot: only where the words or the column say that it is a time.
        Pattern(
            rf"(?<![\d.:£])(?P<x>(?:[01]?\d|2[0-3])\.[0-5]\d)(?![\d%]|\.\d){UNITS}",
            score=0.8,
            context=r"(?:\b(?:at|by|about|around|until|till|from|since|before|after|time|start(?:ed)?|end(?:ed)?|"
            r"finish(?:ed)?|arriv\w+|approx\w*)\s?:?\s?|@\s?|" + _DID + "|" + _ROW_DATE + r"|\|\s?)$",
            before=22,
            accept=not_numbered,
        ),
        Pattern(
            rf"(?<![\d.:£])(?P<x>(?:[01]?\d|2[0-3])\.[0-5]\d\s?(?:to|-|–|until)\s?(?:[01]?\d|"
            rf"2[0-3])\.[0-5]\d)(?![\d%]|\.\d){UNITS}",
            score=0.8,
            context=r"(?:\b(?:at|from|time|held|between)\s?:?\s?|" + _ROW_DATE + r"|^|\s-\s|–\s)$",
            before=22,
            accept=not_numbered,
        ),
        Pattern(
            r"(?<![\d.:£])(?P<x>(?:[01]?\d|2[0-3])\.[0-5]\d)(?=[.,;)](?:\s|$)|[ \t]*$)",
            score=0.65,
            context=r"(?:\b(?:(?:both|all|got|he|she|they|him|her|them|kids|boys|girls)\sup|woke(?:n|\sup|\shim|\sher|"
            r"\sthem)?|awake|clock|(?:to|in)\sbed|back|home|(?:dropped|picked)\s(?:off|up)|collected|asleep)\b,?\s)$",
            before=22,
            accept=not_numbered,
        ),
        Pattern(r"(?<=\p{L}[.;]\s)(?P<x>0\d\.[0-5]\d)(?=[.,;]\s)", score=0.6, accept=not_numbered),
        # Four figures: no year, unless a date stands before it or a time in the lines beside it.
        Pattern(
            rf"(?<![\d.:£/-])(?P<x>(?:0\d|1[0-8]|2[1-3])[0-5]\d)(?![\d/%-]|\.\d){UNITS}",
            score=0.75,
            context=r"(?:\b(?:at|by|until|till|time(?:\sof\scall)?|attend(?:s|ed)?|received|logged|arriv\w+|left|"
            r"called|rang|scene|approx\w*|hold until|from)\s?:?\s?|@\s?|" + _DID + "|" + _ROW_DATE + r")$",
            before=22,
            accept=_not_opening_hours,
        ),
        Pattern(
            r"(?<![\d.:£/-])(?P<x>(?:19|20)[0-5]\d)(?=\s?[|\t]|\s[-–]\s)",
            score=0.7,
            context=r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s?\|?\s?$",
            before=16,
        ),
        Pattern(r"^(?P<x>(?:[01]\d|2[0-3])\.?[0-5]\d)(?=:?\s)", score=0.75, accept=_in_a_log),
    ),
    anchor=FIGURE,
)
