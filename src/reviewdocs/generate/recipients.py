"""Who may get a letter, who usually does, and how each is addressed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewdocs.errors import UsageError
from reviewdocs.generate.catalogue import Entry, Recipients, Who
from reviewdocs.generate.context import Addressee, OverdueReturn
from reviewdocs.generate.views import age, author_of, panel_chair_of
from reviewdocs.model.review import (
    Agency,
    Authority,
    AuthorityKind,
    ExternalBody,
    FamilyContact,
    PermittedRole,
    Person,
    Review,
)

ADULT = 18
"""Years from which somebody is written to by themselves."""
_INVESTIGATORS = frozenset({AuthorityKind.POLICE, AuthorityKind.PROSECUTOR})


@dataclass(frozen=True, slots=True)
class FamilyMember:
    """A member of the family with their part in the review."""

    person: Person
    contact: FamilyContact


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody whom a letter goes to: id in the data, name for lists, and how they are addressed."""

    id: str
    name: str
    addressee: Addressee
    record: Agency | ExternalBody | FamilyMember | PermittedRole


def recipients_of(review: Review, kind: Recipients) -> Mapping[str, Recipient]:
    """Everybody of a kind whom the review's data holds, by id."""
    makers = {
        Recipients.AGENCIES: _agencies,
        Recipients.FAMILY: _family,
        Recipients.REVIEWERS: _reviewers,
        Recipients.AUTHORITIES: _authorities,
        Recipients.EXTERNAL_BODIES: _bodies,
    }
    return {recipient.id: recipient for recipient in makers[kind](review)}


def usual(review: Review, entry: Entry, on: dt.date) -> Sequence[str]:
    """The ids of those who usually get a letter of this day.

    Raises:
        UsageError: nobody does now, or somebody who by the rule gets it is not in the data, so that leaving them out
            would go unseen.
    """
    assert entry.recipients is not None, "documents have no recipients"
    rule, there = entry.usual_in(review.review_type), recipients_of(review, entry.recipients)
    if missing := [identifier for identifier in rule.ids if identifier not in there]:
        raise UsageError(
            f"The letter '{entry.id}' usually goes to {', '.join(missing)} ({rule.source}), and the review's data does "
            "not hold them.",
            remedy=f"Add them to {_SECTION[entry.recipients]}, or say who is to get it.",
        )
    if rule.who is None:
        return rule.ids
    chosen = [identifier for identifier, recipient in there.items() if _is_one(review, rule.who, recipient, on)]
    if not chosen:
        raise UsageError(
            f"Nobody gets the letter '{entry.id}' now: {_NOBODY[rule.who]}.",
            remedy=f"See {_SECTION[entry.recipients]} in the review's data, or say who is to get it.",
        )
    return chosen


_NOBODY = {
    Who.EVERYONE: "the review's data holds nobody who may get it",
    Who.REFERRER: "the agency that made the referral is not there",
    Who.OVERDUE: "no agency's chronology or report is overdue on the day of the letter",
    Who.BY_LETTER: "no living adult of the family is written to",
    Who.AUTHOR: "nobody's role says that they are the author",
    Who.CORONER: "there is no coroner",
    Who.INVESTIGATORS: "there is no police force or prosecutor",
}
"""Why a rule finds nobody."""

_SECTION = {
    Recipients.AGENCIES: "agencies",
    Recipients.FAMILY: "family_contacts",
    Recipients.REVIEWERS: "permitted (as author)",
    Recipients.AUTHORITIES: "authorities",
    Recipients.EXTERNAL_BODIES: "external_bodies",
}
"""The part of the review's data that holds them."""


def _is_one(review: Review, who: Who, recipient: Recipient, on: dt.date) -> bool:
    """Whether a rule of recipients means this one."""
    record = recipient.record
    if who is Who.REFERRER:
        return recipient.id == review.referral.agency
    if who is Who.OVERDUE:
        return isinstance(record, Agency) and bool(overdue(record, on))
    if who is Who.BY_LETTER:
        return isinstance(record, FamilyMember) and _is_written_to(record, on)
    if who is Who.AUTHOR:
        return recipient.id == AUTHOR
    if who is Who.CORONER:
        return isinstance(record, Authority) and record.kind is AuthorityKind.CORONER
    if who is Who.INVESTIGATORS:
        return isinstance(record, Authority) and record.kind in _INVESTIGATORS
    return True


def _is_written_to(member: FamilyMember, on: dt.date) -> bool:
    years = age(member.person, on)
    grown = years is None or years >= ADULT
    return member.contact.by_letter and grown and member.person.died is None


def overdue(agency: Agency, on: dt.date) -> tuple[OverdueReturn, ...]:
    """What an agency was to send before this day and has not."""
    returns = (
        ("chronology", agency.chronology_due, agency.chronology_received),
        ("report", agency.report_due, agency.report_received),
    )
    return tuple(OverdueReturn(what, due) for what, due, came in returns if due and due < on and came is None)


def _agencies(review: Review) -> Iterator[Recipient]:
    for agency in review.agencies:
        to = agency.senior_manager
        lines = (to.name, to.job_title, agency.name, *to.address)
        yield Recipient(agency.id, agency.name, Addressee(lines, to.salutation or to.name, to.email), agency)


def _bodies(review: Review) -> Iterator[Recipient]:
    for body in review.external_bodies:
        yield _body(body)


def _authorities(review: Review) -> Iterator[Recipient]:
    for authority in review.authorities:
        yield _body(authority)


def _body(body: ExternalBody) -> Recipient:
    lines = dict.fromkeys((body.addressee, body.name, *body.address))
    return Recipient(body.id, body.name, Addressee(tuple(lines), body.salutation or body.addressee, body.email), body)


def _family(review: Review) -> Iterator[Recipient]:
    people = {person.id: person for person in review.people}
    for contact in review.family_contacts:
        person = people[contact.person]
        # A letter about a death that goes to a former address cannot be called back: no guess among several.
        only = tuple(person.addresses[0].split(", ")) if len(person.addresses) == 1 else ()
        titled = " ".join(filter(None, (person.title, person.full_name)))
        formal = f"{person.title} {person.surname}" if person.title else person.full_name
        addressee = Addressee((titled, *(contact.address or only)), contact.salutation or formal, contact.email)
        yield Recipient(person.id, person.full_name, addressee, FamilyMember(person, contact))


AUTHOR, PANEL_CHAIR = "AUTHOR", "PANEL_CHAIR"


def _reviewers(review: Review) -> Iterator[Recipient]:
    author, chair = author_of(review), panel_chair_of(review)
    for identifier, who in ((AUTHOR, author), (PANEL_CHAIR, chair if chair != author else None)):
        if who is not None:
            lines = tuple(filter(None, (who.name, who.organisation, *who.address)))
            yield Recipient(identifier, who.name, Addressee(lines, who.salutation or who.name, who.email), who)
