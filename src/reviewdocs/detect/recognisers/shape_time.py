"""What is only written like a clock time: proposed, and told where the rest of what is seen bears it out."""

from __future__ import annotations

from reviewdocs.detect.recognise import FIGURE, Match, Pattern, Recogniser
from reviewdocs.detect.recognisers.clock_time import UNITS, not_numbered
from reviewdocs.model.mentions import Category

HITS = (
    "Informed pt died this am, «04.40». Sister told.",
    "815 EDT told no SW. «0907» Niamh rang",
    "Left at «6», back late",
    "till «11» told office",
)
MISSES = ("paragraph 6.14.2", "in 2019", "£12.50", "77.40 in all", "24.70", "by 6 months", "at 5 %", "12345")

_END = r"(?![\w:/%£-]|[.,]\d)"
_HOUR = (
    r"(?!\s?(?:%|per\b|(?i:weeks?|months?|years?|yrs?|days?|hours?|hrs?|mins?|minutes|miles?|of|people|children|staff|stone|"
    r"times|points|sessions|visits)\b))"
)


def _no_number_of_a_paragraph(match: Match) -> bool:
    """Whether a dotted number begins no line, where it numbers a paragraph as often."""
    begins = match.start("x") == 0 or match.string[match.start("x") - 1] == "\n"
    return not (begins and "." in match["x"]) and not_numbered(match)


RECOGNISER = Recogniser(
    "LikeATime",
    Category.TIME,
    (
        Pattern(
            rf"(?<![\w.:,/£-])(?P<x>(?:[01]?\d|2[0-3])[.:][0-5]\d){_END}{UNITS}",
            score=0.3,
            accept=_no_number_of_a_paragraph,
        ),
        Pattern(
            rf"(?<![\w.:,/£-])(?P<x>(?:[01]\d|2[1-3])[0-5]\d)(?<!19\d\d){_END}{UNITS}", score=0.2, accept=not_numbered
        ),
        Pattern(
            rf"(?i:\b(?:at|by|till?|until|from|since|gone|before|after|around|about)\s)(?P<x>1[0-2]|[1-9])"
            rf"{_END}{UNITS}{_HOUR}",
            score=0.2,
        ),
    ),
    anchor=FIGURE,
    weak=True,
)
