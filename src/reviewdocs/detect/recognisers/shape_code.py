"""What is only written like a reference: proposed, and told where the rest of what is seen bears it out."""

from __future__ import annotations

import regex

from reviewdocs.detect.expressions import OTHER_CODE
from reviewdocs.detect.recognise import FIGURE, Match, Pattern, Recogniser
from reviewdocs.language.calendar import MONTHS
from reviewdocs.language.words import is_english
from reviewdocs.model.mentions import Category

HITS = (
    "bottle seized (exh. «OB/1-2»)",
    "FROM «EP31»: OCCUPANT",
    "Result: referral. PC Tolverne «2207» closing",
    "Incident «45230» | logged",
    "submits intelligence, «5x5x5/16/2290».",
    "SG signs, «SG14»",
)
MISSES = (
    "in 2019",
    "the 2nd",
    "5mg",
    "10am",
    "COVID-19",
    "3/4",
    "12.5%",
    "1,200 people",
    "24hrs",
    "x2",
    "1990s",
    "product code KL-73595",
    "serial no. AB-12345",
    "Room 208",
    "of 32817 referrals",
    "Press 711",
)

_YEAR, _BEFORE = 4, 40
_END = r"(?![\w/%£]|[.,:-]\d)"


def _mixed(match: Match) -> bool:
    """Whether letters stand with figures as in no amount, ordinal, date or disease."""
    found, at = match["x"], match.start("x")
    return (
        any(map(str.isdigit, found))
        and any(character.isupper() for character in found)
        and not found.upper().startswith("COVID")
        and not regex.search(OTHER_CODE, match.string[max(0, at - _BEFORE) : at])
    )


def _no_year(match: Match) -> bool:
    return not (len(match["x"]) == _YEAR and match["x"].startswith(("19", "20")))


def _after_a_name(match: Match) -> bool:
    """Whether a number stands after a name, as an officer's does, and not after a word: "Room 208"."""
    word = match["word"].casefold()
    return _no_year(match) and not is_english(word) and word not in MONTHS


RECOGNISER = Recogniser(
    "LikeACode",
    Category.CODE,
    (
        Pattern(
            rf"(?<![\w.,:/£@-])(?P<x>(?:\p{{Lu}}|\d)[\p{{L}}\d]{{0,9}}(?:[/-][\p{{L}}\d]{{1,10}}){{0,5}}){_END}",
            score=0.2,
            accept=_mixed,
        ),
        Pattern(rf"(?<![\w.,:/£-])(?P<x>\dx\d(?:x\d)?(?:/\d+)+){_END}", score=0.3),
        Pattern(
            rf"(?i:\b(?:incident|log|crime|custody|case|ref(?:erence)?|no|number|id|rio|crew|collar|shoulder|bleep|cad|urn|"
            rf"file|account|client|patient|policy|claim|licence)\b[.:]?\s)(?P<x>\d{{3,12}}){_END}",
            score=0.2,
            accept=_no_year,
        ),
        Pattern(rf"(?<=(?P<word>\p{{Lu}}[\p{{L}}'-]+)\s)(?P<x>\d{{3,5}}){_END}", score=0.2, accept=_after_a_name),
    ),
    anchor=FIGURE,
    weak=True,
)
