"""Somebody by initials with full stops, who did or did not do something: "K.D. did not attend"."""

from __future__ import annotations

from reviewdocs.detect.recognise import Match, Pattern, Recogniser
from reviewdocs.language.words import is_shorthand, is_word
from reviewdocs.model.mentions import Category

HITS = (
    "«K.D.» DNA twice",
    "«T.W.» was seen at home",
    "Later «R.A.B.» telephoned the duty desk",
    "a call: «K.D.» said that it",
)
MISSES = (
    "N.B. was written beside it",
    "the U.K. has",
    "at 5 p.m. she rang",
    "Smith, J.D. and Jones, K.L. (2014)",
    "D.O.B. not known",
    "i.e. wanted",
    "A.K.A. called",
)
_DID = (
    r"(?=\s(?:DNA(?:['’]?d)?|WNB|did|was|is|has|had|will|not|said|says|told|rang|came|left|went|saw|felt|knew|gave|took|"
    r"wrote|spoke|thought|\p{Ll}{3,}ed)\b)"
)
_NOBODY = frozenset(("aka", "dob", "eg", "ie", "nb", "ps", "uk", "us", "usa", "am", "pm", "eu", "un", "tbc", "tba"))


def _somebody(match: Match) -> bool:
    letters = match["x"].replace(".", "").casefold()
    return letters not in _NOBODY and not is_word(letters) and not is_shorthand(letters)


RECOGNISER = Recogniser(
    "Initials",
    Category.PERSON,
    (
        Pattern(
            rf"(?<![\p{{L}}\d.&'’-])(?<!\p{{L}},\s)(?P<x>(?:\p{{Lu}}\.){{2,3}}){_DID}", score=0.75, accept=_somebody
        ),
    ),
)
