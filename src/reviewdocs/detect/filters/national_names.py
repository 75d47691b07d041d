"""Bodies whose names say that they are of a whole nation."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.model.mentions import Category

HITS = (
    Example("the «National SAR Library»", Category.ORG),
    Example("«Swim England» is told"),
    Example("«National Register of Public Service Interpreters» (NRPSI)", Category.ORG),
)
MISSES = (
    Example("worked at «Nationwide Tiles»", Category.ORG),
    Example("told «England» so"),
    Example("«Mr England» rang"),
    Example("worked at «Royal Carpets»", Category.ORG),
)

_OF_A_NATION = regex.compile(
    r"(?:National|British|International|European|Chartered\sInstitute|Royal\s(?:College|Society|Association|Institute|Pharmaceutical))\s"
    r"(?:\p{Lu}|of\s|for\s)[^,;:]*|\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,3}\s(?:England|Scotland|Cymru|UK|GB|Britain|Northern\sIreland)"
    r"(?:\s\([A-Z]{2,8}\)?)?"
)
_TITLED = regex.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Professor|PC|DC|DS|New|North|South|East|West|Middle|Mid)\b")


def _silences(find: Find) -> bool:
    if find.category not in (Category.ORG, Category.PERSON) or find.is_somebody:
        return False
    return _OF_A_NATION.fullmatch(find.found) is not None and not _TITLED.match(find.found)


FILTER = Filter(
    name="national-names",
    leaves_out="bodies of a whole nation",
    why="Its name says that it works in a whole nation.",
    source="the Sensitive Words and Expressions Regulations 2014 on the names of companies and businesses: such "
    "names need approval",
    silences=_silences,
)
