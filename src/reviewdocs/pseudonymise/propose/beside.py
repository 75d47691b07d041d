"""What a word may mean because of the name beside it: initials, numbers of rank, small words, words cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewdocs.language.titles import TITLES
from reviewdocs.names.entities import PARTICLES, Kind
from reviewdocs.pseudonymise.model import FAMILY, GIVEN, Likeness, NamePart, Reading
from reviewdocs.pseudonymise.propose.atoms import Atom
from reviewdocs.pseudonymise.propose.bearers import SMALL_WORDS, Bearers

_FAR = re.compile(r"[^\W_]|[;:!?]|\n\s*\n")
REACH = 3
"""How many words away a name may stand that an initial goes with, other initials between them."""
_MOST_BEARERS = 12
"""A letter by itself that is the first of more people's names than this says nothing."""
_ELIDED = re.compile(r"['’‘][^\W\d_]{2}")
"""After a letter that is no initial: "O'Dowd"."""
_SUFFIXES = frozenset(["ltd", "limited", "plc", "llp", "cic"])
_GENERATIONS = frozenset(["senior", "junior", "snr", "jnr", "sr", "jr"])
_DOT = (".", ". ", "-", " ", "")

Found = Sequence[tuple[Reading, ...]]


def near(gap: str) -> bool:
    """Whether two words with this between them may be parts of one name."""
    return len(gap) <= REACH and not _FAR.search(gap)


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)


class Beside:
    """Reads words by the names beside them; built once for a map."""

    def __init__(self, bearers: Bearers) -> None:
        self._bearers = bearers
        self._most = 2 * max(map(len, bearers.initials), default=0) + 2
        """Letters of the longest row of initials in which somebody's may be."""
        self._atoms: Sequence[Atom] = ()
        self._runs: dict[int, str] = {}
        """The rows of initials of the text last read, each by the number of every letter in it."""

    def readings(self, atoms: Sequence[Atom], found: Found, index: int, text: str) -> Iterator[Reading]:
        """What the atom at `index`, whose own letters say nothing, may mean; `found` are the readings by letters."""
        atom = atoms[index]
        if len(atom.word) == 1 and atom.text.isupper():
            if not _ELIDED.match(text, atom.end):
                yield from self._letter(atoms, found, index, text)
        elif len(atom.word) == 1 and atom.word.isalpha():
            yield from self._small_letter(atoms, found, index, text)
        elif atom.word.isdigit():
            yield from self._number(atoms, found, index, text)
        elif atom.word in self._bearers.small or len(atom.word) <= 5 or atom.word in _SUFFIXES | _GENERATIONS:
            yield from self._small(atoms, found, index, text)

    def _gap(self, atoms: Sequence[Atom], left: int, text: str) -> str:
        return text[atoms[left].end : atoms[left + 1].start]

    def _letter(self, atoms: Sequence[Atom], found: Found, index: int, text: str) -> Iterator[Reading]:
        bearers, letter = self._bearers, atoms[index].word
        beside = set(self._named_near(atoms, found, index, text, letter))
        for entity in sorted(beside):
            yield Reading(entity, NamePart.FORENAME, Likeness.INITIAL, 0.8)
            if entity in bearers.small.get(letter, ()):
                yield Reading(entity, NamePart.SURNAME, Likeness.EXACT, 1.0)
        if beside:
            return
        run = self._run(atoms, index, text)
        if len(run) > self._most:
            return
        whole = self._bearers.initials.get(run, ()) if len(run) > 1 else ()
        for entity in whole:
            yield Reading(entity, NamePart.FORENAME, Likeness.DOTTED, 0.6)
        likeness = self._alone(atoms, index, run)
        if whole or (likeness is Likeness.LETTER and letter in "ia"):
            return
        called = bearers.called.get(letter, ())
        borne = bearers.family.get(letter, ()) if likeness is not Likeness.LETTER else ()
        if len({*called, *borne}) > _MOST_BEARERS:
            return
        for entity in dict.fromkeys((*called, *borne)):
            part = NamePart.FORENAME if entity in called else NamePart.SURNAME
            yield Reading(entity, part, likeness, 0.4)

    def _small_letter(self, atoms: Sequence[Atom], found: Found, index: int, text: str) -> Iterator[Reading]:
        """The initial of a surname in hasty notes, "spoke to blessing s", and of any name in a file's: "drew_n"."""
        letter = atoms[index].word
        beside = (at for at in (index - 1, index + 1) if 0 <= at < len(atoms))
        filed = [at for at in beside if self._gap(atoms, min(index, at), text) == "_"]
        for reading in (reading for at in filed for reading in found[at]):
            if letter in self._bearers.letters[reading.entity] and not self._bearers.is_thing(reading.entity):
                yield Reading(reading.entity, NamePart.FORENAME, Likeness.INITIAL, 0.7)
        if not index or letter in "ai" or self._gap(atoms, index - 1, text) != " ":
            return
        for reading in found[index - 1]:
            if reading.part in GIVEN and reading.entity in self._bearers.family.get(letter, ()):
                yield Reading(reading.entity, NamePart.SURNAME, Likeness.INITIAL, 0.7)

    def _named_near(self, atoms: Sequence[Atom], found: Found, index: int, text: str, letter: str) -> Iterator[int]:
        """People who have a name with this letter and are named beside it, other initials between."""
        for step in (1, -1):
            for distance in range(1, REACH + 1):
                at = index + step * distance
                if not 0 <= at < len(atoms) or not near(self._gap(atoms, min(at, at - step), text)):
                    break
                for reading in found[at]:
                    if letter in self._bearers.letters[reading.entity] and not self._bearers.is_thing(reading.entity):
                        yield reading.entity
                if len(atoms[at].word) > 1 and atoms[at].word not in self._bearers.small:
                    break

    def _run(self, atoms: Sequence[Atom], index: int, text: str) -> str:
        """The capital letters, parted by full stops and the like, that a letter stands among: "E.R.C."."""
        if self._atoms is not atoms:
            self._atoms, self._runs = atoms, {}
        if index not in self._runs:
            first = last = index
            while first and self._joins(atoms, first - 1, text):
                first -= 1
            while last + 1 < len(atoms) and self._joins(atoms, last, text):
                last += 1
            run = "".join(atom.word for atom in atoms[first : last + 1])
            self._runs.update(dict.fromkeys(range(first, last + 1), run))
        return self._runs[index]

    def _joins(self, atoms: Sequence[Atom], left: int, text: str) -> bool:
        both = atoms[left : left + 2]
        return all(len(a.word) == 1 and a.text.isupper() for a in both) and self._gap(atoms, left, text) in _DOT

    def _alone(self, atoms: Sequence[Atom], index: int, run: str) -> Likeness:
        """How a letter stands that no name stands beside."""
        if len(run) > 1:
            return Likeness.DOTTED
        return Likeness.TITLED if index and atoms[index - 1].word in TITLES else Likeness.LETTER

    def _number(self, atoms: Sequence[Atom], found: Found, index: int, text: str) -> Iterator[Reading]:
        """A number between rank and name: "PC 3316 Banks"."""
        if not (0 < index < len(atoms) - 1 and 2 <= len(atoms[index].word) <= 5):
            return
        if atoms[index - 1].word not in TITLES or not near(self._gap(atoms, index - 1, text)):
            return
        if near(self._gap(atoms, index, text)):
            for reading in found[index + 1]:
                if not self._bearers.is_thing(reading.entity):
                    yield Reading(reading.entity, reading.part, Likeness.COLLAR, 0.8)

    def _small(self, atoms: Sequence[Atom], found: Found, index: int, text: str) -> Iterator[Reading]:
        word, small = atoms[index].word, self._bearers.small
        named_before = index and (found[index - 1] or atoms[index - 1].word in small)
        if not named_before and word not in small and word not in PARTICLES:
            return  # most words are done with here
        for at in self._next_names(atoms, index, text):
            hyphened = at == index + 1 and word in PARTICLES and self._gap(atoms, index, text) == "-"
            for reading in found[at]:
                entity = reading.entity
                if not self._bearers.is_thing(entity):
                    if entity in small.get(word, ()) or (hyphened and reading.part in FAMILY):
                        yield Reading(entity, reading.part, Likeness.PARTICLE, 0.9)
                    elif at < index and word in _GENERATIONS:
                        yield Reading(entity, reading.part, Likeness.SUFFIX, 0.8)
                elif at < index and word not in SMALL_WORDS:
                    yield from self._of_thing(atoms[index], reading)

    def _next_names(self, atoms: Sequence[Atom], index: int, text: str) -> Iterator[int]:
        """The words on either side, and beyond the small words of names that stand there: "de la Haye"."""
        small = self._bearers.small
        for step in (-1, 1) if atoms[index].word in small or atoms[index].word in PARTICLES else (-1,):
            at = index + step
            while (
                0 <= at < len(atoms) and abs(at - index) <= REACH and near(self._gap(atoms, min(at, at - step), text))
            ):
                yield at
                if atoms[at].word not in small:
                    break
                at += step

    def _of_thing(self, atom: Atom, beside: Reading) -> Iterator[Reading]:
        """A word after the name of a place or an organisation that is the rest of it, cut short."""
        words = self._bearers.words[beside.entity]
        organisation = self._bearers.entities[beside.entity].kind is Kind.ORGANISATION
        if organisation and atom.word in _SUFFIXES:
            yield Reading(beside.entity, beside.part, Likeness.SUFFIX, 0.8)
        elif len(atom.word) > 1 and any(
            word[0] == atom.word[0] and len(word) > len(atom.word) and _is_subsequence(atom.word, word)
            for word in words
        ):
            yield Reading(beside.entity, beside.part, Likeness.ABBREVIATED, 0.7)
        elif organisation and len(atom.word) == 2 and len(words) > 2 and atom.text.isupper():
            yield Reading(beside.entity, beside.part, Likeness.ABBREVIATED, 0.5)
