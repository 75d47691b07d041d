"""One person under two designations: "Adult G" and "the Service User"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer
from reviewdocs.risk.combinations.designations import LETTERED
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Elsewhere, Example, Hit, Rule

HITS = (
    Example("Child A (the Subject Child) was seen. The Subject Child was well."),
    Example("Adult G was at home. The Service User said so."),
)
MISSES = (
    Example("Child A was seen. The child was well."),
    Example("The Service User said so."),
    Example("Adult G was told how a service user complains."),
)

_GENERAL = re.compile(
    r"\b[Tt]he (?:Service User|Subject Child|Subject Adult|Index Child|Subject|Victim|Deceased|Young "
    r"Person|Resident|Patient|Tenant|Client|Perpetrator|Adult at Risk)"
    r"(?!['’]?s? [A-Z\d])\b"
)


def _find(examined: Examined) -> Iterator[Hit]:
    seen = [p for p in examined.paragraphs if p.layer is not Layer.HIDDEN]
    general = [(p, match) for p in seen for match in _GENERAL.finditer(p.text)]
    if not general or not any(LETTERED.search(paragraph.text) for paragraph in seen):
        return
    words: dict[str, list[Elsewhere]] = {}
    for paragraph, match in general:
        words.setdefault(match.group()[4:], []).append(Elsewhere(match.group(), paragraph.key, *match.span()))
    for places in words.values():
        first = places[0]
        yield Hit(first.text, first.paragraph, first.start, first.end, related=tuple(places[1:]))


RULE = Rule(
    name="designation-drift",
    severity=Severity.NOTE,
    category=Category.CONSISTENCY,
    message="A general designation stands beside lettered ones: readers cannot tell whether it is one person or two.",
    remedy="Use the one agreed designation throughout.",
    find=_find,
)
