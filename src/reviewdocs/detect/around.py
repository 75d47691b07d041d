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
    anything banking briefing building catering commissioning engineering evening everything filing fostering hearing
    king learning lettings licensing manufacturing marketing meeting morning nothing nursing offending parking planning
    policing recruiting safeguarding sibling something spring teaching training
    """
)
"""Words that begin sentences in reports as who or what does something, though a few are surnames."""
_LAST_WORD = regex.compile(r"([\p{L}][\p{L}'’-]*)\s$")
_LAST_TITLE = regex.compile(r"([\p{L}][\p{L}'’-]*)\.?\s$")
_NEXT_WORD = regex.compile(r"\s([\p{Lu}][\p{L}'’-]+)")
_BEING = (
    r"(?:is|was)\saged|(?:is|was|had\sbeen)\s(?:not\s|never\s|also\s)?(?:invited|interviewed|arrested|bailed|remanded|"
    r"convicted|sentenced|sectioned|detained|discharged|admitted|hospitalised|born|married|widowed|divorced|pregnant|"
    r"intoxicated|tearful|the\s(?:only|first|last|one)\s(?:person|professional|practitioner|worker|one|man|woman|member|"
    r"relative|friend|adult|neighbour|colleague)\b)"
)
_SAYING = (
    r"(?:said|says|told|tells|rang|asked|explained|replied|answered|agreed|disagreed|admitted|denied|described|"
    r"recalled|reported|stated|thought|felt|believed|knew|wanted|wished|wrote|phoned|telephoned|texted|emailed|visited|attended|noticed|noted|"
    r"noticed|saw|met|spoke|cried|shouted|laughed|apologised|refused|accepted|confirmed|recorded|arrived|left|"
    r"came|went|returned|moved|lived|died|assaulted|hit|drove|worked|drank|remembered|insisted|complained|promised|signed|"
    rf"disclosed|declined|offered|suggested|heard|took|gave|brought|has\s(?:said|told)|had\s(?:said|told|been\sseen)|{_BEING})\b"
)
_SAYS = regex.compile(
    rf"(?:,?\swho)?\s(?:\p{{Ll}}+ly\s|also\s|then\s|later\s|never\s|first\s|had\s|has\s|did\snot\s){{0,2}}{_SAYING}"
)
_TELLS = regex.compile(
    r"(?:\s\p{Ll}+ly|\salso|\sthen|\slater)?\s(?:told\s(?:the|his|her|their|them|him|me|us|police|staff|\p{Lu})|"
    rf"(?:said|explained|replied|recalled|agreed|insisted|remembered)\sthat|rang|phoned|telephoned|texted|emailed|{_BEING})\b"
)
"""What no activity does, whatever it is called."""
_GOES_ON = regex.compile(r"\s(?!of\b|and\b|for\b|in\b|a\b|the\b|to\b|with\b)\p{Ll}{3}")
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


def _is_activity(word: str) -> bool:
    """Whether a word is what somebody does: where it tells somebody something, it is a name: "Keeping told her"."""
    return word.endswith("ing") and len(word) > len("king") and word not in _NO_SURNAMES_FIRST


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
    word = words[-1].casefold()
    called = is_surname(word) or (_is_activity(word) and _GOES_ON.match(text, start + len(found)) is not None)
    return called and (plain in TITLES or plain in LONG_TITLES_END)


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
    if len(words) != 1 or not words[0][:1].isupper() or words[0].isupper():
        return False
    if _DETERMINED.search(text[max(0, start - 12) : start]):
        return False
    word = words[0].casefold()
    if _is_activity(word) and _TELLS.match(text, end):
        return True
    return _is_rather_a_name(word) and (_SAYS.match(text, end) or _LIVE.match(text, end)) is not None


def is_somebody(text: str, start: int, end: int) -> bool:
    """Whether a word is meant as a name, whatever the dictionary has it for."""
    return (
        is_titled(text, start, text[start:end])
        or is_beside_a_forename(text, start, end)
        or does_something(text, start, end)
    )
