"""Which person of a document each fact is stated of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewdocs.language.sentences import sentences
from reviewdocs.language.spans import overlap
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer, Paragraph, ParagraphKey
from reviewdocs.risk.combinations.aspects import said_in
from reviewdocs.risk.combinations.designations import Named, People
from reviewdocs.risk.combinations.statements import Aspect, Said, Statement
from reviewdocs.risk.examined import FILE_NAME, Examined

_PRONOUN = re.compile(
    r"^[\s\"“‘'(]*(?:At (?:the|that) time,? |Then |Later,? |In \d{4},? |By then,? |Before (?:this|"
    r"that),? )?(?:He|She|They|His|Her|Their)\b"
)
_OWN_PRONOUN = re.compile(r"\b(?:he|she|they|who|was|is)\b", re.I)
_KIN_AFTER = re.compile(
    r"^['’]s?\s(?:\w+\s)?(?:mother|father|brother|sister|partner|son|daughter|aunt|uncle|husband|wife|"
    r"friend|grand\w+|family|parents|school|teacher|child)\b"
)
_EVENT_WORD = re.compile(
    r"\b(?:born|birth|died|death|killed|murder\w*|arrest\w*|convict\w*|sentenc\w*|married|wedding|"
    r"injur\w*|collapsed|charged|inquest|funeral|found dead|pleaded)\b",
    re.I,
)
_FORM_LINE = re.compile(r"^\s*[A-Z][\w '/-]{1,30}[:\t]\s*\S")
"""A line of a form ("Age: 34"): of the person named in the line above the form."""
_HEADING = 60
_DETECTED = {Category.PLACE: (Aspect.PLACE, 1 / 20), Category.ORG: (Aspect.WORKPLACE, 1 / 200)}
_DATE_SHARE = 1 / 200
_AHEAD = 60
"""How far before a designation a fact may stand that is told of it: "a seven-year-old girl, Child A"."""


def statements_of(examined: Examined) -> tuple[Statement, ...]:
    """Every fact that can be read as stated of one person, in reading order."""
    people = People(examined.pmap, examined.mentions)
    found = _detected(examined)
    statements: list[Statement] = []
    headed = ""
    for paragraph in examined.paragraphs:
        if paragraph.layer is Layer.HIDDEN or paragraph.part == FILE_NAME:
            continue
        named = people.named(paragraph)
        if not named and headed and _FORM_LINE.match(paragraph.text):
            named = [Named(headed, 0, 0)]
        elif paragraph.text.strip():
            headed = named[0].person if len(named) == 1 and len(paragraph.text) <= _HEADING else ""
        statements += _in_paragraph(paragraph, named, found.get(paragraph.key, []))
    return tuple(statements)


def _detected(examined: Examined) -> dict[ParagraphKey, list[Said]]:
    """What detectors found that tells of a person: places, schools and employers, the days of events."""
    found: dict[ParagraphKey, list[Said]] = {}
    for one in examined.detections:
        if one.category in _DETECTED:
            aspect, share = _DETECTED[one.category]
            found.setdefault(one.paragraph, []).append(Said(aspect, one.text.casefold(), share, one.start, one.end))
        elif one.category in (Category.DATE, Category.DOB):
            said = Said(Aspect.DATE, one.text.casefold(), _DATE_SHARE, one.start, one.end)
            found.setdefault(one.paragraph, []).append(said)
    return found


def _in_paragraph(paragraph: Paragraph, named: list[Named], detected: list[Said]) -> Iterator[Statement]:
    if not named:
        return
    own = said_in(paragraph.text)
    said = [*own] + [d for d in detected if not any(o.aspect is d.aspect and overlap(o, d) for o in own)]
    if not said:
        return
    subject = ""
    for start, end in sentences(paragraph.text):
        sentence = paragraph.text[start:end]
        here = [one for one in named if start <= one.start < end]
        carried = subject if _PRONOUN.match(sentence) else ""
        for fact in sorted(said, key=lambda fact: fact.start):
            if not start <= fact.start < end or (fact.aspect is Aspect.DATE and not _EVENT_WORD.search(sentence)):
                continue
            person = _whose(fact, here, carried, paragraph.text)
            if person and not _cannot_be(person, fact):
                text = paragraph.text[fact.start : fact.end]
                yield Statement(
                    person, fact.aspect, fact.value, fact.share, text, paragraph.key, fact.start, fact.end, fact.years
                )
        if here and not carried:
            subject = here[0].person


def _whose(fact: Said, here: list[Named], carried: str, text: str) -> str:
    """The person before the fact in its sentence, else whom the pronoun at its start means, else one close after."""
    before = [one for one in here if one.end <= fact.start]
    if before:
        return "" if _KIN_AFTER.match(text[before[-1].end : fact.start]) else before[-1].person
    if carried:
        return carried
    after = next((one for one in here if fact.end <= one.start <= fact.end + _AHEAD), None)
    if after is None or _OWN_PRONOUN.search(text[fact.end : after.start]):
        return ""
    return after.person


_GROWN_UP = re.compile(
    r"(?:Adult|Mother|Father|Grand\w+|Maternal|Paternal|Step\w+|Uncle|Aunt|Partner|Parent|Tenant|Carer)", re.I
)
_MALE = re.compile(
    r"(?:Father|Grandfather|Stepfather|Uncle|Brother|Maternal Grandfather|Paternal Grandfather|Son)\b", re.I
)
_FEMALE = re.compile(
    r"(?:Mother|Grandmother|Stepmother|Aunt|Sister|Maternal Grandmother|Paternal Grandmother|Daughter)\b", re.I
)
_YOUNGEST_ADULT = 14


def _cannot_be(person: str, fact: Said) -> bool:
    """Whether the designation itself says that the fact is of somebody else: a father is not two years old."""
    if fact.aspect is Aspect.AGE and fact.years is not None and fact.years < _YOUNGEST_ADULT:
        return _GROWN_UP.match(person) is not None
    if fact.aspect is Aspect.SEX:
        return (_MALE if fact.value == "female" else _FEMALE).match(person) is not None
    return False
