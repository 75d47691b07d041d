"""What of the map still stands in a text, found anew by nothing but letters, and how each place was decided.

What decides who is named can be wrong, and does not know when it is. So every word of the map that is left in a copy is
told, whatever it was taken for: `lettered` finds it, and only then is what was decided of the place looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.standing import How, Resemblance, StandingPlace, StandingWord, to_look_at
from reviewdocs.model.text import Paragraph, ParagraphKey
from reviewdocs.names.entities import Entity, Kind, designations, entities_of, words_of
from reviewdocs.names.folding import fold_text
from reviewdocs.pseudonymise.decide import Action
from reviewdocs.pseudonymise.document import Shape, opens, shape_of
from reviewdocs.pseudonymise.lettered import WORD, Lettered, Letters
from reviewdocs.pseudonymise.machinewords import MACHINE_WORDS
from reviewdocs.pseudonymise.resolver import Decision, Resolver
from reviewdocs.pseudonymise.vetoes import PERMITTED

_OF_THE_MAP = (Resemblance.SAME, Resemblance.HALF)
_BY_VETO = {PERMITTED: How.PERMITTED, MACHINE_WORDS: How.PROGRAM}
_AROUND, _LONG_WORD, _LEAST_WORDS = 120, 4, 2
"""Characters either way in which a line is looked at, which no heading is longer than; letters of the words that have a
capital in a heading, and how many of them there must be besides."""
_CATEGORIES = {Kind.PLACE: Category.PLACE, Kind.ORGANISATION: Category.ORG}


@dataclass(frozen=True, slots=True)
class Still:
    """A place at which something like a word of the map stands.

    Attributes:
        paragraph: where it stands.
        at: the place.
        refs: ids of those in whose names the word stands, a panel member's job title.
        category: of the first of them.
        decided: how the place was.
        probability: that one of them is meant; None where it never was a candidate.
        capital: whether it has a capital that its place does not owe.
        decision: what was decided; None where nothing was.
    """

    paragraph: Paragraph
    at: Lettered
    refs: tuple[str, ...]
    category: Category
    decided: How
    probability: float | None
    capital: bool
    decision: Decision | None

    @property
    def to_look_at(self) -> bool:
        """Whether the place is for a person to look at."""
        return to_look_at(self.decided, self.probability, self.capital)


class Standing:
    """Finds what still stands; built once for a map.

    Args:
        pmap: the map.
        resolver: says how places were decided; it finds none of them.
    """

    def __init__(self, pmap: PseudonymMap, resolver: Resolver) -> None:
        self._entities = entities_of(pmap)
        self._letters = Letters(self._entities)
        self._resolver = resolver
        self._clear = {word: How.STAYS for text in designations(pmap) for word in words_of(text)}
        for entity in self._entities:
            if entity.kind is Kind.PERMITTED:
                named = words_of(f"{entity.forename} {entity.middle} {entity.surname}")
                self._clear |= dict.fromkeys(named, How.PERMITTED)

    def found(
        self, paragraphs: Sequence[Paragraph], here: Iterable[Mention], elsewhere: Iterable[Mention] = ()
    ) -> list[Still]:
        """Every place, in order.

        Args:
            paragraphs: a document as it is read back.
            here: its mentions.
            elsewhere: those that were replaced when it was made.
        """
        places = self._letters.found(paragraphs)
        if not places:
            return []
        mentions = [*here]
        replaced = {word for m in (*mentions, *elsewhere) if m.outcome is Outcome.REPLACED for word in words_of(m.text)}
        known = _Known(self._resolver, self._entities, paragraphs, mentions, {place.paragraph for place in places})
        by_key = {paragraph.key: paragraph for paragraph in paragraphs}
        return [self._still(place, known, replaced, by_key[place.paragraph]) for place in places]

    def _still(self, place: Lettered, known: _Known, replaced: set[str], paragraph: Paragraph) -> Still:
        how, decision = known.decided(place)
        word = fold_text(place.text)
        if not how.explained and place.how not in _OF_THE_MAP and word in self._clear:
            how = self._clear[word]
        if how is How.LEFT and word in replaced:
            how = How.ELSEWHERE
        bearers = [self._entities[index] for index in self._letters.bearers[place.word]]
        refs = tuple(entity.ref or entity.designation for entity in bearers)
        category = _CATEGORIES.get(bearers[0].kind, Category.PERSON)
        probability = round(decision.choice.identifying, 3) if decision else None
        capital = _has_capital(place, paragraph.text)
        return Still(paragraph, place, refs, category, how, probability, capital, decision)


class _Known:
    """How the places of one document were decided."""

    def __init__(
        self,
        resolver: Resolver,
        entities: Sequence[Entity],
        paragraphs: Sequence[Paragraph],
        mentions: Iterable[Mention],
        wanted: set[ParagraphKey],
    ) -> None:
        self._entities = entities
        self._decisions: dict[ParagraphKey, list[Decision]] = {}
        self._spans: dict[ParagraphKey, list[tuple[int, int, How]]] = {}
        for decision in resolver.decisions(paragraphs):
            self._decisions.setdefault(decision.paragraph.key, []).append(decision)
        for mention in mentions:
            if mention.outcome is not Outcome.KEPT:
                how = How.NAME if mention.outcome is Outcome.REPLACED else How.UNDECIDED
                self._spans.setdefault(mention.paragraph, []).append((mention.start, mention.end, how))
        for paragraph in paragraphs:
            for span in resolver.settled(paragraph) if paragraph.key in wanted else ():
                how = How.STAYS if span.text is None else How.NAME
                self._spans.setdefault(paragraph.key, []).append((span.start, span.end, how))

    def decided(self, place: Lettered) -> tuple[How, Decision | None]:
        """How a place was decided, and what was decided of the word in it that is most probably one to hide."""
        here = [
            decision
            for decision in self._decisions.get(place.paragraph, ())
            if decision.touches(place.start, place.end)
        ]
        most = max(here, key=lambda decision: decision.choice.identifying, default=None)
        for start, end, how in self._spans.get(place.paragraph, ()):
            if start < place.end and place.start < end:
                return how, most
        return (self._how(most) if most else How.UNSEEN), most

    def _how(self, decision: Decision) -> How:
        if decision.choice.action is not Action.LEAVE:
            return How.NAME if decision.choice.action is Action.REPLACE else How.UNDECIDED
        if decision.veto:
            return _BY_VETO.get(decision.veto, How.STAYS)
        first = decision.judged.bearers[0]
        permitted = self._entities[first.entity].kind is Kind.PERMITTED and decision.judged.probability >= 0.5
        return How.PERMITTED if permitted else How.LEFT


def _has_capital(place: Lettered, text: str) -> bool:
    """Whether what stands there has a capital that neither its place nor its line owes it: no heading's, nor that of a
    line in capitals."""
    if shape_of(place.text) is Shape.SMALL or opens(text, place.start):
        return False
    first = max(text.rfind("\n", 0, place.start) + 1, place.start - _AROUND)
    last = text.find("\n", place.end, place.end + _AROUND)
    last = last if last >= 0 else min(len(text), place.end + _AROUND)
    others = [word for word in WORD.findall(f"{text[first : place.start]} {text[place.end : last]}") if word.isalpha()]
    if place.text.isupper() and others and all(map(str.isupper, others)):
        return False
    long = [word for word in others if len(word) >= _LONG_WORD]
    heading = len(long) >= _LEAST_WORDS and last - first < _AROUND and "." not in text[first:last]
    return not (heading and all(word[0].isupper() for word in long))


def grouped(stills: Iterable[Still]) -> list[tuple[StandingWord, Sequence[Still]]]:
    """The places put together by what stands there: the words to look at first, the explained ones last."""
    alike: dict[tuple[str, str], list[Still]] = {}
    for still in stills:
        alike.setdefault((fold_text(still.at.text), still.at.word), []).append(still)
    groups = [(_word(group), group) for group in alike.values()]
    return sorted(groups, key=lambda g: (g[0].explained, not g[0].to_look_at, -(g[0].probability or 0.0)))


def together(stills: Iterable[Still]) -> tuple[StandingWord, ...]:
    """The same without the places' decisions, as it is told."""
    return tuple(word for word, _ in grouped(stills))


def _word(stills: Sequence[Still]) -> StandingWord:
    first = stills[0]
    return StandingWord(
        first.at.text,
        first.refs,
        first.at.word,
        first.at.how,
        len(stills),
        tuple(dict.fromkeys(still.decided for still in stills)),
        max((still.probability for still in stills if still.probability is not None), default=None),
        tuple(map(_place, stills)),
    )


def _place(still: Still) -> StandingPlace:
    at, offset = still.at, still.paragraph.offset
    start, end = offset + at.start, offset + at.end
    return StandingPlace(*at.paragraph, start, end, at.text, still.decided, still.probability, still.capital)
