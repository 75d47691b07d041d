"""What the jobs that take several files share: one bad file never stops the others."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from reviewdocs.errors import ReviewdocsError, UsageError, unexpected

T = TypeVar("T")

Progress = Callable[[int, int, str], None]
"""Called before each piece of work with its number from 1, the total, and the file's name."""


def no_progress(number: int, total: int, name: str) -> None:
    """Say nothing."""


def attempt(work: Callable[[], T], *, where: str) -> T | ReviewdocsError:
    """Do one file's work; an error is returned, so that the other files go on.

    Anything that is not a `ReviewdocsError`, but for a full disk, is a defect of ours: it becomes a `Fault`, which says
    nothing of the data.
    """
    try:
        return work()
    except ReviewdocsError as error:
        return error
    except Exception as error:  # noqa: BLE001 - the one place where a defect met in one file is kept from the others
        return unexpected(error, where=where)


def is_lock_file(file: Path) -> bool:
    """Whether it is the small `~$…` file that Word keeps beside an open document, which `*.docx` catches too."""
    return file.name.startswith("~$")


def one_name(file: Path) -> str:
    """What the names of files share that some disk takes for the same: in capitals or not, however accents are
    encoded."""
    return unicodedata.normalize("NFC", file.name).casefold()


def refuse_same_names(files: Sequence[Path]) -> None:
    """Refuse a batch in which two inputs have one name, for their outputs would be one file.

    Raises:
        UsageError: naming the files.
    """
    by_name: dict[str, list[Path]] = defaultdict(list)
    for file in files:
        by_name[one_name(file)].append(file)
    for same in by_name.values():
        if len(same) > 1:
            raise UsageError(
                f"Two inputs have the name {same[0].name}: {', '.join(str(file) for file in same)}.",
                remedy="Nothing was done. Rename one, or do them in separate runs with separate output folders.",
            )
