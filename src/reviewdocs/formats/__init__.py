"""Documents as bytes: read, edit, clean, write. Knows nothing of people."""

from __future__ import annotations

from reviewdocs.formats.opening import landmarks_of, open_document, read_file, structure_of
from reviewdocs.formats.protection import is_protected, password_in, without_password

__all__ = [
    "is_protected",
    "landmarks_of",
    "open_document",
    "password_in",
    "read_file",
    "structure_of",
    "without_password",
]
