"""Anonymised copies of a batch of files.

The inputs are never touched. An output is named as done only after its bytes were read back and verified; that and all
else that a document's bytes undergo happens in a process of its own (`anonymiser`), which can be stopped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NoReturn

from reviewdocs.disk import is_folder, real
from reviewdocs.errors import ReviewdocsError, UsageError
from reviewdocs.formats.files import read_file
from reviewdocs.formats.worker import Worker, seconds_for
from reviewdocs.model.pseudonyms import DatePolicy, PseudonymMap
from reviewdocs.model.words import Audience
from reviewdocs.workflows.batch import Progress, attempt, is_lock_file, no_progress, one_name, refuse_same_names
from reviewdocs.workflows.copying import Copying
from reviewdocs.workflows.destination import Destination
from reviewdocs.workflows.outcomes import Batch, FileOutcome
from reviewdocs.workflows.recording import Entry, Origin, RecordOfAll
from reviewdocs.workflows.workers import anonymising, searching

if TYPE_CHECKING:
    from reviewdocs.model.decisions import RecordState
    from reviewdocs.pseudonymise.family import FamilyMap
    from reviewdocs.store.case import Case
    from reviewdocs.workflows.holding import Holding


def anonymise(
    files: Sequence[Path],
    *,
    pmap: PseudonymMap,
    to: Destination,
    audience: Audience = Audience.PUBLIC,
    password: str = "",
    keep_comments: bool = False,
    family: Sequence[str] = (),
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
        family: in a family's copy, ids of those whose names stay; empty for the subject and the family.
        progress: told before each file.
        worker: `anonymising()` that was started before, if any.

    Raises:
        UsageError: two inputs of one name, outputs or records that would overwrite something else, comments to be
            kept in what is published, or nobody whose name would stay in a family's copy; nothing is done then.
        InputError: the map is not filled in yet, or the case's decisions cannot be used.
        OutputError: the record cannot be written; nothing is done then.
    """
    locks, files = [f for f in files if is_lock_file(f)], [f for f in files if not is_lock_file(f)]
    refuse_same_names(files)
    to.refuse_unsafe(files, audience)
    held, state = _held(pmap, to.case) if to.case else (None, None)
    pmap, asked, said = (held.pmap, held.replacements, held.sayings) if held else (pmap, (), ())
    own = _family(pmap, to.case, family) if audience is Audience.FAMILY else None
    pmap = own.pmap if own else pmap
    with worker or anonymising() as worker, searching() as prover:
        worker.prepare(pmap, audience, keep_comments, asked, said, password)
        outputs = _outputs(files, worker, to.folder)
        older = _older(files, worker)
        refused = older if audience is Audience.PUBLIC else {}
        _refuse_clashes({file: output for file, output in outputs.items() if file not in refused}, files)
        copying = Copying(worker, prover, pmap, to, audience, to.ledger(audience), state)
        outcomes, recorded = _copied(outputs, refused, copying, progress)
    missing = _missing(to.case, pmap) if to.case else ""
    told = (own.note if own else "", missing, held.note if held else "")
    left_out = [f"{lock.name} was left out: Word keeps it beside a document that is open." for lock in locks]
    several = [f"Several versions of one draft were copied: {why}." for why in older.values()] if not refused else []
    notes = (*told, *several, _date_note(pmap, audience, outcomes), recorded, *left_out)
    return Batch(tuple(outcomes), tuple(note for note in notes if note), incomplete=bool(missing))


def _copied(
    outputs: Mapping[Path, Path], refused: Mapping[Path, str], copying: Copying, progress: Progress
) -> tuple[list[FileOutcome], str]:
    """Every file copied and recorded, but for older versions; what became of each, and what to tell of the record."""
    wanted = copying.to.record
    # Its place is taken first, so that nothing is done where it cannot be written.
    record = RecordOfAll.at(wanted, copying.origins(outputs)) if wanted else None
    outcomes: list[FileOutcome] = []
    done: dict[Origin, Entry] = {}
    for number, (file, output) in enumerate(outputs.items(), 1):
        progress(number, len(outputs), file.name)
        work = partial(_refuse, refused[file]) if file in refused else partial(copying.copy, file, output)
        copied = attempt(work, where=str(file))
        if isinstance(copied, ReviewdocsError):
            out_of_date = " The output of an earlier run is still there; it is out of date."
            stale = out_of_date if copying.book.holds(output, file) else ""
            outcomes.append(FileOutcome(file, reason=f"{copied.about(file)}{stale}", exit_code=copied.exit_code))
        else:
            outcome, origin, entry = copied
            outcomes.append(outcome)
            done[origin] = entry
    if record:
        record.write(done)
    if record is None or record.path == wanted:
        return outcomes, ""
    return outcomes, f"{wanted} is the record of something else and stays; the record of this run is {record.path}."


def _refuse(why: str) -> NoReturn:
    """Refuse a file that is not certainly the newest version of its draft.

    Raises:
        UsageError: saying why.
    """
    raise UsageError(
        f"{why[0].upper()}{why[1:]}. Of several versions of one draft only the newest becomes a public copy.",
        remedy="Give the one that is to be published without the others. If this is another document, or meant all the "
        "same, give it in a run of its own.",
    )


def _outputs(files: Sequence[Path], worker: Worker, folder: Path) -> dict[Path, Path]:
    """Where the copy of each file goes.

    Raises:
        UsageError: its name would be none.
    """
    names = worker.do(list[str], "file_names", seconds_for(0), [file.name for file in files])
    for file, name in zip(files, names, strict=True):
        if not is_folder(file) and (name in ("", ".", "..") or PurePath(name).name != name):
            raise UsageError(
                "Its copy cannot have the name that the map makes of its own.",
                where=str(file),
                remedy="Rename it, or take what is no part of a file name out of the pseudonym.",
            )
    return {file: folder / name for file, name in zip(files, names, strict=True)}


def _older(files: Sequence[Path], worker: Worker) -> Mapping[Path, str]:
    """Which are not certainly the newest version of their draft, and why."""
    if len(files) < 2:
        return {}
    from reviewdocs.workflows.superseding import superseded  # its expressions are slow to load

    def asked(file: Path) -> frozenset[int]:
        data = read_file(file)
        return worker.do(frozenset[int], "runs", seconds_for(len(data)), file.name, data)

    def runs(file: Path) -> frozenset[int]:
        read = attempt(partial(asked, file), where=str(file))
        return frozenset() if isinstance(read, ReviewdocsError) else read  # what is wrong with it is told in its turn

    return superseded(files, runs)


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


def _held(pmap: PseudonymMap, case: Case) -> tuple[Holding, RecordState]:
    """What the case's decisions change, and how far the record of decisions goes."""
    from reviewdocs.store.decisions import DecisionBook  # slow to import, and only a case has decisions
    from reviewdocs.workflows.holding import holding

    decisions, state = DecisionBook(case).read()
    return holding(pmap, decisions), state


def _family(pmap: PseudonymMap, case: Case | None, only: Sequence[str]) -> FamilyMap:
    """The map for the family's own copy; who is suspected is read in the review's data too."""
    from reviewdocs.language.kin import is_suspected
    from reviewdocs.pseudonymise.family import family_map

    people = case.load_review().people if case is not None and case.review_file.exists() else ()
    return family_map(pmap, only, [person.id for person in people if is_suspected(person.role)])


def _missing(case: Case, pmap: PseudonymMap) -> str:
    from reviewdocs.workflows.agreement import missing_people  # only a case has review data

    return missing_people(case, pmap)


def _refuse_clashes(outputs: Mapping[Path, Path], files: Iterable[Path]) -> None:
    """Refuse when an output would be an input, or two outputs one file."""
    by_output: dict[str, Path] = {}
    for file, output in outputs.items():
        other = by_output.setdefault(one_name(output), file)
        if other is not file:
            raise UsageError(
                f"{other} and {file} would become one output.",
                remedy="Nothing was done. Rename one, or do them in separate runs with separate output folders.",
            )
    inputs = {real(file) for file in files}
    for output in outputs.values():
        if real(output) in inputs:
            raise UsageError(
                "The output would overwrite an input.",
                where=str(output),
                remedy="Choose another output folder with -o.",
            )
