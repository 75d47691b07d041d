"""What agencies reported of their actions (CASE/progress.yaml), and as part of the review's data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reviewdocs.model.progress import Progress, Report
from reviewdocs.model.review import Action, Review
from reviewdocs.records.load import load_record
from reviewdocs.records.yaml_writing import as_yaml

FILE = "progress.yaml"
"""Beside the review's data."""
_HEAD = """\
# What agencies reported of their actions, taken in by `reviewdocs actions take`. The newest report of an action is what
# documents show; earlier ones are kept as history.
"""


def read_progress(data: Path) -> Progress:
    """The reports beside the review's data; none where nothing was taken in yet.

    Raises:
        InputError, DataError: the file cannot be used.
    """
    file = data.with_name(FILE)
    return load_record(file, Progress, what="actions' progress")[0] if file.exists() else Progress()


def progress_text(progress: Progress) -> bytes:
    """The file of these reports."""
    return (_HEAD + as_yaml(progress)).encode()


def with_progress(review: Review, data: Path) -> Review:
    """Review data whose actions stand where the newest report has them; of an action that is no more, none counts.

    Raises:
        InputError, DataError: the reports cannot be used.
    """
    newest = newest_reports(read_progress(data))
    if not newest:
        return review
    actions = tuple(
        _reported(action, newest[action.id]) if action.id in newest else action for action in review.actions
    )
    return review.model_copy(update={"actions": actions})


def newest_reports(progress: Progress) -> dict[str, Report]:
    """The newest report of each action that has one."""
    return {report.action: report for report in sorted(progress.reports, key=lambda report: report.on)}


def _reported(action: Action, report: Report) -> Action:
    said: dict[str, Any] = {
        key: getattr(report, key) for key in ("progress", "evidence", "completed", "rag") if getattr(report, key)
    }
    return action.model_copy(update=said)
