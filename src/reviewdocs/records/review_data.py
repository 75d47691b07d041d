"""The structured data of a review from its file: YAML, or a workbook."""

from __future__ import annotations

from pathlib import Path, PurePath

from reviewdocs.disk import is_folder
from reviewdocs.errors import InputError
from reviewdocs.model.review import Review
from reviewdocs.records.chronology_data import with_chronology
from reviewdocs.records.load import record_in
from reviewdocs.records.maps import WORKBOOK, refuse_other_forms
from reviewdocs.records.progress_data import with_progress
from reviewdocs.records.source import Source
from reviewdocs.records.yaml_source import MAX_BYTES, decoded, parse_yaml, read_bytes

WHAT = "review data"


def load_review(path: Path) -> Review:
    """The structured data in a .yaml or .xlsx file, with what agencies reported since of their actions
    and the merged chronology.

    Raises:
        InputError: missing, a folder, empty, of another kind, not UTF-8, no workbook.
        DataError: with every fault at once.
    """
    return read_review(path)[0]


def read_review(path: Path) -> tuple[Review, Source]:
    """Like `load_review`, with the data it was read from, which knows lines or cells."""
    review, source = review_in(review_bytes(path), str(path))
    return with_chronology(with_progress(review, path), path), source


def review_bytes(path: Path) -> bytes:
    """The bytes of a review's file, of a form that is read.

    Raises:
        InputError: missing, a folder, of another kind, too large.
    """
    if is_folder(path):
        raise InputError(f"The {WHAT} is a folder, and a file is expected.", where=str(path))
    refuse_other_forms(path.name, str(path), what=WHAT, also="")
    if path.suffix.lower() != WORKBOOK:
        return read_bytes(path, what=WHAT, most=MAX_BYTES)
    from reviewdocs.records import workbook  # not at the top: only workbooks pay for it

    return read_bytes(path, what=WHAT, most=workbook.MAX_BYTES)


def review_in(raw: bytes, file: str) -> tuple[Review, Source]:
    """The data in the bytes of a .yaml or .xlsx file of this name, and its plain form.

    Raises:
        InputError: not UTF-8, empty, no workbook.
        DataError: with every fault at once.
    """
    source: Source
    if PurePath(file).suffix.lower() == WORKBOOK:
        from reviewdocs.records.review_workbook import read_review_workbook

        source = read_review_workbook(raw, file)
    else:
        source = parse_yaml(file, decoded(raw, file, what=WHAT))
    return record_in(source, Review), source
