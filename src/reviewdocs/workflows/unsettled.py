"""What a person still has to settle in a draft: undecided mentions, and words left in its copy that may be names.

Each is told as a finding is, so that a decision on it can be recorded (`settle`), with what it may mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reviewdocs.formats.base import Document
from reviewdocs.formats.opening import landmarks_of
from reviewdocs.language.sentences import around
from reviewdocs.model.decisions import PlaceKey, SeenFinding
from reviewdocs.model.mentions import Category, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph, ParagraphKey
from reviewdocs.model.unsettled import Unsettled, UnsettledReading
from reviewdocs.model.words import Severity
from reviewdocs.names import ByteSearch
from reviewdocs.names.entities import entities_of
from reviewdocs.pseudonymise.record import Record
from reviewdocs.pseudonymise.render.edits import edits_of, place_before
from reviewdocs.pseudonymise.resolver import Decision
from reviewdocs.risk.identity import Surroundings, alike_of, ids_of
from reviewdocs.risk.place import location, sentence
from reviewdocs.risk.reports.places import spot
from reviewdocs.workflows.matching import Spot, spots_of
from reviewdocs.workflows.sayings import MENTION

_MOST_READINGS, _LEAST = 6, 0.01
"""How many readings are told, and how probable they must be."""
_SIDE = 200
"""Letters of the sentence shown on either side."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A place of the draft, and what was decided of it."""

    paragraph: Paragraph
    start: int
    end: int
    category: Category
    becomes: str
    decision: Decision | None
    refs: tuple[str, ...]


def unsettled(record: Record, written: Document, pmap: PseudonymMap) -> list[dict[str, Any]]:
    """Every place, in the order of the draft, as docs/records.md lists it.

    Args:
        record: of the copy.
        written: the copy, read back.
        pmap: the map that it was made with.
    """
    order = {paragraph.key: number for number, paragraph in enumerate(record.paragraphs)}
    places = sorted(_places(record), key=lambda place: (order[place.paragraph.key], place.start))
    if not places:
        return []
    near, landmarks, refs = Surroundings(record.paragraphs), landmarks_of(written), _refs(pmap)
    search = ByteSearch.of(pmap)
    spots: dict[str, Mapping[_At, Spot]] = {}
    rows = []
    for place in places:
        whole = place.paragraph.text
        text = whole[place.start : place.end]
        alike = alike_of(MENTION, text)
        if text not in spots:
            spots[text] = {_at(spot): spot for spot in spots_of(text, alike, record.paragraphs, near)}
        identity, key = _known_by(place, alike, spots[text].get(_at(place)), near)
        paragraph = replace(place.paragraph, landmark=landmarks.get(place.paragraph.key, ""))
        seen = SeenFinding(id=identity, alike=alike, place=key, rule=MENTION, category=place.category,
                           severity=Severity.REVIEW, text=text, context=sentence(whole, place.start, place.end),
                           anywhere=False)  # fmt: skip
        first, last = around(whole, place.start, place.end)
        row = Unsettled(finding=seen, where=spot(location(paragraph, place.start, place.end)),
                        before=whole[max(first, place.start - _SIDE) : place.start],
                        after=whole[place.end : min(last, place.end + _SIDE)], becomes=place.becomes,
                        may_stay=not search.found(text), readings=tuple(_readings(place, refs)),
                        word=round(1 - place.decision.judged.probability, 3) if place.decision else None)  # fmt: skip
        rows.append(row.model_dump(mode="json"))
    return rows


_At = tuple[ParagraphKey, int, int]


def _at(place: _Place | Spot) -> _At:
    return place.paragraph.key, place.start, place.end


def _known_by(place: _Place, alike: str, spot: Spot | None, near: Surroundings) -> tuple[str, PlaceKey]:
    """What a place is known by; one that is no whole text (a name glued to other letters) by itself alone."""
    if spot:
        return spot.id, spot.key
    key = near.key(place.paragraph, place.start, place.end)
    return ids_of([(alike, key)])[0], key


def _places(record: Record) -> Iterator[_Place]:
    by_key = {paragraph.key: paragraph for paragraph in record.paragraphs}
    for mention in record.mentions:
        if mention.outcome is Outcome.UNDECIDED:
            start, end, _ = mention.name
            here = (d for d in record.reasons if d.paragraph.key == mention.paragraph and d.touches(start, end))
            yield _Place(by_key[mention.paragraph], start, end, mention.category, mention.replacement or "",
                         next(here, None), mention.refs)  # fmt: skip
    edits = edits_of(record.mentions)
    for still in record.standing:
        paragraph = by_key.get(still.at.paragraph)
        if not still.to_look_at or paragraph is None:
            continue
        place = place_before(still.at.start, still.at.end, edits.get(still.at.paragraph, ()))
        if place and paragraph.text[slice(*place)] == still.at.text:
            yield _Place(paragraph, *place, still.category, "", still.decision, still.refs)


def _refs(pmap: PseudonymMap) -> Sequence[str]:
    return [entity.ref for entity in entities_of(pmap)]


def _readings(place: _Place, refs: Sequence[str]) -> list[UnsettledReading]:
    """Whom or what of the map it may mean, the most probable first."""
    if place.decision is None:
        return [UnsettledReading(ref=ref, probability=None) for ref in place.refs[:_MOST_READINGS]]
    judged = place.decision.judged
    return [
        UnsettledReading(ref=refs[bearer.entity], probability=round(judged.probability * bearer.probability, 3))
        for bearer in judged.bearers[:_MOST_READINGS]
        if bearer.probability >= _LEAST
    ]
