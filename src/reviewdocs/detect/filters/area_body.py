"""Public bodies of an area: councils, police forces, boards, trusts, services."""

from __future__ import annotations

import regex

from reviewdocs.detect.around import begins_a_body
from reviewdocs.detect.filters.filter import NAMES, Example, Filter, Find
from reviewdocs.model.mentions import Category

HITS = (
    Example("the «Barset County Council»", Category.ORG),
    Example("«Barset Police» attended"),
    Example("Designated Doctor, «Barset» and Fells ICB", Category.PLACE),
    Example("«Barset» LSCB 2016"),
)
MISSES = (Example("at «Barset Joinery»", Category.ORG),)

_KINDS = (
    r"(?i:council|constabulary|police(?:\s(?:force|service))?|partnership|board|authority|"
    r"(?:foundation\s|nhs\s|acute\s|community\s|hospitals?\s|university\s|health\s|care\s|children's\s|learning\s)?trust|"
    r"icb|ccg|ambulance\sservice|fire\s(?:brigade|(?:and\srescue\s)?service)|probation(?:\s(?:service|delivery\sunit))?|"
    r"university(?:\sof\s\w+)?|government|parliament|assembly|commission|college\sof\s\w+|social\s(?:care|services)|mash|"
    r"services?|coroner'?s?(?:\scourt|\soffice)?|(?:crown|county|family|magistrates'?|youth)\scourt|procedures|protocol|"
    r"strategy)"
)
_OF_AN_AREA = regex.compile(rf"\b{_KINDS}$")
_HOUSE = regex.compile(r"\b(?i:hospital|infirmary|school|academy|college|nursery|clinic)$")
"""What has a name of its own, whoever runs it: "Border General Hospital" NHS Trust."""
_SEVERAL = regex.compile(
    r"\p{Lu}[\p{L}-]+(?:,?\sand\s(?:\p{Lu}[\p{L}-]+\s){1,2})(?:Boards|Partnerships|Councils|Trusts|Constabularies)$"
)
"""Bodies of several areas, told together."""
_COMES_BEFORE = regex.compile(
    r"\b(?i:university\sof|coroner\sfor|coroner\sarea(?:\sof)?|coronial\sarea(?:\sof)?)\W{1,3}(?:the\s)?"
    r"(?:(?i:area|county|city)\sof\s)?(?:\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?(?:,|\sand)\s(?:the\s)?)?$"
)


def _silences(find: Find) -> bool:
    if find.category not in NAMES or find.label not in NAMES:
        return False
    if find.by_model and _OF_AN_AREA.search(find.found):
        return True
    if _SEVERAL.search(find.text[max(0, find.start - 60) : find.end]) and find.by_model:
        return True
    if find.is_somebody or len(find.found.split()) > 3:
        return False
    if find.text[find.end : find.end + 1] == "," and find.category is Category.PERSON:
        return False
    if _HOUSE.search(find.found):
        return False
    before = find.text[max(0, find.start - 60) : find.start]
    return begins_a_body(find.text, find.end) or _COMES_BEFORE.search(before) is not None


FILTER = Filter(
    name="area-body",
    leaves_out="public bodies of the area",
    why="The report is this area's own, and says so on its cover.",
    source="statutory guidance on reviews: the partnership or board publishes under its own name",
    silences=_silences,
)
