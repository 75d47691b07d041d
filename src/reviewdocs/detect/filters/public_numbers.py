"""Telephone numbers of organisations: non-geographic ranges, and those said to be of a helpline or public body."""

from __future__ import annotations

import regex

from reviewdocs.detect.around import line_of
from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.model.mentions import Category

HITS = (
    Example("Action Fraud «0300 123 2040»", Category.CONTACT, by_model=False),
    Example("Forced Marriage Unit: «020 7008 0151»", Category.CONTACT, by_model=False),
    Example("call «0845 608 4030»", Category.CONTACT, by_model=False),
)
MISSES = (
    Example("the surgery on «0300 123 4455»", Category.CONTACT, by_model=False),
    Example("her sister on «01632 960117»", Category.CONTACT, by_model=False),
    Example("the helpline, or «07700 900461»", Category.CONTACT, by_model=False),
)

_FREE = regex.compile(r"(?:\+?44\s?(?:\(0\)\s?)?|0)\s?(?:80[08]|8[47]\d)[\d\s-]+|116\s?\d{3}")
_OF_BODIES = regex.compile(r"(?:\+?44\s?(?:\(0\)\s?)?|0)\s?3[0347]\d?[\d\s-]+")
_ANY = regex.compile(r"[\d\s()+-]+")
_MOBILE = regex.compile(r"(?:\+?44\s?(?:\(0\)\s?)?|0)\s?7")
_OF_A_LINE = regex.compile(
    r"\b(?i:helpline|(?:advice|support|information|crisis|text|confidential|listening|national|reporting|emergency)\s(?:phone\s)?line|line|"
    r"freephone|switchboard|enquiries|unit|commission|office|ombudsman|society|association|foundation|charity|hotline|council|"
    r"samaritans|regulator|press\soffice|contact\scentre|customer\sservices?)\b[^\d.;\n]{0,40}$"
)


def _silences(find: Find) -> bool:
    if find.category is not Category.CONTACT or not _ANY.fullmatch(find.found) or _MOBILE.match(find.found):
        return False
    if _FREE.fullmatch(find.found):
        return True
    first, _ = line_of(find.text, find.start, find.end)
    before = find.text[first : find.start]
    known = any(first <= span.start and span.end <= find.start for span in find.passage.known if span.only is None)
    return known or (_OF_A_LINE.search(before) is not None)


FILTER = Filter(
    name="public-numbers",
    leaves_out="helplines and public numbers",
    why="The number belongs to an organisation, which publishes it.",
    source="Ofcom, National Telephone Numbering Plan: 03, 080, 084, 087 and 116 are non-geographic",
    silences=_silences,
)
