"""Public bodies of an area: councils, police forces, boards, trusts, services."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import NAMES, Example, Filter, Find
from reviewdocs.model.mentions import Category

HITS = (
    Example("the «Barset County Council»", Category.ORG),
    Example("«Barset Police» attended"),
)
MISSES = (Example("at «Barset Joinery»", Category.ORG),)

_OF_AN_AREA = regex.compile(
    r"\b(?i:council|constabulary|police(?:\s(?:force|service))?|partnership|board|authority|"
    r"(?:foundation\s|nhs\s|acute\s|community\s|hospitals?\s|university\s|health\s|care\s|children's\s|learning\s)?trust|"
    r"icb|ccg|ambulance\sservice|fire\s(?:and\srescue\s)?service|probation(?:\s(?:service|delivery\sunit))?|"
    r"university|government|parliament|assembly|commission|college\sof\s\w+|social\s(?:care|services)|mash|services?|"
    r"coroner'?s?(?:\scourt|\soffice)?|(?:crown|county|family|magistrates'?|youth)\scourt|procedures|protocol|strategy)$"
)


def _silences(find: Find) -> bool:
    return find.by_model and find.label in NAMES and _OF_AN_AREA.search(find.found) is not None


FILTER = Filter(
    name="area-body",
    leaves_out="public bodies of the area",
    why="The report is this area's own, and says so on its cover.",
    source="statutory guidance on reviews: the partnership or board publishes under its own name",
    silences=_silences,
)
