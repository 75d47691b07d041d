"""Agencies' chronologies as agencies return them, invented, from a seed: in mixed hands, faults planted and counted.

Each row has a word of its own ("evt00017"), by which a test finds it again wherever it went.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import docx
import openpyxl
from docx.oxml import OxmlElement

from reviewdocs.chronology.faults import FaultKind

TEXTS = (
    "Home visit by the duty worker; mother and baby at home, house tidy.",
    "Telephone call from the nursery about lateness and a graze to the knee.",
    "Did not attend the appointment, letter sent.",
    "Seen in clinic, weight plotted, advice given.",
    "Strategy discussion held; single agency enquiry agreed.",
    "999 call by a neighbour, raised voices, both parties spoken to apart.",
)
SOURCES = ("Case notes", "Incident log", "Referral form", "GP record", "Minutes of the meeting")
WRITTEN: tuple[Callable[[dt.date], str], ...] = (
    lambda d: f"{d:%d/%m/%Y}",
    lambda d: f"{d.day}.{d.month}.{d:%y}",
    lambda d: f"{d:%d-%m-%Y}",
    lambda d: f"{d.day} {d:%B} {d.year}",
    lambda d: f"{d.day}th {d:%b} {d.year}" if d.day in range(4, 21) else f"{d.day} {d:%b} {d:%y}",
    lambda d: f"{d:%A} {d.day} {d:%B} {d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d:%d/%m/%Y} {9 + d.day % 8}:{d.day % 60:02}",
)
BAD = {
    FaultKind.NO_DATE: "",
    FaultKind.IMPOSSIBLE: "31/02/2022",
    FaultKind.NOT_A_DATE: "to be confirmed",
    FaultKind.NO_YEAR: "5th March",
}


@dataclass
class Event:
    """One row as it is meant: its word, its day (None where none can be read), and what is planted in it."""

    word: str
    day: dt.date | None
    written: object
    text: str
    source: str
    aside: FaultKind | None = None


@dataclass
class Plan:
    """What was made: rows of each file, and what has to become of them."""

    rows: dict[str, int] = field(default_factory=dict)
    aside: dict[str, Counter[FaultKind]] = field(default_factory=dict)
    days: dict[str, dt.date] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)


class Hand:
    """Somebody who types chronologies."""

    def __init__(self, seed: int, start: dt.date, days: int) -> None:
        self._random = random.Random(seed)
        self._start, self._days = start, days
        self._number = 0
        self.plan = Plan()

    def events(self, file: str, count: int, *, dates: Callable[[dt.date, int], object] | None = None) -> list[Event]:
        """So many rows, one in fifteen with something that keeps it from being placed or a duplicate."""
        made: list[Event] = []
        for at in range(count):
            self._number += 1
            word = f"evt{self._number:05}"
            day = self._start + dt.timedelta(days=self._random.randrange(self._days))
            written = dates(day, at) if dates else self._random.choice(WRITTEN)(day)
            event = Event(word, day, written, f"{word} {self._random.choice(TEXTS)}", self._random.choice(SOURCES))
            if at % 15 == 7:
                kind = self._random.choice(list(BAD))
                event.day, event.written, event.aside = None, BAD[kind], kind
            elif at % 15 == 11 and made[-1].day is not None:
                before = made[-1]
                event = Event(before.word, before.day, before.written, before.text, before.source, FaultKind.DUPLICATE)
            elif at % 15 == 3 and isinstance(written, str):
                event.written = f"?{written}"
            made.append(event)
        self.plan.rows[file] = count
        self.plan.aside[file] = Counter(e.aside for e in made if e.aside)
        self.plan.days |= {e.word: e.day for e in made if e.day}
        self.plan.words += [e.word for e in made]
        return made


START, DAYS = dt.date(2021, 11, 1), 730
"""The period that the demo's case is about."""


def returns(folder: Path, *, rows: int = 2000, seed: int = 5) -> Plan:
    """Six agencies' returns, and a scanned page, in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    hand = Hand(seed, START, DAYS)
    each = rows // 6
    _chronolator(folder / "POLICE chronolator.csv", hand, each)
    _workbook(folder / "Hospital return v2 FINAL.xlsx", hand, each)
    _merged_workbook(folder / "nursery.xlsx", hand, each)
    _word(folder / "CSC chronology.docx", hand, each)
    _nested(folder / "ICB.docx", hand, each)
    _untitled(folder / "COMMUNITY health.docx", hand, rows - 5 * each)
    (folder / "SCHOOL scan.pdf").write_bytes(b"%PDF-1.4\n%scanned page\n")
    return hand.plan


def _chronolator(path: Path, hand: Hand, count: int) -> None:
    """The common form, with numbers of days where Excel lost their look, and notes behind marks."""
    out = io.StringIO()
    writer = csv.writer(out)
    heads = "Event Ref,Start Date,Start Time,End Date,End Time,Source of Information,Event,Author comment"
    writer.writerow(heads.split(","))

    def date(day: dt.date, at: int) -> str:
        return str((day - dt.date(1899, 12, 30)).days) if at % 4 == 0 else f"{day:%d/%m/%Y}"

    last: list[str] = []
    for at, e in enumerate(hand.events(path.name, count, dates=date)):
        note = f"{'#^¬~'[at % 4]} ask the author" if at % 9 == 0 else ""
        time = ("14:30", "1430hrs", "2.30pm", "")[at % 4]
        last = last if e.aside is FaultKind.DUPLICATE else [str(e.written), time, "", "", e.source, e.text, note]
        writer.writerow([at + 1, *last])
    path.write_text(out.getvalue(), encoding="cp1252")


def _workbook(path: Path, hand: Hand, count: int) -> None:
    """True dates, numbers, texts in one column; the agency's particulars above the headings; times as fractions."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Chronology"
    sheet.append(["Agency chronology", None, None])
    sheet.append(["Completed by:", "the named nurse"])
    sheet.append(
        ["Details of contact", "Child seen?", "Seen alone?", "Wishes & feelings", "When", "Time of day", "Record used"]
    )

    def date(day: dt.date, at: int) -> object:
        kinds = (dt.datetime(day.year, day.month, day.day), (day - dt.date(1899, 12, 30)).days, f"{day:%d.%m.%y}")
        return kinds[at % 3]

    last: list[object] = []
    for at, e in enumerate(hand.events(path.name, count, dates=date)):
        analysis = (("Yes", "Alone", "Wants to stay with Nan"), ("No", None, None), (None, None, None))[at % 3]
        if e.aside is not FaultKind.DUPLICATE:
            last = [e.text, *analysis, e.written or None, (None, 0.604166, dt.time(9, 5))[at % 3], e.source]
        sheet.append(last)
    book.save(path)


def _merged_workbook(path: Path, hand: Hand, count: int) -> None:
    """Two sheets, and one source merged over several rows."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    events = hand.events(path.name, count)
    half = count // 2
    for title, part in (("2021-22", events[:half]), ("2022-23", events[half:])):
        sheet = book.create_sheet(title)
        sheet.append(["Date of event", "What happened", "Source", "Action taken"])
        for e in part:
            sheet.append([e.written or None, e.text, "Day book", "None"])
        for top in range(2, sheet.max_row - 8, 9):
            sheet.merge_cells(start_row=top, end_row=top + 4, start_column=3, end_column=3)
    book.save(path)


def _word(path: Path, hand: Hand, count: int) -> None:
    """A table whose headings come again after each page, with words above it."""
    document = docx.Document()
    document.add_paragraph("Chronology of children's services, prepared for the panel")
    heads = ("Date", "Time", "Source of information", "Significant event", "Decision / outcome")
    rows: list[Sequence[str]] = [heads]
    for at, e in enumerate(hand.events(path.name, count)):
        rows.append((str(e.written), "", e.source, e.text, "NFA"))
        if at % 40 == 39:
            rows.append(heads)
    _table(document, rows)
    document.save(str(path))


def _nested(path: Path, hand: Hand, count: int) -> None:
    """The table within the one cell of another, as forms are laid out; events in several paragraphs."""
    document = docx.Document()
    outer = document.add_table(1, 1)
    cell = outer.cell(0, 0)
    cell.paragraphs[0].text = "Agency return sheet"
    rows: list[Sequence[str]] = [("No.", "Date/time", "Evidence", "Event")]
    for at, e in enumerate(hand.events(path.name, count)):
        rows.append((str(at + 1), str(e.written), e.source, e.text.replace("; ", ";\n")))
    _table(cell, rows)
    document.save(str(path))


def _untitled(path: Path, hand: Hand, count: int) -> None:
    """Two tables, the second without headings, going on with the columns of the first."""
    document = docx.Document()
    events = hand.events(path.name, count)
    heads = ("Date of contact", "Entry", "Recorded in")
    _table(document, [heads, *[(str(e.written), e.text, e.source) for e in events[: count // 2]]])
    document.add_paragraph("")
    later = [(str(e.written), e.text, e.source) for e in events[count // 2 :]]
    _table(document, later)
    document.save(str(path))


def _table(parent: object, rows: Sequence[Sequence[str]]) -> None:
    """A table written quickly: python-docx takes longer for each row that is there."""
    table = OxmlElement("w:tbl")
    for row in rows:
        line = OxmlElement("w:tr")
        for text in row:
            cell = OxmlElement("w:tc")
            for part in text.split("\n"):
                paragraph, run, words = OxmlElement("w:p"), OxmlElement("w:r"), OxmlElement("w:t")
                words.text = part
                run.append(words)
                paragraph.append(run)
                cell.append(paragraph)
            line.append(cell)
        table.append(line)
    body = parent.element.body if hasattr(parent, "element") else parent._tc  # type: ignore[attr-defined]
    if hasattr(parent, "element"):
        body.insert_element_before(table, "w:sectPr")
    else:
        body.append(table)
        body.append(OxmlElement("w:p"))
