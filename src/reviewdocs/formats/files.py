"""Input files from the disk."""

from __future__ import annotations

from pathlib import Path

from reviewdocs.errors import InputError

MAX_FILE_BYTES = 200 * 1024 * 1024
"""Larger files are refused unread: a report with pictures is a tenth of this."""


def read_file(path: Path) -> bytes:
    """The bytes of an input file.

    Raises:
        InputError: it is missing, a folder, not readable, or too large.
    """
    try:
        if path.is_dir():
            raise InputError("This is a folder.", where=str(path), remedy="Name the files in it.")
        if path.stat().st_size > MAX_FILE_BYTES:
            raise too_large(str(path))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("There is no such file.", where=str(path), remedy="Check the name and folder.") from error
    except PermissionError as error:
        raise InputError(
            "The file may not be read.", where=str(path), remedy="Close it in other programs, or ask for access to it."
        ) from error
    except OSError as error:
        raise InputError(f"The file could not be read ({error.strerror or 'disk error'}).", where=str(path)) from error


def too_large(where: str) -> InputError:
    """The error of a file that is larger than `MAX_FILE_BYTES`."""
    limit = MAX_FILE_BYTES // (1024 * 1024)
    return InputError(
        f"The file is larger than {limit} MB.", where=where, remedy="Compress its pictures in Word, or split it."
    )
