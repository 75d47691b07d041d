"""Theories and models of practice, with the names of those who taught them."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import Example, Filter, as_known
from reviewdocs.model.mentions import Category

NAME = "theories"
HITS = (
    Example("the «Karpman triangle»", Category.PERSON),
    Example("«Bowlby» and others wrote of attachment", Category.PERSON),
)
MISSES = (Example("«Bowlby» rang", Category.PERSON),)

FILTER = Filter(
    name=NAME,
    leaves_out="theories",
    why="Whoever gave a theory its name is an author, and no party to the case.",
    source="textbooks of social work and psychology",
    silences=as_known(NAME),
)
