"""Streets and estates without a number."""

from __future__ import annotations

from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.detect.words import NAME, alternatives
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
)

_TYPES = alternatives(
    "Road Rd Street Avenue Ave Lane Crescent Terrace Tce Drive Grove Gardens Mews Fold Row Parade "
    "Quay Wharf Square Esplanade Drove Wynd Bypass Roundabout Underpass Viaduct Reservoir Rec"
)
_ST = r"(?:St|ST)\b\.?(?!\s?\p{Lu})"
_TYPE = rf" (?:(?:{_TYPES})\b(?!\s(?i:traffic|safety|map|policing|works?|rage|\d))|{_ST})"

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
        Pattern(r"(?i:\b(?:the|near|off|along)\s)(?P<x>[AB]\d{2,4})\b(?!\s(?i:paper|form|level))", score=0.6),
    ),
)
