"""The manifest as people read it: manifest.csv and manifest.xlsx beside manifest.json."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any

from reviewdocs.errors import OutputError
from reviewdocs.records.workbook import Column, Kind, Sheet, write_separated
from reviewdocs.records.workbook import write_lists as write_workbook
from reviewdocs.store.made import SENT, STALE, MadeFiles

_SCHEMA = "reviewdocs/letter-lists/1"
_LETTERS = Sheet("letters", "every letter of the folder, as it stands now", (
    Column("recipient", "Recipient", "the recipient's id", width=18),
    Column("recipient_name", "Name", "what the recipient was called", width=34),
    Column("file", "File", "the letter", width=60),
    Column("state", "State", "made, edited, sent, stale (nobody's any more), or not there", width=14),
    Column("date", "Date", "of the letter", width=12),
    Column("sent", "Sent on", "the day on which it went out", width=12),
    Column("undecided", "To settle", "mentions that somebody has to settle before it is sent", width=10),
    Column("fields", "Fields", "what is the recipient's own in it", width=60),
    Column("remark", "Remark", "what somebody should look at", Kind.REMARK, width=60),
    Column("sha256", "SHA-256", "of the file as it was made", width=20),
))  # fmt: skip
_HISTORY = Sheet("history", "what happened to the letters, oldest first", (
    Column("at", "When", "in universal time", width=26),
    Column("recipient", "Recipient", "the recipient's id", width=18),
    Column("what", "What", "", width=70),
    Column("file", "File", "the letter", width=60),
))  # fmt: skip


def write_lists(folder: Path, made: MadeFiles, seen: Set[str] = frozenset()) -> tuple[str, ...]:
    """Write both lists where anything in them has changed; a list that somebody edited stays, and the new one stands
    beside it.

    Args:
        folder: the letters'.
        made: their manifest.
        seen: those that are known to be there as they were made.

    Returns: what could not be written, as sentences; letters and manifest.json are there all the same.
    """
    rows, history = list(_rows(folder, made, seen)), list(made.history)
    told = json.dumps([rows, history], sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(told.encode()).hexdigest()
    failed = []
    lists = MadeFiles(folder, folder / "lists.json", _SCHEMA)
    for name in ("manifest.csv", "manifest.xlsx"):
        try:
            if lists.known(name).get("of") == digest and lists.is_written(name):
                continue
            data = (
                write_separated(_LETTERS, rows)
                if name.endswith(".csv")
                else write_workbook([(_LETTERS, rows), (_HISTORY, history)])
            )
            lists.put(name, data, of=digest)
        except OutputError as error:
            failed.append(str(error))
    try:
        lists.settle()
    except OutputError as error:
        failed.append(str(error))
    return tuple(failed)


def state_of(folder: Path, made: MadeFiles, file: str) -> str:
    """What a letter of the manifest is now, in a word."""
    entry = made.entries[file]
    if not (folder / file).exists():
        return "not there"
    if entry.get(STALE):
        return "stale"
    if SENT in entry:
        return "sent"
    return "made" if made.as_made(file) else "edited"


def _rows(folder: Path, made: MadeFiles, seen: Set[str]) -> Iterator[dict[str, Any]]:
    by_name = sorted(made.entries.items(), key=lambda one: (str(one[1].get("recipient_name", "")).casefold(), one[0]))
    for file, entry in by_name:
        yield {
            "recipient": entry.get("recipient", ""),
            "recipient_name": entry.get("recipient_name", ""),
            "file": file,
            "state": "made" if file in seen and not entry.get(STALE) else state_of(folder, made, file),
            "date": entry.get("date", ""),
            "sent": entry.get(SENT, {}).get("on", ""),
            "undecided": entry.get("undecided") or "",
            "fields": "; ".join(f"{name}: {value}" for name, value in entry.get("fields", {}).items()),
            "remark": " ".join(filter(None, [entry.get(STALE, ""), *entry.get("notes", ())])),
            "sha256": entry.get("sha256", ""),
        }
