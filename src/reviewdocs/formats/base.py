"""The contract every document format keeps.

A format knows bytes, parts and paragraphs, and nothing of people. The order of work is: open → `strip` → `paragraphs` →
`apply` → `to_bytes`; then the written bytes are opened again and searched with `searchable`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from reviewdocs.model.text import Coverage, Edit, Paragraph, ParagraphKey
from reviewdocs.model.words import Audience


class Document(Protocol):
    """An opened document, in memory; nothing is written to disk here."""

    def paragraphs(self) -> Sequence[Paragraph]:
        """Every text in which a name can stand, in reading order, attributes and properties included."""
        ...

    def apply(self, edits: Mapping[ParagraphKey, Sequence[Edit]]) -> None:
        """Make all edits; call with keys and offsets of the last `paragraphs()`, and read again before the next call.

        The replacement takes the format of the first character it replaces; all else stays as it was.
        """
        ...

    def strip(self, audience: Audience, *, keep_comments: bool = False) -> Mapping[str, int]:
        """Remove what `audience` must not get (anonymisation.md, table); returns count by kind in plain English.

        For `restricted` nothing is removed but the metadata of pictures. Tracked changes are accepted only once edits
        were applied, so that a name half deleted is still read whole.

        With `keep_comments` comments and tracked changes stay for `external`, their authors made neutral; what is
        embedded loses its own all the same.

        Raises:
            InputError: when a part can be neither read nor removed.
        """
        ...

    def coverage(self) -> Coverage:
        """What became of every part: read, stripped, media, or unread with the reason."""
        ...

    def searchable(self) -> Iterator[tuple[str, str]]:
        """Every stretch of the bytes as text, as an adversary would read them: (place, text).

        Decompressed and recursed; markup removed and text joined over runs as well as raw; UTF-8 and UTF-16;
        entities, percent-encoding and base64 decoded. Used to prove that nothing forbidden survives.
        """
        ...

    def to_bytes(self) -> bytes:
        """The document as it now stands."""
        ...
