"""A plain text that Word merges on opening."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reviewdocs.formats.docx.chunks.marked import SEEN, Line, MarkedText, Stretch
from reviewdocs.formats.docx.vocabulary import Spot

_LINE: Final = re.compile(r"[^\r\n]+")


class PlainText(MarkedText):
    """Lines of text, and nothing else, which stand in one spot."""

    def __init__(self, source: str, spot: Spot = SEEN) -> None:
        super().__init__(source)
        self._spot = spot

    def rewritten(self, source: str) -> PlainText:
        """A text with another source."""
        return PlainText(source, self._spot)

    def stretches(self) -> Sequence[Stretch]:
        """Every line."""
        found: list[Stretch] = []
        for match in _LINE.finditer(self.source):
            line = Line(self._spot)
            line.plain(match[0], match.start())
            found += line.stretch(str)
        return found
