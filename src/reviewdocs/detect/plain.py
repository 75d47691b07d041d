"""Paragraphs as detectors read them: plain characters, several paragraphs together so that one gives another context.

A label ("NHS number", "Time") often stands in the cell or line before the value, and a row of a log is known for one by
its neighbours; so paragraphs are joined into blocks. A block ends after a long paragraph, which depends on the text
alone: an insertion elsewhere in the document does not change how this place is read.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewdocs.model.text import Paragraph

GAP = "\n\0\n"
"""Stands between paragraphs: line anchors hold beside it, and no white space in a pattern can cross it."""

_LONG = 600
_MOST = 20_000
_SAME_WIDTH = {
    **dict.fromkeys(
        map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"),
        " ",
    ),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201b\u02bc\u00b4`"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201f"), '"'),
    **dict.fromkeys(map(ord, "\r\x0b\x0c\u2028\u2029\x85"), "\n"),
    0: " ",
}
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs joined for reading.

    Attributes:
        text: what detectors read.
        paragraphs: the paragraphs, in order.
        starts: where each begins in `text`.
        origins: for each paragraph, where each of its characters in `text` stands in the paragraph, and its length.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    starts: tuple[int, ...]
    origins: tuple[tuple[int, ...], ...]

    def texts(self) -> Iterator[str]:
        """The paragraphs one by one, as detectors read them."""
        for start, origins in zip(self.starts, self.origins, strict=True):
            yield self.text[start : start + len(origins) - 1]

    def locate(self, start: int, end: int) -> tuple[Paragraph, int, int] | None:
        """The paragraph and the code points in it of [start, end) of the block; None where that crosses paragraphs."""
        number = bisect.bisect_right(self.starts, start) - 1
        offset, origins = self.starts[number], self.origins[number]
        if not 0 <= start - offset < end - offset < len(origins):
            return None
        return self.paragraphs[number], origins[start - offset], origins[end - offset - 1] + 1


_WRAPPED = re.compile(r"(?m)(?<=^[^\n|]{50})([^\n|]*[^\n|.:;!?)])\n(?=[^\W\d_])(?![^\n:]{1,24}:|[^\n|]{1,60}\|)")
"""A line break that only wraps a sentence: a long line, not at its end, before a letter that begins no label and no
row; what is parted by strokes is a row of a table, and its line ends where it ends."""


def readable(text: str) -> tuple[str, tuple[int, ...]]:
    """Text with plain spaces, hyphens and quotation marks, unwrapped, no invisible characters; and where each stood."""
    kept = [(character, place) for place, character in enumerate(text) if character not in _INVISIBLE]
    plain = "".join(character for character, _ in kept).translate(_SAME_WIDTH)
    plain = _WRAPPED.sub(r"\1 ", plain)
    return plain, (*(place for _, place in kept), len(text))


def blocks(paragraphs: Sequence[Paragraph]) -> Iterator[Block]:
    """The paragraphs in blocks; no block reaches over two parts of a document."""
    pending: list[Paragraph] = []
    size = 0
    for paragraph in paragraphs:
        if pending and (pending[-1].part != paragraph.part or len(pending[-1].text) > _LONG or size > _MOST):
            yield _join(pending)
            pending, size = [], 0
        pending.append(paragraph)
        size += len(paragraph.text)
    if pending:
        yield _join(pending)


def _join(paragraphs: Sequence[Paragraph]) -> Block:
    texts, starts, origins, position = [], [], [], 0
    for paragraph in paragraphs:
        text, origin = readable(paragraph.text)
        texts.append(text)
        starts.append(position)
        origins.append(origin)
        position += len(text) + len(GAP)
    return Block(GAP.join(texts), tuple(paragraphs), tuple(starts), tuple(origins))
