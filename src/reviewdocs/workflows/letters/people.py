"""Whom letters go to, as the review's data and the catalogue have it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewdocs.generate.catalogue import Entry, Recipients
from reviewdocs.generate.context import DocumentContext
from reviewdocs.generate.views import agency_letter_context, body_letter_context
from reviewdocs.model.review import Agency, ExternalBody, Review


@dataclass(frozen=True, slots=True)
class Addressee:
    lines: tuple[str, ...]
    salutation: str
    email: str


@dataclass(frozen=True, slots=True)
class Recipient:
    id: str
    name: str
    addressee: Addressee
    record: Agency | ExternalBody


def recipients_of(review: Review, kind: Recipients) -> Mapping[str, Recipient]:
    found = {}
    if kind is Recipients.AGENCIES:
        for agency in review.agencies:
            to = agency.senior_manager
            lines = (to.name, to.job_title, agency.name, *to.address)
            found[agency.id] = Recipient(agency.id, agency.name, Addressee(lines, to.salutation or to.name, to.email), agency)
        return found
    for body in review.external_bodies:
        lines = (body.addressee, body.name, *body.address)
        found[body.id] = Recipient(body.id, body.name, Addressee(lines, body.salutation or body.addressee, body.email), body)
    return found


def usual(review: Review, entry: Entry, on: dt.date) -> Sequence[str]:
    return entry.default or list(recipients_of(review, entry.recipients))


def letter_context(review: Review, entry: Entry, recipient: Recipient, on: dt.date) -> DocumentContext:
    if isinstance(recipient.record, Agency):
        return agency_letter_context(review, entry.title, recipient.record, on)
    return body_letter_context(review, entry.title, recipient.record, on)
