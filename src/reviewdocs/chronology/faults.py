"""What can be wrong with a row of an agency's chronology, and what becomes of the row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What is wrong; each with the words that tell it in `MEANS`."""

    NO_DATE = "no-date"
    NO_YEAR = "no-year"
    NOT_A_DATE = "not-a-date"
    IMPOSSIBLE = "impossible-date"
    FUTURE = "future-date"
    TWO_WAYS = "two-ways"
    MONTH_FIRST = "month-first"
    PARTIAL = "partial-date"
    WEEKDAY = "weekday"
    DATE_WORDS = "date-words"
    NOT_A_TIME = "not-a-time"
    END_FIRST = "end-before-start"
    OUT_OF_SCOPE = "out-of-scope"
    NO_SOURCE = "no-source"
    NO_TEXT = "no-text"
    BROKEN_CELL = "broken-cell"
    DUPLICATE = "duplicate"
    ALIKE = "alike"
    NO_AGENCY = "no-agency"
    NO_HEADINGS = "no-headings"
    BANNER = "banner"


MEANS: dict[FaultKind, str] = {
    FaultKind.NO_DATE: "no date stands here, and one is required",
    FaultKind.NO_YEAR: "the date has no year",
    FaultKind.NOT_A_DATE: "this is not read as a date",
    FaultKind.IMPOSSIBLE: "this day is not in the calendar",
    FaultKind.FUTURE: "this day has not come yet",
    FaultKind.TWO_WAYS: "other dates of this file have the month first, so this may be another day; read day first",
    FaultKind.MONTH_FIRST: "the month stands before the day; read as the only day that it can be",
    FaultKind.PARTIAL: "the day is not given; placed at the first that it can be",
    FaultKind.WEEKDAY: "the date falls on another day of the week than the one written beside it",
    FaultKind.DATE_WORDS: "words stand beside the date; they are kept as a note",
    FaultKind.NOT_A_TIME: "this is not read as a time; it is kept as a note",
    FaultKind.END_FIRST: "it ends before it starts",
    FaultKind.OUT_OF_SCOPE: "the date is outside the period under review",
    FaultKind.NO_SOURCE: "the source of information is empty, and one is required",
    FaultKind.NO_TEXT: "nothing says what happened",
    FaultKind.BROKEN_CELL: "the file holds an error, or a formula without its result, instead of a value",
    FaultKind.DUPLICATE: "the same row again",
    FaultKind.ALIKE: "nearly the same as another row of this agency on this day",
    FaultKind.NO_AGENCY: "no agency of this review is called so",
    FaultKind.NO_HEADINGS: "no row of headings was recognised in this table (a date, and what happened or its source)",
    FaultKind.BANNER: "a line across the table without a date",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes:
        kind: what is wrong.
        found: what stands there, shortened; empty where nothing does.
        more: which other row it is about, or how the date was read; empty where there is nothing to add.
    """

    kind: FaultKind
    found: str = ""
    more: str = ""

    def __str__(self) -> str:
        found = f"“{self.found}”: " if self.found else ""
        return f"{found}{MEANS[self.kind]}{f' ({self.more})' if self.more else ''}"


_SHOWN = 40


def shortened(text: str) -> str:
    """A cell's text for a fault's `found`."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
