"""Units, teams and papers by what they do, in words of the dictionary."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import NAMES, Example, Filter, Find
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.words import is_english
from reviewdocs.model.mentions import Category

HITS = (
    Example("the «Polygraph Unit» was asked", Category.ORG),
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


def _silences(find: Find) -> bool:
    if not find.by_model or find.label not in NAMES or find.category is Category.ADDRESS:
        return False
    return (
        bool(_KIND.search(find.found))
        and all(is_english(word) for word in find.words)
        and not any(is_ordinary(word) and not _KIND.fullmatch(word) for word in find.words[:1])
    )


FILTER = Filter(
    name="units-by-kind",
    leaves_out="units and teams by what they do",
    why="A unit, order or post by what it does is found in every area.",
    source="NHS Data Dictionary, main specialty and treatment function codes; statutory guidance",
    silences=_silences,
)
