"""One command at a time where two would spoil each other's work: a turn at a folder.

A turn lasts for the few moments in which files that belong together are read or replaced, never for a document's whole
work. It is a lock on a small empty file in the folder, which goes with it; of a command that was killed the file stays
and is nobody's.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from reviewdocs.errors import OutputError
from reviewdocs.formats.atomic import not_written
from reviewdocs.formats.locks import TURN, is_at, lock

_PATIENCE = 60.0
"""Seconds to wait for the others' turns; each takes far less than one."""
_PAUSE = 0.01


@contextlib.contextmanager
def turn(folder: Path, *, to_read: bool = False) -> Iterator[None]:
    """Hold a folder while the block runs. Turns at one folder do not nest.

    Args:
        folder: it; made if it is not there.
        to_read: nothing is written: where the folder is not there or may not be written to, nobody is kept out.

    Raises:
        OutputError: the folder cannot be held, or another command holds it and does not end.
    """
    try:
        if not to_read:
            folder.mkdir(parents=True, exist_ok=True)
        handle = _held(folder)
    except OSError as error:
        if not to_read:
            failed = not_written(error, folder / TURN)  # of which nobody knows
            raise OutputError(failed.what, where=str(folder), remedy=failed.remedy) from error
        handle = None
    try:
        yield
    finally:
        if handle is not None:
            with contextlib.suppress(OSError):  # Windows removes no file that is open: there it stays, and is empty
                (folder / TURN).unlink()
            os.close(handle)


def _held(folder: Path) -> int:
    """The lock, as the handle of its open file."""
    path, until = folder / TURN, time.monotonic() + _PATIENCE
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        if lock(handle) and is_at(handle, path):  # whoever had it before us took the file away
            return handle
        os.close(handle)
        if time.monotonic() > until:
            raise OutputError("Another command is at work in this folder, and does not end.", where=str(folder),
                              remedy="Wait for it, or find out which it is; then run again.")  # fmt: skip
        time.sleep(_PAUSE)
