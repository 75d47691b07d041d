"""A row of a file of recipients over what the review's data says of the same recipient."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reviewdocs.generate.catalogue import Entry, Recipients
from reviewdocs.generate.context import Addressee
from reviewdocs.generate.recipients import FamilyMember, Recipient, recipients_of
from reviewdocs.model.review import Agency, Authority, Contact, ExternalBody, Review

_LABELS = {"name": "Name", "contact": "Contact (the designated manager)", "job_title": "Job title"}
_PLAIN = ("name", "kind", "involvement", "chronology_due", "report_due")
_REACHED_BY = ("job_title", "email", "address", "salutation")


def told_of(
    review: Review, entry: Entry, identifier: str, known: Recipient | None, told: Mapping[str, Any]
) -> tuple[Recipient, list[str]]:
    """The recipient as a row has it, and what the row lacks to make one.

    Args:
        review, entry: of the letter.
        identifier: the recipient's id.
        known: the recipient of the review's data; None where it holds none of this id.
        told: the columns of the row that hold something.
    """
    record = known.record if known else None
    lacking: list[str] = []
    changed: dict[str, Any] | None = None
    if entry.recipients is Recipients.AGENCIES and (record is None or isinstance(record, Agency)):
        lacking = _lacking(told, ("name", "contact", "job_title")) if record is None else []
        changed = {"agencies": (_agency(identifier, record, told),)}
    elif entry.recipients is Recipients.EXTERNAL_BODIES and (record is None or isinstance(record, ExternalBody)):
        lacking = _lacking(told, ("name", "contact")) if record is None else []
        changed = {"external_bodies": (_body(identifier, record, told),)}
    elif isinstance(record, Authority):
        changed = {"authorities": (_body(identifier, record, told),)}
    elif isinstance(record, FamilyMember):
        reached = {key: value for key, value in _contact(told) if key in ("email", "address", "salutation")}
        changed = {"family_contacts": (record.contact.model_copy(update=reached),)}
    if changed is not None and entry.recipients is not None:
        return recipients_of(review.model_copy(update=changed), entry.recipients)[identifier], lacking
    if known is None:
        return _nobody(identifier), ["nobody of this id is in the review's data, where recipients of this letter stand"]
    return known, []


def _lacking(told: Mapping[str, Any], needed: tuple[str, ...]) -> list[str]:
    missing = [_LABELS[key] for key in needed if not told.get(key)]
    if not missing:
        return []
    return [f"{' and '.join(missing)} {'are' if len(missing) > 1 else 'is'} empty, and nobody of this id is in the "
            "review's data"]  # fmt: skip


def _agency(identifier: str, agency: Agency | None, told: Mapping[str, Any]) -> Agency:
    person = agency.senior_manager if agency else Contact.model_construct(name="", job_title="")
    person = person.model_copy(update=dict(_contact(told)))
    plain = {key: told[key] for key in _PLAIN if key in told}
    if agency is None:
        return Agency.model_construct(
            **{"name": "", "kind": "", "involvement": "", **plain, "id": identifier, "senior_manager": person}
        )
    return agency.model_copy(update={**plain, "senior_manager": person})


def _body(identifier: str, body: ExternalBody | None, told: Mapping[str, Any]) -> ExternalBody:
    changed = {"addressee" if key == "name" else key: value for key, value in _contact(told) if key != "job_title"}
    if "name" in told:
        changed["name"] = told["name"]
    if body is None:
        return ExternalBody.model_construct(**{"name": "", "addressee": "", **changed, "id": identifier})
    return body.model_copy(update=changed)


def _contact(told: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What is told of the person written to, by the field's name in the data."""
    if "contact" in told:
        yield "name", told["contact"]
        yield "salutation", ""  # that of somebody else
    for key in _REACHED_BY:
        if key in told:
            yield key, tuple(told[key]) if key == "address" else told[key]


def _nobody(identifier: str) -> Recipient:
    record = ExternalBody.model_construct(id=identifier, name=identifier, addressee=identifier)
    return Recipient(identifier, identifier, Addressee((identifier,), identifier, ""), record)
