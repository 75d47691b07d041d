"""Public bodies of an area: councils, police forces, boards, trusts, services."""

from __future__ import annotations

import regex

from reviewdocs.detect.around import is_somebody
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
    r"(?i:council|constabulary|police(?:\s(?:force|service))?|partnerships?|boards?|authority|"
    r"(?:foundation\s|nhs\s|acute\s|community\s|hospitals?\s|university\s|health\s|care\s|children's\s|learning\s)?trust|"
    r"icb|ccg|ambulance\sservice|fire\s(?:brigade|(?:and\srescue\s)?service)|probation(?:\s(?:service|delivery\sunit))?|"
    r"university(?:\sof\s\w+)?|government|parliament|assembly|commission|college\sof\s\w+|social\s(?:care|services)|mash|services?|"
    r"coroner'?s?(?:\scourt|\soffice)?|(?:crown|county|family|magistrates'?|youth)\scourt|procedures|protocol|strategy)"
)
_OF_AN_AREA = regex.compile(rf"\b{_KINDS}$")
_GOES_ON = regex.compile(
    r"(?:,\s|\s)?(?:(?:\p{Lu}[\p{L}'’-]*|and|of|the|&|for)[,]?\s){0,7}(?:Council|Constabulary|Police|Partnerships?|Boards?|Trust|ICB|CCG|LSCB|LSCP|SAB|"
    r"CSP|Authority|Fire\sBrigade|COUNCIL|CONSTABULARY|POLICE|PARTNERSHIPS?|BOARDS?|TRUST|AUTHORITY)(?![\p{L}'’-])"
)
"""What makes of a place before it the first part of a public body's name: "Harrowmere" and Fells ICB."""
_CORONER_FOR = regex.compile(
    r"\b(?i:coroner\sfor|coroner\sarea(?:\sof)?|coronial\sarea(?:\sof)?)\W{1,3}(?:the\s)?(?:(?i:area|county|city)\sof\s)?"
    r"(?:\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?(?:,|\sand)\s(?:the\s)?)?$"
)


def _silences(find: Find) -> bool:
    if not find.by_model and find.category is not Category.PERSON:
        return False
    if find.label not in NAMES or find.category is Category.ADDRESS:
        return False
    if find.by_model and _OF_AN_AREA.search(find.found):
        return True
    if is_somebody(find.text, find.start, find.end) or len(find.found.split()) > 3:
        return False
    if find.text[find.end : find.end + 1] == "," and find.category is Category.PERSON:
        return False
    before = find.text[max(0, find.start - 60) : find.start]
    return _GOES_ON.match(find.text, find.end) is not None or _CORONER_FOR.search(before) is not None


FILTER = Filter(
    name="area-body",
    leaves_out="public bodies of the area",
    why="The report is this area's own, and says so on its cover.",
    source="statutory guidance on reviews: the partnership or board publishes under its own name",
    silences=_silences,
)
