"""Names that mean one person, put together: "Faith Okafor", "Ms Okafor", "OKAFOR, Faith", "Faith"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from reviewdocs.language.titles import TITLES
from reviewdocs.names.folding import folded
from reviewdocs.names.gender import likely_gender
from reviewdocs.names.libraries import short_forms_of, spellings_of
from reviewdocs.pseudonymise.proposal.unknown import Parsed, UnknownName, parsed

_LONG = 5
"""Letters from which one letter's difference is taken for a slip."""
_CUT = 4
"""Letters from which the beginning of a forename is taken for a short form of it."""
_PET_ENDINGS = ("y", "ie", "o", "ers")


@dataclass(slots=True)
class Somebody:
    """A person of whom several forms of name were found.

    Attributes:
        forename, middle, surname, title: the fullest of each.
        known_as: other forenames used.
        misspellings: full names that differ by a letter.
        places: where, in reading order.
        family: a couple or family was meant at least once.
    """

    forename: str = ""
    middle: str = ""
    surname: str = ""
    title: str = ""
    known_as: list[str] = field(default_factory=list)
    misspellings: list[str] = field(default_factory=list)
    places: list[UnknownName] = field(default_factory=list)
    family: bool = False

    @property
    def forms(self) -> list[str]:
        """The forms of the name as they stand, the most usual first."""
        return [form for form, _ in Counter(place.text for place in self.places).most_common()]


@dataclass(frozen=True, slots=True)
class Grouped:
    """People found, in order of appearance; families met in the plural; and names that fit several."""

    people: tuple[Somebody, ...]
    families: frozenset[str]
    unsettled: tuple[tuple[UnknownName, tuple[Somebody, ...]], ...]


def grouped(names: Sequence[UnknownName]) -> Grouped:
    """Put the names of persons together.

    Full names come first, then surnames with a title, then single names: so that "Faith" finds "Faith Okafor" even
    where it stands before. What fits several stays with none of them.
    """
    read = [(number, place, name) for number, place in enumerate(names) if (name := parsed(place.text))]
    families = {folded(name.surname) for _, _, name in read if name.family}
    families |= {surname.removesuffix("s") for surname in families}
    single = [item for item in read if not item[2].family]
    single.sort(key=lambda item: (_rank(item[2]), item[0]))
    people: list[Somebody] = []
    unsettled: list[tuple[int, UnknownName, tuple[Somebody, ...]]] = []
    for number, place, name in single:
        fitting = [person for person in people if _fits(person, name)]
        if len(fitting) > 1 and not name.full:
            unsettled.append((number, place, tuple(fitting)))
            continue
        person = fitting[0] if fitting else Somebody()
        if not fitting:
            people.append(person)
        _take_in(person, name)
        person.places.append(place)
    position = {id(place): number for number, place in enumerate(names)}
    for person in people:
        person.places.sort(key=lambda place: position[id(place)])
    people.sort(key=lambda person: position[id(person.places[0])])
    unsettled.sort(key=lambda item: item[0])
    return Grouped(tuple(people), frozenset(families), tuple((place, who) for _, place, who in unsettled))


def _rank(name: Parsed) -> int:
    """0 for a full name, 1 with an initial only, 2 for a surname with a title, 3 for a single name."""
    if name.full:
        return 1 if len(name.forename.rstrip(".")) == 1 else 0
    return 2 if name.title else 3


def _fits(person: Somebody, name: Parsed) -> bool:
    """Whether a name may mean a person."""
    own, other = _gender(person.title) or likely_gender(person.forename), _gender(name.title)
    if own and other and own != other:
        return False
    if name.full:
        return _fits_full(person, name)
    if name.title:
        return bool(person.surname) and folded(name.surname) == folded(person.surname)
    only = folded(name.forename or name.surname)
    if only == folded(person.surname) or only in {folded(person.surname) + ending for ending in _PET_ENDINGS}:
        return True
    return bool(person.forename) and (_same_given(person, only) or _cut_short(only, folded(person.forename)))


def _fits_full(person: Somebody, name: Parsed) -> bool:
    if not person.surname or not person.forename:
        return False
    if folded(name.surname) == folded(person.surname):
        return _same_given(person, name.forename) or _slip(name.forename, person.forename)
    return folded(name.forename) == folded(person.forename) and _slip(name.surname, person.surname)


def _same_given(person: Somebody, given: str) -> bool:
    plain, own = folded(given).rstrip("."), folded(person.forename).rstrip(".")
    if len(plain) == 1 or len(own) == 1:
        return plain[:1] == own[:1]
    known = {own, *map(folded, person.known_as)}
    return plain in known or plain in short_forms_of(own) | spellings_of(own) or _cut_short(plain, own)


def _cut_short(short: str, name: str) -> bool:
    """Jord for Jordan."""
    return len(short) >= _CUT and name.startswith(short) and short != name


def _slip(one: str, other: str) -> bool:
    """Whether two names are one letter apart, and long enough for that to be a slip."""
    return min(len(one), len(other)) >= _LONG and DamerauLevenshtein.distance(folded(one), folded(other)) == 1


def _gender(title: str) -> str:
    known = TITLES.get(folded(title).rstrip("."))
    return known.gender if known else ""


def _take_in(person: Somebody, name: Parsed) -> None:
    """Add what a name says to what is known of the person."""
    person.title = person.title or name.title
    if name.surname:
        if person.surname and folded(name.surname) != folded(person.surname):
            _once(person.misspellings, f"{name.forename} {name.surname}".strip())
        person.surname = person.surname or name.surname
    given = name.forename
    if not given or folded(given) == folded(person.surname):
        return
    own = folded(person.forename).rstrip(".")
    if len(folded(given).rstrip(".")) == 1:
        person.forename = person.forename or given
    elif len(own) <= 1:
        person.forename = given
    elif folded(given) != own:
        if _slip(given, person.forename) and folded(given) not in short_forms_of(own) | spellings_of(own):
            _once(person.misspellings, given)
        else:
            _once(person.known_as, given)
    person.middle = person.middle or name.middle


def _once(names: list[str], name: str) -> None:
    if folded(name) not in map(folded, names):
        names.append(name)


def by_name(names: Iterable[UnknownName]) -> Iterator[tuple[str, list[UnknownName]]]:
    """Names of places and organisations with where they stand, in order of appearance; `the` is no part of a name."""
    found: dict[str, tuple[str, list[UnknownName]]] = {}
    for name in names:
        shown = name.text[4:] if name.text[:4].casefold() == "the " else name.text
        found.setdefault(folded(shown), (shown, []))[1].append(name)
    yield from found.values()
