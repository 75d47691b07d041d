"""The pack: the forms of a review, with what is known of it filled in, for agencies and the board to go on with."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reviewdocs.errors import ReviewdocsError
from reviewdocs.formats.worker import Worker
from reviewdocs.generate.catalogue import Entry, TemplateKind, entries, entry_of, find_template
from reviewdocs.generate.views import document_context
from reviewdocs.model.review import Review
from reviewdocs.records.chronology_form import as_chronology_form
from reviewdocs.store.asked import with_days_asked
from reviewdocs.store.case import Case
from reviewdocs.store.made import MadeFiles, State
from reviewdocs.workflows.batch import Progress, attempt, no_progress
from reviewdocs.workflows.draft import properties_of
from reviewdocs.workflows.filling import filled, filling

SCHEMA = "reviewdocs/pack/1"
FOLDER = "pack"
CHRONOLOGY = "chronology"
"""The form that is made for Excel, too."""


@dataclass(frozen=True, slots=True)
class Packed:
    """What became of one form: `output` is None where there is none, and `reason` then says why.

    `left_alone` are forms that somebody filled in, beside which the new one stands.
    """

    form: str
    title: str
    folder: str
    output: Path | None = None
    state: State | None = None
    left_alone: tuple[Path, ...] = ()
    reason: str = ""
    exit_code: int = 0


def pack(case: Case, forms: Sequence[str] = (), *, progress: Progress = no_progress) -> list[Packed]:
    """Write the forms of a review into CASE/pack.

    A form that somebody filled in is never overwritten: the new one is written beside it, as "… (2).docx".

    Args:
        case: the case folder.
        forms: ids of forms; none for all of them.
        progress: told before each form.

    Raises:
        InputError, DataError: the review's data cannot be used.
        UsageError: there is no such form.
        OutputError: the list of earlier forms, or of letters, cannot be read.
    """
    review = with_days_asked(case, case.load_review())
    kind = TemplateKind.FORM
    wanted = [entry_of(name, kind, review.review_type) for name in dict.fromkeys(forms)]
    wanted = wanted or list(entries(kind, review.review_type))
    done: list[Packed] = []
    with filling() as worker:
        for number, entry in enumerate(wanted, 1):
            progress(number, len(wanted), entry.title)
            outcome = attempt(partial(_made, case, review, entry, worker), where=entry.id)
            if isinstance(outcome, ReviewdocsError):
                failed = Packed(entry.id, entry.title, entry.pack, reason=str(outcome), exit_code=outcome.exit_code)
                done.append(failed)
            else:
                done += outcome
    return done


def _made(case: Case, review: Review, entry: Entry, worker: Worker) -> list[Packed]:
    """Fill and write one form, in each of its forms."""
    template = find_template(entry, case.templates)
    data = filled(worker, template, document_context(review, entry.title), properties_of(review, entry.title))
    name = entry.output_name(reference=review.reference, version=review.version)
    folder = case.folder / FOLDER / entry.pack
    made = MadeFiles(folder, case.records / f"pack-{hashlib.sha256(entry.pack.encode()).hexdigest()[:8]}.json", SCHEMA)
    pieces = [(name, data)]
    if entry.id == CHRONOLOGY:
        pieces.append((f"{Path(name).stem}.xlsx", as_chronology_form(review)))
    found = []
    for file, content in pieces:
        result = made.put(file, content, form=f"{entry.id}{Path(file).suffix}", template=template.name)
        found.append(Packed(entry.id, entry.title, entry.pack, result.path, result.state, result.left_alone))
    return found
