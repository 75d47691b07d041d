"""Authors with the year of what they wrote."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import Example, Filter, as_known
from reviewdocs.model.mentions import Category

NAME = "citations"
HITS = (
    Example("as «Nettlebed» et al. (2014) found", Category.PERSON),
    Example("using Tolverne and «Nettlebed»'s research"),
    Example("a term coined by «Merrigold» in 1977"),
    Example("8.1 «Monckton Smith»'s eight-stage timeline (2020) was used"),
    Example("(«Merrigold and Tuffnell», 2009)", Category.PERSON),
)
MISSES = (Example("«Nettlebed» rang in 2014", Category.PERSON),)

FILTER = Filter(
    name=NAME,
    leaves_out="cited research",
    why="Who is cited with a year is an author of something published.",
    source="the forms of citation of Harvard and APA style",
    silences=as_known(NAME),
)
