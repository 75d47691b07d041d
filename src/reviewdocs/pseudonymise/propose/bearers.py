"""The names of the map taken apart into single words, with who bears each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reviewdocs.language.titles import TITLES, Field
from reviewdocs.names.entities import HUMAN, PARTICLES, Entity, Kind, split_name
from reviewdocs.names.folding import folded
from reviewdocs.pseudonymise.model import NamePart

SMALL_WORDS = frozenset(["the", "and", "of", "de", "al", "a", "s", "in", "at", "on", "for", "y"])
"""Words of names that name nobody by themselves."""
KIN_WORDS = frozenset(word for word, title in TITLES.items() if title.field is Field.KIN) | frozenset(
    [
        "mum",
        "mother",
        "dad",
        "father",
        "mummy",
        "daddy",
        "mam",
        "brother",
        "sister",
        "son",
        "daughter",
        "big",
        "little",
        "old",
        "young",
    ]
)
"""Words of kin and the like that are part of what somebody is called ("Nana Jean") and name nobody by themselves."""


class Bears(NamedTuple):
    """One word of one name: who bears it, and which part of the name it is."""

    entity: int
    part: NamePart
    word: str


def words_in(name: str) -> list[str]:
    """The folded words of a name; hyphens part words, apostrophes do not."""
    return re.findall(r"[^\W_]+", folded(name).replace("'", ""))


def _names(entity: Entity) -> Iterator[tuple[NamePart, str]]:
    """Each name of an entity as written, with the part that it is."""
    if entity.kind is Kind.PLACE or entity.kind is Kind.ORGANISATION:
        part = NamePart.PLACE if entity.kind is Kind.PLACE else NamePart.ORGANISATION
        yield from ((part, name) for name in (entity.surname, *entity.known_as))
        return
    yield NamePart.FORENAME, entity.forename
    yield NamePart.MIDDLE, entity.middle
    yield NamePart.SURNAME, entity.surname
    yield from ((NamePart.KNOWN_AS, name) for name in entity.known_as)
    yield from ((NamePart.FORMER, name) for name in entity.former_names)
    for name in entity.misspellings:
        _, forename, middle, surname = split_name(name)
        yield NamePart.FORENAME, forename
        yield NamePart.MIDDLE, middle
        yield NamePart.SURNAME if surname else NamePart.KNOWN_AS, surname


def _first_letters_of_surnames(entity: Entity) -> set[str]:
    """The letters that may stand for the surname: those of former ones, and of what follows its particle, too."""
    surname = words_in(entity.surname)
    former = [words_in(split_name(name)[3]) for name in entity.former_names]
    letters = {words[0][0] for words in (surname, *former) if words}
    if len(surname) > 1 and surname[0] in PARTICLES:
        letters.add(surname[1][0])
    return letters


class Bearers:
    """Who bears which word of a name; built once for a map."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.entities = entities
        self.exact: dict[str, list[Bears]] = defaultdict(list)
        """By folded word: everybody who bears it, the words of a compound name run together included."""
        self.small: dict[str, set[int]] = defaultdict(set)
        """By single letter or small word: whose name it is a part of."""
        self.words: dict[int, set[str]] = defaultdict(set)
        """By entity: the words of its names."""
        self.letters: dict[int, set[str]] = defaultdict(set)
        """By entity: the first letters of those words."""
        self.called: dict[str, list[int]] = defaultdict(list)
        """By letter: the people of the map whose forename or nickname begins with it."""
        self.family: dict[str, list[int]] = defaultdict(list)
        """By letter: the people of the map whose surname begins with it."""
        self.initials: dict[str, list[int]] = defaultdict(list)
        """By letters: the people of the map with these initials."""
        self.acronyms: dict[str, list[int]] = defaultdict(list)
        """By letters: the places and organisations whose names begin with them."""
        for index, entity in enumerate(entities):
            if entity.kind in (Kind.KEPT, Kind.GROUP):
                continue
            for part, name in _names(entity):
                self._add(index, entity, part, name)
            if entity.kind in HUMAN and entity.kind is not Kind.PANEL:  # "GP" is no panel member's initials
                self._add_initials(index, entity)
            if entity.kind in HUMAN:
                self._add_run_together(index, entity)
        self._add_groups(entities)

    def _add_groups(self, entities: Sequence[Entity]) -> None:
        """A family's surname that none of its members bears is the family's own."""
        for index, entity in enumerate(entities):
            if entity.kind is Kind.GROUP:
                for word in words_in(entity.surname):
                    if word not in self.exact and word not in SMALL_WORDS:
                        self._bear(Bears(index, NamePart.SURNAME, word))

    def _bear(self, bears: Bears) -> None:
        held = self.exact[bears.word]
        if bears not in held:
            held.append(bears)
        self.words[bears.entity].add(bears.word)

    def _add(self, index: int, entity: Entity, part: NamePart, name: str) -> None:
        words = words_in(name)
        several = len(words) > 1
        for word in words:
            if len(word) == 1 or word in SMALL_WORDS or (several and word in PARTICLES and entity.kind in HUMAN):
                self.small[word].add(index)
                self.letters[index].add(word[0])
            elif not (several and part is NamePart.KNOWN_AS and (word in KIN_WORDS or word in TITLES)):
                self._bear(Bears(index, part, word))
                self.letters[index].add(word[0])
        if several and self.is_thing(index):
            self._add_acronyms(index, words)
        elif several and len(joined := "".join(words)) > 3:
            self._bear(Bears(index, part, joined))

    def _add_acronyms(self, index: int, words: list[str]) -> None:
        for chosen in (words, [word for word in words if word not in SMALL_WORDS]):
            letters = "".join(word[0] for word in chosen)
            if len(chosen) > 1 and index not in self.acronyms[letters]:
                self.acronyms[letters].append(index)

    def _add_run_together(self, index: int, entity: Entity) -> None:
        """Forename and surname as handles and file names run them together."""
        surname = "".join(words_in(entity.surname))
        for given in (entity.forename, *entity.known_as):
            forename = "".join(words_in(given))
            for joined in (forename + surname, surname + forename):
                bears = Bears(index, NamePart.KNOWN_AS, joined)
                if forename and surname and bears not in self.exact[joined]:
                    self.exact[joined].append(bears)

    def _add_initials(self, index: int, entity: Entity) -> None:
        given = [words_in(name) for name in (entity.forename, *entity.known_as)]
        firsts = {words[0][0] for words in given if words and words[0] not in KIN_WORDS}
        lasts = _first_letters_of_surnames(entity)
        if entity.kind is Kind.PERSON:
            for letter in firsts:
                self.called[letter].append(index)
            for letter in lasts:
                self.family[letter].append(index)
        surname, middle = words_in(entity.surname), words_in(entity.middle)
        ends = {*lasts, "".join(word[0] for word in surname)} if len(surname) > 1 else lasts
        for first in firsts:
            spelt = {first + last for last in ends}
            if middle:
                spelt |= {first + middle[0][0] + last for last in lasts}
            for letters in spelt:
                self.initials[letters].append(index)

    def is_thing(self, entity: int) -> bool:
        """Whether it is a place or an organisation."""
        return self.entities[entity].kind in (Kind.PLACE, Kind.ORGANISATION)

    def parts(self) -> Iterator[Bears]:
        """Every word that somebody bears."""
        for bears in self.exact.values():
            yield from bears
