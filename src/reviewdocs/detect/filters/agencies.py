"""Agencies and teams by what they do, as every area has them."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import Example, Filter, as_known
from reviewdocs.model.mentions import Category

NAME = "agencies"
HITS = (Example("the «Emergency Duty Team»", Category.ORG),)
MISSES = (Example("the «Tolverne Duty Team»", Category.ORG),)

FILTER = Filter(
    name=NAME,
    leaves_out="agencies by what they do",
    why="Every area has a team of this name.",
    source="Working Together to Safeguard Children; Care and Support Statutory Guidance",
    silences=as_known(NAME),
)
