"""Text with marks in it, as web pages and rich text are: what somebody wrote in it, and edits spliced into the source.

Nothing is written anew: what no edit touches stays as it was, letter for letter.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Self

from reviewdocs.errors import InputError
from reviewdocs.formats.docx.view import Nature
from reviewdocs.formats.docx.vocabulary import Spot
from reviewdocs.model.text import Edit, Layer

SEEN: Final = Spot("Inserted file", Layer.BODY)
"""What a reader of the document sees of an inserted file."""
HIDDEN_DATA: Final = Spot("Hidden data")
LINK_TARGET: Final = Spot("Link target")
PROPERTY: Final = Spot("Document property")

Label = str
"""What a person calls a thing that is taken out, as a plural: counts are reported under it."""


@dataclass(frozen=True, slots=True)
class Splice:
    """Put `text` in the place of the code points [start, end) of the source."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """One text, and where in the source each of its characters stands.

    Attributes:
        starts, ends: for each character of `text` the code points of the source that stand for it.
        quote: writes a text as the source does.
        attribute: the attribute that it is; empty for text proper.
        names: others refer to it by what it says: a bookmark.
        instead: what is done rather than an edit: a link that led to somebody leads nowhere.
        always: `instead` is done for everybody, not for readers outside the board only.
    """

    spot: Spot
    text: str
    starts: array[int]
    ends: array[int]
    quote: Callable[[str], str]
    attribute: str = ""
    nature: Nature = Nature.PLAIN
    names: bool = False
    instead: tuple[Splice, ...] = ()
    always: bool = False

    def splices(self, edits: Iterable[Edit], *, outside: bool) -> Iterator[Splice]:
        """The edits as splices; the replacement stands where the first character stood."""
        for edit in edits:
            if self.instead and (outside or self.always):
                yield from self.instead
                return
            text = self.quote(edit.replacement)
            if edit.start == edit.end:
                at = self.starts[edit.start] if edit.start < len(self.text) else self.ends[-1]
                yield Splice(at, at, text)
                continue
            for start, end in self._runs(edit):
                yield Splice(start, end, text)
                text = ""

    def _runs(self, edit: Edit) -> Iterator[tuple[int, int]]:
        """The edit's characters in the source, those together that stand side by side."""
        start, end = self.starts[edit.start], self.ends[edit.start]
        for at in range(edit.start + 1, edit.end):
            if self.starts[at] != end:
                yield start, end
                start = self.starts[at]
            end = self.ends[at]
        yield start, end


@dataclass(slots=True)
class Line:
    """A text in the making."""

    spot: Spot = SEEN
    pieces: list[str] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))

    def plain(self, text: str, start: int) -> None:
        """Characters that stand for themselves."""
        self.pieces.append(text)
        self.starts.extend(range(start, start + len(text)))
        self.ends.extend(range(start + 1, start + len(text) + 1))

    def mark(self, text: str, start: int, end: int) -> None:
        """Characters that a mark in [start, end) stands for."""
        self.pieces.append(text)
        for _ in text:
            self.starts.append(start)
            self.ends.append(end)
            start = end

    @property
    def last(self) -> str:
        """The last character; empty where there is none."""
        return self.pieces[-1][-1:] if self.pieces else ""

    def stretch(
        self,
        quote: Callable[[str], str],
        *,
        attribute: str = "",
        nature: Nature = Nature.PLAIN,
        names: bool = False,
        instead: tuple[Splice, ...] = (),
        always: bool = False,
    ) -> Iterator[Stretch]:
        """The text as it stands, unless nothing is in it."""
        text = "".join(self.pieces)
        if text.strip():
            yield Stretch(self.spot, text, self.starts, self.ends, quote, attribute, nature, names, instead, always)


class MarkedText(ABC):
    """The source of a text with marks in it.

    Raises:
        InputError: it cannot be understood whole.
    """

    def __init__(self, source: str) -> None:
        self.source = source

    @abstractmethod
    def stretches(self) -> Sequence[Stretch]:
        """Every text in it, in the order of the source."""

    @abstractmethod
    def rewritten(self, source: str) -> Self:
        """A text of the same kind and in the same place."""

    def pictures(self) -> Iterator[Splice]:
        """What takes the metadata out of the pictures in it."""
        return iter(())

    def unwanted(self, *, keep_comments: bool) -> Iterator[tuple[Label, Splice]]:
        """What readers outside the board must not get."""
        return iter(())

    def markup(self) -> Iterator[tuple[int, int]]:
        """Where in the source stands what only programs read."""
        return iter(())

    def media(self) -> int:
        """How many pictures it holds."""
        return 0

    def unread(self) -> Sequence[str]:
        """What in it could not be read."""
        return ()

    def joined(self, before: str, after: str) -> str:
        """What must stand between two pieces of the source that a splice brings together."""
        return ""

    def spliced(self, splices: Iterable[Splice]) -> Self:
        """The text with splices made; of those that overlap, the one that begins first and reaches farthest."""
        pieces: list[str] = []
        at, tail = 0, ""
        for splice in sorted(set(splices), key=lambda each: (each.start, -each.end)):
            if splice.start < at:
                if splice.end > at:
                    at = splice.end
                continue
            for piece in (self.source[at : splice.start], splice.text):
                if piece:
                    pieces += [self.joined(tail, piece), piece]
                    tail = piece if len(piece) > _LOOKS_BACK else (tail + "".join(pieces[-2:]))[-_LOOKS_BACK:]
            at = splice.end
        rest = self.source[at:]
        return self.rewritten("".join((*pieces, self.joined(tail, rest) if rest else "", rest)))


_LOOKS_BACK: Final = 64


def not_understood(what: str) -> InputError:
    """The error of a file that is not as the format has it."""
    return InputError(what, remedy="Open the document in Word, save it, so that Word merges the file, and run again.")
