"""Every word of a paragraph that may be a name of the map, with everything it may mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reviewdocs.language.lexicon import frequency
from reviewdocs.language.written import written_words
from reviewdocs.names.entities import Entity
from reviewdocs.names.folding import Folded, fold_text
from reviewdocs.pseudonymise.model import Candidate, Likeness, Reading
from reviewdocs.pseudonymise.propose.alike import Alike
from reviewdocs.pseudonymise.propose.atoms import TEXT_OF, Atom, Cutter
from reviewdocs.pseudonymise.propose.bearers import SMALL_WORDS, Bearers
from reviewdocs.pseudonymise.propose.beside import REACH, Beside
from reviewdocs.pseudonymise.remembered import ByWord

_LETTERS = frozenset("BCDEFGHJKLMNOPQRSTUVWXYZ")
_LETTER = re.compile(r"(?<![^\W_])(?:[AI](?=\.\s?[A-Z]\b)|(?<=[A-Z]\.)[AI])(?![^\W_])")
"""The other two are words as well: between full stops they are not."""
_GENERIC, _GENERIC_CAPITAL = 4.2, 5.2
"""A word of the name of a place or an organisation that is more usual than this, in small letters and with a capital,
says nothing by itself."""
_SPAN = 12
"""Characters that may stand between two words of one name, small words among them."""


class Proposed(NamedTuple):
    """A text cut into atoms, and what each may mean.

    Attributes:
        text: the text.
        folded, spans: the text folded, and where its words stand in that.
        atoms: its words as names are made of them.
        at: candidates by the number of their atom, in order.
    """

    text: str
    folded: Folded
    spans: list[tuple[int, int]]
    atoms: Sequence[Atom]
    at: dict[int, Candidate]


class Proposer:
    """Proposes what the words of a text may mean; built once for a map."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.bearers = Bearers(entities)
        self._alike = Alike(self.bearers)
        self._cutter = Cutter(self.bearers)
        self._beside = Beside(self.bearers)
        self._telling = ByWord(self._tells)

    def propose(self, text: str) -> Proposed | None:
        """The candidates of a text; None where a glance tells that there are none."""
        if self._names_nobody(text):
            return None
        folded, spans, atoms = self._cutter.cut(text)
        found = list(map(self._alike.readings.__getitem__, map(TEXT_OF, atoms)))
        named = [index for index, held in enumerate(found) if held]
        settled = {index: held for index in named if (held := self._borne_out(atoms, found, index))}
        for index in named:
            found[index] = settled.get(index, ())
        for index in sorted(self._worth_a_look(atoms, settled)):
            if held := tuple(self._beside.readings(atoms, found, index, text)):
                settled[index] = held
        candidates = {
            index: Candidate(atoms[index].start, atoms[index].end, atoms[index].text, atoms[index].word, settled[index])
            for index in sorted(settled)
        }
        return Proposed(text, folded, spans, atoms, candidates) if candidates else None

    @staticmethod
    def _worth_a_look(atoms: Sequence[Atom], settled: Mapping[int, tuple[Reading, ...]]) -> set[int]:
        """The atoms, not candidates yet, that stand near one, and capital letters by themselves."""
        near = {at for index in settled for at in range(max(0, index - REACH), min(index + REACH + 1, len(atoms)))}
        near.update([index for index, text in enumerate(map(TEXT_OF, atoms)) if len(text) == 1 and text.isupper()])
        return near - settled.keys()

    def _names_nobody(self, text: str) -> bool:
        """Whether a glance tells that no name stands there: most texts need no more."""
        words = written_words(text)
        if any(map(self._telling.__getitem__, words)):
            return False
        letter = ("A" in words or "I" in words) and _LETTER.search(text)
        return not (letter or self._cutter.broken(text, words))

    def _tells(self, word: str) -> bool:
        return (
            word in _LETTERS
            or any(not self._is_generic(reading, word) for reading in self._alike.readings[word])
            or self._cutter.may_join(word)
            or self._cutter.may_part(word)
        )

    def _is_generic(self, reading: Reading, text: str) -> bool:
        """Whether a word is one that many places and organisations have in their names: "school"."""
        return (
            self.bearers.is_thing(reading.entity)
            and reading.likeness is not Likeness.ACRONYM
            and frequency(fold_text(text)) > (_GENERIC if text.islower() else _GENERIC_CAPITAL)
            and len(self.bearers.words[reading.entity]) > 1
        )

    def _borne_out(
        self, atoms: Sequence[Atom], found: Sequence[tuple[Reading, ...]], index: int
    ) -> tuple[Reading, ...]:
        """The readings of an atom without those of generic words that no other word of the same name stands beside."""
        readings, word = found[index], atoms[index].text
        if not any(self._is_generic(reading, word) for reading in readings):
            return readings
        beside: set[int] = set()
        for step in (-1, 1):
            at = index + step
            while 0 <= at < len(atoms) and atoms[at].word in SMALL_WORDS:
                at += step
            if 0 <= at < len(atoms) and _apart(atoms[index], atoms[at]) < _SPAN:
                beside.update(reading.entity for reading in found[at])
        return tuple(reading for reading in readings if not self._is_generic(reading, word) or reading.entity in beside)


def _apart(one: Atom, other: Atom) -> int:
    """How many characters stand between two atoms."""
    return max(other.start - one.end, one.start - other.end)
