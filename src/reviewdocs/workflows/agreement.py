"""Whether the pseudonym map covers what the review's data names: whoever it misses would stay in clear."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reviewdocs.errors import InputError, ReviewdocsError
from reviewdocs.model.pseudonyms import MappedPerson, PseudonymMap
from reviewdocs.names.unfilled import IN_BRACKETS, is_unfilled

if TYPE_CHECKING:
    from reviewdocs.model.review import Person, Review
    from reviewdocs.store.case import Case

Path = tuple[str | int, ...]
Gap = tuple[str, Path, str]
"""`review` or `map`, the path of the field in it, and what is expected."""


def gaps(review: Review, pseudonyms: PseudonymMap) -> Iterator[Gap]:
    """Every place where review and map do not agree."""
    if _folded(review.reference) != _folded(pseudonyms.id):
        yield "map", ("id",), f"one reference stands on every document; the review's is {review.reference} (WB 1)"
    if review.review_type != pseudonyms.scheme_type:
        yield "map", ("review_type",), f"the review's type is {review.review_type.value}"
    mapped = {person.id: person for person in pseudonyms.people}
    for i, person in enumerate(review.people):
        if person.id in mapped:
            yield from _person(("people", i), person, mapped[person.id])
            yield from _addresses(("people", i), person, pseudonyms)
        else:
            yield "review", ("people", i), f"{person.id} has no entry in the people of the pseudonym map"
    yield from _things(review, pseudonyms)
    yield from _panel(review, pseudonyms)
    yield from _permitted(review, pseudonyms)


def refuse_unfilled(pseudonyms: PseudonymMap) -> None:
    """Refuse a map that still holds placeholders where names belong: it would find nobody and say that all is done.

    Raises:
        InputError: naming the entries.
    """
    entries = [(p.id, " ".join((p.forename, p.middle, p.surname, *p.known_as))) for p in pseudonyms.people]
    entries += [(thing.id, thing.name) for thing in (*pseudonyms.places, *pseudonyms.organisations)]
    entries += [("permitted", permitted.name) for permitted in pseudonyms.permitted]
    entries += [("panel", seat.name) for seat in pseudonyms.panel]
    if unfilled := list(dict.fromkeys(entry for entry, name in entries if IN_BRACKETS.search(name))):
        raise InputError(
            f"The pseudonym map is not filled in yet: {', '.join(unfilled)}.",
            remedy="Put the real names where [ ] stands, or take these entries out.",
        )


def without_unfilled(pseudonyms: PseudonymMap) -> tuple[PseudonymMap, str]:
    """The map without the entries whose names are still to come, and what to tell of them; empty where all are there.

    What is left can be looked for; who was left out cannot, so nothing checked with it may be called checked.
    """
    people = {person.id: person for person in pseudonyms.people}
    things = {thing.id: thing for thing in (*pseudonyms.places, *pseudonyms.organisations)}
    gone = {id_ for id_, person in people.items() if _to_come(*_names_of(person))}
    gone |= {id_ for id_, thing in things.items() if _to_come(thing.name, *thing.also)}
    panel = tuple(seat for seat in pseudonyms.panel if not _to_come(seat.name))
    permitted = tuple(who for who in pseudonyms.permitted if not _to_come(who.name))
    told = [id_ for id_ in (*people, *things) if id_ in gone]
    told += ["panel"] if len(panel) < len(pseudonyms.panel) else []
    told += ["permitted"] if len(permitted) < len(pseudonyms.permitted) else []
    if not told:
        return pseudonyms, ""
    left = [named for person in people.values() if (named := _named(person) if person.id in gone else person)]
    known = {person.id for person in left}
    groups = [replace(group, members=tuple(known & set(group.members))) for group in pseudonyms.groups]
    filled = replace(
        pseudonyms,
        people=tuple(left),
        groups=tuple(group for group in groups if group.members and not _to_come(group.surname)),
        places=tuple(place for place in pseudonyms.places if place.id not in gone),
        organisations=tuple(organisation for organisation in pseudonyms.organisations if organisation.id not in gone),
        panel=panel,
        permitted=permitted,
    )
    return filled, (
        f"The pseudonym map is not filled in yet: {', '.join(told)}. Names that are still to come there were not "
        "looked for. Put the real names where the placeholders stand, or take these entries out; then check again."
    )


def _names_of(person: MappedPerson) -> tuple[str, ...]:
    return (person.forename, person.middle, person.surname, *person.known_as)


def _to_come(*names: str) -> bool:
    """Whether a hole of a template stands among an entry's names, or nothing but words for what is still to come."""
    return any(map(IN_BRACKETS.search, names)) or all(map(is_unfilled, filter(None, names)))


def _named(person: MappedPerson) -> MappedPerson | None:
    """A person with the names that are there; None where none is."""
    fields = ("forename", "middle", "surname")
    one = {field: value for field in fields if not is_unfilled(value := getattr(person, field))}
    known_as = tuple(name for name in person.known_as if not is_unfilled(name))
    if not (one.get("forename") or one.get("surname") or known_as):
        return None
    return replace(person, **{"forename": "", "middle": "", "surname": "", **one, "known_as": known_as})


def missing_people(case: Case, pseudonyms: PseudonymMap) -> str:
    """What to tell of people of the review's data whom the map does not have; empty when all is well.

    Nobody looks for them, so what was made or checked with this map may name them.
    """
    if not case.review_file.exists():
        return ""
    try:
        review = case.load_review()
    except ReviewdocsError:
        return f"{case.review_file.name} cannot be used, so it is not known whether the map has everybody in it."
    mapped = {person.id for person in pseudonyms.people}
    missing = [person.id for person in review.people if person.id not in mapped]
    return f"In {case.review_file.name} but not in the map, so not looked for: {', '.join(missing)}." if missing else ""


def letterhead_of(case: Case | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The board's own address (its lines), and its telephone number and e-mail address, as the review's data has them.

    Nothing where there is no data, or none that can be used: then they are told like anybody's.
    """
    try:
        board = case.load_review().board if case and case.review_file.exists() else None
    except ReviewdocsError:
        board = None
    return (board.address, tuple(filter(None, (board.telephone, board.email)))) if board else ((), ())


def _folded(text: str) -> str:
    """Compared without regard to case, spacing or the way accents are encoded."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _bare(text: str) -> str:
    """Letters and digits only: `14, Tannery Row` is `14 Tannery Row`."""
    return re.sub(r"\W", "", _folded(text))


def _person(path: Path, person: Person, mapped: MappedPerson) -> Iterator[Gap]:
    known = {_folded(name) for name in (mapped.forename, mapped.middle, mapped.surname)}
    known |= {_folded(name) for name in (*mapped.known_as, *mapped.former_names, *mapped.misspellings)}
    for field in ("forename", "middle", "surname"):
        if (name := getattr(person, field)) and _folded(name) not in known:
            yield "review", (*path, field), f"the map's entry {person.id} does not have this name"
    for field in ("known_as", "former_names"):
        for j, name in enumerate(getattr(person, field)):
            if _folded(name) not in known:
                yield "review", (*path, field, j), f"the map's entry {person.id} does not have this name"
    if person.dob and person.dob != mapped.dob:
        yield "review", (*path, "dob"), f"the map's entry {person.id} has {mapped.dob or 'no date of birth'}"
    identifiers = {_bare(value) for value in mapped.identifiers.values()}
    for key, value in person.identifiers.items():
        if _bare(value) not in identifiers:
            yield "review", (*path, "identifiers", key), f"the map's entry {person.id} does not have this identifier"


def _addresses(path: Path, person: Person, pseudonyms: PseudonymMap) -> Iterator[Gap]:
    """An address is taken out wherever it stands, whoever's entry has it."""
    known = {_bare(address) for mapped in pseudonyms.people for address in mapped.addresses}
    for j, address in enumerate(person.addresses):
        if _bare(address) not in known:
            yield "review", (*path, "addresses", j), "nobody in the pseudonym map has this address"


def _things(review: Review, pseudonyms: PseudonymMap) -> Iterator[Gap]:
    known = {
        _folded(name) for thing in (*pseudonyms.places, *pseudonyms.organisations) for name in (thing.name, *thing.also)
    }
    for i, place in enumerate(review.places):
        if _folded(place.name) not in known:
            yield "review", ("places", i), f"{place.id} has no entry in the places of the pseudonym map"
    for i, person in enumerate(review.people):
        for field in ("school", "gp"):
            if (name := getattr(person, field)) and _folded(name) not in known:
                yield "review", ("people", i, field), "the organisations of the pseudonym map do not have it"


def _panel(review: Review, pseudonyms: PseudonymMap) -> Iterator[Gap]:
    agencies = {agency.id: agency.name for agency in review.agencies}
    mapped = {_folded(name) for thing in pseudonyms.organisations for name in (thing.name, *thing.also)}
    seats = {_folded(seat.name): seat for seat in pseudonyms.panel}
    for i, member in enumerate(review.panel):
        seat = seats.pop(_folded(member.name), None)
        if seat is None:
            yield (
                "review",
                ("panel", i),
                "this panel member is not in the panel of the pseudonym map, so the name would stay",
            )
        elif _folded(seat.job_title) != _folded(member.job_title):
            yield "review", ("panel", i, "job_title"), "the pseudonym map gives this panel member another job title"
        elif seat.employer and _folded(agencies[member.agency]) not in {_folded(seat.employer), *mapped}:
            # An agency with a designation of its own is said generally in the panel, on purpose.
            yield "review", ("panel", i, "agency"), "the pseudonym map gives this panel member another employer"
    for i, seat in enumerate(pseudonyms.panel):
        if _folded(seat.name) in seats:
            yield "map", ("panel", i), "the review's panel has no such member"


def _permitted(review: Review, pseudonyms: PseudonymMap) -> Iterator[Gap]:
    allowed = {_folded(who.name) for who in pseudonyms.permitted}
    named = {_folded(who.name) for who in review.permitted}
    for i, who in enumerate(review.permitted):
        if _folded(who.name) not in allowed:
            yield (
                "review",
                ("permitted", i),
                "this person may stay in clear here, and is not permitted in the pseudonym map",
            )
    chair, manager = _folded(review.board.chair), _folded(review.board.business_manager)
    if chair not in allowed | named:
        yield "review", ("board", "chair"), "the board's chair is not permitted in the pseudonym map"
    for i, permitted in enumerate(pseudonyms.permitted):
        if _folded(permitted.name) not in named | {chair, manager}:
            yield "map", ("permitted", i), "this name would stay in clear, and the review does not list it as permitted"
