"""Writing a file so that it is there whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from reviewdocs.errors import FULL, OutputError
from reviewdocs.formats.locks import TURN, is_at, lock

_UNFINISHED = re.compile(r"\.~[0-9a-f]{16}\.tmp")
_NO_UNNAMED = frozenset({errno.EISDIR, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOENT, errno.EPERM, errno.EXDEV})
"""What a system says that knows no files without a name, or cannot give them one."""
_RESTING = 60.0 if sys.platform == "win32" else 0.0
"""Seconds that nobody has written to a temporary file before it is nobody's: Windows renames none that is locked."""


def write_atomically(path: Path, data: bytes, *, like: Path | None = None, new: bool = False) -> None:
    """Write `data` to `path`: a reader sees the old file or the new one, never half of either.

    What is written lies in the same folder meanwhile (a rename across volumes is no rename, and nothing with real
    names may lie in the system's temporary folder): without a name where the system can do so and nothing of this name
    is there, so that nothing of it is left whenever the process ends; else under a temporary name, which never outlives
    the call, and which `sweep` removes when the process was killed. The folder is made if it is not there.

    Args:
        path: where to.
        data: the file's bytes.
        like: whose permissions it gets; else those of the file that it replaces, or the usual ones.
        new: refuse to replace a file, also one that appears meanwhile.

    Raises:
        OutputError: the file is open elsewhere, the folder cannot be written to, the disk is full, or, where it must be
            new, it is there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = mode_of(like or path)
        if os.path.lexists(path) or not _write_unnamed(path, data, mode):
            _write_named(path, data, mode, new=new)
    except FileExistsError as error:
        if not (new and path.is_file()):
            raise not_written(error, path) from error
        raise OutputError("A file of this name is there already, and is not overwritten.", where=str(path),
                          remedy="Choose another name, or move the file, then run again.") from error  # fmt: skip
    except OSError as error:
        raise not_written(error, path) from error
    sync_folder(path.parent)


def sweep(folders: Iterable[Path]) -> list[Path]:
    """Remove what writing left that was cut off (the process killed, the power gone), and tell what it was.

    A file that is being written is locked by its writer and stays. Of a turn's file, which is empty, nothing is told.
    """
    folders = tuple(folders)
    for folder in folders:
        _removed(folder / TURN)
    return [path for folder in folders for path in _unfinished(folder) if _removed(path)]


def not_written(error: OSError, path: Path) -> OutputError:
    """What the system's error means to a person."""
    what, remedy = _explained(error, path)
    return OutputError(what, where=str(path), remedy=remedy)


def mode_of(path: Path) -> int | None:
    """The permissions of a file; None where there is none."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None


def _write_unnamed(path: Path, data: bytes, mode: int | None) -> bool:
    """Write a file that has no name until all of it is on the disk; False where that cannot be, or something came there
    meanwhile."""
    if sys.platform != "linux":
        return False
    try:
        handle = os.open(path.parent, os.O_TMPFILE | os.O_WRONLY, 0o666 if mode is None else 0o600)
    except OSError as error:
        if error.errno in _NO_UNNAMED:
            return False
        raise
    try:
        if mode is not None:
            os.fchmod(handle, mode)
        put_bytes(handle, data)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.link(f"/proc/self/fd/{handle}", path.name, dst_dir_fd=folder)
        finally:
            os.close(folder)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno in _NO_UNNAMED:
            return False
        raise
    finally:
        os.close(handle)
    return True


def _write_named(path: Path, data: bytes, mode: int | None, *, new: bool) -> None:
    """Write under a temporary name, then rename."""
    under, handle = temporary(path.parent, 0o666 if mode is None else 0o600)
    try:
        try:
            if mode is not None:
                under.chmod(mode)
            put_bytes(handle, data)
            if sys.platform != "win32":
                _rename(under, path, new=new)
        finally:
            os.close(handle)
        if sys.platform == "win32":  # which renames no open file
            _rename(under, path, new=new)
    finally:
        # After a successful rename the temporary name is gone already; after a failure it must go.
        with suppress(OSError):
            under.unlink(missing_ok=True)


def temporary(folder: Path, mode: int) -> tuple[Path, int]:
    """A new file in the folder, locked so that no `sweep` takes it; its path and handle."""
    while True:
        # Short, as it must not grow past what the file system allows.
        path = folder / f".~{secrets.token_hex(8)}.tmp"
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        if _is_ours(handle, path):
            return path, handle
        os.close(handle)  # a sweep came between


def _is_ours(handle: int, path: Path) -> bool:
    try:
        return lock(handle) and is_at(handle, path)
    except OSError:
        return True  # a disk without locks: no sweep removes anything there


def put_bytes(handle: int, data: bytes) -> None:
    """Write all of it into an open file, and onto the disk."""
    write_all(handle, data)
    os.fsync(handle)


def write_all(handle: int, data: bytes) -> None:
    """Write all of it into an open file."""
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


def _rename(old: Path, path: Path, *, new: bool) -> None:
    """Give the file its name; of a `new` one only where nothing has it, as far as the disk can see to that."""
    if not new:
        old.replace(path)
    elif sys.platform == "win32":
        old.rename(path)  # which replaces nothing there
    else:
        try:
            path.hardlink_to(old)
        except FileExistsError:
            raise
        except OSError:  # a disk without hard links
            if path.exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
            old.replace(path)


def _unfinished(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if _UNFINISHED.fullmatch(path.name))
    except OSError:
        return []


def _removed(path: Path) -> bool:
    """Remove a temporary file unless somebody is writing it; whether it was removed."""
    try:
        if time.time() - path.stat().st_mtime < _RESTING:
            return False
        handle = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        if not (lock(handle) and is_at(handle, path)):
            return False
        if sys.platform != "win32":
            path.unlink()
    except OSError:
        return False
    finally:
        os.close(handle)
    with suppress(OSError):
        path.unlink(missing_ok=True)
    return True


def sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where folders can be synced (not on Windows, not on every network share)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _explained(error: OSError, path: Path) -> tuple[str, str]:
    """What happened and the way out, in plain English."""
    if path.is_dir():
        return "A folder of this name is in the way.", "Move or rename the folder, then run again."
    if error.errno in FULL:
        return "The disk is full, so the file was not written.", "Make room, then run again."
    if error.errno == errno.ENAMETOOLONG:
        return "The file's name is too long for this disk.", "Use a shorter folder or file name."
    if error.errno == errno.EROFS:
        return "This disk is read-only, so the file was not written.", "Choose a folder that you may write to."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EBUSY):
        if path.exists():
            return (
                "The file is open in another program or may not be changed, so it was not written.",
                "Close it in Word (or ask who has it open), check that it is not read-only, then run again.",
            )
        return "The folder may not be written to.", "Choose another folder, or ask for the right to write there."
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return "A file stands where a folder is needed.", "Move or rename that file, then run again."
    return f"The file could not be written ({error.strerror or 'unknown reason'}).", "Check the disk, then run again."
