"""Writing a file so that it is there whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from reviewdocs.errors import OutputError


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path`: a reader sees the old file or the new one, never half of either.

    The temporary file lies in the same folder (a rename across volumes is no rename, and nothing with real names may
    lie in the system's temporary folder) and never outlives the call. The folder is made if it is not there.

    Raises:
        OutputError: the file is open elsewhere, the folder cannot be written to, or the disk is full.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Short, as it must not grow past what the file system allows; "x" makes it with the user's usual permissions.
        temporary = path.parent / f".~{secrets.token_hex(8)}.tmp"
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except OSError as error:
        what, remedy = _explained(error, path)
        raise OutputError(what, where=str(path), remedy=remedy) from error
    finally:
        # After a successful rename the temporary name is gone already; after a failure it must go.
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
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
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
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
