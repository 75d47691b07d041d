"""What is no question: identifiers and addresses of the map, e-mail addresses and links with a name in them, and the
panel's seats and the map's designations, which stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reviewdocs.language.spans import longest_apart
from reviewdocs.model.mentions import Category
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names.details import Details
from reviewdocs.names.entities import Entity
from reviewdocs.names.folding import fold, folded
from reviewdocs.names.in_clear import kept_whole
from reviewdocs.names.matcher import Phrases
from reviewdocs.names.variants import forms_of, kept_phrases
from reviewdocs.pseudonymise.online import Online

KNOWN_DETAIL, SEAT = "known detail", "panel seat or designation"


class Settled(NamedTuple):
    """Code points [start, end) of a paragraph, and what stands there instead; `text` is None where it stays, and `said`
    tells that a person settled it."""

    start: int
    end: int
    text: str | None
    category: Category
    refs: tuple[str, ...] = ()
    why: str = KNOWN_DETAIL
    said: bool = False


class Settling:
    """Finds what is no question; built once for a map."""

    def __init__(self, pmap: PseudonymMap, entities: Sequence[Entity]) -> None:
        self._online = Online(forms_of(entities))
        self._details = Details(pmap)
        self._kept = Phrases({*kept_phrases(pmap), *kept_whole(pmap)})
        names = {folded(name) for thing in pmap.organisations for name in (thing.name, *thing.also)}
        self._seats = [
            (folded(seat.employer), folded(seat.job_title)) for seat in pmap.panel if folded(seat.employer) in names
        ]

    def settled(self, text: str) -> list[Settled]:
        """Everything of a paragraph's text that is no question, in order and apart."""
        found = [
            Settled(start, end, label, Category.CONTACT if label == "[e-mail]" else Category.ONLINE)
            for start, end, label in self._online.spans(text)
        ]
        found += [
            Settled(detail.start, detail.end, detail.label, detail.category, (detail.ref,))
            for detail in self._details.spans(text)
        ]
        reading = fold(text)
        for start, end, phrase in self._kept.hits(reading):
            if self._stays(reading.text, start, phrase):
                found.append(Settled(*reading.span(start, end), None, Category.ORG, why=SEAT))
        return longest_apart(found)

    def _stays(self, text: str, start: int, phrase: str) -> bool:
        """A kept employer that the map also replaces stays only beside its panel seat's job title."""
        titles = [title for employer, title in self._seats if employer == phrase]
        before = text[max(0, start - 120) : start].rstrip(" ,(|-").removesuffix(" at").removesuffix(" of")
        return not titles or any(before.endswith(title) for title in titles)
