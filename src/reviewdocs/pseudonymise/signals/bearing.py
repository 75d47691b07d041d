"""Who is meant: what is seen of each who may be, beside the others who may be.

A pair of a mention and one of its possible bearers becomes numbers; what they weigh is learned (`weigh`), and the
bearers of one mention compete.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log1p

from reviewdocs.language.titles import TITLES, Field, fields_of_role
from reviewdocs.names.entities import Entity, Kind
from reviewdocs.pseudonymise.model import GIVEN, RANK, Candidate, Likeness, NamePart, Reading
from reviewdocs.pseudonymise.propose.bearers import SMALL_WORDS, words_in
from reviewdocs.pseudonymise.roles import role_words
from reviewdocs.pseudonymise.signals.place import Passage

_PARTS = tuple(NamePart)
_LIKE = tuple(Likeness)
_NAMED = frozenset({Likeness.EXACT, Likeness.PLURAL, Likeness.NICKNAME, Likeness.INITIAL, Likeness.NEAR})
_AROUND, _NEXT = 5, 8
_NEVER = 6.0
_HE, _SHE = frozenset(("he", "his", "him", "himself")), frozenset(("she", "her", "hers", "herself"))
_WORKS = frozenset({Field.DOCTOR, Field.POLICE, Field.NURSING, Field.SOCIAL})
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
    *("latest", "bearers", "person", "order in the map", "professional", "subject", "untitled", "permitted", "panel"),
    *("whole of two", "parts", "share", "same surname as the latest", "greeting", "possessive", "cells away"),
    *(f"more {column}" for column in _RELATIVE),
)


@dataclass(slots=True)
class Said:
    """What the document said so far and will say of whom, in numbers of mentions."""

    sure: Mapping[int, Sequence[int]] = field(default_factory=dict)
    """By entity, the numbers of the mentions that surely mean it, in order."""


@lru_cache(maxsize=50_000)
def _role(entity: Entity) -> frozenset[str]:
    return role_words(entity) | frozenset(words_in(entity.role)) - SMALL_WORDS


@lru_cache(maxsize=50_000)
def _title(entity: Entity) -> str:
    return entity.title or {"he": "mr", "she": "mrs"}.get(entity.gender, "")


@lru_cache(maxsize=50_000)
def _works(entity: Entity) -> bool:
    held = TITLES.get(entity.title)
    return (held is not None and held.field in _WORKS) or bool(fields_of_role(entity.role))


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
        self.sentence = Counter(
            atom.word for index, atom in enumerate(atoms) if begins <= atom.start < ends and not first <= index <= last
        )
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
    recent = {e: max((n for n in said.sure.get(e, ()) if n < number), default=-1) for e in entities}
    latest = max(recent.values(), default=-1)
    rows = [
        _row(passage, stretch, entity, around, number, said, latest >= 0 and recent[entity] == latest, len(entities))
        for entity in entities
    ]
    for column in _RELATIVE:
        at = COLUMNS.index(column)
        values = [row[at] for row in rows]
        for index, row in enumerate(rows):
            others = [value for other, value in enumerate(values) if other != index]
            row.append(row[at] - max(others) if others else 1.0)
    return list(zip(entities, rows, strict=True))


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
    known, entity = passage.known, passage.known.entities[index]
    words = [[r for r in candidate.readings if r.entity == index] for candidate in stretch]
    close = [_of(word) for word in words]
    exact = [any(r.likeness is Likeness.EXACT for r in word) for word in words]
    named = [[r for r in word if r.likeness in _NAMED] for word in words]
    title, theirs = around.before[1], _title(entity)
    held = TITLES.get(title)
    gender = (1 if held.gender == entity.gender else -1) if held and held.gender and entity.gender else 0
    sign = {"he": 1, "she": -1}.get(entity.gender, 0)
    roles, works = _role(entity), _works(entity)
    sure = said.sure.get(index, ())
    back = min((number - n for n in sure if n < number), default=None)
    ahead = min((n - number for n in sure if n > number), default=None)
    covered = {candidate.word for candidate in stretch} & known.bearers.words[index]
    next_words = around.after
    return [
        len(stretch),
        sum(map(bool, words)) / len(stretch),
        sum(exact) / len(stretch),
        sum(close),
        min(close),
        max(close),
        *(sum(any(r.part is part for r in word) for word in named) for part in _PARTS),
        *(sum(any(r.likeness is likeness for r in word) for word in words) for likeness in _LIKE),
        any(r.part in GIVEN for r in words[0]),
        any(r.part in (NamePart.SURNAME, NamePart.FORMER) for r in words[-1]),
        any(r.part is NamePart.SURNAME for r in words[0]),
        held is not None,
        held is not None and title == theirs,
        gender,
        (1 if theirs == title else -1) if held is not None and held.field in _WORKS else 0,
        held is None and works,
        sum(word in roles for word in (*around.before, *next_words[:1])),
        sum(word in roles for word in around.near),
        sum(around.sentence[word] > 0 for word in roles),
        sign * (sum(around.sentence[w] for w in _HE) - sum(around.sentence[w] for w in _SHE)),
        sign * (sum(w in _HE for w in next_words) - sum(w in _SHE for w in next_words)),
        log1p(back) if back is not None else _NEVER,
        log1p(ahead) if ahead is not None else _NEVER,
        log1p(sum(n < number for n in sure)),
        log1p(len(sure)),
        latest,
        bearers,
        entity.kind is Kind.PERSON,
        index,
        works,
        "subject" in entity.role.casefold() or index == 0,
        not entity.title and entity.kind is Kind.PERSON,
        entity.kind is Kind.PERMITTED,
        entity.kind is Kind.PANEL,
        bool(words[-1]) and len(words) > 1,
        len({r.part for word in words for r in word if r.likeness is Likeness.EXACT}),
        len(covered) / max(1, len(known.bearers.words[index])),
        bool(entity.surname) and any(e != index and known.entities[e].surname == entity.surname for e in said.sure),
        around.greeting,
        around.possessive,
        around.cells,
    ]
