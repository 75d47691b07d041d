"""Residual risks of finished documents: read them as a stranger would, apply every rule, say what was not looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewdocs import __version__
from reviewdocs.detect import Detector
from reviewdocs.errors import ReviewdocsError
from reviewdocs.formats import open_document, read_file, without_password
from reviewdocs.model.findings import CheckReport, DocumentReport, FailedInput
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.risk import examine
from reviewdocs.workflows.batch import Progress, attempt, no_progress


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The report of all documents and the exit code: the worst verdict or failure."""

    report: CheckReport
    exit_code: int


def check(
    files: Sequence[Path], *, pmap: PseudonymMap | None, password: str = "", progress: Progress = no_progress
) -> CheckResult:
    """Check finished documents, with the review's map where there is one; `password` opens those protected by it.

    Raises:
        NotCheckedError: the detectors cannot be started.
    """
    detector = Detector()
    documents: list[DocumentReport] = []
    failed: list[FailedInput] = []
    worst = 0
    for number, file in enumerate(files, 1):
        progress(number, len(files), file.name)

        def work(file: Path = file) -> DocumentReport:
            data = read_file(file)
            document = open_document(file.name, without_password(data, password))
            return examine(str(file), data, document, pmap, detector)

        done = attempt(work, where=str(file))
        if isinstance(done, ReviewdocsError):
            failed.append(FailedInput(file=str(file), reason=done.about(file)))
            worst = max(worst, done.exit_code)
        else:
            documents.append(done)
            worst = max(worst, done.verdict.exit_code)
    report = CheckReport(tool_version=__version__, documents=tuple(documents), failed=tuple(failed))
    return CheckResult(report, worst)
