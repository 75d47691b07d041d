"""Tools, protocols, guidance and reports by their names."""

from __future__ import annotations

import regex

from reviewdocs.detect.filters.filter import NAMES, Example, Filter, Find
from reviewdocs.model.mentions import Category

HITS = (
    Example("Staff used the «Brook Traffic Light Tool», rating it amber.", Category.ORG),
    Example("the «IRMS» Toolkit for Schools", Category.ORG),
    Example("adopt the «Papyrus guidance»", Category.ORG),
)
MISSES = (
    Example("worked at «Tuffnell Joinery»", Category.ORG),
    Example("in «Penhallick» the model was used", Category.PLACE),
)

_HEAD = (
    r"(?:[Tt]ool(?:kit)?|[Tt]emplate|[Ss]cale|[Ss]core|[Ii]ndex|[Qq]uestionnaire|[Cc]hecklist|[Mm]atrix|[Ss]yndrome|[Dd]isease|[Gg]uidance|"
    r"[Gg]uidelines?|[Pp]rotocol|[Ff]ramework|[Mm]odel|[Pp]athway|[Tt]oolkits|[Ss]tandards?|[Ii]nitiative|[Ii]nventory|[Oo]rders?|[Qq]uestions?|"
    r"[Jj]udgment|[Pp]rinciples?|Act|Bill|Level\s?\d|Level|[Mm]anual|[Hh]andbook|Markers|Practice\s[Gg]uidance|Professional\sPractice|Mapping)"
)
_BEFORE = regex.compile(rf"(?:\s(?:\p{{Lu}}[\p{{L}}'’-]*|and|of|for)){{0,4}}\s{_HEAD}\b")
_ENDS = regex.compile(rf"\s{_HEAD}$|^{_HEAD}$")


def _silences(find: Find) -> bool:
    if not find.by_model or find.category not in NAMES:
        return False
    if _ENDS.search(find.found):
        return True
    return (find.label is not Category.PERSON or find.found.isupper()) and _BEFORE.match(
        find.text, find.end
    ) is not None


FILTER = Filter(
    name="named-tools",
    leaves_out="tools and guidance by name",
    why="A tool, protocol or piece of guidance is used everywhere under this name.",
    source="NICE, SCIE, the Home Office and the royal colleges, who publish them",
    silences=_silences,
)
