"""Addresses of national bodies and courts."""

from __future__ import annotations

import regex

from reviewdocs.detect.around import line_of
from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.model.mentions import Category

HITS = (
    Example(
        "write to the Information Commissioner's Office, «Wycliffe House», Water Lane, Wilmslow",
        Category.ADDRESS,
        by_model=False,
    ),
    Example("Royal Courts of Justice\nStrand, London, «WC2A 2LL»", Category.ADDRESS, by_model=False),
)
MISSES = (
    Example("She lived at «14 Heron Street».", Category.ADDRESS, by_model=False),
    Example("Childline was rung from «14 Heron Street».", Category.ADDRESS, by_model=False),
)

_OF_WHERE = frozenset({Category.ADDRESS, Category.PLACE, Category.ORG})
_COURTS = regex.compile(r"(?i:royal\scourts\sof\sjustice|supreme\scourt|rolls\sbuilding|upper\stribunal)")
_ADDRESSED = regex.compile(r"(?:,?\s(?:at\s)?[\p{L}\d'’-]+(?:\s[\p{L}\d'’-]+){0,3}){0,6}[,\s]*")


def _silences(find: Find) -> bool:
    if find.category not in _OF_WHERE:
        return False
    first, _ = line_of(find.text, find.start, find.end)
    before = find.text[max(0, first - 60) : find.start]
    if _COURTS.search(before):
        return True
    bodies = [span for span in find.passage.known if span.kind == "bodies" and first <= span.start < find.start]
    return any(
        _ADDRESSED.fullmatch(find.text[span.end : find.start]) and "," in find.text[span.end : find.start]
        for span in bodies
    )


FILTER = Filter(
    name="public-addresses",
    leaves_out="addresses of public bodies",
    why="It is the published address of a national body.",
    source="GOV.UK and the bodies' own pages",
    silences=_silences,
)
