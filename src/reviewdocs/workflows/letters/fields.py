"""What of a letter is its recipient's own, as the manifest lists it."""

from __future__ import annotations

import datetime as dt

from reviewdocs.generate.recipients import FamilyMember, Recipient
from reviewdocs.model.review import Agency
from reviewdocs.workflows.letters.choosing import Posting
from reviewdocs.workflows.letters.writing import Looked


def fields_of(posting: Posting, date: dt.date, looked: Looked) -> dict[str, str]:
    """The fields of one letter by their name, as text; never a password."""
    address = posting.to.addressee
    fields = {
        "addressee": address.lines[0] if address.lines else posting.to.name,
        "email": address.email,
        "copies": "; ".join(copies_of(posting)),
        "date": date.isoformat(),
        **looked.asked,
        **posting.own,
    }
    return {name: value for name, value in fields.items() if value}


def copies_of(posting: Posting) -> tuple[str, ...]:
    """The e-mail addresses to which copies go: those of the data (`copies_to`), and of the file of recipients."""
    record = posting.to.record
    named = tuple(one.email for one in record.copies_to if one.email) if isinstance(record, Agency) else ()
    return tuple(dict.fromkeys((*named, *posting.copies)))


def handed_over_by(to: Recipient) -> str:
    """Who hands a letter to a member of the family over, where somebody does."""
    return to.record.contact.through if isinstance(to.record, FamilyMember) else ""
