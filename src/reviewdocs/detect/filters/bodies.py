"""National bodies, charities, professional associations and regulators."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import Example, Filter, Find
from reviewdocs.model.mentions import Category

NAME = "bodies"
HITS = (
    Example("«Childline Advice Line»", Category.ORG),
    Example("a leaflet from «Headway»", Category.ORG),
    Example("«Age Cymru» rang", Category.PERSON),
)
MISSES = (Example("a leaflet from «Tolverne Carers»", Category.ORG),)

_LINE = regex.compile(
    r"\s(?:\p{Lu}\p{L}+\s){0,2}(?i:(?:help|support|advice|information)\s?line|line|helpline|website|app)"
)
"""What a body offers, by its own name."""


def _silences(find: Find) -> bool:
    if find.known_as == NAME:
        return True
    return find.category is Category.ORG and any(
        span.kind == NAME
        and span.start <= find.start < span.end < find.end
        and _LINE.fullmatch(find.text, span.end, find.end)
        for span in find.passage.known.about(find.start, find.end)
    )


FILTER = Filter(
    name=NAME,
    leaves_out="public bodies",
    why="A body or charity of the whole country works everywhere and gives no place or person away.",
    source="GOV.UK list of departments and agencies; the registers of charities of England and Wales, Scotland and "
    "Northern Ireland",
    silences=_silences,
)
