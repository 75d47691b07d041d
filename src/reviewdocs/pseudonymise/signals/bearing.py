"""Who is meant: what is seen of each who may be, beside the others who may be.

A pair of a mention and one of its possible bearers becomes numbers; what they weigh is learned (`weigh`), and the
bearers of one mention compete.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log1p
from typing import TypeVar

from reviewdocs.language.titles import TITLES
from reviewdocs.pseudonymise.model import FAMILY, GIVEN, RANK, Candidate, Likeness, NamePart, Reading
from reviewdocs.pseudonymise.signals.place import Passage
from reviewdocs.pseudonymise.signals.traits import WORKS

_PARTS = {part: at for at, part in enumerate(NamePart)}
_LIKE = {likeness: at for at, likeness in enumerate(Likeness)}
_Kind = TypeVar("_Kind", NamePart, Likeness)
_NAMED = frozenset({Likeness.EXACT, Likeness.PLURAL, Likeness.NICKNAME, Likeness.INITIAL, Likeness.NEAR})
_AROUND, _NEXT = 5, 8
_NEVER = 6.0
_HE, _SHE = frozenset(("he", "his", "him", "himself")), frozenset(("she", "her", "hers", "herself"))
_SENTENCE = ".\n"
_RELATIVE = (
    *(
        "similarity",
        "exact words",
        "words since",
        "mentions in all",
        "role near",
        "words of the bearer",
        "share",
        "least",
    ),
    *(
        "their title",
        "title's gender",
        "professional title",
        "role beside",
        "pronouns of the sentence",
        "pronouns after",
    ),
    *("mentions before", "words until", "ends as a surname", "untitled", "role in the sentence"),
)
COLUMNS = (
    *("words", "words of the bearer", "exact words", "similarity", "least", "closest"),
    *(f"part {part.value}" for part in _PARTS),
    *(f"like {likeness.value}" for likeness in _LIKE),
    *(
        "begins as a forename",
        "ends as a surname",
        "begins as a surname",
        "title before",
        "their title",
        "title's gender",
    ),
    *(
        "professional title",
        "no title, though theirs is professional",
        "role beside",
        "role near",
        "role in the sentence",
    ),
    *("pronouns of the sentence", "pronouns after", "words since", "words until", "mentions before", "mentions in all"),
    *("latest", "bearers", "person", "professional", "subject", "untitled", "permitted", "panel"),
    *("whole of two", "parts", "share", "same surname as the latest", "greeting", "possessive", "cells away"),
    *(f"more {column}" for column in _RELATIVE),
)
_RELATIVE_AT = tuple(map(COLUMNS.index, _RELATIVE))


@dataclass(slots=True)
class Said:
    """What the document said so far and will say of whom, in numbers of mentions."""

    sure: Mapping[int, Sequence[int]] = field(default_factory=dict)
    """By entity, the numbers of the mentions that surely mean it, in order."""
    surnames: Mapping[str, int] = field(default_factory=dict)
    """By surname, how many of these entities bear it."""


class Around:
    """The words around one mention, as its bearers are weighed by them."""

    def __init__(self, passage: Passage, stretch: Sequence[Candidate], first: int, last: int) -> None:
        atoms, text = passage.atoms, passage.text
        start, end = stretch[0].start, stretch[-1].end
        words = [atom.word for atom in atoms[max(0, first - _AROUND) : first]]
        self.before = (*("",) * 2, *words)[-2:]
        self.after = [atom.word for atom in atoms[last + 1 : last + 1 + _NEXT]]
        self.near = [*words, *self.after[: _AROUND + 1]]
        begins = max(text.rfind(mark, 0, start) for mark in _SENTENCE) + 1
        ends = min((at for mark in _SENTENCE if (at := text.find(mark, end)) >= 0), default=len(text))
        since, until = first, last + 1
        while since and atoms[since - 1].start >= begins:
            since -= 1
        while until < len(atoms) and atoms[until].start < ends:
            until += 1
        self.sentence = Counter([atom.word for atom in (*atoms[since:first], *atoms[last + 1 : until])])
        self.pronouns = sum(self.sentence[w] for w in _HE) - sum(self.sentence[w] for w in _SHE)
        self.pronouns_after = sum(w in _HE for w in self.after) - sum(w in _SHE for w in self.after)
        self.greeting = self.before[1] in ("dear", "hi", "hello", "thanks")
        self.possessive = text[end : end + 1] in ("'", "’")
        self.cells = text.count("|", text.rfind("\n", 0, start) + 1, start)


def _of(word: Sequence[Reading]) -> float:
    return max((reading.closeness - 0.01 * RANK[reading.likeness] for reading in word), default=0.0)


def bearers_seen(
    passage: Passage, stretch: Sequence[Candidate], first: int, last: int, number: int, said: Said
) -> list[tuple[int, list[float]]]:
    """(entity, numbers in the order of `COLUMNS`) of everybody and everything that a mention may mean.

    Args:
        passage: where it stands.
        stretch: its candidates.
        first, last: the numbers of its first and last word in the passage.
        number: which of the document's mentions it is.
        said: what the document says elsewhere.
    """
    around = Around(passage, stretch, first, last)
    entities = sorted({reading.entity for candidate in stretch for reading in candidate.readings})
    recent = [_last_before(said.sure.get(entity, ()), number) for entity in entities]
    latest = max(recent, default=-1)
    rows = [
        _row(passage, stretch, entity, around, number, said, latest >= 0 and last_said == latest, len(entities))
        for entity, last_said in zip(entities, recent, strict=True)
    ]
    for at in _RELATIVE_AT:
        values = [row[at] for row in rows]
        *_, second, most = 0.0, *sorted(values)
        for row, value in zip(rows, values, strict=True):
            row.append(value - (second if value == most else most) if len(rows) > 1 else 1.0)
    return list(zip(entities, rows, strict=True))


def _last_before(numbers: Sequence[int], number: int) -> int:
    """The last of the sorted numbers that is less than a number; -1 for none."""
    at = bisect_left(numbers, number)
    return numbers[at - 1] if at else -1


def _row(
    passage: Passage,
    stretch: Sequence[Candidate],
    index: int,
    around: Around,
    number: int,
    said: Said,
    latest: bool,
    bearers: int,
) -> list[float]:
    known = passage.known
    entity, traits, own_words = known.entities[index], known.traits(index), known.bearers.words[index]
    words = [[r for r in candidate.readings if r.entity == index] for candidate in stretch]
    close = [_of(word) for word in words]
    exact = [any(r.likeness is Likeness.EXACT for r in word) for word in words]
    title = around.before[1]
    held = TITLES.get(title)
    gender = (1 if held.gender == entity.gender else -1) if held and held.gender and entity.gender else 0
    sure = said.sure.get(index, ())
    before, after = bisect_left(sure, number), bisect_right(sure, number)
    covered = {candidate.word for candidate in stretch} & own_words
    roles, works, firsts, lasts = traits.roles, traits.works, words[0], words[-1]
    person, permitted, panel = traits.kinds
    return [
        len(stretch),
        sum(map(bool, words)) / len(stretch),
        sum(exact) / len(stretch),
        sum(close),
        min(close),
        max(close),
        *_counted([{r.part for r in word if r.likeness in _NAMED} for word in words], _PARTS),
        *_counted([{r.likeness for r in word} for word in words], _LIKE),
        any(r.part in GIVEN for r in firsts),
        any(r.part in FAMILY for r in lasts),
        any(r.part is NamePart.SURNAME for r in firsts),
        held is not None,
        held is not None and title == traits.title,
        gender,
        (1 if traits.title == title else -1) if held is not None and held.field in WORKS else 0,
        held is None and works,
        sum([word in roles for word in (*around.before, *around.after[:1])]),
        sum([word in roles for word in around.near]),
        len(roles & around.sentence.keys()),
        traits.sign * around.pronouns,
        traits.sign * around.pronouns_after,
        log1p(number - sure[before - 1]) if before else _NEVER,
        log1p(sure[after] - number) if after < len(sure) else _NEVER,
        log1p(before),
        log1p(len(sure)),
        latest,
        bearers,
        person,
        works,
        traits.subject,
        traits.untitled,
        permitted,
        panel,
        bool(lasts) and len(words) > 1,
        len({r.part for word in words for r in word if r.likeness is Likeness.EXACT}),
        len(covered) / max(1, len(own_words)),
        bool(entity.surname) and said.surnames.get(entity.surname, 0) > (index in said.sure),
        around.greeting,
        around.possessive,
        around.cells,
    ]


def _counted(held: Sequence[set[_Kind]], kinds: Mapping[_Kind, int]) -> list[int]:
    """How many of the words have each kind."""
    counts = [0] * len(kinds)
    for word in held:
        for kind in word:
            counts[kinds[kind]] += 1
    return counts
