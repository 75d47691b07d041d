"""A candidate in its place: what every signal looks at, worked out once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reviewdocs.names.entities import Entity, Kind
from reviewdocs.pseudonymise.document import Facts, Shape, opens, shape_of
from reviewdocs.pseudonymise.model import RANK, Candidate, Reading
from reviewdocs.pseudonymise.propose.atoms import Atom
from reviewdocs.pseudonymise.propose.bearers import Bearers
from reviewdocs.pseudonymise.propose.proposer import Proposed
from reviewdocs.pseudonymise.remembered import Once
from reviewdocs.pseudonymise.signals.traits import Traits, traits_of
from reviewdocs.pseudonymise.staying import Staying

_APART = re.compile(r"[;:!?\n]")
_NONE: frozenset[int] = frozenset()


class Known:
    """What signals know of the map, whatever the document; built once for a map."""

    def __init__(self, entities: Sequence[Entity], bearers: Bearers, staying: Staying) -> None:
        self.entities, self.bearers, self.staying = entities, bearers, staying
        self.permitted = frozenset(n for n, entity in enumerate(entities) if entity.kind is Kind.PERMITTED)
        """Who stays."""
        self._traits: dict[int, Traits] = {}
        self._youngest = max([entity.born for entity in entities if entity.born], default=None)

    def traits(self, index: int) -> Traits:
        """What tells of an entity, whatever is said of it."""
        held = self._traits.get(index)
        if held is None:
            held = self._traits[index] = traits_of(self.entities[index], self._youngest)
        return held


@dataclass(eq=False)
class Passage:
    """A paragraph with its candidates, the document's facts, and what stays in it: what its places share."""

    known: Known
    facts: Facts
    proposed: Proposed
    base: int
    staying: Sequence[int]
    designated: Sequence[int]

    @Once
    def atoms(self) -> Sequence[Atom]:
        """The paragraph's words."""
        return self.proposed.atoms

    @Once
    def text(self) -> str:
        """The paragraph's text."""
        return self.proposed.text

    def entities(self, index: int) -> frozenset[int]:
        """Whom the word at `index` may mean; nobody beyond either end."""
        candidate = self.proposed.at.get(index)
        return candidate.entities if candidate else _NONE

    def gap(self, left: int) -> str:
        """What stands between the words `left` and `left + 1`."""
        return self.text[self.atoms[left].end : self.atoms[left + 1].start]

    def close(self, left: int) -> bool:
        """Whether the words `left` and `left + 1` may be parts of one name."""
        gap = self.gap(left)
        return gap == " " or (len(gap) <= 3 and not _APART.search(gap))


class Place:
    """One candidate in its passage."""

    def __init__(self, passage: Passage, index: int) -> None:
        self.passage, self.index = passage, index
        self.candidate: Candidate = passage.proposed.at[index]
        self.text, self._atoms = passage.text, passage.atoms

    @property
    def word(self) -> str:
        """The folded word."""
        return self.candidate.word

    @Once
    def top(self) -> tuple[Reading, ...]:
        """The readings that are as close as the closest."""
        likeness = self.candidate.best.likeness
        return tuple(reading for reading in self.candidate.readings if reading.likeness is likeness)

    @Once
    def bearers(self) -> frozenset[int]:
        """Whom the closest readings mean."""
        return frozenset(reading.entity for reading in self.top)

    @Once
    def rank(self) -> int:
        """How close the closest reading is: 0 the closest."""
        return RANK[self.candidate.best.likeness]

    @Once
    def shape(self) -> Shape:
        """How the word is written."""
        return shape_of(self.candidate.text)

    @Once
    def opening(self) -> bool:
        """Whether a capital would be owed to the place."""
        return opens(self.text, self.candidate.start)

    @property
    def position(self) -> int:
        """Where in the document it stands, in words."""
        return self.passage.base + self.index

    def beside(self, step: int) -> Atom | None:
        """The word `step` places on; None beyond either end."""
        at = self.index + step
        return self._atoms[at] if 0 <= at < len(self._atoms) else None

    def gap(self, step: int) -> str:
        """What stands between the word and the one `step` (1 or -1) places on, which there must be."""
        return self.passage.gap(self.index if step > 0 else self.index - 1)

    def close(self, step: int) -> bool:
        """Whether the word beside may be part of the same name."""
        return self.passage.close(self.index if step > 0 else self.index - 1)


class Example(NamedTuple):
    """A sentence, the word looked at (its first place in it), and the column that sees something there, or does not."""

    text: str
    word: str
    column: str


class Signal(NamedTuple):
    """One kind of thing that is seen of a candidate.

    Attributes:
        name: what `rules` calls it.
        sees: what it sees, in a line.
        columns: the names of its numbers.
        see: its numbers at a place, in the order of the columns.
        hits, misses: examples in which a column is above, and not above, what it is elsewhere.
    """

    name: str
    sees: str
    columns: tuple[str, ...]
    see: Callable[[Place], Sequence[float]]
    hits: tuple[Example, ...]
    misses: tuple[Example, ...]
