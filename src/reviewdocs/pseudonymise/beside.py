"""What stands beside a mention and bears on who is meant."""

from __future__ import annotations

from reviewdocs.names.listing import listed
from reviewdocs.pseudonymise.reading import Reading


def pronoun_after(reading: Reading, index: int) -> str:
    """The first pronoun of the same sentence after the mention, as "he" or "she"; empty when there is none."""
    for step in range(8):
        if index + step >= len(reading) or not reading.same_sentence(index - 1, index + step):
            return ""
        word = reading.word(index + step)
        if word in ("he", "his", "him", "himself"):
            return "he"
        if word in ("she", "her", "hers", "herself"):
            return "she"
    return ""


LINKING = frozenset(["named", "called", "name", "s", "aged", "is", "was", "another", "other"])
"""What may stand between a word of role and the name."""


def greeted(reading: Reading, first: int) -> bool:
    """Whether the mention that begins at `first` is greeted or thanked."""
    return (
        reading.word(first - 1) in ("hi", "hello", "dear", "morning", "afternoon", "thanks")
        and reading.gap(first) == " "
    )


_FORMER_CUES = listed("nee born formerly previously prev maiden alias aka")
_FORMER_SURNAME = listed("maiden former previous birth married old")


def former_cue(reading: Reading, first: int) -> str:
    """The word just before the mention that announces a former name; empty when there is none."""
    for index in (first - 1, first - 2):
        short = index == first - 1 and reading.gap(first) == ". " and reading.word(index) == "prev"
        if index < 0 or not (short or reading.same_sentence(index, first)):
            continue
        if reading.word(index) in _FORMER_CUES:
            return reading.word(index)
        if reading.word(index) in ("surname", "name") and reading.word(index - 1) in _FORMER_SURNAME:
            return "former name"
    return ""


def gives_surname(reading: Reading, first: int) -> bool:
    """Whether the surname of whoever was just named is told: "gives surname"."""
    return reading.word(first - 1) == "surname" and reading.word(first - 2) not in _FORMER_SURNAME


def of_another(reading: Reading, first: int) -> bool:
    """Whether the mention is said to be another of the name than the one just named."""
    return reading.word(first - 1) in ("other", "another") and reading.gap(first) == " "


def surname_shared(reading: Reading, last: int) -> str:
    """The surname that a forename has in common with the next: "Ann or Tom Lee"; empty when it has none."""
    joined = reading.word(last) in ("and", "or") and reading.gap(last) == " "
    after = last + 1 if joined else last if reading.gap(last) == " & " else -1
    given, family = reading.token(after), reading.token(after + 1)
    if after < 0 or given is None or family is None or not (given.capital and family.capital):
        return ""
    return family.word if reading.gap(after + 1) == " " else ""


def initials_in_brackets(reading: Reading, index: int) -> str:
    """Initials that stand in brackets after the mention: "Mark (MS)"; empty when there are none."""
    token = reading.token(index)
    if (
        token
        and token.capitals
        and 2 <= len(token.word) <= 4
        and reading.gap(index) == " ("
        and reading.gap(index + 1).startswith(")")
    ):
        return token.word
    return ""
