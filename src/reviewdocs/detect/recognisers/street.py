"""Streets and estates without a number."""

from __future__ import annotations

from reviewdocs.detect.expressions import NAME, alternatives
from reviewdocs.detect.recognise import Match, Pattern, Recogniser
from reviewdocs.language.namesakes import ADJECTIVES
from reviewdocs.language.words import is_english, is_word
from reviewdocs.model.mentions import Category

HITS = (
    "on «Ashgrove Road»",
    "parked in «Heron Street»",
    "the «Mill Lane»",
    "«ASHGROVE QUAY»",
    "the «Ashgrove estate»",
    "«Market Street» is near",
    "near the «A1234»",
    "at the «Heron Lay-by site»",
    "family centre, «ostrava house lane», with mum",
    "the bakers on «tanhouse brow» where",
    "waited in «heron street» for the bus",
    "at contact, «trinity hall lane», with",
)
MISSES = (
    "down the road",
    "The Street",
    "a Close relative",
    "Road Traffic Collision",
    "High Court",
    "real estate",
    "an estate agent",
    "A4 paper",
    "on the A level course",
    "Way forward",
    "IN REAR LANE",
    "AND DRIVE",
    "| AMBER\nRec 2 | Lead",
    "GREEN Rec 3",
    "parked on double yellow lines in side street",
    "on main road by the shop",
    "crash on high street",
    "walked down leafy lane",
    "they went off road",
    "in middle lane",
)

_TYPES = alternatives(
    "Road Rd Street Avenue Ave Lane Crescent Terrace Tce Drive Grove Gardens Mews Fold Row Parade "
    "Quay Wharf Square Esplanade Drove Wynd Bypass Roundabout Underpass Viaduct Reservoir Rec"
)
_ST = r"(?:St|ST)\b\.?(?!\s?\p{Lu})"
_TYPE = rf" (?:(?:{_TYPES})\b(?!\s(?i:traffic|safety|map|policing|works?|rage|\d))|{_ST})"

_SMALL_TYPE = r" (?:street|road|lane|avenue|crescent|terrace|mews|grove|gardens|brow|parade)\b"
_DESCRIBING = ("y", "ed", "ing", "al", "less", "ous")


def _named(match: Match) -> bool:
    """Whether what stands before "street" in small letters describes none: "tanhouse brow", not "leafy lane"."""
    first = match["x"].split()[0]
    return not (is_word(first) or first in ADJECTIVES or (first.endswith(_DESCRIBING) and is_english(first)))


RECOGNISER = Recogniser(
    "Street",
    Category.PLACE,
    (
        Pattern(
            rf"(?!(?i:rear|back|main|side|access|country|narrow|slip|ring|trunk|bus|fast)\b){NAME}(?: "
            rf"{NAME}){{0,2}}{_TYPE}",
            score=0.8,
            anchor=_TYPE,
        ),
        Pattern(
            rf"(?i:\bthe\s)(?P<x>{NAME}(?: {NAME})? (?:estate|housing\sestate|caravan\ssite|travellers?'?\s"
            rf"site|[Ll]ay-by(?:\ssite)?|annexe|recreation\sground|allotments))\b",
            score=0.8,
        ),
        # No article, as only names go without: "in heron street" of a hasty note.
        Pattern(
            rf"(?:\b(?:on|at|in|down|along|from|near|to)|\p{{L}},)\s(?P<x>\p{{Ll}}{{3,}}(?: \p{{Ll}}{{3,}})?"
            rf"{_SMALL_TYPE})(?! (?:traffic|safety|map|works?|rage)\b)",
            score=0.65,
            accept=_named,
            anchor=_SMALL_TYPE,
        ),
        Pattern(r"(?i:\b(?:the|near|off|along)\s)(?P<x>[AB]\d{2,4})\b(?!\s(?i:paper|form|level))", score=0.6),
    ),
)
