"""What is missing or doubtful about recipients, before anything is written."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence

from reviewdocs.generate.catalogue import Entry, Recipients
from reviewdocs.generate.recipients import Recipient
from reviewdocs.model.review import Agency
from reviewdocs.workflows.letters.fields import handed_over_by
from reviewdocs.workflows.letters.planning import Plan
from reviewdocs.workflows.letters.results import LookedAt
from reviewdocs.workflows.letters.sheet import email_fault, not_filled_in
from reviewdocs.workflows.letters.writing import Looked


def looked_at(entry: Entry, plans: Sequence[Plan], looked: Mapping[str, Looked]) -> list[LookedAt]:
    """The table of recipients, in their order. Of letters that are there already nothing is asked again.

    Args:
        entry: the letter.
        plans: one for each recipient.
        looked: what those that are to be made would be like, by the recipient's id.
    """
    alike = _of_one_name([plan.posting.to for plan in plans])
    table = []
    for plan in plans:
        to, posting = plan.posting.to, plan.posting
        missing, doubtful = list(posting.faults), []
        if not missing and plan.state is None:
            missing += _missing(entry, plan, looked[to.id])
            others = [one for one in alike[_plain(to.name)] if one != to.id]
            if others:
                doubtful.append(f"{' and '.join(others)} has the same name: are they two?")
        name = to.name if to.name != to.id or not posting.faults else ""
        table.append(LookedAt(to.id, name, tuple(missing), tuple(doubtful), posting.notes))
    return table


def _missing(entry: Entry, plan: Plan, looked: Looked) -> list[str]:
    to = plan.posting.to
    missing = [looked.refused] if looked.refused else []
    missing += _not_filled_in(to)
    email, lines = to.addressee.email, to.addressee.lines
    if fault := email_fault(email):
        missing.append(f"E-mail: {fault}")
    if not email and not plan.posting.by_post:
        postal = _address_of(to)
        if entry.recipients is Recipients.AGENCIES:
            missing.append("no e-mail address")
        elif not postal and len(lines) < 2 and not handed_over_by(to):
            missing.append("neither an e-mail nor a postal address")
    missing += looked.empty
    return missing


def _not_filled_in(to: Recipient) -> list[str]:
    """Names that are still a hole of the form, and a designated manager who is not named."""
    found = []
    if not to.name.strip() or not_filled_in(to.name):
        found.append("the name is not filled in yet")
    if isinstance(to.record, Agency):
        manager = to.record.senior_manager
        if not manager.name.strip() or not_filled_in(manager.name):
            found.append("no designated manager (senior_manager)")
        elif not manager.job_title.strip() or not_filled_in(manager.job_title):
            found.append("the designated manager's job title is not filled in yet")
    return found


def _address_of(to: Recipient) -> tuple[str, ...]:
    address: tuple[str, ...] = getattr(to.record, "address", ())
    return address


def _of_one_name(recipients: Sequence[Recipient]) -> Mapping[str, list[str]]:
    alike: dict[str, list[str]] = defaultdict(list)
    for to in recipients:
        alike[_plain(to.name)].append(to.id)
    return alike


def _plain(name: str) -> str:
    """A name without what people write now so, now otherwise: capitals, signs, spaces."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c for c in folded if c.isalnum()) or folded
