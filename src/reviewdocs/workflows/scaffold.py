"""A new case folder, from the starter files of its review type."""

from __future__ import annotations

from pathlib import Path

from reviewdocs.errors import OutputError, UsageError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.model.words import ReviewType
from reviewdocs.store.starter import starter_files

FOLDERS = ("templates", "chronologies", "drafts", "letters", "anonymised", "publication", "records")


def new_case(folder: Path, review_type: ReviewType) -> list[str]:
    """Make a case folder whose name is the review's reference; returns what to do next, a line each.

    Raises:
        UsageError: the folder is there already and holds something.
        OutputError: it cannot be made.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError("There is something of this name already.", where=str(folder), remedy="Choose another name.")
    try:
        for name in FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            "The case folder could not be made.", where=str(folder), remedy="Choose a place you may write to."
        ) from error
    for name, text in starter_files(review_type, folder.resolve().name).items():
        write_atomically(folder / name, text.encode())
    return [
        f"Made {folder} ({review_type}).",
        f"Next: fill in {folder / 'review.yaml'} and {folder / 'pseudonyms.yaml'}; what stands in [ ] is yours to say.",
        f"Then: reviewdocs validate {folder}",
    ]
