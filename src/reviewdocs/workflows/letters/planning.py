"""What is to be done for each recipient, before anything is: made, left as it is, or a new issue of what went out."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reviewdocs.generate.catalogue import Entry
from reviewdocs.model.review import Review
from reviewdocs.store.ledger import BEFORE
from reviewdocs.store.made import SENT, MadeFiles, State
from reviewdocs.workflows.letters.choosing import Posting
from reviewdocs.workflows.letters.keys import Keys
from reviewdocs.workflows.letters.names import file_name
from reviewdocs.workflows.letters.writing import Letter

PLANNED, FIRST = "planned", "first"
"""What an entry says of its name: as it was meant to be, and as the first version's is (in pseudonyms, where the letter
is)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One letter.

    Attributes:
        posting: to whom.
        name: its file's name, of the first version.
        date: the letter's day.
        key: what it is made from: see `keys`.
        before: what the manifest knows of the recipient's newest letter; empty where there is none.
        at: that letter's file.
        state: what it is where nothing is to be done; else None.
        left_alone: earlier versions that somebody edited.
    """

    posting: Posting
    name: str
    date: dt.date
    key: str
    before: Mapping[str, Any] = field(default_factory=dict)
    at: Path = Path()
    state: State | None = None
    left_alone: tuple[Path, ...] = ()

    @property
    def letter(self) -> Letter:
        """The letter to be filled."""
        return Letter(self.posting.to, self.posting.own, self.date)


class Planner:
    """Plans the letters of one batch.

    Args:
        review, entry: of the letters.
        made: what was made before.
        keys: of the batch.
        folder: the letters' folder.
        on: the day that all letters bear; None for each its own.
    """

    def __init__(
        self, review: Review, entry: Entry, made: MadeFiles, keys: Keys, folder: Path, on: dt.date | None
    ) -> None:
        self._review, self._entry, self._made, self._keys, self.on = review, entry, made, keys, on
        self._folder = folder
        self._newest = newest(made)
        self._names: dict[tuple[str, str], str] = {}

    def plan(self, posting: Posting) -> Plan:
        """What is to be done for one recipient.

        Raises:
            OutputError: an earlier letter is there and cannot be read.
        """
        to, name = posting.to, self.name_of(posting)
        file, before = self._newest.get(to.id, ("", {}))
        if before.get(PLANNED) != name:
            before = {}
        date = self.on or (dt.date.fromisoformat(before["date"]) if before else dt.date.today())
        key = self.key(posting, date)
        plan = Plan(posting, name, date, key, before, self._folder / file)
        if not before or before.get("key") != key or BEFORE in before:
            return plan
        if SENT in before:
            return Plan(posting, name, date, key, before, plan.at, State.SENT)
        if not self._made.is_written(file):
            return plan
        edited = tuple(self._edited(str(before.get(FIRST)), file))
        return Plan(posting, name, date, key, before, plan.at, State.ASIDE if edited else State.UNCHANGED, edited)

    def key(self, posting: Posting, date: dt.date) -> str:
        """What a letter of this day is made from."""
        return self._keys.key(posting.to, posting.own, date)

    def name_of(self, posting: Posting) -> str:
        """The name of a recipient's file."""
        told = posting.to.id, posting.to.name
        if told not in self._names:
            self._names[told] = file_name(
                self._entry, reference=self._review.reference, version=self._review.version,
                recipient=posting.to.id, name=posting.to.name,
            )  # fmt: skip
        return self._names[told]

    def stale(self, postings: Sequence[Posting]) -> dict[str, str]:
        """Earlier letters that are nobody's any more, by file name, with why.

        Args:
            postings: everybody who may get this letter now.
        """
        names = {posting.to.id: (self.name_of(posting), posting.to.name) for posting in postings}
        told = {}
        for file, entry in self._made.entries.items():
            recipient = str(entry.get("recipient", ""))
            went = f" It went out on {entry[SENT]['on']}." if SENT in entry else ""
            if recipient not in names:
                if not entry.get("from_file"):
                    told[file] = f"{recipient} is no longer among those who may get this letter.{went}"
            elif entry.get(PLANNED) != names[recipient][0] and (self._folder / file).exists():
                called = str(entry.get("recipient_name", ""))
                why = f"{recipient} was called {called} then, and is now {names[recipient][1]}"
                if called == names[recipient][1]:
                    why = f"the letter to {recipient} has another name now"
                told[file] = f"{why[:1].upper()}{why[1:]}.{went}"
        return told

    def _edited(self, name: str, file: str) -> list[Path]:
        """Versions before this one that hold somebody's work."""
        found = []
        for number in range(1, 100):
            path = self._made.numbered(name, number)
            if path.name == file:
                break
            entry = self._made.known(path.name)
            if SENT not in entry and path.exists() and not self._made.as_made(path.name):
                found.append(path)
        return found


def newest(made: MadeFiles) -> dict[str, tuple[str, Mapping[str, Any]]]:
    """Each recipient's newest letter: its file and what is known of it."""
    return {str(entry.get("recipient", "")): (file, entry) for file, entry in made.entries.items()}


def same_as_listed(data: bytes, entry: Mapping[str, Any]) -> bool:
    """Whether these are the bytes that a listed letter was made with."""
    return hashlib.sha256(data).hexdigest() == entry.get("sha256")
