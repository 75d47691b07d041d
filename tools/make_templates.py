"""Make the shipped Word templates anew: `python tools/make_templates.py [FOLDER]`.

The .docx files in templates/ are what is shipped; this script is how they came about, so that one change of house style
reaches them all. The same script gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from docx.document import Document as Doc
from templates import (
    forms,
    letters_agencies,
    letters_bodies,
    letters_family,
    letters_process,
    overviews,
    papers_decision,
    papers_panel,
    rapid_review,
    statement,
    summaries,
)

TEMPLATES: dict[str, Callable[[], Doc]] = {
    "overview-report.docx": overviews.overview_report,
    "overview-report-sar.docx": overviews.adult_overview,
    "overview-report-dhr.docx": overviews.homicide_overview,
    "rapid-review.docx": rapid_review.rapid_review,
    "executive-summary.docx": summaries.executive_summary,
    "learning-summary.docx": summaries.learning_summary,
    "chair-statement.docx": statement.chair_statement,
    "form-referral.docx": forms.referral,
    "form-information-request.docx": forms.information_request,
    "form-involvement.docx": forms.involvement,
    "form-contact.docx": forms.contact,
    "form-contact-returns.docx": forms.contact_returns,
    "form-chronology.docx": forms.chronology,
    "form-key-events.docx": forms.key_events,
    "form-agency-report.docx": forms.agency_report,
    "form-interview-record.docx": forms.interview_record,
    "form-agency-summary.docx": forms.agency_summary,
    "form-agency-actions.docx": forms.agency_actions,
    "form-terms-of-reference.docx": forms.terms_of_reference,
    "form-action-plan.docx": forms.action_plan,
    "form-rag-report.docx": forms.rag_report,
    "panel-agenda.docx": papers_panel.agenda,
    "panel-minutes.docx": papers_panel.minutes,
    "recommendation.docx": papers_decision.recommendation,
    "letter-secure-records.docx": letters_agencies.secure_records,
    "letter-information-request.docx": letters_agencies.information_request,
    "letter-decision-outcome.docx": letters_agencies.decision_outcome,
    "letter-referrer-outcome.docx": letters_agencies.referrer_outcome,
    "letter-notification.docx": letters_agencies.notification,
    "letter-reminder.docx": letters_agencies.reminder,
    "letter-author-briefing.docx": letters_agencies.author_briefing,
    "letter-practitioner-event.docx": letters_agencies.practitioner_event,
    "letter-recall-event.docx": letters_agencies.recall_event,
    "letter-feedback.docx": letters_agencies.feedback,
    "letter-family-begins.docx": letters_family.begins,
    "letter-family-findings.docx": letters_family.findings,
    "letter-family-publication.docx": letters_family.publication,
    "letter-commissioning.docx": letters_process.commissioning,
    "letter-coroner.docx": letters_process.coroner,
    "letter-police.docx": letters_process.police,
    "letter-national-panel-decision.docx": letters_bodies.national_panel_decision,
    "letter-home-office-decision.docx": letters_bodies.home_office_decision,
    "letter-adults-board-decision.docx": letters_bodies.adults_board_decision,
    "letter-terms-of-reference.docx": letters_bodies.terms_of_reference,
    "letter-extension.docx": letters_bodies.extension,
    "letter-publication-notice.docx": letters_bodies.publication_notice,
    "letter-library-deposit.docx": letters_bodies.library_deposit,
}
_MADE = dt.datetime(2025, 1, 1)


def as_bytes(document: Doc) -> bytes:
    """The document with fixed times, inside and in the zip."""
    core = document.core_properties
    core.created = core.modified = _MADE
    core.revision = 1
    first, second = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            entry = zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(entry, old.read(item))
    return second.getvalue()


def main() -> None:
    """Write every template."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1] / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in TEMPLATES.items():
        (folder / name).write_bytes(as_bytes(make()))
        print(folder / name)


if __name__ == "__main__":
    main()
