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
    Example("audits of «MCA practice»", Category.ORG),
    Example("seen by «Liaison Psychiatry»", Category.ORG),
)
MISSES = (
    Example("worked at «Meadow Care»", Category.ORG),
    Example("worked at «Tuffnell Care»", Category.ORG),
)

_KIND = regex.compile(
    r"(?i:unit|team|suite|orders?|adviser|advisor|officer|partners|partnership|boards?|psychiatry|psychology|paediatrics|"
    r"medicine|surgery|therapy|nursing|midwifery|archive|registry|diocese|care|mapping|chamber|levels?|stage|phase|panel|"
    r"committee|forum|network|delivery|scheme|strategy|plan|pathway|lead|guardian|coordinator|hub|hall|council|parish|"
    r"software|library|register|consortium|court|people|recruitment|practice|department|directorate|division|"
    r"\w+ology|\w+iatry|\w+ics)$"
)
_GOES_ON = regex.compile(r"\s(?:\p{Lu}\p{L}+\s){0,2}(?:Unit|Ward|Team|Clinic|Mapping|Matrons?|Nurses?)\b")


_TOKEN = regex.compile(r"[\p{L}\p{M}'’-]+")


def _is_plain(found: str) -> bool:
    """Whether it is made of words of the dictionary and abbreviations."""
    return all(is_english(token.casefold()) or (token.isupper() and len(token) < 7) for token in _TOKEN.findall(found))


def _silences(find: Find) -> bool:
    if find.label not in NAMES or find.category not in NAMES or not _is_plain(find.found):
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
