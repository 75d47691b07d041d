"""Which letters went out, and on which day: what is marked so is never overwritten."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reviewdocs.errors import InputError, OutputError, UsageError
from reviewdocs.formats.files import read_file
from reviewdocs.store.case import Case
from reviewdocs.store.made import SENT, MadeFiles
from reviewdocs.workflows.letters.going import going_out
from reviewdocs.workflows.letters.lists import write_lists
from reviewdocs.workflows.letters.results import SCHEMA


@dataclass(frozen=True, slots=True)
class Marked:
    """A letter that went out: to whom, its file, on which day, whether it was marked so just now, what is odd."""

    recipient: str
    file: str
    on: dt.date
    new: bool
    note: str = ""


def mark_sent(
    case: Case, letter: str, on: dt.date, recipients: Sequence[str] = (), *, now: dt.datetime | None = None
) -> list[Marked]:
    """Mark the newest letter of each recipient as sent, as its file is now: edited or not, these bytes went out.

    Args:
        case: the case.
        letter: the letter's id.
        on: the day on which it went out.
        recipients: ids; none for everybody whose letter is made and was not marked before.
        now: the time for the history; the clock's when None.

    Raises:
        UsageError: there are no such letters, or none to one of the recipients, or they are not ready to be sent.
        InputError: a letter cannot be read.
        OutputError: the manifest cannot be read or written.
    """
    folder = case.letters / letter
    if not folder.is_dir() or folder.parent != case.letters:
        raise UsageError(f"There are no letters '{letter}' in this case yet.", remedy="Make them first.")
    made = MadeFiles(folder, folder / "manifest.json", SCHEMA)
    latest = going_out(made, folder)
    if unknown := [one for one in recipients if one not in latest]:
        known = ", ".join(latest) or "nobody"
        raise UsageError(f"There is no letter '{letter}' to {', '.join(unknown)}.", remedy=f"There are to: {known}.")
    chosen = [(one, latest[one].file, latest[one].entry) for one in dict.fromkeys(recipients or latest)]
    if doubts := [f"{one}: {latest[one].doubt}" for one, _, _ in chosen if latest[one].doubt]:
        raise UsageError(f"It cannot be told which letter went out to {'; '.join(doubts)}.",
                         remedy="Nothing was marked.")  # fmt: skip
    if unsettled := [
        one for one, file, entry in chosen if entry.get("undecided") and SENT not in entry and made.as_made(file)
    ]:
        raise UsageError(
            f"The letter to {', '.join(unsettled)} still has mentions to settle.",
            remedy="Nothing was marked. Settle them, or mark the others with --to.",
        )
    marks, marked = {}, []
    for recipient, file, entry in chosen:
        if SENT in entry:
            marked.append(Marked(recipient, file, dt.date.fromisoformat(entry[SENT]["on"]), new=False))
            continue
        marks[file] = {SENT: {"on": on.isoformat(), "sha256": _hash(case, letter, file)}}
        marked.append(Marked(recipient, file, on, new=True, note=_note(on, entry)))
    at = (now or dt.datetime.now(dt.UTC)).isoformat(timespec="seconds")
    happened = [{"at": at, "recipient": one.recipient, "what": f"sent on {one.on}", "file": one.file}
                for one in marked if one.new]  # fmt: skip
    if marks:
        made.tell(marks, happened)
    made.settle()
    if unlisted := write_lists(folder, made):
        raise OutputError(f"What was sent is marked, but a list of the letters could not be written: {unlisted[0]}",
                          remedy="Run again.")  # fmt: skip
    return marked


def _note(on: dt.date, entry: Mapping[str, Any]) -> str:
    if on > dt.date.today():
        return "that day is still to come"
    return f"the letter bears a later date, {entry['date']}" if on.isoformat() < entry["date"] else ""


def _hash(case: Case, letter: str, file: str) -> str:
    try:
        return hashlib.sha256(read_file(case.letters / letter / file)).hexdigest()
    except InputError as error:
        raise InputError(
            "A letter that is to be marked as sent is not there, or cannot be read.", where=file,
            remedy="Nothing was marked. Make it again, or mark the others with --to.",
        ) from error  # fmt: skip
