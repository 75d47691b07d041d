"""From paragraphs to what each word that may be a name means, with probabilities: propose, see, weigh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import Entity
from reviewdocs.pseudonymise.document import FirstPass
from reviewdocs.pseudonymise.model import Bearer, Candidate, Judged
from reviewdocs.pseudonymise.propose import Proposed, Proposer
from reviewdocs.pseudonymise.signals.bearing import Said, bearers_seen
from reviewdocs.pseudonymise.signals.place import Known, Passage, Place
from reviewdocs.pseudonymise.staying import Staying
from reviewdocs.pseudonymise.stretches import stretches, sure_of
from reviewdocs.pseudonymise.vetoes import WHOLE_NAME, veto_of, whole_name
from reviewdocs.pseudonymise.weigh.model import Weights

_SURE = 0.9999


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its number in its paragraph and the probability that somebody known is meant."""

    index: int
    candidate: Candidate
    probability: float
    veto: str = ""


class Reader:
    """Reads documents for what may be a name in them; built once for a map."""

    def __init__(self, pmap: PseudonymMap, entities: Sequence[Entity]) -> None:
        self._proposer = Proposer(entities)
        self._first_pass = FirstPass(entities)
        self.known = Known(entities, self._proposer.bearers, Staying(pmap))
        self.things = frozenset(index for index in range(len(entities)) if self._proposer.bearers.is_thing(index))
        self._last: dict[str, Proposed | None] = {}

    def passages(
        self, paragraphs: Sequence[Paragraph], looked_at: Sequence[bool] | None = None
    ) -> list[Passage | None]:
        """Each paragraph with its candidates and what the document tells; None for one without any.

        Args:
            paragraphs: the document.
            looked_at: which paragraphs are to be looked at; all where nothing is said.
        """
        before, self._last = self._last, {}
        proposed: list[Proposed | None] = []
        for number, paragraph in enumerate(paragraphs):
            text, held = paragraph.text, None
            if looked_at is None or looked_at[number]:
                if text in self._last:
                    held = self._last[text]
                else:
                    held = self._last[text] = before[text] if text in before else self._proposer.propose(text)
            proposed.append(held)
        facts = self._first_pass.facts(paragraphs, proposed)
        staying = self.known.staying
        return [
            found
            and Passage(self.known, facts, found, base, staying.held(found.atoms), staying.designations(found.atoms))
            for found, base in zip(proposed, facts.base, strict=True)
        ]


def weighed(passage: Passage, weights: Weights) -> Iterator[Weighed]:
    """Every candidate of a paragraph with its probability."""
    for index, candidate in sorted(passage.proposed.at.items()):
        place = Place(passage, index)
        if whole_name(place):
            yield Weighed(index, candidate, _SURE, WHOLE_NAME)
        else:
            veto = veto_of(place)
            yield Weighed(index, candidate, 0.0 if veto else weights.is_name(place), veto)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Candidates that are one mention, and where they stand."""

    paragraph: int
    passage: Passage
    weighed: tuple[Weighed, ...]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Its candidates."""
        return tuple(each.candidate for each in self.weighed)


def stretches_of(
    passages: Sequence[Passage | None], taken: Sequence[Sequence[Weighed]], things: frozenset[int]
) -> list[Stretch]:
    """The mentions that the taken candidates of each paragraph make."""
    found = []
    for number, (passage, chosen) in enumerate(zip(passages, taken, strict=True)):
        if passage is None:
            continue
        by_candidate = {id(each.candidate): each for each in chosen}
        for stretch in stretches(passage.text, [each.candidate for each in chosen], things):
            found.append(Stretch(number, passage, tuple(by_candidate[id(candidate)] for candidate in stretch)))
    return found


def said_in(found: Sequence[Stretch]) -> Said:
    """Whom which mention surely means."""
    sure: dict[int, list[int]] = {}
    for number, stretch in enumerate(found):
        entity = sure_of(stretch.candidates)
        if entity is not None:
            sure.setdefault(entity, []).append(number)
    return Said(sure)


def judged(found: Sequence[Stretch], weights: Weights) -> Iterator[tuple[Stretch, Judged]]:
    """Each mention with who may be meant."""
    said = said_in(found)
    for number, stretch in enumerate(found):
        yield stretch, meant(stretch, number, said, weights)


def meant(stretch: Stretch, number: int, said: Said, weights: Weights) -> Judged:
    """Who may be meant by a stretch that is, or would be, the mention of this number."""
    candidates = stretch.candidates
    likely = max(each.probability for each in stretch.weighed)
    entities = frozenset[int]().union(*(candidate.entities for candidate in candidates))
    if len(entities) == 1:
        who = [(next(iter(entities)), 1.0)]
    else:
        first, last = stretch.weighed[0].index, stretch.weighed[-1].index
        who = weights.who(bearers_seen(stretch.passage, candidates, first, last, number, said))
    return Judged(candidates, likely, tuple(Bearer(entity, share) for entity, share in who))
