"""Who gets a letter: those who usually do, those who are named, or the rows of a file."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reviewdocs.errors import UsageError
from reviewdocs.generate.catalogue import Entry, Recipients
from reviewdocs.generate.recipients import Recipient, recipients_of, usual
from reviewdocs.model.review import Review
from reviewdocs.model.words import Audience
from reviewdocs.workflows.letters.rows import told_of
from reviewdocs.workflows.letters.sheet import BY_POST, Row


@dataclass(frozen=True, slots=True)
class Posting:
    """One letter to be made.

    Attributes:
        to: who gets it.
        own: fields of the recipient's own, from the file of recipients.
        copies: e-mail addresses of those who get a copy besides those of the data.
        password: the recipient's own; empty for none.
        by_post: it is said that there is no e-mail address.
        from_file: the recipient is not of the review's data.
        faults: what is wrong with the row; of such a row no letter is made.
        notes: what is good to know about it.
    """

    to: Recipient
    own: Mapping[str, str] = field(default_factory=dict)
    copies: tuple[str, ...] = ()
    password: str = field(default="", repr=False)
    by_post: bool = False
    from_file: bool = False
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def named(review: Review, entry: Entry, wanted: Sequence[str], on: dt.date) -> list[Posting]:
    """Those of the review's data who are named by their ids; those who usually get the letter where nobody is.

    Raises:
        UsageError: there is no such recipient, this letter may not go there, or nobody usually gets it.
    """
    assert entry.recipients is not None, "a letter has recipients"
    may = recipients_of(review, entry.recipients)
    chosen = list(dict.fromkeys(wanted or usual(review, entry, on)))
    refuse_others(review, entry, chosen)
    if unknown := [name for name in chosen if name not in may]:
        known = ", ".join(may) or "none in the review's data"
        raise UsageError(f"There is no recipient {', '.join(unknown)}.", remedy=f"This letter may go to: {known}.")
    return [Posting(may[name]) for name in chosen]


def refuse_others(review: Review, entry: Entry, chosen: Sequence[str]) -> None:
    """Refuse recipients of another kind: what names the people of a review never goes where it must not be known.

    Raises:
        UsageError: with all of them.
    """
    assert entry.recipients is not None, "a letter has recipients"
    may = recipients_of(review, entry.recipients)
    others = {name for kind in Recipients if kind is not entry.recipients for name in recipients_of(review, kind)}
    if mixed := [name for name in chosen if name in others and name not in may]:
        why = (
            "it names the people of the review, and is for others than these"
            if entry.audience is Audience.RESTRICTED
            else "it is written in designations, and whoever else is written to needs the names"
        )
        raise UsageError(
            f"The letter '{entry.id}' may not go to {', '.join(mixed)}: {why}.", remedy="Nothing was made."
        )


def of_rows(review: Review, entry: Entry, rows: Sequence[Row]) -> list[Posting]:
    """Those of a file, each with what the file says of them.

    Raises:
        UsageError: a row names somebody to whom this letter may not go.
    """
    assert entry.recipients is not None, "a letter has recipients"
    may = recipients_of(review, entry.recipients)
    refuse_others(review, entry, [row.id for row in rows])
    postings, taken = [], dict[str, str]()
    for row in rows:
        identifier = row.id or _id_of(row, may)
        faults = list(row.faults)
        if not row.id and identifier in taken and not faults:
            faults.append(f"it is {identifier}, as {taken[identifier]} is; give each row an Id")
        taken.setdefault(identifier, row.where or identifier)
        postings.append(_posting(review, entry, row, identifier, may.get(identifier), faults))
    return postings


def _id_of(row: Row, may: Mapping[str, Recipient]) -> str:
    """The id of a row that has none: that of the one of this name, else one made of the name."""
    name = str(row.known.get("name", ""))
    same = [one.id for one in may.values() if one.name.casefold() == name.casefold()]
    if len(same) == 1:
        return same[0]
    made = re.sub(r"[^A-Z0-9]+", "_", name.upper()).strip("_")
    if made and made.replace("_", "") == re.sub(r"[\W_]+", "", name.upper()) and len(made) <= 40:
        return made
    return f"{made[:30]}_{hashlib.sha256(name.encode()).hexdigest()[:8].upper()}".lstrip("_")


def _posting(
    review: Review, entry: Entry, row: Row, identifier: str, known: Recipient | None, faults: list[str]
) -> Posting:
    told = dict(row.known)
    by_post = str(told.get("email", "")).casefold() == BY_POST
    if by_post:
        told["email"] = ""
    notes = [] if known else ["not in the review's data: from the file alone"]
    if known and told.get("email") and known.addressee.email and told["email"] != known.addressee.email:
        notes.append("the e-mail address is not the one of the review's data")
    to, lacking = told_of(review, entry, identifier, known, told)
    where = f"{row.where}: " if row.where else ""
    return Posting(
        to=to,
        own=row.own,
        copies=tuple(told.get("copies", ())),
        password=str(told.get("password", "")),
        by_post=by_post,
        from_file=known is None,
        faults=tuple(f"{where}{fault}" for fault in (faults or lacking)),
        notes=tuple(notes),
    )
