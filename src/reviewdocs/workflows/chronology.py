"""Agencies' returned chronologies into the case's one, or only what is wrong with them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reviewdocs.chronology.agencies import agency_of_file
from reviewdocs.chronology.faults import FaultKind
from reviewdocs.chronology.merging import Account, Merged, Told
from reviewdocs.chronology.merging import merge as merged_of
from reviewdocs.chronology.rows import Return, rows_of
from reviewdocs.errors import InputError, ReviewdocsError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import read_file
from reviewdocs.formats.grids import Grids
from reviewdocs.formats.turns import turn
from reviewdocs.formats.worker import Worker, seconds_for
from reviewdocs.model.chronology import MergedChronology, Silence, silences
from reviewdocs.model.review import ChronologyEntry, Review, Scope
from reviewdocs.records.chronology_data import FILE, as_yaml, read_chronology
from reviewdocs.store.case import Case
from reviewdocs.store.made import Made, MadeFiles
from reviewdocs.workflows.batch import Progress, attempt, is_lock_file, no_progress
from reviewdocs.workflows.draft import SCHEMA

_SETTLED = frozenset({FaultKind.DUPLICATE, FaultKind.BANNER})
"""Why a row was set aside that leaves nothing to settle."""


@dataclass(frozen=True, slots=True)
class ChronologyResult:
    """What came of a merge or a check.

    Attributes:
        accounts: of each file, the rows of those that were read add up.
        faults: every fault of every row.
        entries: how many the case's chronology has, typed ones among them.
        typed: of these, how many stand in the review's own data.
        added: how many are new, of a merge after the first.
        gaps: stretches of the period without a contact by any agency.
        silent: the same for each agency that has entries, by its id.
        written: the merged data and the Word document; empty of a check, and where nothing was read.
        checked_only: whether this is a check.
    """

    accounts: tuple[Account, ...]
    faults: tuple[Told, ...]
    entries: int
    typed: int
    added: int
    gaps: tuple[Silence, ...]
    silent: dict[str, tuple[Silence, ...]]
    written: tuple[Path, ...] = ()
    left_alone: tuple[Path, ...] = ()
    checked_only: bool = False

    @property
    def rows(self) -> int:
        """Rows of all files that were read."""
        return sum(account.rows for account in self.accounts)

    @property
    def aside(self) -> Counter[FaultKind]:
        """Rows set aside, by why."""
        return sum((account.aside for account in self.accounts), Counter())

    @property
    def exit_code(self) -> int:
        """2 where a file could not be read, 1 where something is to be settled, else 0."""
        if any(account.refused for account in self.accounts):
            return 2
        to_settle = self.faults if self.checked_only else [f for f in self.faults if f.aside]
        return 1 if any(told.fault.kind not in _SETTLED for told in to_settle) else 0


def merge(
    case: Case, files: Sequence[str] = (), *, window: Scope | None = None, today: dt.date,
    progress: Progress = no_progress,
) -> ChronologyResult:  # fmt: skip
    """Merge agencies' returns into the case's chronology (CASE/chronology.yaml), and make the Word document of it.

    Args:
        case: the case folder.
        files: the returns, each `FILE` or `AGENCY=FILE`; none for all in the case's folder of chronologies.
        window: where given, rows outside it are set aside.
        today: no contact can be later; entries that are new are marked with it.
        progress: told before each file.

    Raises:
        InputError, DataError: the review's data or what was merged before cannot be used.
        UsageError: there are no files, or an agency is none of the review's.
        OutputError: the outputs cannot be written.
    """
    review = case.load_review()
    found = _returns(case, review, files, today, progress)
    returns = [one for one in found if isinstance(one, Return)]
    if not returns:
        return _result(review, Merged(_before(case) or MergedChronology(first=today), (), ()), found, today)
    with turn(case.folder):
        merged = _merged(case, review, returns, window, today)
        write_atomically(case.folder / FILE, as_yaml(merged.chronology))
    whole = _whole(review, merged)
    made = _document(case, whole, merged.chronology, today)
    return _result(whole, merged, found, today, (case.folder / FILE, made.path), made.left_alone)


def check(
    case: Case, files: Sequence[str] = (), *, window: Scope | None = None, today: dt.date,
    progress: Progress = no_progress,
) -> ChronologyResult:  # fmt: skip
    """What is wrong with agencies' returns, and where no contact is recorded; nothing is written. See `merge`."""
    review = case.load_review()
    found = _returns(case, review, files, today, progress)
    returns = [one for one in found if isinstance(one, Return)]
    merged = merged_of(returns, before=None, order=_order(review), scope=review.scope, window=window, today=today)
    return _result(_whole(review, merged), merged, found, today, checked_only=True)


def _before(case: Case) -> MergedChronology | None:
    file = case.folder / FILE
    return read_chronology(file)[0] if file.exists() else None


def _merged(case: Case, review: Review, returns: Sequence[Return], window: Scope | None, today: dt.date) -> Merged:
    return merged_of(
        returns, before=_before(case), order=_order(review), scope=review.scope, window=window, today=today
    )


def _order(review: Review) -> list[str]:
    return [agency.id for agency in review.agencies]


def _typed(review: Review) -> list[ChronologyEntry]:
    """Entries that stand in the review's own data."""
    return [entry for entry in review.chronology if type(entry) is ChronologyEntry]


def _whole(review: Review, merged: Merged) -> Review:
    """The review with what is now merged in place of what was."""
    return review.model_copy(update={"chronology": (*_typed(review), *merged.chronology.entries)})


def _returns(
    case: Case, review: Review, files: Sequence[str], today: dt.date, progress: Progress
) -> list[Return | Account]:
    """Each file read, or an account that says why it was refused."""
    named = [_named(file, review) for file in files] or [(path, "") for path in _in_folder(case)]
    found: list[Return | Account] = []
    with Worker("reviewdocs.chronology.reading:Reading") as worker:
        worker.prepare()
        for number, (path, agency) in enumerate(named, 1):
            progress(number, len(named), path.name)
            one = attempt(partial(_read, worker, path, agency, review, today), where=path.name)
            found.append(
                Account(path.name, agency, refused=one.about(path)) if isinstance(one, ReviewdocsError) else one
            )
    return found


def _in_folder(case: Case) -> list[Path]:
    """What lies in the case's folder of chronologies, however deep.

    Raises:
        UsageError: nothing does.
    """
    folder = case.chronologies
    found = [path for path in sorted(folder.rglob("*")) if path.is_file()] if folder.is_dir() else []
    kept = [path for path in found if not path.name.startswith(".") and not is_lock_file(path)]
    if not kept:
        raise UsageError("No agency has returned a chronology yet: the folder is empty.", where=str(folder),
                         remedy="Put the files there, or name them.")  # fmt: skip
    return kept


def _named(told: str, review: Review) -> tuple[Path, str]:
    """A file as somebody names it, and the agency that stands before it.

    Raises:
        UsageError: the agency is none of the review's.
    """
    agency, equals, file = told.partition("=")
    if not equals or Path(told).exists():
        return Path(told), ""
    known = {one.id.casefold(): one.id for one in review.agencies}
    if agency.casefold() not in known:
        raise UsageError(f"There is no agency '{agency}' in this review.",
                         remedy=f"Known are {', '.join(known.values())}.")  # fmt: skip
    return Path(file), known[agency.casefold()]


def _read(worker: Worker, path: Path, agency: str, review: Review, today: dt.date) -> Return:
    """One file, read in the worker.

    Raises:
        InputError: it cannot be read, or nobody can tell whose it is.
    """
    data = read_file(path)
    grids = worker.do(Grids, "read", seconds_for(len(data)), path.name, data)
    above = [line for grid in grids.grids for line in reversed(grid.before.split("\n"))]
    whose = agency or agency_of_file(path, above, review.agencies)
    made = rows_of(path.name, whose or "", grids, review.agencies, today)
    if whose is None and any(not row.agency for row in made.rows if row.aside is None):
        ids = ", ".join(one.id for one in review.agencies)
        raise InputError(
            "Neither its name nor what stands above its tables says which agency returned it.",
            where=path.name,
            remedy=f"Name it as AGENCY=FILE, or put the agency into the file's name: {ids}.",
        )
    return made


def _document(case: Case, review: Review, chronology: MergedChronology, today: dt.date) -> Made:
    """The Word document of the case's chronology, as it now is."""
    from reviewdocs.chronology.document import TITLE, Content, as_docx  # slow to load, as what draws is
    from reviewdocs.chronology.figures import frequency, timeline

    entries = sorted(review.chronology, key=lambda e: (e.date, e.time or dt.time.min))
    gaps = _gaps(review)
    marks = _order(review)
    pictures = (
        [frequency(entries, marks, review.scope), timeline(entries, marks, review.scope, gaps)] if entries else []
    )
    data = as_docx(Content(review, entries, chronology.set_aside, gaps, pictures, today))
    made = MadeFiles(case.drafts, case.records / "drafts.json", SCHEMA)
    name = f"{review.reference} {TITLE} v{review.version}.docx".replace("/", "-").replace("\\", "-")
    return made.put(name, data, document="integrated-chronology", version=review.version, date=today.isoformat())


def _gaps(review: Review) -> tuple[Silence, ...]:
    return tuple(silences((e.date for e in review.chronology), review.scope.start, review.scope.end))


def _result(
    review: Review, merged: Merged, found: Sequence[Return | Account], today: dt.date,
    written: tuple[Path, ...] = (), left_alone: tuple[Path, ...] = (), *, checked_only: bool = False,
) -> ChronologyResult:  # fmt: skip
    done = iter(merged.accounts)
    accounts = tuple(next(done) if isinstance(one, Return) else one for one in found)
    silent = {
        agency: stretches
        for agency in _order(review)
        if (days := [e.date for e in review.chronology if e.agency == agency])
        and (stretches := tuple(silences(days, review.scope.start, review.scope.end)))
    }
    added = sum(entry.added == today for entry in merged.chronology.entries)
    return ChronologyResult(
        accounts, merged.faults, len(review.chronology), len(_typed(review)), added, _gaps(review), silent,
        written, left_alone, checked_only,
    )  # fmt: skip
