"""One text of a document: what it is, where it stands, and the stretches of XML it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from reviewdocs.formats.docx.segments import Segment
from reviewdocs.formats.docx.vocabulary import Spot

WORDY = re.compile(r"[^\W\d_]|\d(?:[\s\-]?\d){5}")
"""A letter, or enough digits to be a number that belongs to somebody."""


class Nature(Enum):
    """What kind of text a view is, where that matters to edits."""

    PLAIN = auto()
    CODE = auto()
    """A field code or formula: names of bookmarks, styles and sheets in it follow their renaming."""


@dataclass(slots=True)
class View:
    """One text: its segments joined, as they stood when it was read.

    Attributes:
        part: the part's name, `part@attribute` for an attribute.
    """

    part: str
    segments: tuple[Segment, ...]
    spot: Spot
    nature: Nature
    text: str

    @classmethod
    def of(cls, part: str, segments: tuple[Segment, ...], spot: Spot, nature: Nature = Nature.PLAIN) -> View:
        """The view of these segments as they stand."""
        return cls(part, segments, spot, nature, "".join([segment.text for segment in segments]))


def is_wordy(text: str) -> bool:
    """Whether a text may say something of somebody."""
    return WORDY.search(text) is not None


def some(part: str, segments: Sequence[Segment], spot: Spot, nature: Nature = Nature.PLAIN) -> Iterator[View]:
    """The view of these segments, where they hold anything."""
    if segments:
        view = View.of(part, tuple(segments), spot, nature)
        if view.text.strip():
            yield view
