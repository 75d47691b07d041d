"""People with a surname that is a word, known for people by a forename before it or by what is said of them."""

from __future__ import annotations

from reviewdocs.detect.around import does_something, is_surname, is_usual_forename
from reviewdocs.detect.expressions import NO_NAME, NO_NAME_WORD, ORGANISATIONAL
from reviewdocs.detect.recognise import Match, Pattern, Recogniser
from reviewdocs.language.calendar import MONTHS, WEEKDAYS
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.words import is_english
from reviewdocs.model.mentions import Category

HITS = (
    "That evening «Manning» rang the surgery.",
    "«Cutting» told the panel that",
    "Later «Long» explained that",
    "written to «Peter Long» about it",
    "met «Susan Church» there",
)
MISSES = (
    "The church told the panel",
    "Police told the panel",
    "School rang the surgery",
    "Long before that he told them",
    "Reading was hard for her",
    "Housing said that it would",
    "Peter Long Road",
    "on May Day",
    "Chester Council met",
    "[Page intentionally left blank.]",
)

_CALENDAR = frozenset(word.casefold() for word in (*MONTHS, *WEEKDAYS))
_BODIES = frozenset(ORGANISATIONAL.casefold().split())
_WORD = r"(?<![\p{L}'’.-])\p{Lu}\p{Ll}{2,}(?![\p{L}'’-])"
_VERB = r"(?=(?:,?\swho)?\s\p{Ll}{3,})"


def _a_surname_that_acts(match: Match) -> bool:
    """Whether it is a surname, and does what only people do."""
    return does_something(match.string, *match.span("x"))


def _forename_and_word(match: Match) -> bool:
    first, last = match["x"].casefold().split()
    if first in _CALENDAR or last in _BODIES or not is_usual_forename(first):
        return False
    return (is_english(last) or is_ordinary(last)) and is_surname(last)


RECOGNISER = Recogniser(
    "PersonDoing",
    Category.PERSON,
    (
        Pattern(rf"(?P<x>{NO_NAME_WORD}{NO_NAME}{_WORD}){_VERB}", score=0.7, accept=_a_surname_that_acts),
        Pattern(
            rf"(?P<x>{_WORD} {_WORD})(?!\s\p{{Lu}})(?!\s(?i:road|street|avenue|lane|close))",
            score=0.7,
            accept=_forename_and_word,
        ),
    ),
)
