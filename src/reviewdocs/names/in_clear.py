"""Places and organisations of the map inside names that stay in clear: one policy, laid down here.

A panel member's employer stays in a copy, and so does the board in the role of a permitted person. Where such a name
holds a place of the map ("Calderbeck Borough Council", and Calderbeck is Town 1), it stays whole, in its shorter forms
too, and is never half replaced: "Town 1 Council" beside "Calderbeck Borough Council" tells what Town 1 is. A reader who
thinks can tell anyhow, so that `lint` has the map's author choose (docs/pseudonym-maps.md, Places inside names that
stay).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from reviewdocs.language.lists import listed
from reviewdocs.model.pseudonyms import MappedThing, PseudonymMap
from reviewdocs.names.entities import words_of
from reviewdocs.names.folding import folded

Path = tuple[str | int, ...]

_BOROUGH = r"(?:(?:[A-Z][\w'’-]+ )?(?:Borough|City|County|Diocese) of (?:the )?)?"
_GOES_ON = r"(?: (?:(?:and|for|of|&) )?(?:the )?[A-Z][\w'’-]*)+"
_SMALL = listed("and of the for in at on")
_OF = re.compile(r"(?:^|\s)(borough|city|county) of (?:the )?$")
_MOST_WORDS = 8
"""Words after the place of which any may be left out; of longer names the first stay."""


@dataclass(frozen=True, slots=True)
class InClear:
    """A name that stays in clear, and the field of the map in which it stands."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Told:
    """A place or organisation of the map that a name in clear tells.

    Attributes:
        thing: the place or organisation.
        path: its entry in the map.
        by: the names in clear that hold its name, or are it.
    """

    thing: MappedThing
    path: Path
    by: tuple[InClear, ...]


def employers_naming_places(pmap: PseudonymMap) -> tuple[Told, ...]:
    """Every place and organisation of the map that a panel member's employer, or the board, has in its name."""
    clear = tuple(_names_in_clear(pmap))
    found = (
        Told(thing, path, tuple(name for name in clear if holds(name.name, thing)))
        for kind in ("places", "organisations")
        for path, thing in (((kind, number), thing) for number, thing in enumerate(getattr(pmap, kind)))
    )
    return tuple(told for told in found if told.by)


def holds(name: str, thing: MappedThing) -> bool:
    """Whether a name has the name of a place or organisation of the map in it, word for word."""
    within = _spaced(name)
    return any(_spaced(own) in within for own in (thing.name, *thing.also) if words_of(own))


def kept_whole(pmap: PseudonymMap) -> frozenset[str]:
    """Folded phrases that stay whole, as a place of the map stands in them: names in clear and their shorter forms.

    "Calderbeck Borough Council" goes by Calderbeck Council, Calderbeck Borough, Calderbeck BC, the Borough Council of
    Calderbeck. The place by itself is none of them.
    """
    places = [told for told in employers_naming_places(pmap) if told.path[0] == "places"]
    return frozenset(
        form
        for told in places
        for clear in told.by
        for place in (told.thing.name, *told.thing.also)
        for form in _forms(clear.name, folded(place))
    )


def shorter_forms(name: str) -> frozenset[str]:
    """Folded forms by which a body of this name is known: "Glanwen UHB" of Glanwen University Health Board."""
    first = words_of(name)[:1]
    return frozenset(_forms(name, first[0])) if first else frozenset()


def _names_in_clear(pmap: PseudonymMap) -> Iterator[InClear]:
    for number, seat in enumerate(pmap.panel):
        if seat.employer:
            yield InClear(seat.employer, ("panel", number, "employer"))
    for number, permitted in enumerate(pmap.permitted):
        for board in _boards(permitted.role, pmap):
            yield InClear(board, ("permitted", number, "role"))


def _boards(role: str, pmap: PseudonymMap) -> Iterator[str]:
    """The board in a role such as "Independent Chair of the Calderbeck Safeguarding Partnership"."""
    for place in (name for thing in pmap.places for name in (thing.name, *thing.also)):
        if found := re.search(rf"\b{_BOROUGH}{re.escape(place)}{_GOES_ON}", role):
            yield found[0]


def _spaced(name: str) -> str:
    """The words of a name between spaces, in the singular: Calderroyd Hospital stands in Calderroyd Hospitals Trust."""
    return f" {' '.join(word.rstrip('s') if len(word) > 3 else word for word in words_of(name))} "


def _forms(name: str, place: str) -> Iterator[str]:
    """A name in clear in full, and the shorter forms by which a reader knows it, all with the place in them."""
    whole = folded(name)
    heads = {part.strip() for part in re.split(r"[,(]", whole)}
    for part in (whole, *sorted(heads - {whole, place})):
        found = re.search(rf"(?<!\w){re.escape(place)}(?!\w)", part)
        if not found:
            continue
        yield part
        before, words = part[: found.start()], re.findall(r"[^\s,()]+", part[found.end() :])
        if kind := _OF.search(before):
            yield from (f"{place} {kind[1]}", f"{place} {kind[1]} council", f"{place} council")
        elif words and not before.strip():
            yield from (f"{place} {short}" for short in _shortened(words))
            yield f"{' '.join(words)} of {place}"


def _shortened(words: list[str]) -> Iterator[str]:
    """What is left of "Borough Council" when words are left out but the last, or it is said by initials."""
    for count in range(1, min(len(words), _MOST_WORDS) + 1):
        for kept in combinations(words[-_MOST_WORDS:], count):
            if kept[-1] == words[-1] and kept[0] not in _SMALL:
                yield " ".join(kept)
    initials = "".join(word[0] for word in words if word not in _SMALL)
    if len(initials) > 1:
        yield initials
    if words[-1] == "council":
        yield from words[:-1]
