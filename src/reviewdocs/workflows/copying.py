"""One anonymised copy: made by one process, searched by another, then written, read back and recorded.

Neither process is believed: see `formats/worker.py`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any

from reviewdocs.errors import InputError, OutputError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import read_file
from reviewdocs.formats.protection import is_protected
from reviewdocs.formats.worker import Worker, seconds_for
from reviewdocs.model.mentions import Outcome
from reviewdocs.model.pseudonyms import DatePolicy, PseudonymMap
from reviewdocs.model.words import Audience
from reviewdocs.store.ledger import OutputLedger
from reviewdocs.workflows.destination import Destination
from reviewdocs.workflows.outcomes import FileOutcome
from reviewdocs.workflows.recording import Origin, page_beside, record_in, write_record
from reviewdocs.workflows.workers import PAGE_HEAD, Done, PageHead

if TYPE_CHECKING:
    from reviewdocs.model.decisions import RecordState

_PLACES = dict[str, int]


@dataclass(frozen=True, slots=True)
class Copying:
    """What makes the copies of one run.

    Attributes:
        worker: `anonymising()`.
        prover: `searching()`; prepared here when it is not yet, while the worker is at work.
        pmap: the map, with what decisions add to it.
        to: where copies and records go.
        audience: of the copies.
        book: which outputs are ours to replace.
        decisions: how far the case's record of decisions went; None without a case.
    """

    worker: Worker
    prover: Worker
    pmap: PseudonymMap
    to: Destination
    audience: Audience
    book: OutputLedger
    decisions: RecordState | None

    def copy(self, file: Path, output: Path) -> tuple[FileOutcome, Origin, Mapping[str, Any]]:
        """Anonymise one file onto the disk, read it back, and record what was done: for programs, and as a page.

        Returns:
            What became of it, and what a record tells of it.

        Raises:
            InputError, OutputError: it cannot be read, verified or written.
        """
        data = read_file(file)
        moves = self.pmap.dates is not None and self.pmap.dates.policy is DatePolicy.SHIFT
        moved_before = moves and self.to.moved_before(file, data, self.audience)
        done = self._proved(file, data, moved_before, self._head(output))
        origin = Origin.of(file, data, output, self.audience, self.to.case)
        entry = {
            "input": str(file),
            "output": str(output),
            **origin.entry(done.data),
            "stripped": done.stripped,
            "standing": [asdict(word) for word in done.standing],
            "doubt": done.doubt,
            "decisions": self.decisions and self.decisions.model_dump(mode="json"),
            "unsettled": done.unsettled,
            **{outcome.value: done.rows.get(outcome, ()) for outcome in Outcome},
        }
        with self.book.replacing(output, file, done.data, moved=moves):
            record = self._recorded(origin, output, entry, done.page)
            write_atomically(output, done.data)
            if output.read_bytes() != done.data:
                output.unlink()
                raise OutputError(
                    "The file read back from the disk is not what was written; it was removed.", where=str(output)
                )
        outcome = FileOutcome(
            input=file,
            output=output,
            verified=True,
            stripped=done.stripped,
            unread=done.unread,
            replaced=done.replaced,
            undecided=done.undecided,
            kept=done.kept,
            standing=done.standing,
            doubt=done.doubt,
            unprotected=is_protected(data),
            record=record,
            page=record and page_beside(record),
            dates_moved_before=moved_before,
            exit_code=1 if done.undecided or done.unread or done.doubt else 0,
        )
        return outcome, origin, entry

    def _head(self, output: Path) -> PageHead | None:
        if self.to.case is None:
            return None
        state = self.decisions
        return PageHead(output.name, state.number if state else 0, state.last_hash if state else "")

    def origins(self, outputs: Mapping[Path, Path]) -> Iterator[Origin]:
        """What records would say of files and their copies, as they are now; of those that can be read."""
        for file, output in outputs.items():
            with contextlib.suppress(InputError):
                yield Origin.of(file, read_file(file), output, self.audience, self.to.case)

    def _recorded(self, origin: Origin, output: Path, entry: Mapping[str, Any], page: bytes) -> Path | None:
        """Write the case's record of one copy, and its page beside it; None without a case."""
        if self.to.case is None:
            return None
        if not page.startswith(PAGE_HEAD):
            what = "The page of the record is not made as it should be, so nothing was written."
            raise OutputError(what, where=str(output), remedy="Ask where the document comes from; do not publish it.")
        record = record_in(self.to.case, origin, output)
        write_record(record, [entry])
        write_atomically(page_beside(record), page)
        return record

    def _proved(self, file: Path, data: bytes, keep_dates: bool, page_of: PageHead | None) -> Done:
        """One file anonymised, and its bytes searched: by another process than the one that wrote them, while that one
        reads back what it wrote.

        Args:
            file: where it comes from.
            data, keep_dates, page_of: what `Anonymising.write` takes.

        Raises:
            OutputError: something of the map would survive in the output.
        """
        name, limit = file.name, seconds_for(len(data))
        searched: bytes | None = None

        def search(output: bytes) -> None:
            nonlocal searched
            searched = output
            self.prover.begin("survivors", name, output)

        self.worker.begin("write", name, data, keep_dates, page_of, telling=True)
        self.prover.expect(self.pmap)
        self.book.expect(file)
        done = self.worker.end(Done, limit, meanwhile=search)
        if done.data == searched:
            found = self.prover.end(_PLACES, limit)
        else:
            found = self.prover.do(_PLACES, "survivors", limit, name, done.data)
        if found:
            done = self.worker.do(Done, "expunge", limit, page_of)
            self.prover.do(NoneType, "refuse", limit, name, done.data)
        return done
