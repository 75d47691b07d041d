"""Entries for everybody and everything that a review's structured data names and the map does not have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

from reviewdocs.model.pseudonyms import Group, MappedPerson, MappedThing, PanelSeat, PermittedName
from reviewdocs.model.review import Person, Review
from reviewdocs.names.folding import folded
from reviewdocs.policy.schemes import Section
from reviewdocs.pseudonymise.proposal.bodies import public_body
from reviewdocs.pseudonymise.proposal.designations import Namer
from reviewdocs.pseudonymise.proposal.draft import Draft, is_placeholder
from reviewdocs.pseudonymise.proposal.organisations import missing_organisations

Where = Callable[[tuple[str | int, ...]], str]
"""Says where a field of the review's data stands."""


def additions_from_review(draft: Draft, review: Review, namer: Namer, where: Where) -> None:
    """Propose what is missing, the subject first and the others as they are listed.

    Args:
        draft: the map so far, which gets the entries.
        review: the structured data.
        namer: gives the designations.
        where: says where a field of the data stands, for the evidence.
    """
    mentions = Counter(who for entry in review.chronology for who in entry.people)
    known_ids = {person.id for person in draft.people()}
    known_names = {folded(person.full_name) for person in draft.people()}
    order = sorted(range(len(review.people)), key=lambda number: review.people[number].id != review.subject)
    for number in order:
        person = review.people[number]
        if person.id in known_ids or folded(person.full_name) in known_names:
            continue
        if is_placeholder(person.forename, person.surname):
            draft.notes.append(f"{person.id} is not filled in yet ({where(('people', number))}).")
            continue
        count = mentions[person.id]
        named = f"; in {count} {'entry' if count == 1 else 'entries'} of the chronology" if count else ""
        evidence = f'proposed: "{person.role}" in {where(("people", number))}{named}'
        draft.add("people", _mapped(person, namer), evidence)
    _families(draft, review)
    _places(draft, review, namer, where)
    _organisations(draft, review, namer, where)
    _in_clear(draft, review)
    _panel(draft, review)


def _mapped(person: Person, namer: Namer) -> MappedPerson:
    initials = "".join(folded(name)[:1] for name in (person.forename, person.surname))
    return MappedPerson(
        id=person.id,
        role=person.role,
        pseudonym=namer.give(person.role, initials=initials),
        forename=person.forename,
        middle=person.middle,
        surname=person.surname,
        known_as=person.known_as,
        former_names=person.former_names,
        title=person.title,
        pronouns=person.pronouns,
        dob=person.dob,
        identifiers=person.identifiers,
        addresses=person.addresses,
    )


def _families(draft: Draft, review: Review) -> None:
    """A group for each surname that several bear and no group has."""
    grouped = {folded(group.surname) for group in draft.base.groups}
    bearers: dict[str, list[MappedPerson]] = defaultdict(list)
    own = {person.id for person in review.people}
    for person in draft.people():
        if person.id in own and person.surname:
            bearers[folded(person.surname)].append(person)
    taken = {folded(group.pseudonym) for group in draft.base.groups}
    for surname, members in bearers.items():
        if len(members) < 2 or surname in grouped:
            continue
        said = _family_name(members, review.subject, taken)
        taken.add(folded(said))
        group = Group(
            id=draft.new_id(f"{members[0].surname} family"),
            surname=members[0].surname,
            members=tuple(member.id for member in members),
            pseudonym=said,
        )
        draft.add("groups", group, f"proposed: {len(members)} people of this surname")


def _family_name(members: list[MappedPerson], subject: str, taken: set[str]) -> str:
    roles = {folded(member.role) for member in members}
    wanted = ["the family"] if subject in {member.id for member in members} else []
    for side, parent in (("maternal", "mother"), ("paternal", "father")):
        wanted += [f"the {side} family"] if any(r == parent or r.startswith(side) for r in roles) else []
    wanted += [f"Family {number}" for number in range(1, len(taken) + 2)]
    return next(name for name in wanted if folded(name) not in taken)


def _thing_names(draft: Draft) -> set[str]:
    things = [entry for name in ("places", "organisations") for entry in draft.listed(name)]
    return {folded(n) for thing in things if isinstance(thing, MappedThing) for n in (thing.name, *thing.also)}


def _places(draft: Draft, review: Review, namer: Namer, where: Where) -> None:
    known = _thing_names(draft)
    for number, place in enumerate(review.places):
        if folded(place.name) in known or is_placeholder(place.name):
            continue
        known.add(folded(place.name))
        entry = MappedThing(
            id=draft.new_id(place.id),
            name=place.name,
            kind=place.kind,
            pseudonym=namer.give(place.kind, Section.PLACES),
        )
        draft.add("places", entry, f'proposed: "{place.kind}" in {where(("places", number))}')


def _organisations(draft: Draft, review: Review, namer: Namer, where: Where) -> None:
    """Schools and surgeries of the people, agencies, and what the texts name; the area's public bodies are told."""
    for found in missing_organisations(review, draft.pmap):
        place = where(found.path)
        if found.public:
            draft.notes.append(public_body(found.name, place))
            continue
        if found.like:
            draft.notes.append(
                f'"{found.name}" ({place}) may be {found.like}: no entry of its own. If it is, put the name into also '
                "there."
            )
            continue
        said = namer.give(found.kind, Section.ORGANISATIONS)
        entry = MappedThing(
            id=draft.new_id(found.ref or said), name=found.name, kind=found.kind, pseudonym=said, also=found.also
        )
        quote = (f'  {place}: "{found.quote}"',) if found.quote else ()
        draft.add("organisations", entry, f"proposed: {found.field} in {place}", *quote)


def _in_clear(draft: Draft, review: Review) -> None:
    """Who may stay in clear by the review's data, and the board's own officers."""
    known = {folded(permitted.name) for permitted in draft.base.permitted}
    wanted = [(who.name, who.role) for who in review.permitted]
    wanted += [(review.board.chair, "Chair of the board"), (review.board.business_manager, "Business Manager")]
    for name, role in wanted:
        if name and folded(name) not in known and not is_placeholder(name):
            known.add(folded(name))
            draft.add("permitted", PermittedName(name=name, role=role), "proposed: to stay in clear")


def _panel(draft: Draft, review: Review) -> None:
    known = {folded(seat.name) for seat in draft.base.panel}
    agencies = {agency.id: agency.name for agency in review.agencies}
    for member in review.panel:
        if folded(member.name) not in known and not is_placeholder(member.name):
            seat = PanelSeat(job_title=member.job_title, employer=agencies[member.agency], name=member.name)
            draft.add("panel", seat, "proposed: a member of the panel")
