"""Titles, ranks and words of kin that stand before a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.names.listing import listed
from reviewdocs.names.titles import KIN_ABROAD, TITLES, Field
from reviewdocs.pseudonymise.reading import Reading

_LONG_TITLES = frozenset(
    tuple(title.split())
    for title in [
        "crew manager",
        "watch manager",
        "station manager",
        "group manager",
        "social worker",
        "health visitor",
        "care worker",
        "support worker",
        "staff nurse",
        "district nurse",
        "community nurse",
        "practice nurse",
        "school nurse",
        "student nurse",
        "nurse practitioner",
        "ward sister",
        "charge nurse",
        "detective constable",
        "detective sergeant",
        "detective inspector",
        "police constable",
        "police sergeant",
        "police officer",
        "family support worker",
        "team manager",
        "support officer",
        "housing officer",
        "probation officer",
        "key worker",
        "chief inspector",
        "detective chief inspector",
        "detective superintendent",
        "chief superintendent",
    ]
)

_LONG_TITLES_END = frozenset(words[-1] for words in _LONG_TITLES)

# Written small, the other titles are words: "I miss Will", "a baby", "the nurse".
_LOWER_TITLES = listed("mr mrs ms dr uncle aunt auntie aunty nana nan pan pani") | KIN_ABROAD
_IN_TWO = {"gu": ("mam", "mamgu"), "cu": ("tad", "tadcu")}
"""Welsh grandparents: second word, first, and both as one title."""


def title_before(reading: Reading, first: int) -> tuple[int, str] | None:
    """(first token, last word) of the title that stands before token `first`; None when there is none."""
    index = first - 1
    if index >= 1 and reading.word(index).isdigit() and reading.gap(index + 1) == " ":
        held = TITLES.get(reading.word(index - 1))
        if held is None or held.field is not Field.POLICE:
            return None
        index -= 1
    token = reading.token(index)
    if token is not None and reading.gap(index + 1) == "_":  # "pc_h_devlyn_notes"
        filed = TITLES.get(token.word)
        return (index, token.word) if filed and filed.field in (Field.POLICE, Field.CIVIL, Field.DOCTOR) else None
    if token is None or reading.gap(index + 1) not in (" ", ". ", "."):
        return None
    if token.word in _IN_TWO and reading.gap(index) in ("-", " "):
        earlier, whole = _IN_TWO[token.word]
        return (index - 1, whole) if reading.word(index - 1) == earlier else None
    for length in (3, 2) if token.word in _LONG_TITLES_END else ():
        start = index - length + 1
        words = tuple(reading.word(i) for i in range(start, index + 1))
        if words in _LONG_TITLES and all(reading.tokens[i].capital for i in range(start, index + 1)):
            return start, token.word
    title = TITLES.get(token.word)
    if title is None or not (token.capital or token.word in _LOWER_TITLES):
        return None
    if reading.gap(index + 1) != " " and title.field not in (
        Field.CIVIL,
        Field.DOCTOR,
        Field.NURSING,
        Field.CHURCH,
        Field.OTHER,
    ):
        return None
    start = index
    while (
        start > 0
        and reading.word(start - 1) in TITLES
        and reading.gap(start) in (" ", ". ")
        and reading.tokens[start - 1].capital
    ):
        start -= 1
    return start, token.word


def rank_after(reading: Reading, last: int) -> tuple[int, str] | None:
    """(token after, rank) of a rank with its number after a name in official order: "DEVLYN T, PC 1204"; or None."""
    title = TITLES.get(reading.word(last))
    if title is None or title.field is not Field.POLICE or reading.gap(last) != ", ":
        return None
    numbered = reading.word(last + 1).isdigit() and reading.gap(last + 1) == " "
    return (last + 2, reading.word(last)) if numbered else None


_SMALL_TITLE = re.compile(r"\b(?:m(?:is)?s|mrs?|[dp]c|dr)\b")


def titled_small(reading: Reading) -> Iterator[int]:
    """The words in lower case after a title in lower case: "mr reed"."""
    if not (reading.unpolished and _SMALL_TITLE.search(reading.paragraph.text)):
        return
    for index in range(1, len(reading)):
        if _SMALL_TITLE.fullmatch(reading.word(index - 1)) and not reading.tokens[index].capital:
            yield index
