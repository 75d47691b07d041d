"""What stands about a find, and what makes somebody of a word that is in every dictionary."""

from __future__ import annotations

import regex

from reviewdocs.language.lexicon import RARE_NAME, forename_shares, frequency, surname_share
from reviewdocs.language.lists import listed
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.titles import LONG_TITLES_END, TITLES
from reviewdocs.language.words import is_forename, is_word

_USUAL_FORENAME = -2.0
"""From one man or woman in ten thousand: a power of ten of per cent."""
_USUAL_SURNAME = -2.1
_SELDOM = 4.3
"""A word that is less usual than this is rather a name where a name can stand (Zipf scale)."""
_ONLY_BEFORE_NAMES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "prof",
        "sgt",
        "supt",
        "insp",
        "pc",
        "pcso",
        "dc",
        "ds",
        "di",
        "dci",
        "cllr",
        "rev",
        "hhj",
    ]
)
_NO_SURNAMES_FIRST = listed(
    """
    agency bill black board boys brown building card carers case chair chief christian church client college constable
    coroner council court crisis crown doctor driver family father form friends girls grade green head health home
    hospital hostel housing judge justice lead legal major man march may member mother mind money neighbours note nurse
    nursery office page panel parents person police probation refuge report reviewer school sergeant service sheriff
    shelter social speaker spring staff summer surgery sunday autumn ward white winter author bishop caller midwife
    marshal august june monday
    """
)
"""Words that begin sentences in reports as who or what does something, though a few are surnames."""
_LAST_WORD = regex.compile(r"([\p{L}][\p{L}'’-]*)\s$")
_LAST_TITLE = regex.compile(r"([\p{L}][\p{L}'’-]*)\.?\s$")
_NEXT_WORD = regex.compile(r"\s([\p{Lu}][\p{L}'’-]+)")
_SAYING = (
    r"(?:said|says|told|tells|rang|asked|explained|replied|answered|agreed|disagreed|admitted|denied|described|recalled|reported|"
    r"stated|thought|felt|believed|knew|wanted|wished|wrote|phoned|telephoned|texted|emailed|visited|attended|noticed|noted|"
    r"noticed|saw|met|spoke|cried|shouted|laughed|apologised|refused|accepted|confirmed|recorded|arrived|left|came|went|"
    r"returned|moved|lived|died|assaulted|hit|drove|worked|drank|remembered|insisted|complained|promised|signed|disclosed|"
    r"declined|offered|suggested|heard|took|gave|brought|has\s(?:said|told)|had\s(?:said|told|been\sseen)|is\saged|was\saged)\b"
)
_SAYS = regex.compile(
    rf"(?:,?\swho)?\s(?:\p{{Ll}}+ly\s|also\s|then\s|later\s|never\s|first\s|had\s|has\s|did\snot\s){{0,2}}{_SAYING}"
)
_LIVE = regex.compile(
    r"(?:,\s(?:who|aged|\d{1,2},)|\swho|'s\s(?:mother|father|wife|husband|partner|son|daughter|sister|brother|home|flat|house))\b"
)
_DETERMINED = regex.compile(
    r"\b(?i:the|a|an|this|that|these|those|each|every|any|some|no|his|her|their|its|our|my|your|both|all|of|in|at|with)\s$"
)


_BODY_GOES_ON = regex.compile(
    r"(?:,\s|\s)?(?:(?:\p{Lu}[\p{L}'’-]*|and|of|the|&|for),?\s){0,7}"
    r"(?:Council|Constabulary|Police|Partnerships?|Boards?|Trust|ICB|CCG|LSCB|LSCP|SAB|CSP|Authority|Fire\sBrigade|COUNCIL|"
    r"CONSTABULARY|POLICE|PARTNERSHIPS?|BOARDS?|TRUST|AUTHORITY)(?![\p{L}'’-])"
)
"""What makes of a place before it the first part of a public body's name: "Harrowmere" and Fells ICB."""


def begins_a_body(text: str, end: int) -> bool:
    """Whether a public body's name goes on after a place: "Harrowmere" and Fells ICB."""
    return _BODY_GOES_ON.match(text, end) is not None


def is_usual_forename(word: str) -> bool:
    """Whether a word in small letters is a forename before it is anything else."""
    return max(forename_shares(word)) >= _USUAL_FORENAME and (
        is_forename(word) or not (is_word(word) or is_ordinary(word))
    )


def is_surname(word: str) -> bool:
    """Whether people were counted who bear a word in small letters as their surname."""
    return surname_share(word) > RARE_NAME


def _is_rather_a_name(word: str) -> bool:
    """Whether a capitalised word is more likely somebody's name than the first word of a sentence."""
    if word in _NO_SURNAMES_FIRST:
        return False
    share = surname_share(word)
    return share > _USUAL_SURNAME or (share > RARE_NAME and (word.endswith("ing") or frequency(word) < _SELDOM))


def is_titled(text: str, start: int, found: str) -> bool:
    """Whether a title or rank stands before a word, in running text: "told Dr Keeping that"."""
    words = found.split()
    before = _LAST_TITLE.search(text[max(0, start - 24) : start])
    title = words[0] if len(words) > 1 else (before[1] if before else "")
    if not title[:1].isupper() or found.isupper() or len(words[-1].rstrip(".")) < 2:
        return False
    plain = title.casefold().rstrip(".")
    if plain in _ONLY_BEFORE_NAMES:
        return True
    return (plain in TITLES or plain in LONG_TITLES_END) and is_surname(words[-1].casefold())


def is_beside_a_forename(text: str, start: int, end: int) -> bool:
    """Whether a usual forename stands before a word or within what was found: "Peter Long"."""
    words = text[start:end].split()
    if len(words) > 1:
        return is_usual_forename(words[0].casefold()) and words[0][:1].isupper() and not text[start:end].isupper()
    before = _LAST_WORD.search(text[max(0, start - 24) : start])
    return before is not None and before[1][:1].isupper() and is_usual_forename(before[1].casefold())


def does_something(text: str, start: int, end: int) -> bool:
    """Whether what only people do is said of a word that people are called: "Manning told the panel"."""
    words = text[start:end].split()
    if (
        len(words) != 1
        or not words[0][:1].isupper()
        or words[0].isupper()
        or not _is_rather_a_name(words[0].casefold())
    ):
        return False
    if _DETERMINED.search(text[max(0, start - 12) : start]):
        return False
    return _SAYS.match(text, end) is not None or _LIVE.match(text, end) is not None


def is_somebody(text: str, start: int, end: int) -> bool:
    """Whether a word is meant as a name, whatever the dictionary has it for."""
    return (
        is_titled(text, start, text[start:end])
        or is_beside_a_forename(text, start, end)
        or does_something(text, start, end)
    )
