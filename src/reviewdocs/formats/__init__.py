"""Documents as bytes: read, edit, clean, write. Knows nothing of people."""

from __future__ import annotations

from reviewdocs.formats.opening import open_document, read_file

__all__ = ["open_document", "read_file"]
