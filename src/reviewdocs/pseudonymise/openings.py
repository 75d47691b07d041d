"""A word that opens a sentence, cell, quotation or note, where its capital says nothing: name, word, or not certain."""

from __future__ import annotations

import re

from reviewdocs.names.listing import listed
from reviewdocs.names.words import ADJECTIVES, BARE, BELONGING, MODALS, MONTHS, NOUNS, PLACES, SEASONS, VERBS
from reviewdocs.pseudonymise.grammar import (
    ABSTRACT,
    AUXILIARIES,
    COUNTED,
    DETERMINERS,
    PLACED,
    PRONOUNS,
    STATES,
    Prior,
    Sense,
    Verdict,
    human_verb,
    predicate,
)
from reviewdocs.pseudonymise.reading import Reading

_PARTICLES = listed("up down off out on in at with to for from over back about into away by round")
"""What follows an imperative: "Chase up", "Look for"."""
_OF_A_MEASURE = listed("of to from away apart per off")
"""What follows a plural that opens a sentence: "Miles of", "Days apart"."""
_AT_A_PLACE = listed("in on at with to for from under by off out back over into near downstairs upstairs")
_TIME_ALONE = re.compile(r"\s*\[?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\]?[\s,–-]+")
_TIMED = re.compile(r",? ?[\[(]?\d{1,2}[:.]\d\d(?: ?[ap]m)?[\])]?\s?[:–-]")
_AMOUNT = re.compile(r"\s?[:=|]\s?[£$€\d]")


def _alone(reading: Reading, first: int) -> bool:
    """Whether the word is all there is between two breaks: a cell, a signature, an entry of a list."""
    return reading.starts_sentence(first) and (
        first + 1 >= len(reading) or bool(re.match(r"\s*[.,]?\s*[\n|;:\]]", reading.raw_gap(first + 1)))
    )


def _writes(reading: Reading, first: int) -> bool:
    """Whether the word stands with a time at the beginning of a line, as who writes a message does: "Ann 19:40: hi"."""
    start, end = reading.span(first, first + 1)
    line = reading.paragraph.text[:start].rpartition("\n")[2]
    after = reading.paragraph.text[end : end + 16]
    if not line.strip():
        return _TIMED.match(after) is not None
    return after.startswith(":") and _TIME_ALONE.fullmatch(line) is not None


def _asks(reading: Reading, first: int) -> bool:
    """Whether the sentence that begins at `first` ends with a question mark."""
    after = reading.span(first, first + 1)[1]
    rest = reading.paragraph.text[after : after + 1000]
    end = re.search(r"[.?!\n|]", rest)
    return bool(end and end.group() == "?")


def sentence_start(reading: Reading, first: int, prior: Prior) -> Verdict:
    """A word of English that opens a sentence with a capital: name, word, or not certain."""
    word, following, gap = reading.word(first), reading.token(first + 1), reading.gap(first + 1)
    if gap.startswith("'") and following and following.word == "s":
        return Sense.NAME, "possessive"
    if re.search(r"[\"“]$", reading.raw_gap(first)) and re.match(r"[\"”]", reading.raw_gap(first + 1)):
        return Sense.NAME, "alone in quotation marks"
    if prior.forename and _writes(reading, first):
        return Sense.NAME, "writes a message"
    if following is None or gap != " " or _alone(reading, first):
        return _set_off(reading, first, prior)
    after = following.word
    if word in MODALS:
        return _modal(reading, first)
    if word in ABSTRACT and after == "is":
        return Sense.UNSURE, "subject of 'is'"
    if after in AUXILIARIES and (
        word in ADJECTIVES or word in VERBS or human_verb(reading, first + 2) or _lone(word, prior)
    ):
        return Sense.NAME, f"subject of '{after}'"
    if after in AUXILIARIES:
        return prior.name_if_expected(f"subject of '{after}'")
    if human_verb(reading, first + 1):
        return Sense.NAME, f"subject of '{after}'"
    if after in ("and", "or"):
        other = reading.token(first + 2)
        if other and other.capital:
            return Sense.NAME, "joined to a name"
        return Sense.WORD, "joined to a word"
    if word in VERBS and after in DETERMINERS | PRONOUNS:
        return Sense.WORD, "imperative"
    if after in MODALS | {"would", "could"}:
        return prior.name_if_expected(f"subject of '{after}'")
    if after.endswith("s") and reading.word(first + 2) in DETERMINERS | PRONOUNS | {"him", "them", "me", "us"}:
        return Sense.NAME, f"subject of '{after}'"
    if following.original.islower() or after.isdigit():
        return _note(reading, first, prior)
    return prior.name_if_expected("before a capital")


def _set_off(reading: Reading, first: int, prior: Prior) -> Verdict:
    """A word that punctuation parts from what follows."""
    gap = reading.gap(first + 1)
    alone = _alone(reading, first)
    if not alone and gap.startswith("-"):
        return Sense.WORD, "first part of a compound word"
    if not (prior.forename or prior.expected) and _AMOUNT.match(reading.paragraph.text, _end(reading, first)):
        return Sense.WORD, "label before an amount"
    why = "stands alone" if alone else "set off by punctuation"
    if reading.word(first) in MODALS and (alone or gap.startswith((",", " (", ":", "/", ";", ")"))):
        return Sense.NAME, why
    return prior.name_if_expected(why)


def _end(reading: Reading, first: int) -> int:
    return reading.span(first, first + 1)[1]


def _modal(reading: Reading, first: int) -> Verdict:
    word, after = reading.word(first), reading.word(first + 1)
    if after in PRONOUNS or after in DETERMINERS or after == "not":
        return Sense.WORD, "question"
    if human_verb(reading, first + 1) or after == "and" or reading.tokens[first + 1].capital:
        return Sense.NAME, f"subject of '{after}'"
    if word == "will" and not _asks(reading, first):
        return Sense.NAME, "no question follows"
    return Sense.UNSURE, "modal verb or name at the start of a sentence"


def _lone(word: str, prior: Prior) -> bool:
    """Whether the word cannot open a sentence unless it is the forename, and the document has it as no word."""
    return prior.forename and not prior.used and word in COUNTED


def _note(reading: Reading, first: int, prior: Prior) -> Verdict:
    """A capital before a word in lower case or a number: a clipped note on a person, or a sentence on a thing."""
    word, after = reading.word(first), reading.word(first + 1)
    lone = _lone(word, prior)
    if word.endswith("s") and word[:-1] in NOUNS and after in _OF_A_MEASURE:
        return (Sense.UNSURE if prior.forename else Sense.WORD), f"a plural before '{after}'"
    if prior.forename and predicate(reading, first + 1) and not (word in VERBS and after in _PARTICLES):
        described = word in ADJECTIVES and after in PLACED and not prior.used
        human = word not in BARE or _only_human(reading, first + 1)
        if lone or described or (prior.expected and human and (word in COUNTED or not prior.used)):
            return Sense.NAME, f"said of a person: '{after}'"
        return Sense.UNSURE, f"said of a person or a thing: '{after}'"
    if after in PLACED:
        return prior.name_if_expected(f"before '{after}'")
    if prior.expected and after in _AT_A_PLACE and word not in ABSTRACT:
        if lone or (prior.forename and _at_a_place(reading, first, prior)):
            return Sense.NAME, f"a person, before '{after}'"
        return Sense.UNSURE, f"before '{after}'"
    if prior.expected and not any(word in kind for kind in (ADJECTIVES, SEASONS, MONTHS)):
        return Sense.UNSURE, "first word of a sentence"
    if lone and not (after.endswith("s") or after in NOUNS):
        return Sense.UNSURE, "first word of a sentence, without an article"
    return Sense.WORD, "first word of a sentence, before a noun"


def _only_human(reading: Reading, index: int) -> bool:
    """Whether only a person is said to be so: "asleep", "low in mood"; patience may be wearing thin."""
    word = reading.word(index)
    return word in STATES - _OF_THINGS_TOO or (word == "low" and reading.word(index + 1) == "in")


_OF_THINGS_TOO = listed("low fine better worse late present absent ready hot sore safe away alone quiet well ok okay")


def _at_a_place(reading: Reading, first: int, prior: Prior) -> bool:
    """Whether a person is said to be somewhere, as notes do: "in pyjamas", "on mother's knee"; no plant on the wall."""
    word, after = reading.word(first), reading.word(first + 1)
    if word in PLACES or word in BELONGING:
        return not prior.used
    return word in COUNTED and (after in ("in", "at", "with") or reading.word(first + 2) not in DETERMINERS)
