"""Residual risks of finished documents: read them as a stranger would, apply every rule, say what was not looked at."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from reviewdocs import __version__
from reviewdocs.detect import Detector
from reviewdocs.detect.own import own_recognisers
from reviewdocs.detect.recognise import Recogniser
from reviewdocs.detect.spread import FoundName
from reviewdocs.errors import ReviewdocsError
from reviewdocs.formats.files import read_file
from reviewdocs.formats.opening import open_document
from reviewdocs.formats.protection import without_password
from reviewdocs.formats.worker import Worker, seconds_for
from reviewdocs.model.decisions import Decision
from reviewdocs.model.findings import (
    BundleReport,
    CheckReport,
    DocumentReport,
    FailedInput,
    Finding,
    Verdict,
    verdict_on,
)
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.pseudonymise import Resolver
from reviewdocs.risk.bundle import Account, account_of, bundle_findings
from reviewdocs.risk.decided import Retold, as_it_stands, in_force, report_with, with_decisions
from reviewdocs.risk.examination import Examination
from reviewdocs.risk.reports import MARK
from reviewdocs.risk.verdicts import accepted_of
from reviewdocs.store.case import Case
from reviewdocs.store.decisions import DecisionBook
from reviewdocs.workflows.agreement import letterhead_of, missing_people, without_unfilled
from reviewdocs.workflows.batch import Progress, attempt, no_progress
from reviewdocs.workflows.destination import bears
from reviewdocs.workflows.folders import opened
from reviewdocs.workflows.holding import holding
from reviewdocs.workflows.retelling import Retelling

T = TypeVar("T")


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
    models: Sequence[str] = (),
    progress: Progress = no_progress,
) -> CheckResult:
    """Check finished documents.

    Args:
        files: the documents, or folders of them; a name found in one of them is looked for in all.
        pmap: the review's map, where there is one.
        case: its case folder, where there is one: people of its data who are not in the map were not looked for, its
            own recognisers run beside ours, its decisions hold, and what is found goes into its record.
        password: opens documents that are protected by one.
        models: spaCy models to run beside the shipped one.
        progress: told before each file.

    Raises:
        InputError: the case's own recognisers or its record cannot be read.
        DataError: the case's own recognisers are wrong.
        NotCheckedError: the detectors cannot be started, or a model is not there.
        OutputError: the case's record cannot be written.
        UsageError: a model finds no names.
    """
    book = DecisionBook(case) if case else None
    decisions, record = book.read() if book else ([], None)
    unfilled = missing = ""
    retold: Retold = as_it_stands
    if pmap is not None:
        held = holding(pmap, decisions)
        missing = missing_people(case, held.pmap) if case else ""
        retold = Retelling(partial(Resolver, held.pmap), held.replacements)
        pmap, unfilled = without_unfilled(held.pmap)
    not_run = [why for why in (unfilled, missing) if why]
    own = own_recognisers(case.folder) if case else ()
    given = opened(files, lambda file: bears(file, MARK))
    files = given.files
    with Worker(_Checker) as worker:
        worker.prepare(pmap, password, tuple(models), own, letterhead_of(case))
        done = _checked(worker, files, progress)
    documents: list[DocumentReport] = []
    failed = [_failed(folder, why) for folder, why in given.refused.items()]
    accounts: list[Account] = []
    for file, answer in zip(files, done, strict=True):
        if isinstance(answer, ReviewdocsError):
            failed.append(_failed(file, answer))
        else:
            report = _not_checked(answer.report, not_run) if not_run else answer.report
            accounts += [answer.account] if answer.account else []
            if book:
                report = report_with(report, in_force(decisions), book.earlier(file, report), retold)
                book.note_check(file, report, dt.datetime.now(dt.UTC))
            documents.append(report)
    together = bundle_findings(accounts)
    if book and len(documents) > 1:
        together = _noted(book, in_force(decisions), together, documents)
    codes = [answer.exit_code for answer in (*done, *given.refused.values()) if isinstance(answer, ReviewdocsError)]
    bundle = BundleReport(findings=together, accepted=accepted_of(together))
    worst = max([*codes, bundle.verdict.exit_code, *(document.verdict.exit_code for document in documents)])
    report_of_all = CheckReport(
        tool_version=__version__,
        versions={name: version(name) for name in _BUILT_ON},
        checked_on=dt.date.today(),
        documents=tuple(documents),
        failed=tuple(failed),
        left_aside=tuple(_legible(str(file)) for file in given.left_aside),
        bundle=bundle,
        record=record,
    )
    return CheckResult(report_of_all, worst)


_BUILT_ON = ("phonenumbers", "presidio-analyzer", "python-stdnum", "spacy")
"""The libraries that find; which release of them ran belongs to the record of a check."""


def _failed(file: Path, why: ReviewdocsError) -> FailedInput:
    return FailedInput(file=_legible(str(file)), reason=_legible(why.about(file)))


def _legible(text: str) -> str:
    """The text without what of a file's name is no text (not UTF-8), which no report can hold."""
    return text.encode(errors="replace").decode()


TOGETHER = "documents checked together"
"""What the record calls them, where a finding is about several."""


def _noted(
    book: DecisionBook, decisions: Sequence[Decision], findings: Sequence[Finding], documents: Sequence[DocumentReport]
) -> tuple[Finding, ...]:
    """What is found about the documents together, with its decisions, put into the record so that it can be decided."""
    decided = with_decisions(findings, decisions)
    hashes = hashlib.sha256("".join(sorted(document.sha256 for document in documents)).encode()).hexdigest()
    together = documents[0].model_copy(update={"sha256": hashes, "verdict": verdict_on(decided), "findings": decided})
    book.note_check(Path(TOGETHER), together, dt.datetime.now(dt.UTC))
    return decided


@dataclass(frozen=True, slots=True)
class _Answer:
    """A file's report; with other files checked, what it tells, to compare."""

    report: DocumentReport
    account: Account | None


class _Checker:
    """What the worker does: reads each file once, and reports on it when it knows the names of all."""

    def __init__(
        self,
        pmap: PseudonymMap | None,
        password: str,
        models: Sequence[str],
        own: Sequence[Recogniser],
        letterhead: tuple[Sequence[str], Sequence[str]] = ((), ()),
    ) -> None:
        self._pmap, self._password, self._letterhead = pmap, password, letterhead
        self._detector = Detector(models, own)
        self._read: dict[tuple[Path, bytes], Examination] = {}

    def names(self, file: Path, data: bytes) -> tuple[FoundName, ...]:
        """The names that a file gives away."""
        return self._examination(file, data).names

    def report(self, file: Path, data: bytes, names: tuple[FoundName, ...], compare: bool) -> _Answer:
        """Its report, with the names of all files; to `compare`, also what it tells."""
        examination = self._examination(file, data)
        account = account_of(examination.examined(names)) if compare else None
        return _Answer(examination.report(names), account)

    def _examination(self, file: Path, data: bytes) -> Examination:
        key = file, hashlib.sha256(data).digest()
        if key not in self._read:
            document = open_document(file.name, without_password(data, self._password), password=self._password)
            self._read[key] = Examination(str(file), data, document, self._pmap, self._detector, self._letterhead)
        return self._read[key]


def _checked(worker: Worker, files: Sequence[Path], progress: Progress) -> list[_Answer | ReviewdocsError]:
    """Every file's report or error: all are read first, so that a name of one is looked for in the others."""

    def ask(shape: type[T], what: str, file: Path, *more: object) -> T:
        data = read_file(file)
        return worker.do(shape, what, seconds_for(len(data)), file, data, *more)

    compare = len(files) > 1
    given: dict[Path, tuple[FoundName, ...] | ReviewdocsError] = {}
    for number, file in enumerate(files, 1):
        progress(number, len(files), file.name)
        if compare:
            given[file] = attempt(partial(ask, tuple[FoundName, ...], "names", file), where=str(file))
    names = tuple(sorted({name for found in given.values() if isinstance(found, tuple) for name in found}))
    reports: list[_Answer | ReviewdocsError] = []
    for file in files:
        failed = given.get(file)
        if isinstance(failed, ReviewdocsError):
            reports.append(failed)
        else:
            reports.append(attempt(partial(ask, _Answer, "report", file, names, compare), where=str(file)))
    return reports


def _not_checked(report: DocumentReport, why: Sequence[str]) -> DocumentReport:
    """The report, with what was not looked for and the verdict that follows."""
    return report.model_copy(update={"not_run": (*report.not_run, *why), "verdict": Verdict.NOT_CHECKED})
