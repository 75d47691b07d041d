"""From each entity of a map to the forms in which a text may name it.

A form is one part of a name in one spelling, or one whole phrase. Here are the spellings that mean a name by
themselves: for what names detectors found elsewhere, and for what stands in addresses and links; what a word of running
text may mean, its neighbours tell (`pseudonymise.propose`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise, product
from typing import NamedTuple

from reviewdocs.language.lists import listed
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.titles import TITLES
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names.entities import HUMAN, PARTICLES, Entity, Kind, designations, split_name, words_of
from reviewdocs.names.folding import folded
from reviewdocs.names.libraries import spellings_of
from reviewdocs.names.things import spelt, thing_forms, without_place


class Part(StrEnum):
    """Which part of a name a form is."""

    FORENAME = "forename"
    MIDDLE = "middle name"
    KNOWN_AS = "known as"
    SURNAME = "surname"
    FORMER = "former surname"
    PIECE = "part of a compound surname"
    PHRASE = "whole name"
    JOINED = "initial and surname run together"
    PLURAL = "plural"
    WHOLE = "name"
    SHORT = "short form"


GIVEN = frozenset({Part.FORENAME, Part.KNOWN_AS, Part.MIDDLE})
FAMILY = frozenset({Part.SURNAME, Part.FORMER})
_STRENGTH = (
    Part.FORENAME,
    Part.KNOWN_AS,
    Part.SURNAME,
    Part.FORMER,
    Part.PHRASE,
    Part.PIECE,
    Part.MIDDLE,
    Part.PLURAL,
    Part.JOINED,
    Part.WHOLE,
    Part.SHORT,
)


class Form(NamedTuple):
    """One spelling of one part of one entity's name; `text` is folded, `entity` the index into `entities_of(map)`."""

    text: str
    entity: int
    part: Part


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_ELIDED = listed("o d l n t m")
_DOTTED = re.compile(r"^(?:[A-Z]\.?\s?){2,3}$")
_SERVANT = re.compile(r"^(abd(?:[aeu]l|ur))[ -]?(?=[a-z]{4})")
_MAC = re.compile(r"^(?:Mac|Mc|Mhic)\s?(?=[A-Z])")


def _spellings(name: str) -> set[str]:
    """A name in all its joinings: hyphen, space, apostrophe or nothing between its words; German letters both ways."""
    found = {folded(name)}
    for spelling in {name, name.translate(_UMLAUTS)}:
        words = words_of(spelling)
        if not 1 <= len(words) <= 3:
            found.update(joint.join(words) for joint in (" ", "-", ""))
            continue
        for joints in product((" ", "-", "", "'", "' "), repeat=len(words) - 1):
            if any("'" in joint and word not in _ELIDED for word, joint in zip(words, joints, strict=False)):
                continue
            pairs = zip(words, (*joints, ""), strict=True)
            found.add("".join(word + joint for word, joint in pairs))
    return found - {""}


def _surname_forms(name: str) -> Iterator[tuple[str, bool]]:
    """(spelling, whole): a surname's spellings, then the pieces that stand for it."""
    for spelling in _spellings(name):
        yield spelling, True
    words = words_of(name)
    if words[:1] in (["al"], ["el"]) and len(words) > 1:
        for particle in ("al", "el"):
            for spelling in _spellings(" ".join([particle, *words[1:]])):
                yield spelling, True
    if mac := _MAC.match(name):
        for beginning in ("mac", "mc"):
            for spelling in _spellings(f"{beginning} {name[mac.end() :]}"):
                yield spelling, True
    real = [word for word in words if word not in PARTICLES and len(word) > 2]
    if len(words) > 1 and not ({"o", "mac", "mc"} & set(words[:1])):
        for word in real:
            yield word, False
        for particle, word in pairwise(words):
            if particle in PARTICLES and word in real:
                yield from ((spelling, False) for spelling in _spellings(f"{particle} {word}"))


def _nickname_forms(name: str, entity: Entity) -> Iterator[tuple[str, Part]]:
    words = words_of(name)
    if _DOTTED.match(name):
        for joint in (".", "", ". ", " "):
            yield joint.join("".join(words)), Part.KNOWN_AS
        return
    several = len(name.split()) > 1
    for spelling in _spellings(name):
        yield spelling, Part.PHRASE if several else Part.KNOWN_AS
    if not several or not words:
        return
    if words[0] in TITLES and len(words) == 2 and len(words[1]) > 2:
        yield words[1], Part.PIECE
    elif words[0] in words_of(entity.forename):
        yield from _former_forms(" ".join(name.split()[1:]))


def _given_forms(name: str) -> Iterator[tuple[str, Part]]:
    for spelling in _spellings(name):
        yield spelling, Part.FORENAME
        if servant := _SERVANT.match(spelling):
            joined = _spellings(f"{servant[1]} {spelling[servant.end() :]}")
            yield from ((together, Part.FORENAME) for together in joined)


def _former_forms(name: str) -> Iterator[tuple[str, Part]]:
    yield from ((spelling, Part.FORMER) for spelling, whole in _surname_forms(name) if whole)


def _human_forms(entity: Entity) -> Iterator[tuple[str, Part]]:
    if len(entity.forename.rstrip(".")) > 1:
        yield from _given_forms(entity.forename)
    for word in entity.middle.split():
        yield from ((spelling, Part.MIDDLE) for spelling in _spellings(word) if len(spelling) > 1)
    if entity.surname:
        for spelling, whole in _surname_forms(entity.surname):
            yield spelling, Part.SURNAME if whole else Part.PIECE
    for name in (*entity.former_names, *entity.misspellings):
        _, forename, _, surname = split_name(name)
        if surname:
            if forename:
                yield from _given_forms(forename)
            yield from _former_forms(surname)
        else:
            part = Part.FORMER if name in entity.former_names else Part.KNOWN_AS
            yield from ((spelling, part) for spelling in _spellings(name))
    for name in entity.known_as:
        yield from _nickname_forms(name, entity)
    yield from _joined_forms(entity)


def _joined_forms(entity: Entity) -> Iterator[tuple[str, Part]]:
    """Names run together, as in file names and handles: FaithOkafor, OkaforFaith, FOkafor, drokafor."""
    surname = "".join(words_of(entity.surname))
    if len(surname) > 2 and entity.title:
        yield entity.title + surname, Part.JOINED
    for given in (entity.forename, *entity.known_as):
        first = "".join(words_of(given))
        if surname and len(first) > 1:
            yield first + surname, Part.PHRASE
            yield surname + first, Part.PHRASE
        if len(surname) > 2 and first:
            yield first[0] + surname, Part.JOINED
            yield surname + first[0], Part.JOINED


def _plurals(name: str) -> set[str]:
    """The regular plurals of a name: Okafors, Joneses, Kennedys."""
    return {
        spelling + ending
        for spelling in _spellings(name)
        for ending in (("es", "s") if spelling.endswith(("s", "x", "z", "ch", "sh")) else ("s",))
    }


def _forms_of(index: int, entity: Entity, places: frozenset[str]) -> Iterator[Form]:
    if entity.kind in HUMAN:
        yield from (Form(text, index, part) for text, part in _human_forms(entity))
        if entity.surname and entity.kind is Kind.PERSON:
            yield from (Form(text, index, Part.PLURAL) for text in _plurals(entity.surname))
        if entity.forename and entity.kind is Kind.PERSON:
            called = {folded(name) for name in entity.known_as if name.isalpha() and len(name) > 2}
            for given in {folded(entity.forename), *spellings_of(folded(entity.forename)), *called}:
                plurals = (text for text in _plurals(given) if not is_ordinary(text))
                yield from (Form(text, index, Part.PLURAL) for text in plurals)
    elif entity.kind is Kind.GROUP:
        yield from (Form(text, index, Part.SURNAME) for text, whole in _surname_forms(entity.surname) if whole)
        yield from (Form(text, index, Part.PLURAL) for text in _plurals(entity.surname))
    elif entity.kind in (Kind.PLACE, Kind.ORGANISATION):
        for name in (entity.surname, *entity.known_as):
            for text, whole in thing_forms(name, organisation=entity.kind is Kind.ORGANISATION):
                yield Form(text, index, Part.WHOLE if whole else Part.SHORT)
    if entity.kind is Kind.ORGANISATION and (rest := without_place(entity.surname, places)):
        yield from (Form(text, index, Part.SHORT) for text in spelt(rest))


def forms_of(entities: Iterable[Entity]) -> tuple[Form, ...]:
    """Every form of every entity, each once; short forms that name another place of the map are left out."""
    listed = list(entities)
    wholes = frozenset(folded(entity.surname) for entity in listed if entity.kind is Kind.PLACE)
    seen: dict[tuple[str, int], Form] = {}
    for index, entity in enumerate(listed):
        for form in _forms_of(index, entity, wholes):
            if len(form.text) < 2 or (form.part is Part.SHORT and form.text in wholes):
                continue
            held = seen.get((form.text, index))
            if held is None or _STRENGTH.index(form.part) < _STRENGTH.index(held.part):
                seen[form.text, index] = form
    return tuple(seen.values())


def kept_phrases(pmap: PseudonymMap) -> tuple[str, ...]:
    """Folded phrases that stay: the panel's job titles and employers, and the map's designations of several words."""
    seats = [text for seat in pmap.panel for text in (seat.job_title, seat.employer)]
    phrases = {folded(text) for text in [*seats, *designations(pmap)]}
    return tuple(sorted(phrase for phrase in phrases if len(phrase.split()) > 1))
