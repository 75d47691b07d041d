"""Text as the rest of the package sees it: paragraphs that know where they stand, and planned edits of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

ParagraphKey = tuple[str, int]
"""Package part (`word/document.xml`, `text`) and zero-based number of the paragraph in it."""


class Layer(StrEnum):
    """How a reader meets a text."""

    BODY = "body"
    PERIPHERAL = "peripheral"
    """Seen, but beside the body: headers, notes, text boxes, alt text."""
    HIDDEN = "hidden"
    """Not seen on the page: comments, revisions, properties, custom XML, hidden text, link targets."""


@dataclass(slots=True)
class Paragraph:
    """The joined text of one paragraph (or one attribute, property or other stretch of text).

    Nothing changes one; it is not frozen because a document makes thousands, and frozen ones take thrice the time.

    Attributes:
        part: package part; `part@attribute` for an attribute; `text` for plain text files.
        index: zero-based number within the part.
        text: the text as a reader sees it, whatever runs it is made of; tabs and line breaks are `\\t` and `\\n`.
        offset: where `text` begins in the coordinates that findings use: the offset in code points into the whole file
            for plain text, 0 for a .docx, whose findings count within the paragraph.
        layer: how a reader meets it.
        place: what a person calls the place ("Footnote", "Header", "Comment").
        landmark: what to look for on the page to find it ("table row 3 under “Chronology”"); empty where nobody asked;
            in a file that is read by its lines, the heading above it.
        line: the one-based line on which it begins, in a file that is read by its lines; else 0.
    """

    part: str
    index: int
    text: str
    offset: int = 0
    layer: Layer = Layer.BODY
    place: str = "Body"
    landmark: str = ""
    line: int = 0

    @property
    def key(self) -> ParagraphKey:
        """Part and index."""
        return self.part, self.index

    def with_text(self, text: str) -> Paragraph:
        """The same paragraph with another text; quicker than `dataclasses.replace`."""
        return Paragraph(self.part, self.index, text, self.offset, self.layer, self.place, self.landmark, self.line)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the code points [start, end) of one paragraph's text; edits of one paragraph never overlap."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a reader of the document sees, and no program looks at.

    Attributes:
        name: of its part, or what else it is called by.
        where: what leads a reader to it ("under “Chronology”"); empty where nothing does.
        digest: of its bytes: another picture in its place is another picture.
    """

    name: str
    where: str
    digest: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of every part of a document.

    Attributes:
        read: names of the parts whose text was read.
        unread: parts that could not be, each with the reason after a colon.
        stripped: parts taken out by `strip`.
        media: pictures, fonts, sound: nothing to read, for a person to look at.
        pictures: those among them that can be looked at one by one, in reading order.
    """

    read: tuple[str, ...]
    unread: tuple[str, ...] = ()
    stripped: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
