"""Towns and cities after a word of place; the list holds large ones, the endings are those of English place names."""

from __future__ import annotations

from functools import cache

from reviewdocs.detect.data import lines
from reviewdocs.detect.recognise import Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "from «Bradford» to",
    "in «Leicester»",
    "moved to «Ashcaster»",
    "the town of «Framling»",
    "FROM «SWANSEA»",
    "a cousin near «Great Yarmouth»",
)
MISSES = (
    "in Working",
    "from Mother",
    "to Preston's office",
    "Reading improved",
    "in October",
    "at Birmingham Children's Trust",
    "in England",
)


@cache
def _towns() -> str:
    return "|".join(sorted(lines("towns.txt"), key=len, reverse=True))


_AT = r"(?i:\b(?:in|from|to|near|at|outside|via|around|born\sin|of)\s)"
_END = (
    r"(?!['-]?\p{L}|\s\p{Lu}\p{L}+\s(?:Trust|Council|Partnership|Board)|\s(?:Road|Street|Lane|House|"
    r"School|Council|City|County|Safeguarding|Hospital|Police|University|Prison|Crown|Magistrates|"
    r"Children's|Health|NHS|Review|Protocol|Centre|Trust))"
)
_ENDINGS = (
    "caster|cester|chester|minster|thorpe|bourne|worth|combe|ingham|ington|borough|burgh|haven|mouth|"
    "hampton|stead|wick|thwaite|ford|bury"
)

RECOGNISER = Recogniser(
    "Settlement",
    Category.PLACE,
    (
        Pattern(rf"{_AT}(?P<x>(?:{_towns()})){_END}", score=0.65),
        Pattern(rf"{_AT}(?P<x>(?i:{_towns()})){_END}(?<=\p{{Lu}}{{4}})", score=0.6),
        Pattern(
            rf"(?i:\b(?:in|near|outside|moved\sto|lived\sin|lives\sin|born\sin|town\sof|village\sof|city\sof|"
            rf"hamlet\sof)\s)(?P<x>\p{{Lu}}\p{{Ll}}{{2,}}(?:{_ENDINGS}))\b{_END}",
            score=0.6,
        ),
        Pattern(
            r"(?i:\b(?:town|village|city|hamlet|suburb)\sof\s)(?P<x>\p{Lu}\p{Ll}+(?:[ -](?:\p{Lu}\p{Ll}+|on|"
            r"upon|le|under|in)){0,3})",
            score=0.75,
        ),
    ),
)
