"""What the map lets stand in clear: pseudonyms, permitted people, panel members' job titles and employers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reviewdocs.detect.filters.filter import Reason
from reviewdocs.language.titles import TITLES, Field
from reviewdocs.model.mentions import Category, Detection, Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph, ParagraphKey
from reviewdocs.names.entities import split_name
from reviewdocs.names.gender import likely_gender
from reviewdocs.names.in_clear import shorter_forms

PERMITTED = Reason(
    name="permitted",
    leaves_out="names that the map permits",
    why="The map gives it as a pseudonym, as a permitted person, or as the post or employer of a panel member.",
    source="the review's own pseudonym map",
)
_TITLE = re.compile(
    r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|rev|cllr|judge|chair|author|the|of|and|by)\b\.?|[\W_]+",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"(?P<area>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)??) "
    r"(?:(?:Metropolitan |City |County |Borough |District )*Council|Constabulary|Police)\b"
)
"""The area of an authority that stands in clear, and may be said by itself."""
_FIELDS = frozenset({Field.CIVIL, Field.DOCTOR})
"""Titles by which the people of a review are usually called."""
_NAMES = frozenset({Category.PERSON, Category.PLACE, Category.ORG, Category.ADDRESS, Category.COURT, Category.MEDIA})


class Allowed:
    """Tells which detections the map permits.

    Args:
        pmap: the review's map; None permits nothing.
        mentions: the mentions found in the paragraphs.
        paragraphs: the text.
    """

    def __init__(self, pmap: PseudonymMap | None, mentions: Iterable[Mention], paragraphs: Sequence[Paragraph]) -> None:
        self._spans: dict[ParagraphKey, list[tuple[int, int]]] = {}
        for mention in mentions:
            if mention.outcome is Outcome.KEPT:
                self._spans.setdefault(mention.paragraph, []).append((mention.start, mention.end))
        self._reference = pmap.id if pmap else ""
        phrases = _phrases(pmap) if pmap else []
        if phrases:
            expression = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)
            for paragraph in paragraphs:
                for match in expression.finditer(paragraph.text):
                    self._spans.setdefault(paragraph.key, []).append(match.span())

    def permits(self, detection: Detection) -> bool:
        """Whether the detection is the review's own reference, or all of it but titles may stand in clear."""
        if detection.category is Category.CODE:
            return detection.text.casefold() == self._reference.casefold()
        if detection.category not in _NAMES:
            return False
        rest = list(detection.text)
        for start, end in self._spans.get(detection.paragraph, ()):
            for place in range(max(start, detection.start), min(end, detection.end)):
                rest[place - detection.start] = " "
        remainder = "".join(rest)
        return remainder != detection.text and not _TITLE.sub("", remainder).strip()


def _forms(name: str) -> Iterator[str]:
    """A permitted name, and its surname with the titles that its bearer can have: "Ms Bishop" of Margaret Bishop."""
    yield name
    _, forename, _, surname = split_name(name)
    if forename and surname:
        gender = likely_gender(forename)
        for title, told in TITLES.items():
            if told.field in _FIELDS and (not told.gender or not gender or told.gender == gender):
                yield from (f"{title} {surname}", f"{title}. {surname}")


def _phrases(pmap: PseudonymMap) -> list[str]:
    phrases = {person.pseudonym for person in pmap.people} | {group.pseudonym for group in pmap.groups}
    phrases |= {thing.pseudonym for thing in (*pmap.places, *pmap.organisations)}
    phrases |= {form for permitted in pmap.permitted for form in _forms(permitted.name)}
    phrases |= {phrase for seat in pmap.panel for phrase in (seat.employer, seat.job_title) if phrase}
    phrases |= {form for seat in pmap.panel if seat.employer for form in shorter_forms(seat.employer)}
    places = {name.casefold() for place in pmap.places for name in (place.name, *place.also)}
    areas = (_AREA.match(seat.employer or "") for seat in pmap.panel)
    phrases |= {found["area"] for found in areas if found and found["area"].casefold() not in places}
    return sorted(phrases, key=len, reverse=True)
