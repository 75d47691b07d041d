"""Documents checked so that a person can go through what was found, in the text in which it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError, ReviewdocsError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import MAX_FILE_BYTES, read_file
from reviewdocs.formats.opening import open_document
from reviewdocs.formats.protection import without_password
from reviewdocs.formats.turns import turn
from reviewdocs.formats.worker import Worker, seconds_for
from reviewdocs.model.findings import BundleReport, CheckReport, Finding
from reviewdocs.model.text import Layer, Paragraph
from reviewdocs.risk.decided import in_force, with_decisions
from reviewdocs.risk.verdicts import accepted_of, verdict
from reviewdocs.store.case import Case
from reviewdocs.workflows.batch import Progress, attempt, no_progress
from reviewdocs.workflows.check import check
from reviewdocs.workflows.decide import Desk
from reviewdocs.workflows.earlier import keep_earlier

FORMS = (".docx", ".pdf", ".txt", ".md")
"""What can be checked."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a document as it is shown: where it stands, as findings tell it, and what it says.

    Attributes:
        part, index, offset: as of the paragraph.
        place: what a person calls the place; empty for the body.
        seen: whether it stands on the page.
    """

    part: str
    index: int
    offset: int
    place: str
    seen: bool
    text: str


@dataclass(frozen=True, slots=True)
class Review:
    """What a check found, and the text of each document of its report; none where it can no longer be read."""

    report: CheckReport
    texts: tuple[tuple[Line, ...], ...]


def review(case: Case, files: Sequence[Path], *, password: str = "", progress: Progress = no_progress) -> Review:
    """Check files of a case, and read their text; a password opens those that are protected.

    Raises:
        As `check` does.
    """
    pmap = case.load_map() if case.map_file.exists() else None
    report = check(files, pmap=pmap, case=case, password=password, progress=progress).report
    with Worker(Reading) as worker:
        worker.prepare(password)
        texts = tuple(_text(worker, Path(document.file)) for document in report.documents)
    return Review(report, texts)


def _text(worker: Worker, file: Path) -> tuple[Line, ...]:
    def read() -> tuple[Line, ...]:
        data = read_file(file)
        return tuple(worker.do(list[Line], "lines", seconds_for(len(data)), file.name, data))

    answer = attempt(partial(read), where=str(file))
    return () if isinstance(answer, ReviewdocsError) else answer


class Reading:
    """What the worker does."""

    def __init__(self, password: str) -> None:
        self._password = password

    def lines(self, name: str, data: bytes) -> list[Line]:
        """The texts of a document, in reading order."""
        document = open_document(name, without_password(data, self._password), password=self._password)
        return [_line(paragraph) for paragraph in document.paragraphs() if paragraph.text.strip()]


def _line(paragraph: Paragraph) -> Line:
    place = "" if paragraph.layer is Layer.BODY else paragraph.place
    seen = paragraph.layer is not Layer.HIDDEN
    return Line(paragraph.part, paragraph.index, paragraph.offset, place, seen, paragraph.text)


def as_decided(report: CheckReport, desk: Desk) -> CheckReport:
    """The report with the decisions that hold now, whoever made them since, and the verdicts that follow.

    Args:
        report: of a check of the case.
        desk: its record and map, read now.
    """
    decisions, documents = in_force(desk.decisions), []
    for document in report.documents:
        findings = with_decisions(document.findings, decisions, desk.retold)
        said = verdict(findings, not_run=document.not_run, unread=document.coverage.unread)
        told = {"findings": findings, "verdict": said, "accepted": accepted_of(findings)}
        documents.append(document.model_copy(update=told))
    together: tuple[Finding, ...] = with_decisions(report.bundle.findings, decisions)
    bundle = BundleReport(findings=together, accepted=accepted_of(together))
    return report.model_copy(update={"documents": tuple(documents), "bundle": bundle, "record": desk.state})


def taken_to_check(case: Case, name: str, data: bytes) -> Path:
    """Put a finished document that came from elsewhere into `records/checked`, so that it can be checked and decided.

    One of that name with other bytes is kept among the earlier files.

    Raises:
        InputError: it is of no kind that can be checked.
        OutputError: it cannot be written.
    """
    path = case.records / "checked" / name
    if path.suffix.lower() not in FORMS:
        raise InputError("Files of this kind cannot be checked.", where=name,
                         remedy=f"Bring one of {', '.join(FORMS)}.")  # fmt: skip
    with turn(case.records):
        try:
            before = bytes_of(path, most=MAX_FILE_BYTES)
        except FileNotFoundError:
            write_atomically(path, data, new=True)
            return path
        if before != data:
            keep_earlier(case, path, before)
            write_atomically(path, data)
    return path
