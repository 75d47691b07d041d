"""A review's own published reference."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import Example, Filter, as_known
from reviewdocs.model.mentions import Category

NAME = "review-references"
HITS = (Example("ref «LCSPR-2024-01»", Category.CODE),)
MISSES = (Example("ref «HX-2024-01»", Category.CODE),)

FILTER = Filter(
    name=NAME,
    leaves_out="published references of reviews",
    why="The review's own reference stands on the cover of what is published.",
    source="guidance of the Child Safeguarding Practice Review Panel; Home Office's on domestic homicide reviews",
    silences=as_known(NAME),
)
