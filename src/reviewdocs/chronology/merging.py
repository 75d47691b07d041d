"""Several agencies' returns as one chronology: in order, cumulative, every row accounted for."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from reviewdocs.chronology.faults import Fault, FaultKind
from reviewdocs.chronology.rows import Return, Row, entry_of
from reviewdocs.errors import OutputError
from reviewdocs.model.chronology import MergedChronology, MergedEntry, SetAside
from reviewdocs.model.review import Scope

_ALIKE = 90
"""Percent of two texts that have to agree for them to be called nearly the same."""
_COMPARED = 25
"""Rows of one agency and day that each row is compared with."""


@dataclass(slots=True)
class Account:
    """What became of the rows of one file; `balanced` says whether all are accounted for.

    Attributes:
        file, agency: whose they are.
        rows: how many there are, headings apart.
        merged: became an entry now.
        known: were there already, from an earlier merge.
        aside: were set aside, by why.
        headings: rows that are headings or stand above them.
        faults: rows that became an entry and have something wrong, by what.
        unread: what of the file was not read, in sentences.
        refused: why the whole file could not be read; empty where it was.
        gone: entries of an earlier merge that the file no longer has; they stay.
    """

    file: str
    agency: str = ""
    rows: int = 0
    merged: int = 0
    known: int = 0
    aside: Counter[FaultKind] = field(default_factory=Counter)
    headings: int = 0
    faults: Counter[FaultKind] = field(default_factory=Counter)
    unread: tuple[str, ...] = ()
    refused: str = ""
    gone: int = 0

    @property
    def balanced(self) -> bool:
        """Whether rows in are rows out and rows reported."""
        return self.rows == self.merged + self.known + self.aside.total()


@dataclass(frozen=True, slots=True)
class Told:
    """One fault of one row, for the report."""

    file: str
    place: str
    fault: Fault
    aside: bool


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge gives: the chronology, an account for each file, and every fault."""

    chronology: MergedChronology
    accounts: tuple[Account, ...]
    faults: tuple[Told, ...]


def merge(
    returns: Sequence[Return],
    *,
    before: MergedChronology | None,
    order: Sequence[str],
    scope: Scope,
    window: Scope | None,
    today: dt.date,
) -> Merged:
    """Merge returns into what was merged before.

    What is there stays as it is, also where a person has edited it; rows that are new are added, and marked where this
    is not the first merge. Nothing is taken out.

    Args:
        returns: the agencies' files, read.
        before: what earlier merges gave; None at the first.
        order: the agencies' ids, in the order in which entries of one time stand.
        scope: the period under review; what lies outside is told.
        window: where given, what lies outside is set aside.
        today: the day of this merge.

    Raises:
        OutputError: the rows do not add up, which is a fault of ours; nothing may be written then.
    """
    merging = _Merging(before, today, scope, window)
    accounts = tuple(merging.take(one) for one in returns)
    chronology = MergedChronology.model_construct(
        first=before.first if before else today,
        window=window or (before.window if before else None),
        entries=tuple(in_order(merging.entries, order)),
        set_aside=tuple(merging.aside),
    )
    return Merged(chronology, accounts, tuple(merging.told))


class _Merging:
    """What was merged so far."""

    def __init__(self, before: MergedChronology | None, today: dt.date, scope: Scope, window: Scope | None) -> None:
        self._old = before.entries if before else ()
        self._added = today if before else None
        self._scope, self._window = scope, window
        self.entries = list(self._old)
        self.aside = list(before.set_aside if before else ())
        self.told: list[Told] = []
        self._keys = {entry.key for entry in self._old}
        self._aside_keys = {row.key for row in self.aside}
        self._texts: defaultdict[tuple[str, dt.date], list[tuple[str, str]]] = defaultdict(list)
        for entry in self._old:
            self._texts[entry.agency, entry.date].append((entry.text, f"{entry.file}, {entry.place}"))

    def take(self, one: Return) -> Account:
        """Merge one return; what became of its rows.

        Raises:
            OutputError: they do not add up.
        """
        account = Account(one.file, one.agency, len(one.rows), headings=one.headings, unread=one.unread)
        here: dict[str, str] = {}
        for row in one.rows:
            key, row = row.key, self._judged(row)
            if row.aside is None and key in here:
                row = replace(row, aside=Fault(FaultKind.DUPLICATE, more=f"as {here[key]}"))
            if row.aside is not None:
                self._put_aside(row, key, account)
                continue
            here[key] = row.place
            if key in self._keys:
                account.known += 1
            else:
                self._put(row, key, account)
        account.gone = sum(entry.file == one.file and entry.key not in here for entry in self._old)
        if not account.balanced:
            raise OutputError("The rows of a return do not add up, so nothing was merged.", where=one.file,
                              remedy="This is a fault of reviewdocs; please report this line.")  # fmt: skip
        return account

    def _judged(self, row: Row) -> Row:
        """The row with what is wrong with its place in time."""
        day = row.moment.day
        if row.aside is not None or day is None:
            return row
        if self._window and not self._window.start <= day <= self._window.end:
            return replace(row, aside=Fault(FaultKind.OUT_OF_SCOPE, f"{day:%d/%m/%Y}"))
        if not self._scope.start <= day <= self._scope.end:
            return replace(row, faults=(*row.faults, Fault(FaultKind.OUT_OF_SCOPE, f"{day:%d/%m/%Y}")))
        return row

    def _put_aside(self, row: Row, key: str, account: Account) -> None:
        assert row.aside is not None
        account.aside[row.aside.kind] += 1
        self.told.append(Told(row.file, row.place, row.aside, aside=True))
        if row.aside.kind is not FaultKind.DUPLICATE and key not in self._aside_keys:
            self._aside_keys.add(key)
            self.aside.append(
                SetAside.model_construct(key=key, agency=row.agency, file=row.file, place=row.place,
                                         why=str(row.aside), words=row.words, added=self._added)
            )  # fmt: skip

    def _put(self, row: Row, key: str, account: Account) -> None:
        self._keys.add(key)
        assert row.moment.day is not None
        same_day = self._texts[row.agency, row.moment.day]
        entry = entry_of(row, self._added)
        if like := next((place for text, place in same_day[-_COMPARED:] if _alike(text, entry.text)), ""):
            row = replace(row, faults=(*row.faults, Fault(FaultKind.ALIKE, more=like)))
            entry = entry_of(row, self._added)
        same_day.append((entry.text, f"{row.file}, {row.place}"))
        account.merged += 1
        account.faults.update(fault.kind for fault in row.faults)
        self.told += [Told(row.file, row.place, fault, aside=False) for fault in row.faults]
        self.entries.append(entry)


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(one, other, score_cutoff=_ALIKE) > 0


def in_order(entries: Iterable[MergedEntry], order: Sequence[str]) -> list[MergedEntry]:
    """By day and time; those of one time by agency, then as they stood in their returns."""
    places = {agency: number for number, agency in enumerate(order)}
    return sorted(entries, key=lambda e: (e.date, e.time or dt.time.min, places.get(e.agency, len(places))))
