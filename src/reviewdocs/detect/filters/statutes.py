"""Acts, regulations and their sections."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import Example, Filter, as_known
from reviewdocs.model.mentions import Category

NAME = "statutes"
HITS = (
    Example("the «Care Act 2014»", Category.ORG),
    Example("under «Regulation 12(2)»", Category.CODE),
)
MISSES = (Example("«Carey» acted in 2014", Category.PERSON),)

FILTER = Filter(
    name=NAME,
    leaves_out="statutes",
    why="A statute is public law.",
    source="legislation.gov.uk",
    silences=as_known(NAME),
)
