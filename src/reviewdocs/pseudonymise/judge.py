"""From paragraphs to what each word that may be a name means, with probabilities: propose, see, weigh."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import Entity
from reviewdocs.pseudonymise.document import FirstPass
from reviewdocs.pseudonymise.model import Bearer, Candidate, Judged
from reviewdocs.pseudonymise.propose import Proposed, Proposer
from reviewdocs.pseudonymise.remembered import Once, Remembered
from reviewdocs.pseudonymise.signals.bearing import At, Said, bearers_seen
from reviewdocs.pseudonymise.signals.place import Known, Passage, Place
from reviewdocs.pseudonymise.staying import Staying
from reviewdocs.pseudonymise.stretches import stretches, sure_of
from reviewdocs.pseudonymise.vetoes import PERMITTED, WHOLE_NAME, veto_of, whole_name
from reviewdocs.pseudonymise.weigh.model import Weights

_SURE = 0.9999


@dataclass(slots=True)
class Weighed:
    """A candidate with its number in its paragraph and the probability that somebody known is meant."""

    index: int
    candidate: Candidate
    probability: float
    veto: str = ""


class _Look(NamedTuple):
    """What a text tells by itself: its candidates, and for each word what stays there (see `Staying`)."""

    proposed: Proposed
    staying: Sequence[int]
    designated: Sequence[int]


class Reader:
    """Reads documents for what may be a name in them; built once for a map."""

    def __init__(self, pmap: PseudonymMap, entities: Sequence[Entity]) -> None:
        self._proposer = Proposer(entities)
        self._first_pass = FirstPass()
        self.known = Known(entities, self._proposer.bearers, Staying(pmap))
        self.things = frozenset(index for index in range(len(entities)) if self._proposer.bearers.is_thing(index))
        self._looked = Remembered(self._look)

    def turn(self) -> None:
        """Another document, or another version of the same, is read from its beginning."""
        self._looked.turn()
        self._first_pass.turn()

    def passages(
        self, paragraphs: Sequence[Paragraph], looked_at: Sequence[bool] | None = None
    ) -> list[Passage | None]:
        """Each paragraph with its candidates and what the document tells; None for one without any.

        Args:
            paragraphs: the document.
            looked_at: which paragraphs are to be looked at; all where nothing is said.
        """
        look, looked_at = self._looked, looked_at or (True,) * len(paragraphs)
        asked = zip(paragraphs, looked_at, strict=True)
        looks = [look(paragraph.text) if looked else None for paragraph, looked in asked]
        facts = self._first_pass.facts(paragraphs, [found and found.proposed for found in looks])
        return [
            found and Passage(self.known, facts, found.proposed, base, found.staying, found.designated)
            for found, base in zip(looks, facts.base, strict=True)
        ]

    def _look(self, text: str) -> _Look | None:
        proposed, staying = self._proposer.propose(text), self.known.staying
        if proposed is None:
            return None
        return _Look(proposed, staying.held(proposed.atoms), staying.designations(proposed.atoms))


def weighed(passage: Passage, weights: Weights) -> list[Weighed]:
    """Every candidate of a paragraph with its probability."""
    return [_weighed(passage, index, candidate, weights) for index, candidate in passage.proposed.at.items()]


def _weighed(passage: Passage, index: int, candidate: Candidate, weights: Weights) -> Weighed:
    place = Place(passage, index)
    if whole_name(place):
        return Weighed(index, candidate, _SURE, WHOLE_NAME)
    veto = veto_of(place)
    return Weighed(index, candidate, 0.0 if veto else weights.is_name(place), veto)


@dataclass(frozen=True)
class Stretch:
    """Candidates that are one mention, and where they stand."""

    paragraph: int
    passage: Passage
    weighed: tuple[Weighed, ...]

    @Once
    def candidates(self) -> tuple[Candidate, ...]:
        """Its candidates."""
        return tuple([each.candidate for each in self.weighed])


def stretches_of(
    passages: Sequence[Passage | None], taken: Sequence[Sequence[Weighed]], things: frozenset[int]
) -> list[Stretch]:
    """The mentions that the taken candidates of each paragraph make; a permitted person's whole name is one alone."""
    found = []
    for number, (passage, chosen) in enumerate(zip(passages, taken, strict=True)):
        if passage is None:
            continue
        by_candidate = {id(each.candidate): each for each in chosen}
        for stretch in stretches(passage.text, [each.candidate for each in chosen], things):
            inside = [by_candidate[id(candidate)] for candidate in stretch]
            for _, each in groupby(inside, key=lambda each: each.veto == PERMITTED):
                found.append(Stretch(number, passage, tuple(each)))
    return found


def said_in(found: Sequence[Stretch]) -> Said:
    """Whom which mention surely means."""
    sure: dict[int, list[int]] = {}
    surnames: Counter[str] = Counter()
    words: Counter[tuple[int, str]] = Counter()
    for number, stretch in enumerate(found):
        entity = sure_of(stretch.candidates)
        if entity is not None:
            surnames[stretch.passage.known.entities[entity].surname] += entity not in sure
            sure.setdefault(entity, []).append(number)
            words.update([(entity, candidate.word) for candidate in stretch.candidates])
    return Said(sure, surnames, words, [stretch.paragraph for stretch in found])


def judged(found: Sequence[Stretch], weights: Weights) -> Iterator[tuple[Stretch, Judged]]:
    """Each mention with who may be meant."""
    said = said_in(found)
    for number, stretch in enumerate(found):
        yield stretch, meant(stretch, number, said, weights)


def meant(stretch: Stretch, number: int, said: Said, weights: Weights) -> Judged:
    """Who may be meant by a stretch that is, or would be, the mention of this number."""
    candidates = stretch.candidates
    likely = max([each.probability for each in stretch.weighed])
    entities = candidates[0].entities.union(*[candidate.entities for candidate in candidates[1:]])
    if len(entities) == 1:
        who = [(next(iter(entities)), 1.0)]
    else:
        first, last = stretch.weighed[0].index, stretch.weighed[-1].index
        who = weights.who(bearers_seen(stretch.passage, candidates, first, last, At(number, stretch.paragraph), said))
    return Judged(candidates, likely, tuple(Bearer(entity, share) for entity, share in who))
