"""What is only written like a day: proposed, and told where the rest of what is seen bears it out."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Pattern, Recogniser
from reviewdocs.language.calendar import MONTH
from reviewdocs.model.mentions import Category

HITS = (
    "Probation email sent «21/3».",
    "«14.3» DNA, texted",
    "cancelled on «the 10th»? It was",
    "«Tu 20.12» Arrived on foot",
    "STATEMENT «190594» RE MATTERS",
    "«May 1». Letter from home",
)
MISSES = (
    "a ratio of 32/4",
    "scored 14/20",
    "in 2019",
    "2/7 off school",
    "8/12 supply given",
    "the 9th centile",
    "section 31.13",
    "350594",
    "the 40th",
    "rang for the 3rd time",
)

_END = (
    r"(?![\w/%£-]|[.,:]\d|\s?(?i:old|ago|later|days?|weeks?|months?|of|hx|history|supply|off|course|share|century|floor|"
    r"birthday|centile|people|times?|attempts?|visits?|calls?|occasions?|referrals?|contacts?)\b)"
)
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"

RECOGNISER = Recogniser(
    "LikeADay",
    Category.DATE,
    (
        Pattern(rf"(?<![\w.:,/£-])(?P<x>(?:(?:Mo|Tu|We|Th|Fr|Sa|Su)\s)?{_DAY}(?P<by>[./]){_MONTH}){_END}", score=0.3),
        Pattern(rf"(?<![\w.:,/£-])(?P<x>(?:the\s)?{_DAY}(?i:st|nd|rd|th)){_END}", score=0.2),
        Pattern(rf"(?<![\w.:,/£-])(?P<x>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d){_END}", score=0.2),
        Pattern(rf"(?<!\p{{L}})(?P<x>(?i:{MONTH})\.?\s{_DAY})(?![\w/%-]|[.:,]?\d)", score=0.3),
    ),
    anchor=FIGURE,
    weak=True,
)
