"""Who is meant: what is seen of each who may be, beside the others who may be.

A pair of a mention and one of its possible bearers becomes numbers; what they weigh is learned (`weigh`), and the
bearers of one mention compete.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log1p
from operator import itemgetter, sub
from typing import NamedTuple, TypeVar

from reviewdocs.language.titles import TITLES
from reviewdocs.names.entities import Entity
from reviewdocs.pseudonymise.model import FAMILY, GIVEN, RANK, Candidate, Likeness, NamePart, Reading
from reviewdocs.pseudonymise.signals.around import Around
from reviewdocs.pseudonymise.signals.place import Passage
from reviewdocs.pseudonymise.signals.traits import WORKS, Traits

_PARTS = {part: at for at, part in enumerate(NamePart)}
_LIKE = {likeness: at for at, likeness in enumerate(Likeness)}
_Kind = TypeVar("_Kind", NamePart, Likeness)
_NAMED = frozenset({Likeness.EXACT, Likeness.PLURAL, Likeness.NICKNAME, Likeness.INITIAL, Likeness.NEAR})
_NEVER, _UNTITLED, _FEW = 6.0, -2.0, 8
_LETTERS = (
    *("words", "words of the bearer", "exact words", "similarity", "least", "closest"),
    *(f"part {part.value}" for part in _PARTS),
    *(f"like {likeness.value}" for likeness in _LIKE),
    *("begins as a forename", "ends as a surname", "begins as a surname"),
)
_BESIDE = (
    *("title before", "their title", "title's gender", "professional title"),
    *("no title, though theirs is professional", "role beside", "role near", "role in the sentence"),
    *("pronouns of the sentence", "pronouns after"),
)
_SAID = (
    *("words since", "words until", "mentions before", "mentions in all"),
    *("mentions by this word", "mentions in the paragraph before", "mentions in the paragraph after"),
)
_WHO = (
    *("person", "professional", "subject", "untitled", "permitted", "panel"),
    *("years older than the youngest", "titled, and how much older"),
)
_RELATIVE = (
    *("similarity", "exact words", "words since", "mentions in all", "role near", "words of the bearer"),
    *("share", "least", "their title", "title's gender", "professional title", "role beside"),
    *("pronouns of the sentence", "pronouns after", "mentions before", "words until", "ends as a surname"),
    *("untitled", "role in the sentence", "years older than the youngest", "mentions by this word"),
)
"""Columns of which it is also told by how much a bearer is ahead of the best of the others, or behind it."""
_SIGN = {"he": 1, "she": -1}
COLUMNS = (
    *(*_LETTERS, *_BESIDE, *_SAID, "latest", "bearers", *_WHO),
    *("whole of two", "parts", "share", "same surname as the latest", "greeting", "possessive", "cells away"),
    *(f"more {column}" for column in _RELATIVE),
)
_relative_of: Callable[[Sequence[float]], tuple[float, ...]] = itemgetter(*map(COLUMNS.index, _RELATIVE))


class At(NamedTuple):
    """Which of a document's mentions one is, and the number of its paragraph."""

    number: int
    paragraph: int


@dataclass(slots=True)
class Said:
    """What the document said so far and will say of whom, in numbers of mentions."""

    sure: Mapping[int, Sequence[int]] = field(default_factory=dict)
    """By entity, the numbers of the mentions that surely mean it, in order."""
    surnames: Mapping[str, int] = field(default_factory=dict)
    """By surname, how many of these entities bear it."""
    words: Mapping[tuple[int, str], int] = field(default_factory=dict)
    """By entity and folded word, how many of the mentions that surely mean it hold the word."""
    paragraphs: Sequence[int] = ()
    """The paragraph of each mention."""


def bearers_seen(
    passage: Passage,
    stretch: Sequence[Candidate],
    first: int,
    last: int,
    at: At,
    said: Said,
) -> list[tuple[int, list[float]]]:
    """(entity, numbers in the order of `COLUMNS`) of everybody and everything that a mention may mean.

    Args:
        passage: where it stands.
        stretch: its candidates.
        first, last: the numbers of its first and last word in the passage.
        at: which of the document's mentions it is, in which paragraph.
        said: what the document says elsewhere.
    """
    around = Around(passage, stretch, first, last)
    entities = sorted({reading.entity for candidate in stretch for reading in candidate.readings})
    recent = [_last_before(said.sure.get(entity, ()), at.number) for entity in entities]
    latest = max(recent, default=-1)
    rows = [
        _row(passage, stretch, entity, around, at, said, latest >= 0 and last_said == latest, len(entities))
        for entity, last_said in zip(entities, recent, strict=True)
    ]
    for row, ahead in zip(rows, _ahead([_relative_of(row) for row in rows]), strict=True):
        row += ahead
    return list(zip(entities, rows, strict=True))


def _ahead(rows: Sequence[Sequence[float]]) -> Sequence[Iterable[float]]:
    """By how much each number of each bearer is ahead of the best of the others, or behind it."""
    if len(rows) == 1:
        return [(1.0,) * len(rows[0])]
    if len(rows) == 2:  # of most mentions
        one, other = rows
        return [map(sub, one, other), map(sub, other, one)]
    best = [sorted(column)[-2:] for column in zip(*rows, strict=True)]
    return [
        [value - (second if value == most else most) for value, (second, most) in zip(row, best, strict=True)]
        for row in rows
    ]


def _last_before(numbers: Sequence[int], number: int) -> int:
    """The last of the sorted numbers that is less than a number; -1 for none."""
    at = bisect_left(numbers, number)
    return numbers[at - 1] if at else -1


def _row(
    passage: Passage,
    stretch: Sequence[Candidate],
    index: int,
    around: Around,
    at: At,
    said: Said,
    latest: bool,
    bearers: int,
) -> list[float]:
    known = passage.known
    entity, traits, own_words = known.entities[index], known.traits(index), known.bearers.words[index]
    words = [[r for r in candidate.readings if r.entity == index] for candidate in stretch]
    covered = {candidate.word for candidate in stretch} & own_words
    return [
        *_letters(words),
        *_beside(entity, traits, around),
        *_said(said, index, at, stretch),
        latest,
        bearers,
        *_who(traits, around),
        bool(words[-1]) and len(words) > 1,
        len({r.part for word in words for r in word if r.likeness is Likeness.EXACT}),
        len(covered) / max(1, len(own_words)),
        bool(entity.surname) and said.surnames.get(entity.surname, 0) > (index in said.sure),
        around.greeting,
        around.possessive,
        around.cells,
    ]


def _letters(words: Sequence[Sequence[Reading]]) -> list[float]:
    """What the words are of the bearer's names, by the readings of each that mean the bearer."""
    close, like = [_closeness(word) for word in words], [{r.likeness for r in word} for word in words]
    first, last = {r.part for r in words[0]}, {r.part for r in words[-1]}
    return [
        len(words),
        sum(map(bool, words)) / len(words),
        sum([Likeness.EXACT in likenesses for likenesses in like]) / len(words),
        sum(close),
        min(close),
        max(close),
        *_counted([{r.part for r in word if r.likeness in _NAMED} for word in words], _PARTS),
        *_counted(like, _LIKE),
        not GIVEN.isdisjoint(first),
        not FAMILY.isdisjoint(last),
        NamePart.SURNAME in first,
    ]


def _closeness(word: Sequence[Reading]) -> float:
    return max([reading.closeness - 0.01 * RANK[reading.likeness] for reading in word], default=0.0)


def _counted(held: Sequence[set[_Kind]], kinds: Mapping[_Kind, int]) -> list[int]:
    """How many of the words have each kind."""
    counts = [0] * len(kinds)
    for word in held:
        for kind in word:
            counts[kinds[kind]] += 1
    return counts


def _beside(entity: Entity, traits: Traits, around: Around) -> list[float]:
    """How the words around fit the bearer: title, role, pronouns."""
    title, roles = around.before[1], traits.roles
    held = TITLES.get(title)
    works = held is not None and held.field in WORKS
    gender = _SIGN[held.gender] * traits.sign if held and held.gender else 0
    return [
        held is not None,
        held is not None and title == traits.title,
        gender,
        (1 if traits.title == title else -1) if works else 0,
        held is None and traits.works,
        sum([word in roles for word in (*around.before, *around.after[:1])]),
        sum([word in roles for word in around.near]),
        len(roles & around.sentence.keys()),
        traits.sign * around.pronouns,
        traits.sign * around.pronouns_after,
    ]


def _said(said: Said, index: int, at: At, stretch: Sequence[Candidate]) -> tuple[float, ...]:
    """How far off the bearer is surely named before and after the mention of this number, and how often: in all, by
    these very words, and in the same paragraph."""
    sure, (number, paragraph) = said.sure.get(index, ()), at
    before, after = bisect_left(sure, number), bisect_right(sure, number)
    paragraphs = said.paragraphs
    return (
        log1p(number - sure[before - 1]) if before else _NEVER,
        log1p(sure[after] - number) if after < len(sure) else _NEVER,
        log1p(before),
        log1p(len(sure)),
        log1p(max([said.words.get((index, candidate.word), 0) for candidate in stretch])),
        log1p(sum([paragraphs[each] == paragraph for each in sure[max(0, before - _FEW) : before]])),
        log1p(sum([paragraphs[each] == paragraph for each in sure[after : after + _FEW]])),
    )


def _who(traits: Traits, around: Around) -> tuple[float, ...]:
    """Who the bearer is, whatever the text says; and how old, where a title stands before."""
    person, permitted, panel = traits.kinds
    titled = traits.older if around.before[1] in TITLES else _UNTITLED
    return person, traits.works, traits.subject, traits.untitled, permitted, panel, traits.older, titled
