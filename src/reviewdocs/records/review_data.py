"""The structured data of a review from its file."""

from __future__ import annotations

from pathlib import Path

from reviewdocs.model.review import Review
from reviewdocs.records.load import load_record
from reviewdocs.records.yaml_source import YamlDocument


def load_review(path: Path) -> Review:
    """The structured data in a .yaml file.

    Raises:
        InputError: missing, a folder, empty, of another kind, not UTF-8.
        DataError: with every fault at once.
    """
    return read_review(path)[0]


def read_review(path: Path) -> tuple[Review, YamlDocument]:
    """Like `load_review`, with the document it was read from, which knows the lines."""
    return load_record(path, Review, what="review data")
