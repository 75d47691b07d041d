"""Reading from the disk: only ordinary files, only so much of them, and every refusal in a sentence."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from reviewdocs.errors import InputError, refused

_RIGHT = "Check that it is the right file."


def bytes_of(path: Path, *, most: int, what: str = "file", large: str = _RIGHT) -> bytes:
    """The bytes of a file.

    Args:
        path: the file, or a link to it.
        most: how many bytes are read at most.
        what: what a person calls it ("pseudonym map").
        large: the way out where it is too large.

    Raises:
        FileNotFoundError: nothing is there.
        InputError: it is a folder, a device, a pipe, too large, not readable, or has a name that is no text.
    """
    where = str(path)
    try:
        where.encode()
        if not stat.S_ISREG(path.stat().st_mode):
            raise _no_file(path, what)
        # What takes a file's place meanwhile may be a pipe, which would keep us waiting for somebody to write into it.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise _no_file(path, what)
            size = os.fstat(stream.fileno()).st_size
            if size > most:
                raise InputError(f"The {what} is larger than {most // 1_000_000} MB.", where=where, remedy=large)
            data = stream.read(size + 1)  # as much memory is taken as is asked for, however little there is to read
            if len(data) > size:
                raise InputError(f"The {what} grew while it was read.", where=where, remedy="Try again.")
            return data
    except FileNotFoundError:
        raise
    except UnicodeEncodeError as error:
        raise InputError(f"The path of the {what} holds bytes that are no text (UTF-8).", where=where,
                         remedy="Rename the file or folder, then run again.") from error  # fmt: skip
    except ValueError as error:  # a zero byte
        raise InputError(f"No {what} can have this name.", where=where, remedy="Check the name.") from error
    except OSError as error:
        what_happened, remedy = refused(error)
        raise InputError(f"The {what} cannot be read: {what_happened}.", where=where, remedy=remedy) from error


def real(path: Path) -> Path:
    """Where a path leads, links followed as far as they lead anywhere: one that leads in a circle is no error here."""
    return Path(os.path.realpath(path))


def is_folder(path: Path) -> bool:
    """Whether a folder is there; no, also where the system does not let us look or no path is like this."""
    return os.path.isdir(path)  # noqa: PTH112 - Path's own raises for what it may not look at


def _no_file(path: Path, what: str) -> InputError:
    if is_folder(path):
        remedy = "Name the files in it." if what == "file" else "Give the file itself."
        return InputError("This is a folder.", where=str(path), remedy=remedy)
    return InputError(f"The {what} is a device, a pipe or a socket, and is not read.", where=str(path),
                      remedy="Save it as an ordinary file, and give that.")  # fmt: skip
