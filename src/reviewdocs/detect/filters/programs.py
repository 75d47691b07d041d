"""Programs, apps and systems of records, by their names."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import Example, Filter, as_known
from reviewdocs.model.mentions import Category

NAME = "programs"
HITS = (Example("a meeting on «MS Teams»", by_model=False), Example("recorded in «Liquidlogic»", Category.ORG))
MISSES = (Example("told «Ms Teamster» so", by_model=False), Example("worked at «Mosaic Tilers»", Category.ORG))

FILTER = Filter(
    name=NAME,
    leaves_out="programs and apps",
    why="A program or app is used throughout the country.",
    source="the makers' own names; NHS England's list of certified systems of records",
    silences=as_known(NAME),
)
