"""Drafts: the review's documents, filled from its data, for people to go on with in Word."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reviewdocs.errors import ReviewdocsError
from reviewdocs.formats.worker import Worker
from reviewdocs.generate.catalogue import Entry, TemplateKind, entries, entry_of, find_template
from reviewdocs.generate.fill import Properties
from reviewdocs.generate.views import document_context
from reviewdocs.model.review import Review
from reviewdocs.store.asked import with_days_asked
from reviewdocs.store.case import Case
from reviewdocs.store.made import MadeFiles, State
from reviewdocs.workflows.batch import Progress, attempt, no_progress
from reviewdocs.workflows.filling import filled, filling

SCHEMA = "reviewdocs/drafts/1"


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of one document: `output` is None where there is none, and `reason` then says why.

    `left_alone` are edited earlier versions, beside which the new one stands.
    """

    document: str
    title: str
    output: Path | None = None
    state: State | None = None
    left_alone: tuple[Path, ...] = ()
    reason: str = ""
    exit_code: int = 0


def draft(case: Case, documents: Sequence[str] = (), *, progress: Progress = no_progress) -> list[Drafted]:
    """Fill documents into the case's drafts folder.

    A draft that somebody has edited is never overwritten: the new one is written beside it, as "… (2).docx". One
    document that cannot be made does not stop the others.

    Args:
        case: the case folder.
        documents: ids of documents; none for all that this type of review has, but those made on request alone.
        progress: told before each document.

    Raises:
        InputError, DataError: the review's data cannot be used.
        UsageError: there is no such document, or none for this type of review.
        OutputError: the list of earlier drafts, or of letters, cannot be read.
    """
    review = with_days_asked(case, case.load_review())
    kind = TemplateKind.DOCUMENT
    wanted = [entry_of(name, kind, review.review_type) for name in dict.fromkeys(documents)]
    if not wanted:
        usual = [entry for entry in entries(kind, review.review_type) if not entry.on_request]
        wanted = usual or [entry_of("", kind, review.review_type)]
    made = MadeFiles(case.drafts, case.records / "drafts.json", SCHEMA)
    done = []
    with filling() as worker:
        for number, entry in enumerate(wanted, 1):
            progress(number, len(wanted), entry.title)
            outcome = attempt(partial(_one, case, review, entry, made, worker), where=entry.id)
            if isinstance(outcome, ReviewdocsError):
                outcome = Drafted(entry.id, entry.title, reason=str(outcome), exit_code=outcome.exit_code)
            done.append(outcome)
    return done


def _one(case: Case, review: Review, entry: Entry, made: MadeFiles, worker: Worker) -> Drafted:
    """Fill and write one document."""
    template = find_template(entry, case.templates)
    data = filled(worker, template, document_context(review, entry.title), properties_of(review, entry.title))
    result = made.put(
        entry.output_name(reference=review.reference, version=review.version),
        data,
        document=entry.id,
        version=review.version,
        date=review.version_date.isoformat(),
        template=template.name,
        template_sha256=hashlib.sha256(template.read_bytes()).hexdigest(),
    )
    return Drafted(entry.id, entry.title, result.path, result.state, result.left_alone)


def properties_of(review: Review, title: str) -> Properties:
    """The document properties of anything made for this review; nobody's name stands in them."""
    return Properties(
        title=f"{review.reference} {title}",
        subject=review.marking.value,
        author=review.board.name,
        reference=review.reference,
        version=review.version,
        date=review.version_date,
    )
