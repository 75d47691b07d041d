"""Input files from the disk."""

from __future__ import annotations

from pathlib import Path

from reviewdocs.disk import bytes_of
from reviewdocs.errors import InputError

MAX_FILE_BYTES = 200_000_000
"""Larger files are refused unread: a report with pictures is a tenth of this."""
_SMALLER = "Compress its pictures in Word, or split it."


def read_file(path: Path) -> bytes:
    """The bytes of an input file.

    Raises:
        InputError: it is missing, a folder, no ordinary file, not readable, or too large.
    """
    try:
        return bytes_of(path, most=MAX_FILE_BYTES, large=_SMALLER)
    except FileNotFoundError as error:
        raise InputError("There is no such file.", where=str(path), remedy="Check the name and folder.") from error


def too_large(where: str) -> InputError:
    """The error of a file that is larger than `MAX_FILE_BYTES`."""
    return InputError(f"The file is larger than {MAX_FILE_BYTES // 1_000_000} MB.", where=where, remedy=_SMALLER)
