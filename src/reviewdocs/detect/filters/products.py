"""Medicines, food supplements and aids by the names under which they are sold."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import Example, Filter, as_known
from reviewdocs.model.mentions import Category

NAME = "products"
HITS = (
    Example("She brought in «Complan» and clean socks.", Category.PLACE),
    Example("prescribed «Espranor»", Category.PLACE),
)
MISSES = (Example("She brought «Zdenka» and clean socks."),)

FILTER = Filter(
    name=NAME,
    leaves_out="medicines and products",
    why="It is sold everywhere under this name.",
    source="British National Formulary, and its appendix of borderline substances",
    silences=as_known(NAME),
)
