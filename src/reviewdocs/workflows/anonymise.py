"""Anonymised copies of a batch of files.

The inputs are never touched. An output is named as done only after its bytes were read back and verified; that and all
else that a document's bytes undergo happens in a process of its own (`anonymiser`), which can be stopped.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any

from reviewdocs.errors import OutputError, ReviewdocsError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import read_file
from reviewdocs.formats.protection import is_protected
from reviewdocs.formats.worker import Worker, seconds_for
from reviewdocs.model.pseudonyms import DatePolicy, PseudonymMap
from reviewdocs.model.words import Audience
from reviewdocs.store.ledger import OutputLedger
from reviewdocs.workflows.batch import Progress, attempt, is_lock_file, no_progress, refuse_same_names
from reviewdocs.workflows.destination import RECORD_SCHEMA, Destination
from reviewdocs.workflows.workers import Done, anonymising, searching

if TYPE_CHECKING:
    from reviewdocs.store.case import Case
    from reviewdocs.workflows.standing import Replacement


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one input: `output` is None when there is none, and `reason` then says why.

    `unread` names what could not be read and was put out of the document; like an undecided mention it blocks.
    `unprotected` says that the input opened with a password only, while the output has none. `page` shows every change
    with its reason, where there is a case folder to keep it in; it holds real names.
    """

    input: Path
    output: Path | None = None
    verified: bool = False
    reason: str = ""
    stripped: Mapping[str, int] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    replaced: int = 0
    undecided: int = 0
    kept: int = 0
    unprotected: bool = False
    page: Path | None = None
    dates_moved_before: bool = False
    exit_code: int = 0

    def as_json(self) -> dict[str, Any]:
        """The object of contracts.md."""
        return {
            "input": str(self.input),
            "output": str(self.output) if self.output else None,
            "verified": self.verified,
            "reason": self.reason,
            "stripped": dict(self.stripped),
            "unread": list(self.unread),
            "replaced": self.replaced,
            "undecided": self.undecided,
            "kept": self.kept,
            "unprotected": self.unprotected,
            "page": str(self.page) if self.page else None,
        }


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of all inputs; `notes` say what a person should know of the batch as a whole.

    `incomplete` says that somebody of the review is not in the map, which blocks like an undecided mention.
    """

    files: tuple[FileOutcome, ...]
    notes: tuple[str, ...]
    incomplete: bool = False

    @property
    def exit_code(self) -> int:
        """The highest of the files' (contracts.md)."""
        return max((*(file.exit_code for file in self.files), 1 if self.incomplete else 0))


def anonymise(
    files: Sequence[Path],
    *,
    pmap: PseudonymMap,
    to: Destination,
    audience: Audience = Audience.PUBLIC,
    password: str = "",
    keep_comments: bool = False,
    progress: Progress = no_progress,
    worker: Worker | None = None,
) -> Batch:
    """Write anonymised copies of `files`.

    Args:
        files: inputs; never touched.
        pmap: the agreed pseudonym map.
        to: where copies and records go.
        audience: what hidden content goes.
        password: opens inputs that are protected by one; their outputs are not protected.
        keep_comments: see `Anonymiser`.
        progress: told before each file.
        worker: `anonymising()` that was started before, if any.

    Raises:
        UsageError: two inputs of one name, outputs or records that would overwrite something else, or comments to be
            kept in what is published; nothing is done then.
        InputError: the map is not filled in yet, or the case's decisions cannot be used.
        OutputError: the record cannot be written; nothing is done then.
    """
    locks, files = [f for f in files if is_lock_file(f)], [f for f in files if not is_lock_file(f)]
    refuse_same_names(files)
    to.refuse_unsafe(files, audience)
    pmap, replacements, decided = _with_decisions(pmap, to.case)
    outcomes, entries = [], []
    with worker or anonymising() as worker, searching() as prover:
        worker.prepare(pmap, audience, keep_comments, replacements, password)
        names = worker.do(list[str], "file_names", seconds_for(0), [file.name for file in files])
        outputs = [to.folder / name for name in names]
        _refuse_clashes(files, outputs)
        book = to.ledger(audience)
        if to.record is not None:
            _write_json(to.record, {"schema": RECORD_SCHEMA, "documents": []})
        for number, (file, output) in enumerate(zip(files, outputs, strict=True), 1):
            progress(number, len(files), file.name)

            def work(file: Path = file, output: Path = output) -> tuple[FileOutcome, dict[str, Any]]:
                return _one(file, output, worker, prover, book, to, audience, pmap)

            done = attempt(work, where=str(file))
            if isinstance(done, ReviewdocsError):
                out_of_date = " The output of an earlier run is still there; it is out of date."
                stale = out_of_date if book.holds(output, file) else ""
                outcomes.append(FileOutcome(file, reason=f"{done.about(file)}{stale}", exit_code=done.exit_code))
            else:
                outcomes.append(done[0])
                entries.append(done[1])
    if to.record is not None:
        _write_json(to.record, {"schema": RECORD_SCHEMA, "documents": entries})
    missing = _missing(to.case, pmap) if to.case else ""
    left_out = [f"{lock.name} was left out: Word keeps it beside a document that is open." for lock in locks]
    notes = (missing, decided, _date_note(pmap, audience, outcomes), *left_out)
    return Batch(tuple(outcomes), tuple(note for note in notes if note), incomplete=bool(missing))


def _date_note(pmap: PseudonymMap, audience: Audience, outcomes: Iterable[FileOutcome]) -> str:
    """What to tell the user about dates; empty when they follow a policy that needs no word."""
    if pmap.dates is None:
        stay = "The map has no dates policy: dates stay as written, and `check` lists them."
        return stay if audience is Audience.PUBLIC else ""
    if pmap.dates.policy is not DatePolicy.SHIFT:
        return ""
    said = ["Dates are moved, all by the same number of weeks; clock times and ages are as written."]
    if pmap.dates.shift_weeks is None:
        said.append("The map does not say by how many: see `pseudonyms lint`.")
    if before := sum(outcome.dates_moved_before for outcome in outcomes):
        said.append(f"Dates of {before} input(s) had been moved before, and were not moved again.")
    return " ".join(said)


def _with_decisions(pmap: PseudonymMap, case: Case | None) -> tuple[PseudonymMap, Sequence[Replacement], str]:
    """The map with what the case's decisions add to it, the replacements they ask for, and what to tell of both."""
    if case is None:
        return pmap, (), ""
    from reviewdocs.store.decisions import DecisionBook  # slow to import, and only a case has decisions
    from reviewdocs.workflows.standing import standing

    decided = standing(pmap, DecisionBook(case).decisions())
    return decided.pmap, decided.replacements, decided.note


def _missing(case: Case, pmap: PseudonymMap) -> str:
    from reviewdocs.workflows.agreement import missing_people  # only a case has review data

    return missing_people(case, pmap)


def _one(
    file: Path,
    output: Path,
    worker: Worker,
    prover: Worker,
    book: OutputLedger,
    to: Destination,
    audience: Audience,
    pmap: PseudonymMap,
) -> tuple[FileOutcome, dict[str, Any]]:
    """Anonymise one file onto the disk, read it back, and record what was done: for programs, and as a page."""
    data = read_file(file)
    moves = pmap.dates is not None and pmap.dates.policy is DatePolicy.SHIFT
    moved_before = moves and to.moved_before(file, data, audience)
    record = to.record_of(output, audience)
    page_of = output.name if record else ""
    done = _proved(worker, prover, pmap, (file.name, data, moved_before, page_of))
    book.refuse_foreign(output, file)
    entry = {"input": str(file), "output": str(output), "stripped": done.stripped, **done.rows}
    page = None
    if record is not None:
        _write_json(record, {"schema": RECORD_SCHEMA, "documents": [entry]})
        page = record.with_suffix(".html")
        write_atomically(page, done.page)
    write_atomically(output, done.data)
    if output.read_bytes() != done.data:
        output.unlink()
        raise OutputError(
            "The file read back from the disk is not what was written; it was removed.", where=str(output)
        )
    book.note(output, file, done.data, moved=moves)
    outcome = FileOutcome(
        input=file,
        output=output,
        verified=True,
        stripped=done.stripped,
        unread=done.unread,
        replaced=done.replaced,
        undecided=done.undecided,
        kept=done.kept,
        unprotected=is_protected(data),
        page=page,
        dates_moved_before=moved_before,
        exit_code=1 if done.undecided or done.unread else 0,
    )
    return outcome, entry


def _proved(worker: Worker, prover: Worker, pmap: PseudonymMap, asked: tuple[str, bytes, bool, str]) -> Done:
    """One file anonymised, and its bytes searched: by another process than the one that wrote them, while that one
    reads back what it wrote.

    Args:
        worker: `anonymising()`.
        prover: `searching()`; prepared here when it is not yet, while the worker is at work.
        pmap: what the prover needs.
        asked: what `Anonymising.write` takes.

    Raises:
        OutputError: something of the map would survive in the output.
    """
    (name, data, _, page_of), searched = asked, b""
    limit = seconds_for(len(data))

    def search(output: bytes) -> None:
        nonlocal searched
        searched = output
        prover.begin("survivors", name, output)

    worker.begin("write", *asked, telling=True)
    prover.expect(pmap)
    done = worker.end(Done, limit, meanwhile=search)
    places = dict[str, int]
    if done.data == searched:
        found = prover.end(places, limit)
    else:
        found = prover.do(places, "survivors", limit, name, done.data)
    if found:
        done = worker.do(Done, "expunge", limit, page_of)
        prover.do(NoneType, "refuse", limit, name, done.data)
    return done


def _write_json(path: Path, content: Any) -> None:
    write_atomically(path, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode())


def _refuse_clashes(files: Sequence[Path], outputs: Sequence[Path]) -> None:
    """Refuse when an output would be an input, or two outputs one file."""
    by_output: dict[str, Path] = {}
    for file, output in zip(files, outputs, strict=True):
        other = by_output.setdefault(output.name.casefold(), file)
        if other is not file:
            raise UsageError(
                f"{other} and {file} would become one output.",
                remedy="Nothing was done. Rename one, or do them in separate runs with separate output folders.",
            )
    inputs = {file.resolve() for file in files}
    for output in outputs:
        if output.resolve() in inputs:
            raise UsageError(
                "The output would overwrite an input.",
                where=str(output),
                remedy="Choose another output folder with -o.",
            )
