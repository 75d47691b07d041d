"""Words that belong to the name of somebody or something else: streets, firms, laws, authors, strangers."""

from __future__ import annotations

import functools
import re

from reviewdocs.names.listing import listed
from reviewdocs.names.things import GENERIC, STREETS
from reviewdocs.names.titles import TITLES
from reviewdocs.names.words import CALENDAR, PLACES, is_ordinary
from reviewdocs.pseudonymise.reading import Reading

_LAW_WORDS = listed("law rule protocol scheme act review inquiry report test scale score index method model principle")


_OF_TOWNS = listed("king queen bishop abbot prior")
"""Whose towns are called so: King's Lynn, Bishop's Castle."""


def part_of_other_name(reading: Reading, first: int, last: int) -> str:
    """Why the word belongs to the name of something else (a street, a law, a firm); empty when it does not."""
    gap, following = reading.gap(last), reading.token(last)
    if following is None:
        return ""
    possessive = gap in ("'s ", "' ") or (gap == "'" and following.word == "s" and reading.gap(last + 1) == " ")
    target = reading.token(last + 1) if gap == "'" and following.word == "s" else following
    if (
        possessive
        and target is not None
        and target.capital
        and target.word in _LAW_WORDS
        and not reading.shouting(first)
    ):
        return "name of a law or scheme"
    if gap == " " and (following.capital or reading.tokens[first].word == following.word):
        if (
            following.word in STREETS
            and following.capital
            and following.word not in ("view", "rise", "gate", "green", "st")
        ):
            return "name of a street"
        if following.word in GENERIC - {"and", "&", "family", "children", "st", "ward"} or following.word in _LAW_WORDS:
            return "part of a longer name"
    if _begins_longer_name(reading, last):
        return "part of a longer name"
    if (gap == " & " and not reading.taken[last]) or (gap == "-" and following.capital):
        return "part of a longer name"
    if reading.gap(first) == " " and reading.word(first - 1) == "s" and reading.word(first - 2) in _OF_TOWNS:
        return "part of a place's name"
    if first and reading.gap(first) == "-" and reading.tokens[first - 1].capital:
        return "part of a double name"
    return ""


def _begins_longer_name(reading: Reading, last: int) -> bool:
    """Whether up to three capitalised words follow, of which the last says what kind of thing they name."""
    for index in range(last, min(last + 3, len(reading))):
        token = reading.tokens[index]
        if reading.gap(index) != " " or not token.capital or reading.shouting(index):
            return False
        if index > last and token.word in (GENERIC | STREETS) - {
            "and",
            "&",
            "family",
            "children",
            "st",
            "ward",
            "house",
        }:
            return True
    return False


_YEAR = r"(?:19|20)\d\d[a-z]?"
_CITED = re.compile(
    rf"^(?:(?:,| and| &|;)? [A-Z][\w'’-]+){{0,3}}(?: et al\.?| and (?:others|colleagues))?(?:,? \({_YEAR}|, {_YEAR})"
)


def cited(reading: Reading, first: int, last: int) -> bool:
    """Whether the surname is an author's in a citation: "Archer (2018)", "(Field and Archer, 2015)"."""
    start, end = reading.span(first, last)
    text = reading.paragraph.text
    match = _CITED.match(text[end : end + 80])
    if match is None:
        return False
    bracketed = re.search(r"\((?:[^()]{0,80}[;,&] |[^()]{0,80}\band )?$", text[max(0, start - 90) : start])
    return bool(bracketed) or "(" in match.group()


def co_author(reading: Reading, first: int, last: int) -> bool:
    """Whether another capitalised name goes before or on in the list of a citation's authors."""
    following, before = reading.token(last), reading.token(first - 2)
    if reading.gap(last) == ", " and following is not None and following.capital:
        return True
    return reading.word(first - 1) == "and" and before is not None and before.capital and reading.gap(first - 1) == " "


def stranger(reading: Reading, first: int, last: int, *, surname: bool) -> tuple[int, int] | None:
    """The tokens of somebody else's name that the word is part of ("Grace Oyelaran", "Hannah Bishop"); None when
    there is none.

    Args:
        reading: the paragraph.
        first, last: the word's tokens.
        surname: whether the word is a surname, so that a forename may stand before it; else a surname after it.
    """
    if reading.shouting(first):
        return None
    index = first - 1 if surname else last
    gap = reading.gap(first if surname else last)
    token = reading.token(index)
    if token is None or reading.taken[index] or gap != " " or "\n" in reading.raw_gap(first if surname else last):
        return None
    if not surname and token.word in ("o", "d") and reading.gap(index + 1) == "'" and len(reading.word(index + 1)) > 2:
        index += 1  # "Rory O'Kelly"
        token = reading.tokens[index]
    if not token.capital or len(token.word) < 3 or token.word.isdigit() or token.capitals or not is_unknown(token.word):
        return None
    if surname and reading.starts_sentence(index) and reading.title_case(index):
        return None
    return (index, last) if surname else (first, index + 1)


_COMMON_CAPITALS = listed(
    """
    social worker health visitor nurse police doctor officer mother father mum dad sister brother uncle aunt
    gran grandmother son daughter child children baby adult neighbour caller patient pupil client when while
    where after before although because however since then there this that and but also both neither either dear
    hi hello thanks from re cc to yesterday today the worker manager teacher friend lodger carer widow husband
    wife partner mam daddy mummy operator mrs family says said sent report operator attachment subject regarding
    present apologies chair author reviewer meanwhile later nobody only even once christmas easter gp hv sw
    """
)


_NO_NAMES = _COMMON_CAPITALS | TITLES.keys() | GENERIC | CALENDAR


@functools.cache
def is_unknown(word: str) -> bool:
    """Whether a folded word is none that this package knows to be a word, so that with a capital it looks like a
    name."""
    return word not in _NO_NAMES and not (is_ordinary(word) and word not in PLACES)
