"""Marks for Acrobat: what `check` found on the pages of a PDF and nobody let stand, to be taken out there (XFDF)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from reviewdocs.errors import UsageError
from reviewdocs.formats.files import read_file
from reviewdocs.formats.pdf.marks import Box, Mark, Places, as_xfdf
from reviewdocs.formats.worker import Worker, seconds_for
from reviewdocs.model.findings import CheckReport, DocumentReport, Finding, Severity
from reviewdocs.risk.reports import MARK

_PAGE = re.compile(r"page (\d+)")


@dataclass(frozen=True, slots=True)
class Marked:
    """The file of marks, how many there are, and the findings that could not be marked, in sentences."""

    data: bytes
    count: int
    by_hand: tuple[str, ...]


def marked(report: CheckReport, password: str = "") -> Marked:
    """The marks of one PDF: every place on a page where something stands that has to be decided and was not let stand.

    A text is marked wherever it stands on its page. What stands beside the pages (comments, properties, attachments)
    cannot be marked; Acrobat's own removal of hidden information takes it out.

    Raises:
        UsageError: the report is not of one PDF.
        InputError: the PDF cannot be read.
    """
    documents = [one for one in report.documents if one.file.lower().endswith(".pdf")]
    if len(documents) != 1 or len(report.documents) != 1:
        raise UsageError("Marks are made for one PDF at a time.", remedy="Give one .pdf, and -o FILE.xfdf.")
    return _marks(documents[0], password)


def _marks(document: DocumentReport, password: str) -> Marked:
    open_now = [one for one in document.findings if one.severity is not Severity.NOTE and not one.settled]
    asked = {(page, one.text): one for one in open_now if (page := _page_of(one)) and one.text.strip()}
    data = read_file(Path(document.file))
    with Worker(Places) as worker:
        worker.prepare()
        told = worker.do(list[list[list[Box]]], "boxes", seconds_for(len(data)), data, password, list(asked))
    marks = [
        Mark(page, tuple(boxes), one.rule.replace("-", " "), f"{one.id}-{number}")
        for ((page, _), one), places in zip(asked.items(), told, strict=True)
        for number, boxes in enumerate(places, 1)
        if boxes
    ]
    missed = [one for (one, places) in zip(asked.values(), told, strict=True) if not any(places)]
    missed += [one for one in open_now if not (_page_of(one) and one.text.strip())]
    by_hand = (
        f"{one.rule}, {one.location.landmark or one.location.part if one.location else 'the whole file'}"
        for one in missed
    )
    return Marked(as_xfdf(Path(document.file).name, marks, MARK), len(marks), tuple(dict.fromkeys(by_hand)))


def _page_of(finding: Finding) -> int:
    """The page that a finding stands on, from 1; 0 for one that stands on none."""
    match = _PAGE.fullmatch(finding.location.part) if finding.location else None
    return int(match.group(1)) if match else 0
