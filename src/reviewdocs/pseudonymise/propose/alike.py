"""How a single word is like the names of the map, whatever stands around it.

Looking a word up costs the same however many people the map has: near spellings are found by what is left when letters
are taken out of both (symmetric deletion, as in SymSpell), sounds by Metaphone, beginnings and endings by tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path

import jellyfish
from rapidfuzz.distance import OSA

from reviewdocs.language.lexicon import frequency
from reviewdocs.language.titles import TITLES
from reviewdocs.language.words import is_shorthand
from reviewdocs.names.entities import Kind
from reviewdocs.names.folding import fold_text
from reviewdocs.names.libraries import short_forms_of, spellings_of
from reviewdocs.pseudonymise.model import FAMILY, GIVEN, RANK, Likeness, NamePart, Reading
from reviewdocs.pseudonymise.propose.bearers import SMALL_WORDS, Bearers, Bears
from reviewdocs.pseudonymise.remembered import ByWord

_CALLED = GIVEN | {NamePart.FORMER}
_THINGS = frozenset({NamePart.PLACE, NamePart.ORGANISATION})
_MISREAD_COSTS = 0.02
_MISREAD = str.maketrans({"0": "o", "1": "l", "5": "s", "8": "b", "|": "l"})
_PET = re.compile(r"(?:ie|y|ey|o|a|za|z|zz|zy|zie|zza|zzer|er|ers|s|sie|sy|i|ito|kins)$")
_COMMON, _BRIEF, _USUAL, _KNOWN = 5.3, 4.5, 4.0, 3.5
"""Frequencies above which a word in small letters is never taken for a name misspelt (common), nor two or three of them
for initials or a beginning (brief), nor any word for a place (usual), nor is a word in small letters heard as a name
(known)."""
_LEAST_NEAR, _LEAST_TWICE, _MOST_TWICE = 3, 5, 14
"""Letters of the shortest name looked for with one letter wrong, and of the shortest and longest with two."""
_ENOUGH, _ENOUGH_SHORT, _ENOUGH_LONG = 0.75, 0.66, 0.6
_BY_INITIALS, _LONGEST_INITIALS = 0.6, 3
_PARTIAL = {Likeness.NICKNAME: 0.85, Likeness.SHARED_NICKNAME: 0.7, Likeness.PLURAL: 0.95}


def left(word: str, taken: int) -> set[str]:
    """What is left of a word when up to `taken` of its letters are taken out."""
    found = {word}
    for count in range(1, taken + 1):
        found.update("".join(rest) for rest in combinations(word, len(word) - count))
    return found


def _tolerance(word: str) -> int:
    """How many wrong letters a word of this length may have."""
    return 0 if len(word) < _LEAST_NEAR else 2 if _LEAST_TWICE <= len(word) <= _MOST_TWICE else 1


@cache
def read_usual_forms() -> dict[str, set[str]]:
    """By name, its short forms and the names that it is short for, as `nicknames` has them; only its table is read, for
    importing it takes longer than all else here."""
    found = find_spec("nicknames")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("nicknames")
    held: dict[str, set[str]] = defaultdict(set)
    for line in Path(found.origin).with_name("names.csv").read_text(encoding="utf-8").splitlines():
        name, relation, other = line.strip().lower().split(",")
        if relation == "has_nickname":
            held[name].add(other)
            held[other].add(name)
    return dict(held)


def _usual_forms(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """(other usual spellings and short forms of a forename, further names that have a short form in common with it)."""
    library = read_usual_forms()

    def of(word: str) -> set[str]:
        return {*library.get(word, ()), *spellings_of(word), *short_forms_of(word)}

    near = of(name) - {name}
    return frozenset(near), frozenset({far for word in near for far in of(word)} - near - {name})


class Alike:
    """Finds what a word may mean by its letters alone; built once for a map."""

    def __init__(self, bearers: Bearers) -> None:
        self._bearers = bearers
        self._usual: dict[str, list[tuple[Likeness, Bears]]] = defaultdict(list)
        self._near: dict[str, list[str]] = defaultdict(list)
        self._sound: dict[str, list[Bears]] = defaultdict(list)
        self._begins: dict[str, list[Bears]] = defaultdict(list)
        self._ends: dict[str, list[Bears]] = defaultdict(list)
        for word, borne in bearers.exact.items():
            for bears in borne:
                self._tell_usual(bears)
            mapped = [b for b in borne if self._is_looked_for(b) and word in bearers.words[b.entity]]
            if mapped and len(word) >= _LEAST_NEAR:
                for rest in left(word, _tolerance(word)):
                    self._near[rest].append(word)
                self._tell_parts(word, mapped)
        self._longest = max(map(len, (*bearers.exact, *self._near)), default=0)
        self.readings = ByWord(self._readings)
        """By word as written: what it may mean, the closest first; nothing for most words."""

    def _is_looked_for(self, bears: Bears) -> bool:
        """Permitted people and panel members are known by their exact names only: who stays is not guessed at."""
        return self._bearers.entities[bears.entity].kind not in (Kind.PERMITTED, Kind.PANEL)

    def _tell_usual(self, bears: Bears) -> None:
        """Plurals, genitives without apostrophe, usual short forms and spellings."""
        word = bears.word
        plurals = {word + "s", word + "es"} | (
            {word[:-1]} if word.endswith("s") and bears.part is NamePart.SURNAME and len(word) > 4 else set()
        )
        for plural in plurals:
            self._usual[plural].append((Likeness.PLURAL, bears))
        if bears.part in FAMILY:
            for spelling in spellings_of(word):
                self._usual[spelling].append((Likeness.NICKNAME, bears))
        if bears.part in _CALLED and self._bearers.entities[bears.entity].kind is not Kind.PERMITTED:
            near, far = _usual_forms(word)
            for likeness, forms in ((Likeness.NICKNAME, near), (Likeness.SHARED_NICKNAME, far)):
                for form in forms:
                    if len(form) > 1:
                        self._usual[form].append((likeness, bears))

    def _tell_parts(self, word: str, mapped: Iterable[Bears]) -> None:
        people = [bears for bears in mapped if bears.part not in _THINGS]
        sound = jellyfish.metaphone(word) if len(word) > _LEAST_NEAR and word.isalpha() else ""
        for bears in people:
            for length in range(2, len(word)):
                self._begins[word[:length]].append(bears)
            for length in range(3, len(word)):
                self._ends[word[-length:]].append(bears)
        if sound:
            self._sound[sound].extend(mapped)

    def _readings(self, text: str) -> tuple[Reading, ...]:
        word = fold_text(text)
        return _ordered(() if word in SMALL_WORDS or len(word) < 2 else self._read(text, word))

    def exact(self, word: str) -> bool:
        """Whether a folded word is a name of the map as it stands."""
        return word in self._bearers.exact

    def _read(self, text: str, word: str) -> Iterator[Reading]:
        borne = self._bearers.exact.get(word, ())
        yield from (Reading(b.entity, b.part, Likeness.EXACT, 1.0) for b in borne)
        exact = any(map(self._is_looked_for, borne))
        small, usual = text.islower(), frequency(word)
        yield from self._usually(word, exact=exact, shared=len(word) > 2 and not (small and usual > 5))
        if not exact and len(word) >= _LEAST_NEAR and not (small and usual > _COMMON):
            yield from self._further(word, small, usual)
        elif not exact and usual < (_BRIEF if small else _COMMON) and word not in TITLES:
            yield from (
                Reading(b.entity, b.part, Likeness.BEGINNING, len(word) / len(b.word))
                for b in self._begins.get(word, ())
                if b.part in _CALLED
            )
        if text.isupper() and 2 <= len(text) <= 5:
            yield from self._of_a_thing(word)
            yield from self._of_a_person(word)
        elif len(text) <= _LONGEST_INITIALS and usual < _BRIEF and not is_shorthand(word):  # "kp" under a hasty note
            yield from self._of_a_person(word)

    def _usually(self, word: str, *, exact: bool, shared: bool) -> Iterator[Reading]:
        """Plurals; where the word is no name itself, usual forms of names too; and where `shared` says so, names that
        only have a short form in common with one."""
        for likeness, bears in self._usual.get(word, ()):
            if likeness is Likeness.PLURAL or not (exact or (likeness is Likeness.SHARED_NICKNAME and not shared)):
                yield Reading(bears.entity, bears.part, likeness, _PARTIAL[likeness])

    def _of_a_thing(self, word: str) -> Iterator[Reading]:
        """Places and organisations whose names begin with these letters."""
        for entity in self._bearers.acronyms.get(word, ()):
            part = NamePart.PLACE if self._bearers.entities[entity].kind is Kind.PLACE else NamePart.ORGANISATION
            yield Reading(entity, part, Likeness.ACRONYM, _BY_INITIALS)

    def _of_a_person(self, word: str) -> Iterator[Reading]:
        """People whose initials these letters are."""
        for entity in self._bearers.initials.get(word, ()):
            yield Reading(entity, NamePart.FORENAME, Likeness.INITIALS, _BY_INITIALS)

    def _further(self, word: str, small: bool, usual: float) -> Iterator[Reading]:
        """Near spellings, sounds, names cut short and run into others: each person by the closest of them.

        Shorthand of the papers ("chron", "hols") is written as it should be, and is no name misspelt or shortened.
        """
        taken: set[tuple[int, NamePart]] = set()
        if is_shorthand(word):
            return
        for reading in (
            *self._nearly(word, small, usual),
            *self._heard(word, small, usual),
            *self._cut(word, small, usual),
            *self._glued(word, usual),
        ):
            if (reading.entity, reading.part) not in taken:
                taken.add((reading.entity, reading.part))
                yield reading

    def _nearly(self, word: str, small: bool, usual: float) -> Iterator[Reading]:
        short = len(word) <= _LEAST_NEAR
        least = _ENOUGH_SHORT if short else _ENOUGH
        trusted, heard = not (short and (small or usual > _COMMON)), not small or usual < _KNOWN
        for name, close in self._close(word):
            misread = close >= 1 - _MISREAD_COSTS  # the very name but for that
            enough = (trusted or misread) and close >= least
            if not enough and not (heard and close >= _ENOUGH_LONG and len(name) >= _LEAST_TWICE):
                continue
            for bears in self._bearers.exact[name]:
                if self._is_looked_for(bears) and not (bears.part in _THINGS and usual > _USUAL):
                    yield Reading(bears.entity, bears.part, Likeness.NEAR, close)

    def _close(self, word: str) -> list[tuple[str, float]]:
        """The names that a word, or what it is where letters were misread, may be with letters wrong; closest first."""
        found: dict[str, float] = {}
        misread = word.translate(_MISREAD)
        for spelling in {word, misread, misread.replace("rn", "m")}:
            if len(spelling) - _tolerance(spelling) > self._longest:
                continue
            for name in {name for rest in left(spelling, _tolerance(spelling)) for name in self._near.get(rest, ())}:
                close = OSA.normalized_similarity(spelling, name) - (0 if spelling == word else _MISREAD_COSTS)
                found[name] = max(close, found.get(name, 0.0))
        return sorted(found.items(), key=lambda item: (-item[1], item[0]))

    def _heard(self, word: str, small: bool, usual: float) -> Iterator[Reading]:
        if len(word) > _LEAST_NEAR and word.isalpha() and (not small or usual < _KNOWN):
            for bears in self._sound.get(jellyfish.metaphone(word), ()):
                if (bears.word[0] == word[0] or not small) and not (bears.part in _THINGS and usual > _USUAL):
                    close = OSA.normalized_similarity(word, bears.word)
                    yield Reading(bears.entity, bears.part, Likeness.SOUND, max(close, 0.55))

    def _cut(self, word: str, small: bool, usual: float) -> Iterator[Reading]:
        for bears in self._begins.get(word, ()):
            yield Reading(bears.entity, bears.part, Likeness.BEGINNING, len(word) / len(bears.word))
        for bears in self._ends.get(word, ()) if len(word) > 3 or not small else ():
            yield Reading(bears.entity, bears.part, Likeness.ENDING, len(word) / len(bears.word))
        if small and usual > 4.3:
            return
        stem = _PET.sub("", word)
        single = stem[:-1] if len(stem) > 2 and stem[-1:] == stem[-2:-1] else stem
        if stem != word and (len(single) >= 3 or (len(single) >= 2 and single != stem)):
            for bears in self._begins.get(single, ()):
                if bears.part in _CALLED:
                    yield Reading(bears.entity, bears.part, Likeness.PET, len(single) / len(bears.word))

    def _glued(self, word: str, usual: float) -> Iterator[Reading]:
        if usual > 3.0:
            return
        for length in range(4, min(len(word) - 1, self._longest + 1)):
            for piece in (word[:length], word[-length:]):
                for bears in self._bearers.exact.get(piece, ()):
                    if self._is_looked_for(bears):
                        yield Reading(bears.entity, bears.part, Likeness.GLUED, len(piece) / len(word))


def _ordered(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(sorted(readings, key=lambda reading: (RANK[reading.likeness], -reading.closeness, reading.entity)))
