"""Guidance, inquiries and reports that are public, by their titles."""

from __future__ import annotations

from reviewdocs.detect.filters.filter import Example, Filter, as_known
from reviewdocs.model.mentions import Category

NAME = "guidance"
HITS = (
    Example("the «Munro Review»", Category.PERSON),
    Example("«Gillick» competence", Category.PERSON),
)
MISSES = (Example("«Munro» rang", Category.PERSON),)

FILTER = Filter(
    name=NAME,
    leaves_out="guidance and public inquiries",
    why="A published inquiry or piece of guidance is cited by its title, also where that is a person's name.",
    source="GOV.UK and legislation.gov.uk",
    silences=as_known(NAME),
)
