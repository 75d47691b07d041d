"""A time before or after a day that is stated or that everybody knows: the exact date can be worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.language.calendar import WEEKDAY_IN_FULL
from reviewdocs.language.numbers import UNITS
from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.place import LONGEST_TEXT
from reviewdocs.risk.rule import Example, Hit, Rule

HITS = (
    Example("He left three days before the funeral on 4 May 2019."),
    Example("She died two days after Boxing Day."),
    Example("on the day before his fourth birthday"),
    Example("On 4 May 2019 the nurse rang, and two days later he was admitted."),
)
MISSES = (
    Example("three days before the funeral"),
    Example("two weeks later he was seen again"),
    Example("within 10 days of the referral of May 2019"),
    Example("in the days after Christmas"),
    Example("The notice of 7 June 2023 placed him there, ten weeks after a plan had been closed."),
)

_COUNT = (
    rf"(?:(?:a|{'|'.join(UNITS[:12])}|fourteen|"
    r"\d{1,3})\s(?:days?|nights?|weeks?)|"
    rf"(?:the|that) (?:very )?(?:day|night|morning|evening|week|{WEEKDAY_IN_FULL}))"
)
_SHIFT = re.compile(
    rf"\b{_COUNT}\s(?:before|after|later|earlier|following|prior to|previously)\b|"
    r"\bthe (?:next|following|previous|preceding) (?:day|morning|evening|night)\b",
    re.I,
)
_KNOWN_DAY = re.compile(
    r"^\s(?:his|her|their|the|[A-Z][\w']*(?: [A-Z0-9]\w*)?['’]s)?\s?(?:Christmas(?: Day| Eve)|Boxing "
    r"Day|New Year['’]?s (?:Day|Eve)|Easter (?:Sunday|Monday)|"
    r"Good Friday|Ash Wednesday|Shrove Tuesday|Mother['’]?s Day|Mothering Sunday|Father['’]s Day|"
    r"Valentine['’]s Day|Halloween|Bonfire Night|"
    r"St \w+['’]s Day|May Day|Remembrance Sunday|Eid(?: al-\w+)?|Diwali|Yom Kippur|Hanukkah|Vaisakhi|"
    r"Nowruz|Chinese New Year|"
    r"(?:late May |August |spring |early May )?bank holiday|the (?:late )?Queen['’]s (?:death|funeral|jubilee)|"
    r"the (?:general|council|local) election|the referendum|(?:first |second |national )?lockdown "
    r"(?:began|started|ended)|"
    r"(?:\w+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|"
    r"twent\w+|thirt\w+|fort\w+|fift\w+) birthday|birthday)"
)


def _find(examined: Examined) -> Iterator[Hit]:
    days: dict[object, list[tuple[int, int]]] = {}
    for date in examined.detections_of(Category.DATE, Category.DOB):
        days.setdefault(date.paragraph, []).append((date.start, date.end))
    for paragraph in examined.paragraphs:
        if paragraph.layer is Layer.HIDDEN:
            continue
        for shift in _SHIFT.finditer(paragraph.text):
            start, end = shift.span()
            known = _KNOWN_DAY.match(paragraph.text[end : end + 60])
            if known:
                end += known.end()
            elif near := _in_sentence(paragraph.text, start, end, days.get(paragraph.key, [])):
                start, end = near
            else:
                continue
            yield Hit(paragraph.text[start:end], paragraph.key, start, end, confidence=0.6)


def _in_sentence(text: str, start: int, end: int, days: list[tuple[int, int]]) -> tuple[int, int] | None:
    """From "three days before" to the day that follows, or from the day before to "two days later"."""
    anchored = re.search(r"(?:before|after|following|prior to)$", text[start:end], re.I) is not None
    for first, last in sorted(days, key=lambda day: min(abs(day[0] - end), abs(start - day[1]))):
        between = text[end:first] if anchored else text[last:start]
        if (first < end if anchored else last > start) or len(between) > (_NEAR if anchored else _FAR):
            continue
        if not re.search(r"[.,;!?]\s|\n" if anchored else r"[.;!?]\s|\n", between):
            return (start, last) if anchored else (first, end)
    return None


_NEAR, _FAR = 40, LONGEST_TEXT - 40
"""Letters between "three days before" and its day, and between a day and "two days later"."""

RULE = Rule(
    name="relative-date",
    severity=Severity.REVIEW,
    category=Category.DATE,
    message="An exact date can be worked out here: a number of days stands beside a day that is stated or well known.",
    remedy="Make one of the two less exact: “that week”, “some days later”, or only month and year.",
    find=_find,
)
