"""What overrules the weights, each by name: structure that leaves no doubt, whatever the words beside it.

A veto says of a candidate that it stays; identifiers, addresses, seats and designations (`settled`) go before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reviewdocs.names.entities import Entity, Kind
from reviewdocs.pseudonymise.machinewords import MACHINE_WORDS
from reviewdocs.pseudonymise.model import FAMILY, GIVEN, Likeness
from reviewdocs.pseudonymise.propose.bearers import SMALL_WORDS, words_in
from reviewdocs.pseudonymise.settled import KNOWN_DETAIL, SEAT
from reviewdocs.pseudonymise.signals.place import Example, Passage, Place

_LAW = re.compile(r"['’]s?[ \u00a0]+(?:Law|Rule|Protocol|Act|Review|Inquiry|Report|Test|Scheme|Principle)\b")


PERMITTED, WHOLE_NAME = "whole permitted name", "whole name"
NOBODYS = "letter of nobody named"


_ENCODED = re.compile(r"%[0-9A-Fa-f]{0,2}$")


class Veto(NamedTuple):
    """One thing that overrules the weights.

    `holds` answers for a candidate in its place; `hits` are words that it keeps, `misses` such that it does not.
    """

    name: str
    what: str
    holds: Callable[[Place], bool]
    hits: tuple[Example, ...]
    misses: tuple[Example, ...]


def _named(entity: Entity) -> list[str]:
    return words_in(" ".join(part for part in (entity.forename, entity.middle, entity.surname) if part))


def _whole_permitted_name(place: Place) -> bool:
    """Whether the word is part of a permitted person's whole name, forename to surname."""
    passage = place.passage
    entities = passage.known.entities
    return any(
        entities[reading.entity].kind is Kind.PERMITTED and _stands(passage, place.index, entities[reading.entity])
        for reading in place.candidate.readings
    )


def _stands(passage: Passage, index: int, entity: Entity) -> bool:
    """Whether the whole name stands around a word: its first and last word, and nothing but words of it between."""
    words = _named(entity)
    if len(words) < 2:
        return False
    atoms = passage.atoms
    for first in range(max(0, index - len(words) + 1), index + 1):
        last = first
        while last < len(atoms) and last - first < len(words) and atoms[last].word in words:
            if last > first and not passage.close(last - 1):
                break
            last += 1
        held = [atom.word for atom in atoms[first:last]]
        if first <= index < last and len(held) > 1 and held[0] == words[0] and held[-1] == words[-1]:
            return not _mapped_too(passage, first, last)
    return False


def _mapped_too(passage: Passage, first: int, last: int) -> bool:
    """Whether somebody of the map bears the same whole name."""
    shared: frozenset[int] | None = None
    for index in range(first, last):
        candidate = passage.proposed.at.get(index)
        exact = frozenset(
            reading.entity
            for reading in (candidate.readings if candidate else ())
            if reading.likeness is Likeness.EXACT and passage.known.entities[reading.entity].ref
        )
        shared = exact if shared is None else shared & exact
    return bool(shared)


def _designation(place: Place) -> bool:
    """Whether the word is a pseudonym of the map as it is written there, and no name of the map; in a designation of
    several words it may be one."""
    exact = any(
        reading.likeness is Likeness.EXACT and place.passage.known.entities[reading.entity].ref
        for reading in place.candidate.readings
    )
    words = place.passage.designated[place.index]
    return words > int(exact) and place.candidate.text[:1].isupper()


def _law(place: Place) -> bool:
    """Whether a law, scheme or review is called by the name: "Clare's Law"."""
    return _LAW.match(place.text, place.candidate.end) is not None


class Before(NamedTuple):
    """What is no question, so that nothing is weighed: its name in a decision, what it does, and examples."""

    name: str
    what: str
    examples: tuple[str, ...]


BEFORE = (
    Before(
        KNOWN_DETAIL,
        "an identifier or address of the map becomes a label, and so does an e-mail address, link or handle with a "
        "name of the map in it",
        ("NHS number 999 000 0018 → [NHS number]", "sent to saffron.quillfeather@mail.example → [e-mail]"),
    ),
    Before(
        SEAT,
        "a panel member's job title and employer stay, and so does a designation of several words",
        ("Head of Safeguarding, Calderwick Council, stays whole",),
    ),
    Before(
        WHOLE_NAME,
        "forename and surname of one person of the map, side by side and with capitals, are that person; so is the "
        "name of a place or organisation of several words",
        ("Saffron Quillfeather was seen → Child A was seen", "at Fernhill Primary School → at School 1"),
    ),
    Before(
        MACHINE_WORDS,
        "in what a programme reads (styles, bookmarks, ids) only a name as in the map is one, and no ordinary word",
        ("the style “Normal” is nobody called Norman",),
    ),
)


def _coded(place: Place) -> bool:
    """Whether the word is a piece of one that has to be decoded ("%54amsyn"): that goes as a whole, or not at all."""
    return _ENCODED.search(place.text[max(0, place.candidate.start - 3) : place.candidate.start]) is not None


def _letter_of_nobody(place: Place) -> bool:
    """Whether the word is a letter by itself, and nobody whose it may be is named in the document by any other word."""
    if place.candidate.best.likeness is not Likeness.LETTER:
        return False
    named, words = place.passage.facts.counts, place.passage.known.bearers.words
    return not any(word in named for entity in place.candidate.entities for word in words[entity])


VETOES = (
    Veto(
        PERMITTED,
        "a permitted person's whole name stays, whoever shares a part of it",
        _whole_permitted_name,
        (Example("Ruth Long chaired the panel.", "Long", ""),),
        (Example("It took Long to answer.", "Long", ""), Example("Ruth Marrow rang.", "Marrow", "")),
    ),
    Veto(
        "designation",
        "a pseudonym of the map that stands in the draft already stays",
        _designation,
        (Example("Anna was seen at home.", "Anna", ""),),
        (Example("Saffron was seen at home.", "Saffron", ""),),
    ),
    Veto(
        "coded text",
        "a piece of a word that has to be decoded is no word: the whole goes where it holds a name",
        _coded,
        (Example("See a%51uillfeather for more.", "51uillfeather", ""),),
        (Example("See Quillfeather for more.", "Quillfeather", ""),),
    ),
    Veto(
        NOBODYS,
        "a letter by itself is nobody who is not named in the document by any other word",
        _letter_of_nobody,
        (Example("They chose S for the wall.", "S", ""),),
        (Example("Saffron rang. They saw S again.", "S", ""),),
    ),
    Veto(
        "law or scheme",
        "what is publicly called by a name stays: a law, a scheme, a review",
        _law,
        (Example("She asked under Hope's Law.", "Hope", ""),),
        (Example("It was Hope's idea.", "Hope", ""),),
    ),
)


def whole_permitted(passage: Passage) -> Iterator[tuple[int, int]]:
    """The code points of each permitted person's whole name in a passage."""
    inside = [
        candidate
        for index, candidate in sorted(passage.proposed.at.items())
        if not passage.known.permitted.isdisjoint(candidate.entities) and _whole_permitted_name(Place(passage, index))
    ]
    for number, candidate in enumerate(inside):
        if number and candidate.start - inside[number - 1].end <= 2:
            continue
        last = number
        while last + 1 < len(inside) and inside[last + 1].start - inside[last].end <= 2:
            last += 1
        yield candidate.start, inside[last].end


def whole_name(place: Place) -> bool:
    """Whether the word is part of a whole name of the map, which nobody need weigh."""
    return _whole_person(place) or _whole_thing(place)


def _whole_thing(place: Place) -> bool:
    """Whether the word is part of a place's or organisation's whole name of several words, as in the map and with
    capitals, and of no longer one that stays."""
    atoms = place.passage.atoms
    for entity in place.candidate.exact:
        words = words_in(place.passage.known.entities[entity].surname)
        if len(words) > 1 and place.passage.known.bearers.is_thing(entity) and place.word in words:
            first = place.index - words.index(place.word)
            there = atoms[max(0, first) : first + len(words)]
            if [atom.word for atom in there] == words and place.passage.staying[place.index] <= len(words):
                return all(atom.text[:1].isupper() for atom in there if atom.word not in SMALL_WORDS)
    return False


def _whole_person(place: Place) -> bool:
    """Whether the word is part of the whole name of one person of the map, forename and surname side by side with
    capitals. Nobody else of the map, permitted or on the panel, bears both."""
    for step in (-1, 1):
        other = place.passage.proposed.at.get(place.index + step)
        if other is None or not (other.text[:1].isupper() and place.candidate.text[:1].isupper()):
            continue
        if not place.close(step):
            continue
        mine, theirs = place.candidate.exact, other.exact
        shared = mine.keys() & theirs.keys()
        if len(shared) == 1:
            entity = next(iter(shared))
            given = bool(mine[entity] & GIVEN), bool(theirs[entity] & GIVEN)
            borne = bool(mine[entity] & FAMILY), bool(theirs[entity] & FAMILY)
            parts = (given[0] and borne[1]) or (given[1] and borne[0])
            if parts and place.passage.known.entities[entity].kind is Kind.PERSON and place.word != other.word:
                return not place.passage.staying[place.index]
    return False


def veto_of(place: Place) -> str:
    """The name of the first veto that holds; empty where none does."""
    return next((veto.name for veto in VETOES if veto.holds(place)), "")
