"""How much is unpacked at most: a zip bomb costs its size, not the machine."""

from __future__ import annotations

from dataclasses import dataclass

from reviewdocs.errors import InputError

MAX_UNPACKED = 512 * 1024 * 1024
"""Bytes, of a document and all that lies within it; Word's largest are a tenth of this."""
HOSTILE = "This is no document that Word wrote; it is not opened."


@dataclass(slots=True)
class Allowance:
    """How many bytes may still be unpacked of a document and all that lies within it."""

    left: int = MAX_UNPACKED

    def take(self, size: int) -> None:
        """Use some of it.

        Raises:
            InputError: there is not that much left.
        """
        self.left -= size
        if self.left < 0:
            raise InputError(f"It unpacks to more than {MAX_UNPACKED // 1024**2} MB.", remedy=HOSTILE)
