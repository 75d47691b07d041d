"""Every word of a paragraph that may be a name of the map, with everything it may mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewdocs.language.lexicon import frequency
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import Entity
from reviewdocs.names.folding import fold_text
from reviewdocs.pseudonymise.model import Candidate, Likeness, Reading
from reviewdocs.pseudonymise.propose.alike import Alike
from reviewdocs.pseudonymise.propose.atoms import Atom, Cutter
from reviewdocs.pseudonymise.propose.bearers import SMALL_WORDS, Bearers
from reviewdocs.pseudonymise.propose.beside import Beside
from reviewdocs.pseudonymise.reading import Reading as Tokens

_WORD = re.compile(r"[^\W_]+")
_LETTER = re.compile(r"(?<![^\W_])(?:[B-HJ-Z]|[AI](?=\.\s?[A-Z]\b)|(?<=[A-Z]\.)[AI])(?![^\W_])")
_BROKEN = re.compile(r"[^\W_](?:-\s?|\s?\n\s?|['’‘]|\u00ad|&#39;)[^\W_]")
_GENERIC, _GENERIC_CAPITAL = 4.2, 5.2
"""A word of the name of a place or an organisation that is more usual than this, in small letters and with a capital,
says nothing by itself."""

_SPAN = 12
"""Characters that may stand between two words of one name, small words among them."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A paragraph cut into atoms, and what each may mean.

    Attributes:
        tokens: the paragraph's words.
        atoms: the same as names are made of them.
        at: candidates by the number of their atom.
    """

    tokens: Tokens
    atoms: Sequence[Atom]
    at: dict[int, Candidate]


class Proposer:
    """Proposes what the words of a paragraph may mean; built once for a map."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.bearers = Bearers(entities)
        self._alike = Alike(self.bearers)
        self._cutter = Cutter(self.bearers)
        self._beside = Beside(self.bearers)
        self._telling: dict[str, bool] = {}

    def propose(self, paragraph: Paragraph) -> Proposed | None:
        """The candidates of a paragraph; None where a glance tells that there are none."""
        if self._names_nobody(paragraph.text):
            return None
        tokens = Tokens(paragraph)
        atoms = self._cutter.atoms(tokens)
        text = paragraph.text
        found = [self._alike.readings(atom.text) for atom in atoms]
        found = [self._borne_out(atoms, found, index, text) for index in range(len(atoms))]
        candidates = {}
        for index, atom in enumerate(atoms):
            readings = found[index] or tuple(self._beside.readings(atoms, found, index, text))
            if readings:
                candidates[index] = Candidate(atom.start, atom.end, atom.text, atom.word, readings)
        return Proposed(tokens, atoms, candidates) if candidates else None

    def _names_nobody(self, text: str) -> bool:
        """Whether a glance tells that no name stands there: most paragraphs need no more."""
        telling = self._telling
        for word in set(_WORD.findall(text)):
            told = telling.get(word)
            if told is None:
                told = telling[word] = self._tells(word)
            if told:
                return False
        return not (_LETTER.search(text) or _BROKEN.search(text) or not text.isprintable())

    def _tells(self, word: str) -> bool:
        return (
            any(not self._is_generic(reading, word) for reading in self._alike.readings(word))
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
        self, atoms: Sequence[Atom], found: Sequence[tuple[Reading, ...]], index: int, text: str
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
            if 0 <= at < len(atoms) and max(atoms[at].start - atoms[index].end, atoms[index].start - atoms[at].end) < _SPAN:
                beside.update(reading.entity for reading in found[at])
        return tuple(
            reading for reading in readings if not self._is_generic(reading, word) or reading.entity in beside
        )
