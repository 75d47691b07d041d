"""The system's own lock on an open file: it ends with the process that holds it, however that ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

TURN = ".~reviewdocs.lock"
"""The file on whose lock a turn at a folder rests: see `turns`."""

if sys.platform == "win32":
    import msvcrt

    def lock(handle: int) -> bool:
        """Lock an open file for its holder alone; False where another holds it."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def lock(handle: int) -> bool:
        """Lock an open file for its holder alone; False where another holds it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def is_at(handle: int, path: Path) -> bool:
    """Whether an open file still is what lies at a path."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
