"""What of the map still stands in a text, found anew by nothing but letters, and how each place was decided.

What decides who is named can be wrong, and does not know when it is. So every word of the map that is left in a copy is
told, whatever it was taken for: `lettered` finds it, and only then is what was decided of the place looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reviewdocs.language.calendar import MONTHS, WEEKDAYS
from reviewdocs.language.written import written_words
from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.standing import How, Resemblance, StandingPlace, StandingWord, to_look_at
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import Kind, designations, entities_of, words_of
from reviewdocs.names.folding import fold_text
from reviewdocs.pseudonymise.document import Shape, opens, shape_of
from reviewdocs.pseudonymise.lettered import Lettered, Letters
from reviewdocs.pseudonymise.places import Places
from reviewdocs.pseudonymise.resolver import NOTHING_TOLD, Decision, Resolver
from reviewdocs.pseudonymise.told import AllTold

_OF_THE_MAP = (Resemblance.SAME, Resemblance.HALF)
_AROUND, _LONG_WORD, _LEAST_WORDS = 120, 4, 2
"""Characters either way in which a line is looked at, which no heading is longer than; letters of the words that have a
capital in a heading, and how many of them there must be besides."""
_CATEGORIES = {Kind.PLACE: Category.PLACE, Kind.ORGANISATION: Category.ORG}


class Still(NamedTuple):
    """A place at which something like a word of the map stands.

    Attributes:
        paragraph: where it stands.
        at: the place.
        refs: ids of those in whose names the word stands, a panel member's job title.
        category: of the first of them.
        decided: how the place was.
        probability: that one of them is meant; None where it never was a candidate.
        capital: whether it has a capital that its place does not owe, or is written as no word is.
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
        self,
        paragraphs: Sequence[Paragraph],
        here: Iterable[Mention],
        elsewhere: Iterable[Mention] = (),
        told: AllTold = NOTHING_TOLD,
    ) -> list[Still]:
        """Every place, in order.

        Args:
            paragraphs: a document as it is read back.
            here: its mentions.
            elsewhere: those that were replaced when it was made.
            told: what a person said of places in it.
        """
        places = self._letters.found(paragraphs)
        if not places:
            return []
        mentions = [*here]
        replaced = {word for m in (*mentions, *elsewhere) if m.outcome is Outcome.REPLACED for word in words_of(m.text)}
        wanted = {place.paragraph for place in places}
        known = Places(self._resolver, self._entities, paragraphs, mentions, wanted, told)
        by_key = {paragraph.key: paragraph for paragraph in paragraphs}
        return [self._still(place, known, replaced, by_key[place.paragraph]) for place in places]

    def _still(self, place: Lettered, known: Places, replaced: set[str], paragraph: Paragraph) -> Still:
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
        capital = _has_capital(place, paragraph.text) or _is_disguised(place)
        return Still(paragraph, place, refs, category, how, probability, capital, decision)


_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))


def _has_capital(place: Lettered, text: str) -> bool:
    """Whether what stands there has a capital that neither its place, nor its line, nor English owes it: no heading's,
    nor that of a line in capitals, nor a month's."""
    if shape_of(place.text) is Shape.SMALL or opens(text, place.start) or place.text in _CALENDAR:
        return False
    first = max(text.rfind("\n", 0, place.start) + 1, place.start - _AROUND)
    last = text.find("\n", place.end, place.end + _AROUND)
    last = last if last >= 0 else min(len(text), place.end + _AROUND)
    others = [word for word in written_words(f"{text[first : place.start]} {text[place.end : last]}") if word.isalpha()]
    if place.text.isupper() and others and all(map(str.isupper, others)):
        return False
    long = [word for word in others if len(word) >= _LONG_WORD]
    heading = len(long) >= _LEAST_WORDS and last - first < _AROUND and "." not in text[first:last]
    return not (heading and all(word[0].isupper() for word in long))


def _is_disguised(place: Lettered) -> bool:
    """Whether a name is written as no word is: from right to left, or cut by marks where nothing parts words; an s
    after an apostrophe is cut off anyhow ("Andrew's" is no Andrews)."""
    genitive = place.text[-2:-1] in ("'", "’")
    cut = place.how is Resemblance.PIECES and not genitive and not any(map(str.isspace, place.text))
    return cut or place.how is Resemblance.BACKWARDS


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
