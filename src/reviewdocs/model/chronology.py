"""The integrated chronology of a case: what agencies returned, merged (CASE/chronology.yaml)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

from pydantic import BeforeValidator, Field

from reviewdocs.model.base import Blank, Record
from reviewdocs.model.review import ChronologyEntry, Name, OptionalDate, OptionalTime, Scope

GAP_WEEKS = 8
"""Stretches longer than this with no recorded contact are stated; a usual interval between universal contacts."""

Words = Annotated[str, BeforeValidator(lambda value: "" if value is None else value)]
"""Optional text of any length: agencies' own words are kept, however many."""


class MergedEntry(ChronologyEntry):
    """A row of an agency's return as an entry.

    Attributes:
        key: known by this when the return comes again; of the agency and the row's words.
        end_time: when it ended, where the return says so.
        reference: the agency's own number of the row.
        file, place: the return, and the table and row in it.
        written: the date as the return has it, where that says more than the date.
        added: the day of the merge that added it after the first; None for what was there from the first.
        checks: what is wrong with the row, for a person to look at.
    """

    wishes_and_feelings: Words = ""
    decision: Words = ""
    author_note: Words = ""
    key: Name
    end_time: OptionalTime = None
    reference: Words = ""
    file: Name
    place: Words = ""
    written: Words = ""
    added: OptionalDate = None
    checks: tuple[Name, ...] = ()


class SetAside(Record):
    """A row that stands in no place of the chronology, with why, and its words."""

    key: Name
    agency: Words = ""
    file: Name
    place: Words = ""
    why: Name
    words: Words = ""
    added: OptionalDate = None


class MergedChronology(Record):
    """All that was merged.

    Attributes:
        first: the day of the first merge; entries that came later say when.
        window: the period that rows had to fall into; None where all were taken.
        entries: in order of time; those of one time in the order of agencies, files and rows.
        set_aside: rows that could not be placed, for a person to settle with the agency.
    """

    first: dt.date
    window: Annotated[Scope | None, Blank] = None
    entries: tuple[MergedEntry, ...] = Field(default=())
    set_aside: tuple[SetAside, ...] = Field(default=())


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch without a recorded contact, both days included."""

    start: dt.date
    end: dt.date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1


def silences(days: Iterable[dt.date], start: dt.date, end: dt.date) -> Iterator[Silence]:
    """Stretches of a period, longer than `GAP_WEEKS`, on no day of which there was a contact."""
    one = dt.timedelta(days=1)
    edges = [start - one, *sorted({day for day in days if start <= day <= end}), end + one]
    for before, after in pairwise(edges):
        stretch = Silence(before + one, after - one)
        if stretch.days > GAP_WEEKS * 7:
            yield stretch
