"""How each place of a document was decided, whoever asks and by whatever means it was found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from reviewdocs.model.mentions import Mention, Outcome
from reviewdocs.model.standing import How
from reviewdocs.model.text import Paragraph, ParagraphKey
from reviewdocs.names.entities import Entity, Kind
from reviewdocs.pseudonymise.decide import Action
from reviewdocs.pseudonymise.lettered import Lettered
from reviewdocs.pseudonymise.machinewords import MACHINE_WORDS
from reviewdocs.pseudonymise.resolver import Decision, Resolver
from reviewdocs.pseudonymise.told import AllTold
from reviewdocs.pseudonymise.vetoes import NOBODYS, PERMITTED

T = TypeVar("T")

_BY_VETO = {PERMITTED: How.PERMITTED, MACHINE_WORDS: How.PROGRAM, NOBODYS: How.LEFT}


class _Along(Generic[T]):
    """What stands along a paragraph, by code points [start, end): asking costs the same however much there is."""

    def __init__(self, spans: Iterable[tuple[int, int, T]]) -> None:
        self._spans = sorted(spans, key=lambda span: span[:2])
        self._furthest = list(accumulate((end for _, end, _ in self._spans), max))

    def touching(self, start: int, end: int) -> list[T]:
        """What has something of [start, end), in order."""
        last = at = bisect_left(self._spans, end, key=lambda span: span[0])
        while at and self._furthest[at - 1] > start:
            at -= 1
        return [thing for _, until, thing in self._spans[at:last] if until > start]


class Places:
    """How the places of one document were decided."""

    def __init__(
        self,
        resolver: Resolver,
        entities: Sequence[Entity],
        paragraphs: Sequence[Paragraph],
        mentions: Iterable[Mention],
        wanted: set[ParagraphKey],
        told: AllTold,
    ) -> None:
        self._entities = entities
        decisions: dict[ParagraphKey, list[tuple[int, int, Decision]]] = {}
        for decision in resolver.decisions(paragraphs, told):
            decisions.setdefault(decision.paragraph.key, []).append(
                (decision.judged.start, decision.judged.end, decision)
            )
        settled: dict[ParagraphKey, list[tuple[int, int, How]]] = {}
        for mention in mentions:
            if mention.outcome is not Outcome.KEPT:
                how = How.NAME if mention.outcome is Outcome.REPLACED else How.UNDECIDED
                settled.setdefault(mention.paragraph, []).append((mention.start, mention.end, how))
        for paragraph in paragraphs:
            for span in resolver.settled(paragraph, told) if paragraph.key in wanted else ():
                how = How.NAME if span.text is not None else How.SAID if span.said else How.STAYS
                settled.setdefault(paragraph.key, []).append((span.start, span.end, how))
        self._decisions = {key: _Along(those) for key, those in decisions.items()}
        self._settled = {key: _Along(those) for key, those in settled.items()}

    def decided(self, place: Lettered) -> tuple[How, Decision | None]:
        """How a place was decided, and what was decided of the word in it that is most probably one to hide."""
        weighed, settled = self._decisions.get(place.paragraph), self._settled.get(place.paragraph)
        here = weighed.touching(place.start, place.end) if weighed else ()
        most = max(here, key=lambda decision: decision.choice.identifying, default=None)
        how = next(iter(settled.touching(place.start, place.end)), None) if settled else None
        return how or (self._how(most) if most else How.UNSEEN), most

    def _how(self, decision: Decision) -> How:
        if decision.choice.action is not Action.LEAVE:
            return How.NAME if decision.choice.action is Action.REPLACE else How.UNDECIDED
        if decision.veto:
            return _BY_VETO.get(decision.veto, How.STAYS)
        first = decision.judged.bearers[0]
        permitted = self._entities[first.entity].kind is Kind.PERMITTED and decision.judged.probability >= 0.5
        return How.PERMITTED if permitted else How.LEFT
