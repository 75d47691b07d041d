"""Addresses of national bodies and courts."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.detect.lines import near_line_of
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
    Example("Refuge space found in Peterborough, «Magnolia House»", Category.ORG),
    Example("HM Coroner, «Tolverne Court House»", Category.ORG),
    Example("Childline was rung from «14 Heron Street».", Category.ADDRESS, by_model=False),
)

_OF_WHERE = frozenset({Category.ADDRESS, Category.PLACE, Category.ORG})
_COURTS = regex.compile(r"(?i:royal\scourts\sof\sjustice|supreme\scourt|rolls\sbuilding|upper\stribunal)")
_PART = r"[\p{Lu}\d][\p{L}\d'’-]*(?:\s[\p{Lu}\d][\p{L}\d'’-]*){0,3}"
_ADDRESSED = regex.compile(rf"(?:,\s{_PART}){{0,5}},?\s|(?:,\s{_PART}){{1,5}}\s")
"""Between a body and a part of its address, nothing but other parts of it."""
_LOCAL = regex.compile(r"(?i:coroner|police|council)")
"""What is known by its kind, and has its address in the area."""


def _silences(find: Find) -> bool:
    if find.category not in _OF_WHERE:
        return False
    first, _ = near_line_of(find.text, find.start, find.end)
    before = find.text[max(0, first - 60) : find.start]
    if _COURTS.search(before):
        return True
    text = find.text
    return any(
        span.kind == "bodies"
        and first <= span.start < find.start
        and text[span.end : span.end + 1] == ","
        and _ADDRESSED.fullmatch(text, span.end, find.start) is not None
        and not _LOCAL.search(text, span.start, span.end)
        for span in find.passage.known.about(first, find.start)
    )


FILTER = Filter(
    name="public-addresses",
    leaves_out="addresses of public bodies",
    why="It is the published address of a national body.",
    source="GOV.UK and the bodies' own pages",
    silences=_silences,
)
