"""Documents checked so that a person can go through what was found, in the text in which it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError, ReviewdocsError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.base import Document
from reviewdocs.formats.files import MAX_FILE_BYTES, read_file
from reviewdocs.formats.opening import open_document, picture_in
from reviewdocs.formats.pictures import kind_of
from reviewdocs.formats.protection import without_password
from reviewdocs.formats.turns import turn
from reviewdocs.formats.worker import Worker, seconds_for
from reviewdocs.model.findings import BundleReport, CheckReport, Finding
from reviewdocs.model.text import Layer, Paragraph, Picture
from reviewdocs.risk.decided import in_force, with_decisions
from reviewdocs.risk.identity import alike_of
from reviewdocs.risk.rules.unseen_picture import NAME as PICTURE
from reviewdocs.risk.verdicts import accepted_of, verdict
from reviewdocs.store.case import Case
from reviewdocs.workflows.batch import Progress, attempt, no_progress
from reviewdocs.workflows.check import check
from reviewdocs.workflows.decide import Desk
from reviewdocs.workflows.earlier import keep_earlier

SHOWN = ("png", "jpeg", "gif", "webp", "bmp")
"""Pictures that a browser shows, none of which can hold a script."""
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
    """What a check found, and the text of each document of its report; none where it can no longer be read.

    Attributes:
        pictures: of each document those that a browser can show: the kind of each, by what its finding is `alike`.
    """

    report: CheckReport
    texts: tuple[tuple[Line, ...], ...]
    pictures: tuple[Mapping[str, str], ...] = ()


def review(case: Case, files: Sequence[Path], *, password: str = "", progress: Progress = no_progress) -> Review:
    """Check files of a case, and read their text; a password opens those that are protected.

    Raises:
        As `check` does.
    """
    pmap = case.load_map() if case.map_file.exists() else None
    report = check(files, pmap=pmap, case=case, password=password, progress=progress).report
    with Worker(Reading) as worker:
        worker.prepare(password)
        read = [_read(worker, Path(document.file)) for document in report.documents]
    return Review(report, tuple(lines for lines, _ in read), tuple(pictures for _, pictures in read))


def picture_of(file: Path, alike: str, *, password: str = "") -> bytes:
    """The bytes of a picture of a document, by what its finding is `alike`.

    Raises:
        InputError: it is not there any more, or the document cannot be read.
    """
    data = read_file(file)
    with Worker(Reading) as worker:
        worker.prepare(password)
        found = worker.do(bytes, "picture", seconds_for(len(data)), file.name, data, alike)
    if not found:
        raise InputError("This picture is not in the document any more.", remedy="Check the document again.")
    return found


def _read(worker: Worker, file: Path) -> tuple[tuple[Line, ...], Mapping[str, str]]:
    def read() -> tuple[tuple[Line, ...], Mapping[str, str]]:
        data = read_file(file)
        asked = file.name, data
        lines = tuple(worker.do(list[Line], "lines", seconds_for(len(data)), *asked))
        return lines, worker.do(dict[str, str], "pictures", seconds_for(len(data)), *asked)

    answer = attempt(read, where=str(file))
    return ((), {}) if isinstance(answer, ReviewdocsError) else answer


class Reading:
    """What the worker does."""

    def __init__(self, password: str) -> None:
        self._password = password

    def lines(self, name: str, data: bytes) -> list[Line]:
        """The texts of a document, in reading order."""
        return [_line(paragraph) for paragraph in self._opened(name, data).paragraphs() if paragraph.text.strip()]

    def pictures(self, name: str, data: bytes) -> dict[str, str]:
        """The kinds of the pictures that a browser can show, by what the finding of each is `alike`."""
        document = self._opened(name, data)
        kinds = {picture.digest: kind_of(picture_in(document, picture.digest)) for picture in _pictures(document)}
        return {alike_of(PICTURE, digest): kind for digest, kind in kinds.items() if kind in SHOWN}

    def picture(self, name: str, data: bytes, alike: str) -> bytes:
        """The bytes of one of them; empty where there is none."""
        document = self._opened(name, data)
        digests = [picture.digest for picture in _pictures(document) if alike_of(PICTURE, picture.digest) == alike]
        found = picture_in(document, digests[0]) if digests else b""
        return found if kind_of(found) in SHOWN else b""

    def _opened(self, name: str, data: bytes) -> Document:
        return open_document(name, without_password(data, self._password), password=self._password)


def _pictures(document: Document) -> Sequence[Picture]:
    return document.coverage().pictures


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
