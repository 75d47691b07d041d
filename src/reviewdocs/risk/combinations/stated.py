"""Which person of a document each fact is stated of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewdocs.language.sentences import sentences
from reviewdocs.language.spans import overlap
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer, Paragraph, ParagraphKey
from reviewdocs.risk.combinations.aliases import same_people
from reviewdocs.risk.combinations.anchors import anchors_in
from reviewdocs.risk.combinations.aspects import said_in
from reviewdocs.risk.combinations.designations import Named, People
from reviewdocs.risk.combinations.discourse import Discourse, grown_up, sex_of
from reviewdocs.risk.combinations.statements import Aspect, Said, Statement
from reviewdocs.risk.combinations.whose import whose
from reviewdocs.risk.examined import FILE_NAME, Examined

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


def statements_of(examined: Examined) -> tuple[Statement, ...]:
    """Every fact that can be read as stated of one person, in reading order."""
    read, named = _spoken_of(examined)
    same = same_people((paragraph.text, here) for paragraph, here in zip(read, named, strict=True))
    named = [[replace(one, person=same.get(one.person, one.person)) for one in here] for here in named]
    found = _detected(examined)
    statements: list[Statement] = []
    headed, part, discourse = "", None, Discourse()
    for paragraph, here in zip(read, named, strict=True):
        if paragraph.part != part:
            part = paragraph.part
            discourse.forget()
        if not here and headed and _FORM_LINE.match(paragraph.text):
            here = [Named(headed, 0, 0)]
        elif paragraph.text.strip():
            headed = here[0].person if len(here) == 1 and len(paragraph.text) <= _HEADING else ""
        statements += _in_paragraph(paragraph, here, found.get(paragraph.key, []), discourse)
    return tuple(statements)


def same_in(examined: Examined) -> dict[str, str]:
    """Each role that the document says is somebody with a designation of their own, and that designation."""
    read, named = _spoken_of(examined)
    return same_people((paragraph.text, here) for paragraph, here in zip(read, named, strict=True))


def _spoken_of(examined: Examined) -> tuple[list[Paragraph], list[list[Named]]]:
    """What readers see, and who is spoken of in each paragraph."""
    read = [one for one in examined.paragraphs if one.layer is not Layer.HIDDEN and one.part != FILE_NAME]
    people = People(examined.pmap, examined.mentions, examined.detections)
    return read, [people.named(paragraph) for paragraph in read]


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


def _in_paragraph(
    paragraph: Paragraph, named: list[Named], detected: list[Said], discourse: Discourse
) -> Iterator[Statement]:
    text = paragraph.text
    own = said_in(text)
    said = [*own] + [d for d in detected if not any(o.aspect is d.aspect and overlap(o, d) for o in own)]
    said.sort(key=lambda fact: fact.start)
    anchors = anchors_in(text, [one for one in named if not any(_is_no_name(one, fact) for fact in own)])
    for start, end in sentences(text):
        here = [anchor for anchor in anchors if start <= anchor.start < end]
        meant = discourse.read(here, text)
        for fact in said:
            if not start <= fact.start < end or (
                fact.aspect is Aspect.DATE and not _EVENT_WORD.search(text[start:end])
            ):
                continue
            for person in whose(fact, meant, (start, end), text):
                if not _cannot_be(person, fact):
                    quoted = text[fact.start : fact.end]
                    yield Statement(
                        person,
                        fact.aspect,
                        fact.value,
                        fact.share,
                        quoted,
                        paragraph.key,
                        fact.start,
                        fact.end,
                        fact.years,
                    )


def _is_no_name(one: Named, fact: Said) -> bool:
    """Whether a supposed name is part of something else: "Batten disease"."""
    return fact.aspect in (Aspect.CONDITION, Aspect.ORIGIN) and overlap(one, fact)


_YOUNGEST_ADULT = 14


def _cannot_be(person: str, fact: Said) -> bool:
    """Whether the designation itself says that the fact is of somebody else: a father is not two years old."""
    if fact.aspect is Aspect.AGE and fact.years is not None and fact.years < _YOUNGEST_ADULT:
        return grown_up(person)
    if fact.aspect is Aspect.SEX:
        return sex_of(person) == ("he" if fact.value == "female" else "she")
    return False
