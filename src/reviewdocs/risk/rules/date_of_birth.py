"""A date of birth singles somebody out almost by itself, said to be one or not: the map knows its people's."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import MAP, Example, Hit, Rule, of_detection

HITS = (Example("DOB 14/05/2018"),)
MISSES = (Example("born in 2018"),)

_MONTHS = {month.casefold(): number for number, month in enumerate(calendar.month_abbr) if month}


def _find(examined: Examined) -> Iterator[Hit]:
    yield from (of_detection(d) for d in examined.detections_of(Category.DOB))
    people = examined.pmap.people if examined.pmap else ()
    known = {(p.dob.day, p.dob.month, p.dob.year % 100) for p in people if p.dob}
    for detection in examined.detections_of(Category.DATE):
        if written_day(detection.text) in known:
            hit = of_detection(detection, category=Category.DOB)
            yield Hit(hit.text, hit.paragraph, hit.start, hit.end, Category.DOB, 1.0, (*hit.detected_by, MAP))


def written_day(text: str) -> tuple[int, int, int] | None:
    """Day, month and year of the century of a date as people write it in Britain; None where it says less."""
    parts = re.findall(r"\d+|[a-z]{3,}", text.casefold())
    numbers = [int(part) for part in parts if part.isdigit()]
    month = next((_MONTHS[part[:3]] for part in parts if part[:3] in _MONTHS), None)
    if month and len(numbers) >= 2:
        return numbers[0], month, numbers[1] % 100
    if month or len(numbers) < 3:
        return None
    first, second, third = numbers[:3]
    return (third, second, first % 100) if first > 31 else (first, second, third % 100)


RULE = Rule(
    name="date-of-birth",
    severity=Severity.BLOCK,
    category=Category.DOB,
    message="A date of birth is stated.",
    remedy="Give the age in years at the time, or the year.",
    find=_find,
)
