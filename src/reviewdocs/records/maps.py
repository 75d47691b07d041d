"""The pseudonym map from its file."""

from __future__ import annotations

from pathlib import Path

from reviewdocs.errors import InputError
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.records.load import load_record
from reviewdocs.records.yaml_source import YamlDocument


def load_map(path: Path) -> PseudonymMap:
    """The agreed pseudonym map in a .yaml file.

    Raises:
        InputError: missing, a folder, empty, locked, of another kind, not UTF-8.
        DataError: with every fault at once.
    """
    return read_map(path)[0]


def read_map(path: Path) -> tuple[PseudonymMap, YamlDocument]:
    """Like `load_map`, with the document it was read from, which knows the lines."""
    if path.suffix.lower() == ".locked":
        raise InputError("The pseudonym map is locked, and locked maps are not read yet.", where=str(path),
                         remedy="Unlock it to a .yaml file first.")  # fmt: skip
    return load_record(path, PseudonymMap, what="pseudonym map")
