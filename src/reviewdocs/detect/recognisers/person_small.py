"""People and streets in small letters, as hasty notes and messages have them: told by the words about them."""

from __future__ import annotations

from reviewdocs.detect.recognise import Match, Pattern, Recogniser
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.words import is_english, is_foreign
from reviewdocs.model.mentions import Category

HITS = (
    "thinks he is his brother «zdenko». threw cup",
    "the office, «zdenka» said to wait",
    "spoke to «tolverne» at the desk",
    "tell «zdenka m». back at work",
    "ask «iris n»",
    "rang the shop, «jan» said no",
    "widow of «osric», lives alone",
    "a lad called «tavvy» was there",
)
MISSES = (
    "his brother was there",
    "her sister rang",
    "told mum to wait",
    "spoke to reception at the desk",
    "the police said no",
    "in jan said the flat was full",
    "told them x",
    "the son sez no",
    "wife unwell",
    "with plan b.",
    "see appendix c.",
    "ring bell a",
    "his partner rly poorly",
    "told dr a. about it",
    "her friends told me",
    "spoke to dentaid van",
    "his sister's teddy",
)

_WORD = r"(?<![\p{L}'’@./_-])\p{Ll}[\p{Ll}\p{M}]{2,}(?![\p{L}@'’_/-])"
_KIN = (
    r"\b(?:brother|sister|son|daughter|husband|wife|widow(?:er)?\sof|cousin|nephew|niece|grandson|granddaughter|"
    r"boyfriend|girlfriend|stepson|stepdaughter|stepdad|stepmum)\s"
)
_CALLED = r"\b(?:called|named|spoke\s(?:to|with)|speaking\s(?:to|with)|msg\sfrom|text\sfrom|call\sfrom|call\sto)\s"
_WITH_AN_INITIAL = r"\b(?:ask|asked|tell|told|texted|from|(?:spoke|talk)\s(?:to|with)|rang|saw)\s"
_SAID = r"(?=,?\s(?:said|says|told\s(?:me|us|her|him|them)|rang|asked|texted|reckons|thinks|came|went|will|covering)\b)"
_MONTHS = frozenset(["jan", "april", "june", "may"])


def _no_word(match: Match) -> bool:
    """Whether no word of the name is one of English, of shorthand, slang or another language."""
    return not any(
        is_english(word) or is_foreign(word) or is_ordinary(word) for word in match["x"].split() if len(word) > 1
    )


def _a_name_with_initial(match: Match) -> bool:
    """Whether the word before a single letter can be a forename: no word, or one that people are called."""
    word = match["x"].split()[0]
    return not is_foreign(word) and (is_ordinary(word) or not is_english(word))


def _somebody_who_spoke(match: Match) -> bool:
    """Whether a word that is said to have spoken is no word, or a month by which people are called."""
    before = match.string[max(0, match.start() - 4) : match.start()]
    return _no_word(match) or (match["x"] in _MONTHS and not before.endswith(("in ", "of ", "by ")))


RECOGNISER = Recogniser(
    "PersonInSmallLetters",
    Category.PERSON,
    (
        Pattern(rf"{_KIN}(?P<x>{_WORD})", score=0.6, accept=_no_word, anchor=_KIN),
        Pattern(rf"{_CALLED}(?P<x>{_WORD})", score=0.6, accept=_no_word, anchor=_CALLED),
        Pattern(
            rf"{_WITH_AN_INITIAL}(?P<x>{_WORD}\s\p{{Ll}})(?=[.,;:)]|[ \t]*$)",
            score=0.55,
            accept=_a_name_with_initial,
            anchor=r"\s\p{Ll}(?:[.,;:)]|[ \t]*$)",
        ),
        Pattern(rf"(?P<x>{_WORD}){_SAID}", score=0.55, accept=_somebody_who_spoke, anchor=_SAID[3:-1]),
    ),
)
