"""A date of birth singles somebody out almost by itself, said to be one or not: the map knows its people's."""

from __future__ import annotations

from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.names.births import Births
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import MAP, Example, Hit, Rule, of_detection

HITS = (Example("DOB 14/05/2018"),)
MISSES = (Example("born in 2018"),)


def _find(examined: Examined) -> Iterator[Hit]:
    yield from (of_detection(d) for d in examined.detections_of(Category.DOB))
    if examined.pmap is None:
        return
    births = Births(examined.pmap)
    for paragraph in examined.paragraphs:
        for birth in births.spans(paragraph.text):
            text = paragraph.text[birth.start : birth.end]
            yield Hit(text, paragraph.key, birth.start, birth.end, Category.DOB, 1.0, (MAP,))


RULE = Rule(
    name="date-of-birth",
    severity=Severity.BLOCK,
    category=Category.DOB,
    message="A date of birth is stated.",
    remedy="Give the age in years at the time, or the year.",
    find=_find,
)
