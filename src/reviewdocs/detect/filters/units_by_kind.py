"""Units, teams and papers by what they do, in words of the dictionary."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import NAMES, Example, Filter, Find
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.words import is_english
from reviewdocs.model.mentions import Category

HITS = (
    Example("the «Polygraph Unit» was asked", Category.ORG),
    Example("on the «Special Care» Baby Unit", Category.ORG, by_model=False),
    Example("seen by «Liaison Psychiatry»", Category.ORG),
)
MISSES = (
    Example("worked at «Meadow Care»", Category.ORG),
    Example("worked at «Tuffnell Care»", Category.ORG),
)

_KIND = regex.compile(
    r"(?i:unit|team|suite|orders?|adviser|advisor|officer|partners|partnership|boards?|psychiatry|psychology|paediatrics|medicine|surgery|therapy|"
    r"nursing|midwifery|archive|registry|diocese|care|mapping|chamber|levels?|stage|phase|panel|committee|forum|network|delivery|"
    r"scheme|strategy|plan|pathway|lead|guardian|coordinator|hub|hall|council|parish|department|directorate|division|\w+ology|\w+iatry|\w+ics)$"
)


_GOES_ON = regex.compile(r"\s(?:\p{Lu}\p{L}+\s){0,2}(?:Unit|Ward|Team|Clinic|Mapping|Matrons?|Nurses?)\b")


def _silences(find: Find) -> bool:
    if find.label not in NAMES or find.category not in NAMES or not all(is_english(word) for word in find.words):
        return False
    if any(is_ordinary(word) and not _KIND.fullmatch(word) for word in find.words[:1]):
        return False
    if find.by_model and _KIND.search(find.found):
        return True
    return find.category is Category.ORG and _GOES_ON.match(find.text, find.end) is not None


FILTER = Filter(
    name="units-by-kind",
    leaves_out="units and teams by what they do",
    why="A unit, order or post by what it does is found in every area.",
    source="NHS Data Dictionary, main specialty and treatment function codes; statutory guidance",
    silences=_silences,
)
