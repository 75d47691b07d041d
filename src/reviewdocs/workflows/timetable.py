"""The timetable of a case, as text, calendar or workbook."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import yaml

from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import read_file
from reviewdocs.formats.turns import turn
from reviewdocs.model.review import Review
from reviewdocs.policy.deadlines import Event
from reviewdocs.policy.timetable import Item, State, TimetableData, timetable_of
from reviewdocs.records.load import load_record
from reviewdocs.records.workbook import Column, Kind, Sheet, write_tables
from reviewdocs.store.asked import with_days_asked
from reviewdocs.store.case import Case
from reviewdocs.store.made import MadeFiles
from reviewdocs.workflows.destination import refuse_overwriting
from reviewdocs.workflows.earlier import keep_earlier
from reviewdocs.workflows.letters import SCHEMA as LETTERS

FILE = "timetable.yaml"
SCHEMA = "reviewdocs/timetable/1"
MARK = "-//reviewdocs//timetable//EN"
"""What a calendar or workbook of ours bears, until another program saves it."""
_MOST_OCTETS = 75
"""Of a line of a calendar file (RFC 5545, 3.1)."""
_SHEET = Sheet(
    "timetable",
    "What is due, done and late.",
    (
        Column(
            "state", "Where it stands", "done, done late, late, not recorded, due, or waiting for something", width=16
        ),
        Column("due", "Due", "the last day", Kind.DATE, 14),
        Column("title", "What", "what has to be done", width=48),
        Column("who", "By whom", "whose work it is", width=28),
        Column("done", "Done", "when it was done", Kind.DATE, 14),
        Column("since", "Runs from", "what the time is counted from", width=26),
        Column("rule", "Rule", "the rule in words", width=40),
        Column("source", "Source", "where the rule is written", width=48),
        Column("id", "Id", "what timetable.yaml calls it", width=30),
    ),
)


def data_of(case: Case) -> TimetableData:
    """What the case says of its timetable, in its timetable.yaml where it has one, and by the letters that were made.

    Raises:
        InputError, DataError: the file is there and cannot be used.
    """
    file = case.folder / FILE
    data = load_record(file, TimetableData, what="timetable")[0] if file.exists() else TimetableData()
    asked = _asked(case)
    if asked is None or Event.LETTER in data.events:
        return data
    return data.model_copy(update={"events": {**data.events, Event.LETTER: asked}})


def _asked(case: Case) -> dt.date | None:
    """The date of the letters that notified the agencies, where they were made."""
    folder = case.letters / "notification"
    letter = MadeFiles(folder, folder / "manifest.json", LETTERS).find()
    return dt.date.fromisoformat(letter["date"]) if letter and letter.get("date") else None


Change = Callable[[TimetableData], TimetableData]


def record(case: Case, change: Change) -> None:
    """Change what the case's timetable.yaml says; a file that somebody wrote by hand is kept among the records.

    Raises:
        InputError, DataError: the file is there and cannot be used.
        OutputError: it cannot be written.
    """
    file = case.folder / FILE
    with turn(case.folder):
        data = load_record(file, TimetableData, what="timetable")[0] if file.exists() else TimetableData()
        if file.exists() and (raw := read_file(file)) != as_yaml(data):
            keep_earlier(case, file, raw)
        write_atomically(file, as_yaml(change(data)))


def as_yaml(data: TimetableData) -> bytes:
    """The file of what a case says of its timetable; what is empty is left out."""
    plain = data.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for rule, own in zip(plain.get("rules", ()), data.rules, strict=False):
        rule["within"] = f"{own.within.count} {own.within.unit}"
    return yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=116).encode() if plain else b"{}\n"


def timetable(case: Case, *, profiles: Sequence[str] = (), today: dt.date) -> tuple[Review, tuple[Item, ...]]:
    """The review of a case, and its timetable; see `timetable_of`.

    Raises:
        InputError, DataError: the data cannot be used.
        UsageError: there is no such profile.
        OutputError: the lists of letters, which say what was asked for, cannot be read.
    """
    review = with_days_asked(case, case.load_review())
    return review, timetable_of(review, data_of(case), today, profiles=tuple(profiles))


def as_rows(items: Sequence[Item]) -> list[dict[str, Any]]:
    """Each line as plain data; days in ISO form, None where there is none."""
    return [
        {
            "id": item.id, "title": item.title, "who": item.who, "state": item.state.value,
            "due": _iso(item.due), "earliest": _iso(item.earliest), "done": _iso(item.done), "since": item.since,
            "rule": item.rule, "source": item.source, "soft": item.soft, "unconfirmed": item.unconfirmed,
            "moved": item.moved,
        }
        for item in items
    ]  # fmt: skip


def as_workbook(items: Sequence[Item]) -> bytes:
    """The timetable as an .xlsx."""
    rows = [
        {**row, "due": item.due, "done": item.done, "rule": told(item)}
        for item, row in zip(items, as_rows(items), strict=True)
    ]
    return marked(write_tables([(_SHEET, rows)], about=()))


def marked(workbook: bytes) -> bytes:
    """A workbook that bears our mark until another program saves it."""
    stream = io.BytesIO(workbook)
    with ZipFile(stream, "a") as package:
        package.comment = MARK.encode()
    return stream.getvalue()


def as_calendar(review: Review, items: Sequence[Item], today: dt.date) -> bytes:
    """What is still to be done as a calendar file (RFC 5545) of whole days; an entry keeps its name over changes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{MARK}", "CALSCALE:GREGORIAN"]
    for item in items:
        if item.due is None or item.state in (State.DONE, State.DONE_LATE):
            continue
        key = hashlib.sha256(f"{review.reference}\n{item.id}".encode()).hexdigest()[:24]
        lines += [
            "BEGIN:VEVENT",
            f"UID:{key}@reviewdocs.invalid",
            f"DTSTAMP:{today:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{item.due:%Y%m%d}",
            f"DTEND;VALUE=DATE:{item.due + dt.timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(f'{review.reference}: {item.title} ({item.who})')}",
            f"DESCRIPTION:{_escaped(f'{told(item)} ({item.source}); {item.since}.')}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def as_json(items: Sequence[Item], today: dt.date) -> str:
    """The timetable as one JSON object."""
    content = {"schema": SCHEMA, "on": today.isoformat(), "items": as_rows(items)}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def write(path: Path, data: bytes, case: Case) -> None:
    """Write a timetable; one that was made before and that nobody saved from another program since is written over.

    Raises:
        UsageError: something else is there.
        OutputError: it cannot be written.
    """
    refuse_overwriting(path, mark=MARK, keep=(case.review_file, case.map_file, case.folder / FILE))
    write_atomically(path, data)


def told(item: Item) -> str:
    """The rule with what is to be said of it."""
    more = (
        "an aim" if item.soft else "",
        "moved to a working day" if item.moved else "",
        "period not confirmed: check the source" if item.unconfirmed else "",
    )
    beside = "; ".join(filter(None, more))
    return f"{item.rule} ({beside})" if beside else item.rule


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _escaped(text: str) -> str:
    for mark in "\\;,":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of few enough octets, each but the first behind a space."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _MOST_OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece
