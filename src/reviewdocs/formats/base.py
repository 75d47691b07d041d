"""The contract every document format keeps.

A format knows bytes, parts and paragraphs, and nothing of people. The order of work is: open → `strip` → `paragraphs` →
`apply` → `to_bytes`; then the written bytes are opened again and searched with `searchable`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from reviewdocs.model.text import Coverage, Edit, Paragraph, ParagraphKey
from reviewdocs.model.words import Audience

BOXES = "Boxes"
"""The place of what is written one letter or figure to a box, read as one text beside the boxes themselves."""
CELLS = "Cells of a row"
"""The same of groups of figures, which may be one number or several: read only for what is known."""


class Find(Protocol):
    """One find: its code points in the text, and what was found."""

    @property
    def start(self) -> int:
        """Its first code point."""
        ...

    @property
    def end(self) -> int:
        """The one after its last."""
        ...

    @property
    def phrase(self) -> str:
        """What was found, the same however it is written."""
        ...


class Finder(Protocol):
    """Finds in a text what may stand nowhere."""

    def __call__(self, text: str, *, glued: bool) -> Sequence[Find]:
        """Every find; with `glued` those within longer words too."""
        ...


TINY = "Text too small to read"
BACKGROUND = "Text in the colour of what it stands on"
UNDER_SHAPE = "Text under a drawn shape or picture"
"""Why nobody sees a text that stands on a page, whatever the format."""


@dataclass(frozen=True, slots=True)
class UnseenText:
    """Text that stands on a page and that nobody sees: why, the text, and its part."""

    place: str
    text: str
    part: str


@dataclass(frozen=True, slots=True)
class Structure:
    """What a document has for readers who do not see the page, and what it has that nobody sees.

    Attributes:
        headings: how many paragraphs are marked as headings.
        title, language: of the document; empty where none is set.
        pictures, undescribed: pictures, and those among them without alternative text that are not marked decorative.
        tables, headless: tables of data, and those among them whose first row is not marked as a heading.
        unseen: text on the page that nobody sees.
    """

    headings: int
    title: str
    language: str
    pictures: int
    undescribed: int
    tables: int
    headless: int
    unseen: tuple[UnseenText, ...] = ()


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
        """Remove what `audience` must not get (docs/anonymisation.md); returns count by kind in plain English.

        For `restricted` nothing is removed but the metadata of pictures. Tracked changes are accepted only once edits
        were applied, so that a name half deleted is still read whole.

        With `keep_comments` comments and tracked changes stay for `external`, in what is embedded too, their authors
        made neutral.

        Raises:
            InputError: when a part can be neither read nor removed.
        """
        ...

    def expunge(self, find: Finder) -> int:
        """Take what `find` finds out of what no person reads: ids, names of elements, packed data, pictures.

        The last resort, when all texts were edited and something is left. A picture or a part that holds any of it and
        cannot be edited is put out of the document, a placeholder where a reader saw it, and told by `coverage`.

        Returns:
            How many places and parts it was taken out of; then write, open and verify again.
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
