"""A designation that the map does not have: another person, or another word for one."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.combinations.designations import lettered
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import MAP, Example, Hit, Rule

HITS = (Example("Adult G was seen in the town."), Example("Child A and Child B"))
MISSES = (Example("Child A and Mia were seen."), Example("Social Worker 4 rang."), Example("an adult"))


def _find(examined: Examined) -> Iterator[Hit]:
    if examined.pmap is None:
        return
    known = {person.pseudonym.casefold() for person in examined.pmap.people}
    met = set()
    for paragraph, match in lettered(examined.paragraphs):
        said = " ".join(match.group().split())
        if said.casefold() not in known and said.casefold() not in met:
            met.add(said.casefold())
            yield Hit(said, paragraph.key, *match.span(), detected_by=(MAP,))


RULE = Rule(
    name="unlisted-designation",
    severity=Severity.NOTE,
    category=Category.CONSISTENCY,
    message="A designation stands here that is not in the pseudonym map.",
    remedy="Put the person into the map, or use the agreed designation.",
    find=_find,
)
