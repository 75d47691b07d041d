"""Schemes, operations and campaigns that run throughout the country."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import Example, Filter, as_known
from reviewdocs.model.mentions import Category

NAME = "schemes"
HITS = (
    Example("told under «Clare's Law»", Category.PERSON),
    Example("an «Operation Encompass» notice", Category.OPERATION, by_model=False),
)
MISSES = (
    Example("an «Operation Tolverne» notice", Category.OPERATION, by_model=False),
    Example("told «Clare» so", Category.PERSON),
)

FILTER = Filter(
    name=NAME,
    leaves_out="national schemes",
    why="A scheme that runs throughout the country is named in every report and points to nobody.",
    source="Home Office, Department for Education and NHS England publications on each scheme",
    silences=as_known(NAME),
)
