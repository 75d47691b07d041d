"""Telephone numbers: British in any spacing (numbers reserved for drama too), foreign with their prefix."""

from __future__ import annotations

import phonenumbers
import regex

from reviewdocs.detect.recognise import FIGURE, Match, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "Tel: «01632 960117»",
    "on «07700 900 461», he",
    "«07700900461»",
    "«020 7946 0123»",
    "«(01632) 960 117»",
    "«+44 7700 900461»",
    "«+44 (0)1632 960117»",
    "«0044 7700 900461»",
    "Sweden «+46 70 174 06 05»",
    "«07700-900-461»",
    "call «960117» (home telephone)",
    "«01632 960117 ext. 214»",
    "Tel: «01632 960117»\n9th February",
    "«07700\n900461»",
    "«00 353 1 555 0123»",
    "Nurse Specialist  «01632 96O 144»",
    "tel «O77OO 900l23»",
    "the surgery on «0300 123 4455»",
)
MISSES = (
    "ring 999 or 111",
    "call 101",
    "NHS 999 000 0018",
    "in 2019 2020 2021",
    "£07 000 000",
    "ISBN 0 330 25864 8",
    "01-02-2020 10:30",
    "from 012345 to 67",
    "Samaritans on 116 123",
    "form OIO 1010 lll",
    "the NSPCC on 0808 800 5000",
    "Helpline: 0808 2000 247",
    "freephone 08000 121700",
    "Crimestoppers, 0800 555 111",
    "call +44 800 555 111",
    "the helpline, 0300 123 3393",
)


_NEAR = 60
_HELPLINE = regex.compile(r"\b(?i:helplines?|advice\slines?|freephone|national\s\w+\sline)\b[^.;\n]*$")
_A_DATE = regex.compile(r"\d\d-\d\d-(?:\d{4}|\d\d)\b")


_LIKE_FIGURES = str.maketrans("OoQlIi|SB", "000111158")
_MISREAD = r"[\dOolI|SB]"


def _callable_as_read(match: Match) -> bool:
    """Whether figures some of which a scanner took for letters make a British number."""
    letters = sum(not character.isdigit() for character in match["x"] if not character.isspace())
    number = match["x"].translate(_LIKE_FIGURES)
    return 0 < letters <= 4 and len("".join(number.split())) == 11 and _british(number)


def _british(number: str) -> bool:
    try:
        parsed = phonenumbers.parse(number, "GB")
    except phonenumbers.NumberParseException:
        return False
    return parsed.country_code == 44 and str(parsed.national_number)[0] in "123578"


def _callable(match: Match) -> bool:
    """Whether the numbering plan allows the length: drama ranges are possible numbers though never valid ones."""
    text = match["x"].split("x")[0].split("ext")[0]
    if _A_DATE.match(text):
        return False
    try:
        number = phonenumbers.parse(" ".join(text.replace("(0)", "").split()), "GB")
    except phonenumbers.NumberParseException:
        return False
    if number.country_code != 44:
        return bool(phonenumbers.is_possible_number(number))
    national = str(number.national_number)
    return len(national) in (9, 10) and national[0] in "123578" and not _is_public(match, number)


def _is_public(match: Match, number: phonenumbers.PhoneNumber) -> bool:
    """Whether nobody's own number can be meant: freephone, or one of a body (030) that is said to be a helpline.

    Source: Ofcom, National Telephone Numbering Plan: 080 is free of charge to the caller, 030 for public
    bodies and charities.
    """
    kind = phonenumbers.number_type(number)
    if kind == phonenumbers.PhoneNumberType.TOLL_FREE:
        return True
    near = match.string[max(0, match.start() - _NEAR) : match.start()]
    return str(number.national_number).startswith("30") and _HELPLINE.search(near) is not None


_EXTENSION = r"(?:,?\s?(?:ext(?:ension)?\.?|x)\s?\d{1,5})?"

RECOGNISER = Recogniser(
    "Telephone",
    Category.CONTACT,
    (
        Pattern(r"(?<![\w/.£-])(?P<x>0(?:\s?\d){10})(?![\d/-])", score=0.9, accept=_callable),
        Pattern(
            rf"(?<![\w/.£-])(?P<x>(?:\(0\d{{2,4}}\)\s?\d|0\d)(?:[ .-]?\d){{5,9}}{_EXTENSION})(?![\d/-])",
            score=0.9,
            accept=_callable,
        ),
        Pattern(
            rf"(?<![\w/.£-])(?P<x>[0O]{_MISREAD}{{4}}\s?{_MISREAD}{{3}}\s?{_MISREAD}{{3}})(?![\w/-])",
            score=0.75,
            accept=_callable_as_read,
        ),
        Pattern(
            rf"(?<![\w+])(?P<x>(?:\+|"
            rf"00\s?)[1-9]\d{{0,2}}[\s.-]?(?:\(0\)[\s.-]?)?(?:\(?\d{{1,4}}\)?[\s.-]?){{2,6}}\d{_EXTENSION})(?!\d"
            rf")",
            score=0.95,
            accept=_callable,
        ),
        Pattern(
            r"(?<![\w/.£-])\d{3}\s?\d{3,4}(?![\w/-])(?!\s(?:people|of|per)\b)",
            score=0.7,
            context=r"\b(?:tel(?:ephone)?|phone|mobile|mob|landline|fax|call(?:ed)?|ring|text(?:ed)?)\b[^\d]{0,12}$|"
            r"^[^\d]{0,8}\b(?:telephone|mobile|landline)\b",
            before=24,
            after=24,
            accept=lambda m: m[0].replace(" ", "") != "116123",
        ),
    ),
    anchor=FIGURE,
)
