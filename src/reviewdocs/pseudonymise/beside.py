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


LINKING = frozenset(["named", "called", "name", "s", "aged", "is", "was"])
"""What may stand between a word of role and the name."""


def greeted(reading: Reading, first: int) -> bool:
    """Whether the mention that begins at `first` is greeted or thanked."""
    return (
        reading.word(first - 1) in ("hi", "hello", "dear", "morning", "afternoon", "thanks")
        and reading.gap(first) == " "
    )


_FORMER_CUES = listed("nee born formerly previously prev maiden surname was alias aka")


def former_cue(reading: Reading, first: int) -> str:
    """The word just before the mention that announces a former name; empty when there is none."""
    for index in (first - 1, first - 2):
        if index >= 0 and reading.same_sentence(index, first) and reading.word(index) in _FORMER_CUES - {"was"}:
            return reading.word(index)
    return ""


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
