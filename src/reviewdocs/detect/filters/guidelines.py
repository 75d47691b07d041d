"""Guidelines by their numbers."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import Example, Filter, as_known
from reviewdocs.model.mentions import Category

NAME = "guidelines"
HITS = (Example("NICE guideline «CG89»", Category.CODE),)
MISSES = (Example("bed «XG89»", Category.CODE),)

FILTER = Filter(
    name=NAME,
    leaves_out="guidelines by number",
    why="The number is of a published guideline.",
    source="NICE and the Department of Health and Social Care",
    silences=as_known(NAME),
)
