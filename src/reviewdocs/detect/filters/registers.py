"""Registers, surveys and databases of the whole country."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import Example, Filter, as_known
from reviewdocs.model.mentions import Category

NAME = "registers"
HITS = (Example("the «Femicide Census»", Category.ORG),)
MISSES = (Example("the «Tolverne Register»", Category.ORG),)

FILTER = Filter(
    name=NAME,
    leaves_out="national registers",
    why="A database of the whole country tells nothing of one person in it.",
    source="Office for National Statistics and NHS England",
    silences=as_known(NAME),
)
