"""A new case folder, from the starter files of its review type."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reviewdocs.disk import real
from reviewdocs.errors import UsageError
from reviewdocs.formats.atomic import not_written, write_atomically
from reviewdocs.model.words import ReviewType
from reviewdocs.store.starter import starter_files

FOLDERS = ("templates", "chronologies", "drafts", "letters", "anonymised", "publication", "records")


def new_case(folder: Path, review_type: ReviewType, *, workbooks: bool = False) -> list[str]:
    """Make a case folder whose name is the review's reference; returns what to do next, a line each.

    Args:
        folder: the folder to make.
        review_type: decides the designations offered.
        workbooks: data and map are to be filled in in Excel.

    Raises:
        UsageError: the folder is there already and holds something that is not the beginning of this.
        OutputError: it cannot be made.
    """
    starter = _workbooks if workbooks else _texts
    files = {folder / name: data for name, data in starter(review_type, real(folder).name).items()}
    review, pmap = files
    if folder.exists() and not _was_cut_off(folder, files):
        raise UsageError("There is something of this name already.", where=str(folder), remedy="Choose another name.")
    for name in FOLDERS:
        try:
            (folder / name).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise not_written(error, folder / name) from error
    for path, data in files.items():
        write_atomically(path, data)
    return [
        f"Made {folder} ({review_type}).",
        f"Next: fill in {review} and {pmap}; what stands in [ ] is yours to say.",
        f"Then: reviewdocs validate {folder}",
    ]


def _texts(review_type: ReviewType, reference: str) -> dict[str, bytes]:
    return {name: text.encode() for name, text in starter_files(review_type, reference).items()}


def _workbooks(review_type: ReviewType, reference: str) -> dict[str, bytes]:
    """The same starter as workbooks."""
    from reviewdocs.records.map_workbook import write_map_workbook
    from reviewdocs.records.maps import map_in
    from reviewdocs.records.review_data import review_in
    from reviewdocs.records.review_workbook import write_review_workbook

    texts = _texts(review_type, reference)
    review, _ = review_in(texts["review.yaml"], "review.yaml")
    pmap, _ = map_in(texts["pseudonyms.yaml"], "pseudonyms.yaml")
    return {"review.xlsx": write_review_workbook(review), "pseudonyms.xlsx": write_map_workbook(pmap)}


def _was_cut_off(folder: Path, files: Mapping[Path, bytes]) -> bool:
    """Whether a folder holds nothing, or a part of what is to be made in it and nothing else."""
    if not folder.is_dir():
        return False
    there = set(folder.iterdir())
    folders = {folder / name for name in FOLDERS}
    made = {path for path, data in files.items() if path.is_file() and path.read_bytes() == data}
    empty = {path for path in folders if path.is_dir() and not any(path.iterdir())}
    return there <= made | empty and made != set(files)
