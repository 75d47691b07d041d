"""Judgments of courts of appeal, with their parties and judges."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import Example, Filter, as_known
from reviewdocs.model.mentions import Category

NAME = "case-law"
HITS = (
    Example("in «Re Merrigold» [2015] UKSC 20", Category.PERSON),
    Example("«Lord Tolverne» said in [2015] UKSC 20", Category.PERSON),
)
MISSES = (
    Example("«Merrigold» [2019] EWFC 12", Category.PERSON),
    Example("«Lord Tolverne» rang", Category.PERSON),
)

FILTER = Filter(
    name=NAME,
    leaves_out="case law",
    why="A judgment of a court of appeal is precedent and cited as law (a note tells each, as it may be this family's "
    "own).",
    source="neutral citations of the National Archives' Find Case Law; the law reports",
    silences=as_known(NAME),
)
