"""A draft that somebody edited, or wrote, taken into the case under its own name; what was there is never lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from reviewdocs.disk import bytes_of
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import MAX_FILE_BYTES
from reviewdocs.formats.opening import open_document
from reviewdocs.formats.protection import without_password
from reviewdocs.formats.turns import turn
from reviewdocs.formats.worker import Worker, seconds_for
from reviewdocs.store.case import Case
from reviewdocs.store.made import MadeFiles
from reviewdocs.workflows.draft import SCHEMA
from reviewdocs.workflows.earlier import keep_earlier

_AGAIN = re.compile(r" ?\(\d+\)$")
"""What a browser adds to the name of a file that it saves a second time."""


class Brought(StrEnum):
    """What became of a draft that was brought."""

    NEW = "new"
    SAME = "same"
    """It was there already, byte for byte."""
    IN_PLACE = "in place"
    """It took the place of the draft as it was made, which can be made again."""
    KEPT = "kept"
    """It took the place of one that somebody had edited, which is kept among the records."""


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """A draft that was brought: where it lies, what became of it, and where the earlier one is kept."""

    path: Path
    state: Brought
    earlier: Path | None = None


def bring_back(case: Case, name: str, data: bytes, *, password: str = "") -> BroughtBack:
    """Take a draft into the case.

    Args:
        case: the case folder.
        name: of the file, alone. "Overview (1).docx" is taken for "Overview.docx" where only that is there.
        data: its bytes.
        password: opens it where it is protected; it is kept as it is.

    Raises:
        InputError: it is of no kind that can be anonymised, or damaged.
        OutputError: it, or the one before it, cannot be written.
    """
    with Worker(Opening) as worker:
        worker.prepare(password)
        worker.do(int, "paragraphs", seconds_for(len(data)), name, data)
    with turn(case.records):
        path = _place(case.drafts, name)
        try:
            before = bytes_of(path, most=MAX_FILE_BYTES)
        except FileNotFoundError:
            write_atomically(path, data, new=True)
            return BroughtBack(path, Brought.NEW)
        if before == data:
            return BroughtBack(path, Brought.SAME)
        made = MadeFiles(case.drafts, case.records / "drafts.json", SCHEMA).as_made(path.name)
        earlier = None if made else keep_earlier(case, path, before)
        write_atomically(path, data)
        return BroughtBack(path, Brought.KEPT if earlier else Brought.IN_PLACE, earlier)


class Opening:
    """What the worker does."""

    def __init__(self, password: str) -> None:
        self._password = password

    def paragraphs(self, name: str, data: bytes) -> int:
        """How many paragraphs a document has that can be anonymised.

        Raises:
            InputError: it cannot be read.
        """
        return len(open_document(name, without_password(data, self._password)).paragraphs())


def _place(drafts: Path, name: str) -> Path:
    path = drafts / name
    first = path.with_stem(_AGAIN.sub("", PurePath(name).stem) or path.stem)
    return first if first.exists() and not path.exists() else path
