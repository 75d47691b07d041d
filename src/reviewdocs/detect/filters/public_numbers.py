"""Telephone numbers of organisations: non-geographic ranges, and those said to be of a helpline or public body."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.detect.lines import near_line_of
from reviewdocs.model.mentions import Category

HITS = (
    Example("Action Fraud «0300 123 2040»", Category.CONTACT, by_model=False),
    Example("Forced Marriage Unit: «020 7008 0151»", Category.CONTACT, by_model=False),
    Example("call «0845 608 4030»", Category.CONTACT, by_model=False),
)
MISSES = (
    Example("the surgery on «0300 123 4455»", Category.CONTACT, by_model=False),
    Example("her sister on «01632 960117»", Category.CONTACT, by_model=False),
    Example("my direct line «01632 960 204»", Category.CONTACT, by_model=False),
    Example("NHS England rang her on her own telephone at home, «01632 960 204»", Category.CONTACT, by_model=False),
    Example("the helpline, or «07700 900461»", Category.CONTACT, by_model=False),
)

_FREE = regex.compile(r"(?:\+?44\s?(?:\(0\)\s?)?|0)\s?(?:80[08]|8[47]\d)[\d\s-]+|116\s?\d{3}")
_ANY = regex.compile(r"[\d\s()+-]+")
_MOBILE = regex.compile(r"(?:\+?44\s?(?:\(0\)\s?)?|0)\s?7")
_OF_BODIES = regex.compile(r"(?:\+?44\s?(?:\(0\)\s?)?|0)\s?3")
_OF_A_LINE = regex.compile(
    r"\b(?i:helplines?|freephone|hotline|switchboard|"
    r"(?:support|advice|crisis|confidential|listening|reporting|speak[- ]up|whistleblowing)\s(?:phone\s)?line)"
    r"\b[^\d.;\n]{0,30}$"
)
_BETWEEN = regex.compile(
    r"[\s:,()|–-]{0,6}(?:(?:is|on|at|tel(?:ephone)?|phone|call|ring|helpline|line|\p{Lu}\p{L}+)[\s:.,)–-]{1,3}){0,4}"
)


def _silences(find: Find) -> bool:
    if find.category is not Category.CONTACT or not _ANY.fullmatch(find.found) or _MOBILE.match(find.found):
        return False
    if _FREE.fullmatch(find.found):
        return True
    first, _ = near_line_of(find.text, find.start, find.end)
    if _OF_A_LINE.search(find.text[first : find.start]):
        return True
    bodies = [
        span for span in find.passage.known.about(first, find.start) if span.kind == "bodies" and first <= span.start
    ]
    if _OF_BODIES.match(find.found) and any(span.end <= find.start for span in bodies):
        return True
    return any(
        span.kind == "bodies"
        and first <= span.start
        and span.end <= find.start
        and _BETWEEN.fullmatch(find.text, span.end, find.start)
        for span in find.passage.known.about(first, find.start)
    )


FILTER = Filter(
    name="public-numbers",
    leaves_out="helplines and public numbers",
    why="The number belongs to an organisation, which publishes it.",
    source="Ofcom, National Telephone Numbering Plan: 080, 084, 087 and 116 are of organisations; 03 of public bodies",
    silences=_silences,
)
