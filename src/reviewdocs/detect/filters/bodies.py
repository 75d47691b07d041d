"""National bodies, charities, professional associations and regulators."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import Example, Filter, as_known
from reviewdocs.model.mentions import Category

NAME = "bodies"
HITS = (
    Example("a leaflet from «Headway»", Category.ORG),
    Example("«Age Cymru» rang", Category.PERSON),
)
MISSES = (Example("a leaflet from «Tolverne Carers»", Category.ORG),)

FILTER = Filter(
    name=NAME,
    leaves_out="public bodies",
    why="A body or charity of the whole country works everywhere and gives no place or person away.",
    source="GOV.UK list of departments and agencies; the registers of charities of England and Wales, Scotland and "
    "Northern Ireland",
    silences=as_known(NAME),
)
