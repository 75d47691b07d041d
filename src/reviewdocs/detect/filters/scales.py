"""Scales, tests, signs and diseases, many named after a person or a town."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import Example, Filter, as_known
from reviewdocs.model.mentions import Category

NAME = "scales"
HITS = (
    Example("scored 9 on the «Edinburgh Postnatal Depression Scale»", Category.ORG),
    Example("the «Zarit» interview", Category.PERSON),
    Example("«Barthel» 11/20", Category.PLACE),
)
MISSES = (
    Example("Mr «Griffiths» was late", Category.PERSON),
    Example("told «Hamilton» 14 times", Category.PERSON),
)

FILTER = Filter(
    name=NAME,
    leaves_out="scales, tests and diseases",
    why="A published test or a disease is often named after a doctor who has nothing to do with the case.",
    source="NICE guidelines, the British National Formulary and the manuals of the tests themselves",
    silences=as_known(NAME),
)
