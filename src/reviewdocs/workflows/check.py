"""Residual risks of finished documents: read them as a stranger would, apply every rule, say what was not looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewdocs import __version__
from reviewdocs.detect import Detector
from reviewdocs.errors import ReviewdocsError
from reviewdocs.formats import open_document, read_file, without_password
from reviewdocs.formats.worker import Worker, seconds_for
from reviewdocs.model.findings import CheckReport, DocumentReport, FailedInput, Verdict
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.risk import examine
from reviewdocs.store.case import Case
from reviewdocs.workflows.agreement import missing_people, refuse_unfilled
from reviewdocs.workflows.batch import Progress, attempt, is_lock_file, no_progress


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The report of all documents and the exit code: the worst verdict or failure."""

    report: CheckReport
    exit_code: int


def check(
    files: Sequence[Path],
    *,
    pmap: PseudonymMap | None,
    case: Case | None = None,
    password: str = "",
    progress: Progress = no_progress,
) -> CheckResult:
    """Check finished documents.

    Args:
        files: the documents.
        pmap: the review's map, where there is one.
        case: its case folder, where there is one: people of its data who are not in the map were not looked for.
        password: opens documents that are protected by one.
        progress: told before each file.

    Raises:
        InputError: the map is not filled in yet.
        NotCheckedError: the detectors cannot be started.
    """
    if pmap is not None:
        refuse_unfilled(pmap)
    missing = missing_people(case, pmap) if case and pmap else ""
    documents: list[DocumentReport] = []
    failed: list[FailedInput] = []
    worst = 0
    files = [file for file in files if not is_lock_file(file)]
    with Worker(_work, pmap, password) as worker:
        for number, file in enumerate(files, 1):
            progress(number, len(files), file.name)

            def work(file: Path = file) -> DocumentReport:
                data = read_file(file)
                report = worker.do(seconds_for(len(data)), file, data)
                return _not_checked(report, missing) if missing else report

            done = attempt(work, where=str(file))
            if isinstance(done, ReviewdocsError):
                failed.append(FailedInput(file=str(file), reason=done.about(file)))
                worst = max(worst, done.exit_code)
            else:
                documents.append(done)
                worst = max(worst, done.verdict.exit_code)
    report = CheckReport(tool_version=__version__, documents=tuple(documents), failed=tuple(failed))
    return CheckResult(report, worst)


def _work(pmap: PseudonymMap | None, password: str) -> Callable[[Path, bytes], DocumentReport]:
    """What the worker does with each file and its bytes."""
    detector = Detector()

    def work(file: Path, data: bytes) -> DocumentReport:
        document = open_document(file.name, without_password(data, password))
        return examine(str(file), data, document, pmap, detector)

    return work


def _not_checked(report: DocumentReport, why: str) -> DocumentReport:
    """The report, with something that was not looked for and the verdict that follows."""
    return report.model_copy(update={"not_run": (*report.not_run, why), "verdict": Verdict.NOT_CHECKED})
