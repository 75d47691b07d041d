"""Many files at once: as safe as one after the other, and waiting for the disk together.

A disk takes as long to make one file safe as to do so for many that wait side by side; letters by the hundred would
else take most of their time waiting.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from reviewdocs.errors import OutputError
from reviewdocs.formats.atomic import mode_of, not_written, sync_folder, temporary, write_all, write_atomically

_SIDE_BY_SIDE = 16


def write_together(files: Mapping[Path, bytes]) -> dict[Path, OutputError]:
    """Write files, each as `write_atomically` does: whole or not at all; what could not be written, with why.

    Args:
        files: what goes where; a few dozen, as all of them are open at once.
    """
    if len(files) < 2:
        return _one_by_one(files)
    failed: dict[Path, OutputError] = {}
    open_files: list[tuple[Path, Path, int]] = []
    to_close: set[int] = set()
    try:
        for path, data in files.items():
            try:
                open_files.append(_begun(path, data))
                to_close.add(open_files[-1][2])
            except OSError as error:
                failed[path] = not_written(error, path)
        with ThreadPoolExecutor(_SIDE_BY_SIDE) as waiting:
            done = list(waiting.map(_synced, [handle for _, _, handle in open_files]))
        for (path, under, handle), trouble in zip(open_files, done, strict=True):
            if trouble is None and sys.platform == "win32":  # which renames no open file
                os.close(handle)
                to_close.discard(handle)
            if (trouble := trouble or _renamed(under, path)) is not None:
                failed[path] = not_written(trouble, path)
    finally:
        for _, under, handle in open_files:
            with suppress(OSError):  # nothing has this name any more where all went well
                under.unlink(missing_ok=True)
            if handle in to_close:
                os.close(handle)
    for folder in {path.parent for path in files}:
        sync_folder(folder)
    return failed


def _one_by_one(files: Mapping[Path, bytes]) -> dict[Path, OutputError]:
    failed = {}
    for path, data in files.items():
        try:
            write_atomically(path, data)
        except OutputError as error:
            failed[path] = error
    return failed


def _begun(path: Path, data: bytes) -> tuple[Path, Path, int]:
    """The file under a temporary name, with its bytes, not yet safe: where it goes, its name, its handle."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = mode_of(path)
    under, handle = temporary(path.parent, 0o666 if mode is None else 0o600)
    try:
        if mode is not None:
            under.chmod(mode)
        write_all(handle, data)
    except OSError:
        with suppress(OSError):
            under.unlink(missing_ok=True)
        os.close(handle)
        raise
    return path, under, handle


def _synced(handle: int) -> OSError | None:
    try:
        os.fsync(handle)
    except OSError as error:
        return error
    return None


def _renamed(under: Path, path: Path) -> OSError | None:
    try:
        under.replace(path)
    except OSError as error:
        return error
    return None
