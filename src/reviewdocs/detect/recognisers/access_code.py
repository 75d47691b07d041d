"""What opens a door or an account: key safe and door codes, PINs, passwords, collection words."""

from __future__ import annotations

import regex

from reviewdocs.detect.recognise import Match, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "key safe «2580»",
    "the safe code «4711»",
    "Entry code for the garages changed to «2580#».",
    "PIN «4711»",
    "door code is «C1940X»",
    "Nan collects (pw: «OTTER3»)",
    "password: «Bramley-apple»",
    "Collection password «Thistle» given",
    'the password is "«blue door»"',
    "log-in password = «W!nter77»",
)
MISSES = (
    "the key is 2019",
    "password: to follow",
    "Password: sent separately",
    "Password-protected",
    "Password Policy",
    "a password was agreed",
    "the password is changed every month",
    "pin 4 of the plug",
)

_NO_PASSWORD = regex.compile(
    r"to|see|sent|separately|as|none|not|on|by|will|please|usual|the|a|is|was|yes|no|n/a|tbc|reset|changed|known|same|in|given|agreed|policy|"
    r"protected|required|below|above|unknown",
    regex.IGNORECASE,
)
_WORD = r"(?:pw|pwd|password|pass\s?code|pass\s?phrase|code\s?word|safe\s?word)"


def _a_password(match: Match) -> bool:
    """Whether what follows the label is a password and not a word about it."""
    return _NO_PASSWORD.fullmatch(match["x"]) is None


RECOGNISER = Recogniser(
    "AccessCode",
    Category.CODE,
    (
        Pattern(
            r"(?i:\b(?:key[ -]?safe|safe|door|entry|alarm|gate|pin)\b(?:\s(?:code|no\.?|number|is|pin)){0,2}:?\s"
            r")(?P<x>[A-Z]?\d{4,6}[A-Z]?)\b"
        ),
        Pattern(
            r"(?i:\b(?:entry|door|gate|key[ -]?safe|alarm|garage|lock|access)\s?code\b[^.\n\d]{0,40}?"
            r"(?:\b(?:to|is|now)\b|[:=])\s?)(?P<x>[*#]?[A-Z]?\d{3,8}[A-Z]?[*#]?)(?![\w/])"
        ),
        Pattern(rf"(?i:\b{_WORD}\s?[:=]\s?)(?P<x>[^\s\"'(),;|]{{3,40}}(?<![.:]))", score=0.9, accept=_a_password),
        Pattern(rf"(?i:\b{_WORD}\s(?:is\s|was\s|of\s)?)[\"'](?P<x>[^\"'\n]{{3,40}})[\"']", score=0.9),
        Pattern(
            rf"(?i:\b{_WORD}\s(?:is\s|was\s)?)(?P<x>(?=\p{{Lu}}|[\w-]*\d)[\p{{L}}\d][\p{{L}}\d!_-]{{3,30}})(?![\w-])",
            score=0.75,
            accept=_a_password,
        ),
    ),
)
