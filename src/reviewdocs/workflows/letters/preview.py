"""One letter to look at before any is made: as a document, and where LibreOffice is there as PDF and pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewdocs.errors import NotCheckedError, OutputError, UsageError
from reviewdocs.formats.office import office
from reviewdocs.formats.pdf.copies import Picturing
from reviewdocs.formats.worker import Worker
from reviewdocs.store.case import Case
from reviewdocs.store.made import MadeFiles
from reviewdocs.workflows.letters.make import Batch, Desk
from reviewdocs.workflows.letters.results import LookedAt
from reviewdocs.workflows.letters.writing import writing

FOLDER = "preview"
_SCHEMA = "reviewdocs/letter-previews/1"
_MOST_PAGES = 8
_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Preview:
    """A letter to look at: its files (.docx, .pdf, a .png for each page), what is missing, and what is told of it."""

    files: tuple[Path, ...]
    looked_at: LookedAt
    notes: tuple[str, ...] = ()

    @property
    def pictures(self) -> tuple[Path, ...]:
        """Its pages."""
        return tuple(file for file in self.files if file.suffix == ".png")


def preview(
    case: Case, letter: str, recipient: str, *, from_file: Path | None = None, on: dt.date | None = None
) -> Preview:
    """Make one letter into the folder `preview` beside the letters; it is none of them, and never marked as sent.

    Args:
        case: the case.
        letter: the letter's id.
        recipient: the id of whom it is to.
        from_file: a file of recipients in which that is (see `sheet`).
        on: the letter's date; today, or the date it had before, when None.

    Raises:
        ReviewdocsError: as `letters`.
    """
    batch = Batch.opened(case, letter, () if from_file else (recipient,), from_file=from_file, on=on)
    plans = [plan for plan in batch.plans if plan.posting.to.id == recipient]
    if not plans:
        raise UsageError(f"The file of recipients holds no {recipient}.",
                         remedy=f"It holds: {', '.join(plan.posting.to.id for plan in batch.plans)}.")  # fmt: skip
    batch.plans = (replace(plans[0], state=None, before={}),)
    if plans[0].posting.faults:
        return Preview((), LookedAt(recipient, plans[0].posting.to.name, plans[0].posting.faults))
    with writing() as worker:
        looked, (row,) = batch.looked(worker)
        if looked[recipient].refused:
            return Preview((), row)
        output = Desk(batch, worker, looked, dt.datetime.now(dt.UTC)).output(batch.plans[0])
    made = MadeFiles(case.letters / FOLDER, case.letters / FOLDER / "list.json", _SCHEMA)
    document = made.put(output.name, output.data).path
    notes = tuple(output.known["notes"])
    try:
        shown = _shown(made, document, output.data)
    except (NotCheckedError, OutputError) as error:
        return Preview((document,), row, (*notes, str(error)))
    return Preview((document, *shown), row, notes)


def _shown(made: MadeFiles, document: Path, data: bytes) -> Sequence[Path]:
    """The PDF and the pages."""
    with office(document.parent) as converter:
        (pdf,) = converter.pdfs([(document.name, data)])
    if isinstance(pdf, OutputError):
        raise pdf
    files = [made.put(f"{document.stem}.pdf", pdf).path]
    with Worker(Picturing) as worker:
        worker.prepare()
        pictures = worker.do(list[bytes], "pictures", _SECONDS, pdf, _MOST_PAGES)
    files += [
        made.put(f"{document.stem} page {number}.png", picture).path for number, picture in enumerate(pictures, 1)
    ]
    return files
