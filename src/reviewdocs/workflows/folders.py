"""A folder given to `check`: the documents in it and in the folders below."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewdocs.disk import is_folder, real
from reviewdocs.errors import InputError, refused
from reviewdocs.formats.opening import is_document
from reviewdocs.workflows.batch import is_lock_file


@dataclass(frozen=True, slots=True)
class Given:
    """What was given to a command, folders opened.

    Attributes:
        files: every document, once, in the order given and in a folder by name.
        left_aside: what else lies in the folders.
        refused: folders that could not be looked into, or hold no document, each with why.
    """

    files: tuple[Path, ...]
    left_aside: tuple[Path, ...]
    refused: dict[Path, InputError]


def opened(inputs: Sequence[Path], ours: Callable[[Path], bool]) -> Given:
    """The documents that are meant.

    A folder means what is in it, however deep. Documents of formats that are not read are among them, so that each is
    refused by name: nothing that may go out is passed over in silence. Hidden files, and Word's beside open documents,
    are nobody's.

    Args:
        inputs: files and folders.
        ours: whether a file is an earlier report, which is nothing to check.
    """
    files: dict[Path, Path] = {}
    aside: list[Path] = []
    refusals: dict[Path, InputError] = {}
    for given in inputs:
        if not is_folder(given):
            files.setdefault(real(given), given)
            continue
        found, faults = _within(given)
        refusals |= faults
        documents = [file for file in found if is_document(file.name) and not ours(file)]
        aside += [file for file in found if file not in documents]
        for file in documents:
            files.setdefault(real(file), file)
        if not documents and not faults:
            refusals[given] = InputError("There is no document in this folder.", where=str(given),
                                         remedy="Give the folder that holds them, or the files.")  # fmt: skip
    return Given(tuple(f for f in files.values() if not is_lock_file(f)), tuple(aside), refusals)


def _within(folder: Path) -> tuple[list[Path], dict[Path, InputError]]:
    """The files of a folder and all below, by name, and the folders that could not be looked into."""
    faults: dict[Path, InputError] = {}

    def note(error: OSError) -> None:
        what, remedy = refused(error)
        where = Path(error.filename or folder)
        faults[where] = InputError(f"The folder cannot be looked into: {what}.", where=str(where), remedy=remedy)

    found: list[Path] = []
    for here, below, names in os.walk(folder, onerror=note):
        below[:] = sorted(name for name in below if not name.startswith("."))
        found += [Path(here, name) for name in sorted(names) if not name.startswith(".") and not name.startswith("~$")]
    return found, faults
