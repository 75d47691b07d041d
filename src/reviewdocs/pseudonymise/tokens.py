"""A paragraph as words: folded, with the way back to how each is written and to what stands between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from reviewdocs.language.written import WORD
from reviewdocs.model.text import Paragraph
from reviewdocs.names.folding import Folded, fold

_START, _END = itemgetter(0), itemgetter(1)


class Token(NamedTuple):
    """One word: folded text, and how the original is written."""

    word: str
    original: str

    @property
    def capital(self) -> bool:
        """Whether the first letter is a capital."""
        return self.original[:1].isupper()


class Tokens:
    """A paragraph's words, each looked at when it is asked for: most never are.

    Token numbers are half-open spans `[first, last)` throughout this package.
    """

    def __init__(
        self, paragraph: Paragraph, folded: Folded | None = None, spans: list[tuple[int, int]] | None = None
    ) -> None:
        """Read a paragraph; `folded` and the `spans` of its words in that where they are known."""
        self.paragraph = paragraph
        self._folded: Folded = folded or fold(paragraph.text)
        if spans is not None:
            self._spans = spans

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """The places [start, end) of the words in the folded text."""
        return [match.span() for match in WORD.finditer(self._folded.text)]

    def word(self, index: int) -> str:
        """The folded word at `index`, empty beyond either end."""
        spans = self._spans
        if not 0 <= index < len(spans):
            return ""
        start, end = spans[index]
        return self._folded.text[start:end]

    def token(self, index: int) -> Token | None:
        """The token at `index`, None beyond either end."""
        if not 0 <= index < len(self._spans):
            return None
        start, end = self.span(index, index + 1)
        return Token(self.word(index), self.paragraph.text[start:end])

    def is_capital(self, index: int) -> bool:
        """Whether the token at `index` is written with a capital; no beyond either end."""
        token = self.token(index)
        return token is not None and token.capital

    def gap(self, index: int) -> str:
        """Folded text between token `index - 1` and token `index`; at either end, what stands outside the words."""
        spans = self._spans
        start = spans[index - 1][1] if index > 0 else 0
        return self._folded.text[start : spans[index][0] if index < len(spans) else None]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Code points of the tokens [first, last) in the paragraph's text."""
        return self._folded.span(self._spans[first][0], self._spans[last - 1][1])

    def within(self, start: int, end: int) -> range:
        """The tokens of which some of the paragraph's code points [start, end) are a part."""
        if self._folded.starts is None:
            first = bisect_right(self._spans, start, key=_END)
            return range(first, bisect_left(self._spans, end, lo=first, key=_START))
        first = bisect_right(self._spans, start, key=lambda at: self._folded.span(*at)[1])
        last = bisect_left(self._spans, end, lo=first, key=lambda at: self._folded.span(*at)[0])
        return range(first, last)
