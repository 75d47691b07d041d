"""Anonymised copies: read, strip, resolve, edit, write, read back, verify.

The input is never touched. An output is named as done only after its bytes were read back and nothing of the map was
found in them; what cannot be verified does not exist.
"""

from __future__ import annotations

import contextlib
import gc
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewdocs.errors import OutputError, ReviewdocsError, UsageError
from reviewdocs.formats import is_protected, open_document, read_file, without_password
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.base import Document
from reviewdocs.formats.worker import Worker, seconds_for
from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.pseudonyms import DatePolicy, PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.model.words import Audience
from reviewdocs.names import ByteSearch, forbidden_phrases
from reviewdocs.pseudonymise import Resolver, edits_of
from reviewdocs.pseudonymise.edits import UNDECIDED, UNDECIDED_DATE, in_order
from reviewdocs.pseudonymise.record import Record, rows
from reviewdocs.store.case import Case
from reviewdocs.store.ledger import OutputLedger
from reviewdocs.workflows.agreement import missing_people, refuse_unfilled
from reviewdocs.workflows.batch import Progress, attempt, is_lock_file, no_progress, refuse_same_names
from reviewdocs.workflows.destination import RECORD_SCHEMA, Destination
from reviewdocs.workflows.standing import Replacement, Standing, replaced, standing

if TYPE_CHECKING:
    from reviewdocs.pseudonymise.dates import DateChanger

_DATES = frozenset({Category.DATE, Category.DOB})
_PASSES = 4
"""Replacing a name changes its neighbours' context, so what was written is opened and resolved again until nothing is
found, nor anything that a decision wants changed; at most this often. What is still found then is not verified."""


@dataclass(frozen=True, slots=True)
class Anonymised:
    """One document's anonymised bytes, verified in memory, with what was done."""

    data: bytes
    record: Record

    def count(self, outcome: Outcome) -> int:
        """How many mentions had this outcome."""
        return sum(mention.outcome is outcome for mention in (*self.record.mentions, *self.record.later))


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


@contextlib.contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No garbage is collected meanwhile: reading a document makes very many objects that last as long as it does, and
    looking through them over and over costs a tenth of the time. What is left counts as old, to be looked through when
    all is."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


class Anonymiser:
    """Anonymises documents with one map for one audience; build it once for a batch.

    Args:
        pmap: the agreed pseudonym map.
        audience: what hidden content goes.
        keep_comments: leave comments and tracked changes to readers outside the board, their authors neutral.
        replacements: what decisions want changed, once the map's names are replaced.

    Raises:
        UsageError: comments are to be kept in what is published.
        InputError: the map still holds the starter's placeholders, so that it names nobody, or asks for relative dates
            without an anchor.
    """

    def __init__(
        self,
        pmap: PseudonymMap,
        audience: Audience,
        *,
        keep_comments: bool = False,
        replacements: Sequence[Replacement] = (),
    ) -> None:
        if keep_comments and audience is Audience.PUBLIC:
            raise UsageError(
                "Comments are never kept in a public document.",
                remedy="Leave out --keep-comments, or say --audience external.",
            )
        refuse_unfilled(pmap)
        self._audience = audience
        self._keep_comments = keep_comments
        self._replacements = replacements
        self._resolver = Resolver(pmap)
        self._search = ByteSearch(forbidden_phrases(pmap))
        self._dates: DateChanger | None = None
        if pmap.dates is not None and pmap.dates.changes:
            from reviewdocs.pseudonymise.dates import DateChanger  # its expressions are slow to load

            self._dates = DateChanger(pmap)

    def file_name(self, name: str) -> str:
        """The output's file name: the input's, known names in it replaced by designations."""
        return self._resolver.file_name(name)

    def anonymise(self, name: str, data: bytes, *, keep_dates: bool = False) -> Anonymised:
        """Anonymise the bytes of one document.

        Args:
            name: the file's name.
            data: its bytes.
            keep_dates: leave dates whatever the map says: of a letter, whose dates are the review's own, and of a copy
                whose dates were moved before.

        Raises:
            InputError: the document cannot be read safely.
            OutputError: something of the map would survive in the output.
        """
        with _collector_at_rest():
            return self._anonymised(name, data, keep_dates=keep_dates)

    def _anonymised(self, name: str, data: bytes, *, keep_dates: bool) -> Anonymised:
        document = opened = open_document(name, data)
        stripped = document.strip(self._audience, keep_comments=self._keep_comments)
        paragraphs = document.paragraphs()
        dates = None if keep_dates else self._dates
        found = mentions = self._decided(paragraphs, dates)
        later: list[Mention] = []
        for _ in range(_PASSES):
            document.apply(edits_of(found))
            output = document.to_bytes()
            document = open_document(name, output)
            read_back = document.paragraphs()
            ours = {mention.replacement or "" for mention in (*mentions, *later) if mention.category in _DATES}
            again = self._decided(read_back, dates, written_by_us=ours)
            found = [mention for mention in again if mention.outcome is not Outcome.KEPT]
            found = found or replaced(self._replacements, read_back)
            if not found:
                break
            later += [replace(m, evidence=(*m.evidence, "found on reading again")) for m in found]
        else:
            places = {paragraph.key: paragraph.place for paragraph in read_back}
            raise _not_verified(f"{_listed(Counter(places[m.paragraph] for m in found))} could not be replaced")
        unread = opened.coverage().unread
        if self._survivors(document, glued=True):
            if count := document.expunge(self._search.found):
                stripped = {**stripped, "names in ids, packed data and the like": count}
                reasons = dict(line.partition(": ")[::2] for line in (*unread, *document.coverage().unread))
                unread = tuple(f"{part}: {why}" for part, why in reasons.items())
                output = document.to_bytes()
                document = open_document(name, output)
            if survivors := self._survivors(document):
                raise _not_verified(f"names or identifiers of the map survive in {_listed(survivors)}")
        return Anonymised(output, Record(name, paragraphs, mentions, later, stripped, unread))

    def _decided(
        self, paragraphs: Sequence[Paragraph], dates: DateChanger | None, *, written_by_us: Collection[str] = ()
    ) -> list[Mention]:
        """Every mention of the map, and apart from them every date that its policy changes."""
        mentions = self._resolver.resolve(paragraphs)
        if dates is None:
            return mentions
        return in_order(paragraphs, [*mentions, *dates.mentions(paragraphs, mentions, written_by_us=written_by_us)])

    def _survivors(self, written: Document, *, glued: bool = False) -> Counter[str]:
        """Where something stands that may not stand in any byte (Order of work, 5); `glued`: in longer words too."""
        return Counter(
            "a part whose own name is one" if self._search.found(place) else place
            for place, text in written.searchable()
            if self._search.found(text, glued=glued)
        )


def anonymise(
    files: Sequence[Path],
    *,
    pmap: PseudonymMap,
    to: Destination,
    audience: Audience = Audience.PUBLIC,
    password: str = "",
    keep_comments: bool = False,
    progress: Progress = no_progress,
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

    Raises:
        UsageError: two inputs of one name, outputs or records that would overwrite something else, or comments to be
            kept in what is published; nothing is done then.
        InputError: the map is not filled in yet, or the case's decisions cannot be used.
        OutputError: the record cannot be written; nothing is done then.
    """
    locks, files = [f for f in files if is_lock_file(f)], [f for f in files if not is_lock_file(f)]
    refuse_same_names(files)
    to.refuse_unsafe(files, audience)
    decided = _decided(pmap, to.case) if to.case else Standing(pmap)
    pmap = decided.pmap
    anonymiser = Anonymiser(pmap, audience, keep_comments=keep_comments)
    outputs = [to.folder / anonymiser.file_name(file.name) for file in files]
    _refuse_clashes(files, outputs)
    book = to.ledger(audience)
    if to.record is not None:
        _write_json(to.record, {"schema": RECORD_SCHEMA, "documents": []})
    outcomes, entries = [], []
    with Worker(_work, decided, audience, keep_comments, password) as worker:
        for number, (file, output) in enumerate(zip(files, outputs, strict=True), 1):
            progress(number, len(files), file.name)

            def work(file: Path = file, output: Path = output) -> tuple[FileOutcome, dict[str, Any]]:
                return _one(file, output, worker, book, to, audience, pmap)

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
    missing = missing_people(to.case, pmap) if to.case else ""
    left_out = [f"{lock.name} was left out: Word keeps it beside a document that is open." for lock in locks]
    notes = (missing, decided.note, _date_note(pmap, audience, outcomes), *left_out)
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


_Work = Callable[[str, bytes, bool], Anonymised]


def _decided(pmap: PseudonymMap, case: Case) -> Standing:
    """The map with what the case's decisions add to it."""
    from reviewdocs.store.decisions import DecisionBook  # slow to import, and only a case has decisions

    return standing(pmap, DecisionBook(case).decisions())


def _work(decided: Standing, audience: Audience, keep_comments: bool, password: str) -> _Work:
    """What the worker does with each file's name and bytes, and whether its dates stay."""
    anonymiser = Anonymiser(decided.pmap, audience, keep_comments=keep_comments, replacements=decided.replacements)
    return lambda name, data, keep_dates: anonymiser.anonymise(
        name, without_password(data, password), keep_dates=keep_dates
    )


def _one(
    file: Path,
    output: Path,
    worker: Worker[[str, bytes, bool], Anonymised],
    book: OutputLedger,
    to: Destination,
    audience: Audience,
    pmap: PseudonymMap,
) -> tuple[FileOutcome, dict[str, Any]]:
    """Anonymise one file onto the disk, read it back, and record what was done: for programs, and as a page."""
    data = read_file(file)
    moves = pmap.dates is not None and pmap.dates.policy is DatePolicy.SHIFT
    moved_before = moves and to.moved_before(file, data, audience)
    done = worker.do(seconds_for(len(data)), file.name, data, moved_before)
    book.refuse_foreign(output, file)
    record = to.record_of(output, audience)
    entry = {"input": str(file), "output": str(output), "stripped": dict(done.record.stripped), **rows(done.record)}
    page = None
    if record is not None:
        from reviewdocs.pseudonymise.record.page import as_html  # what fills pages is slow to import

        _write_json(record, {"schema": RECORD_SCHEMA, "documents": [entry]})
        page = record.with_suffix(".html")
        write_atomically(page, as_html(done.record, pmap, output=output.name).encode())
    write_atomically(output, done.data)
    if output.read_bytes() != done.data:
        output.unlink()
        raise OutputError(
            "The file read back from the disk is not what was written; it was removed.", where=str(output)
        )
    book.note(output, file, done.data, moved=moves)
    settled = sum(mention.text in (UNDECIDED, UNDECIDED_DATE) for mention in done.record.later)
    undecided = done.count(Outcome.UNDECIDED) - settled
    outcome = FileOutcome(
        input=file,
        output=output,
        verified=True,
        stripped=done.record.stripped,
        unread=tuple(done.record.unread),
        replaced=done.count(Outcome.REPLACED),
        undecided=undecided,
        kept=done.count(Outcome.KEPT),
        unprotected=is_protected(data),
        page=page,
        dates_moved_before=moved_before,
        exit_code=1 if undecided or done.record.unread else 0,
    )
    return outcome, entry


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


def _listed(counts: Mapping[str, int]) -> str:
    """Places with how often, most first, for an error message."""
    return ", ".join(f"{place} ({n})" for place, n in Counter(counts).most_common(5))


def _not_verified(what: str) -> OutputError:
    return OutputError(
        f"The result could not be verified, so nothing was written: {what}.",
        remedy="Look at these places in the document, or ask for help with this file; do not publish it.",
    )
