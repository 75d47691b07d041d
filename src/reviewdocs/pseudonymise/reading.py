"""A paragraph as words, with what case and punctuation say about each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from copy import copy
from functools import cached_property
from typing import NamedTuple, overload

from reviewdocs.model.text import Paragraph
from reviewdocs.names.folding import Folded, fold
from reviewdocs.names.variants import Form

_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[.!?:;|\n\t•]|(?:^|\s)[\"“‘'(\[]|(?:^|\s)-\s")
_OPENS = r"[\d/.:,\-\s]*([^\W\d_])(?=\w|\s)"
_FIRST = re.compile(_OPENS)
_LATER = re.compile(
    r"[\n.!?](?<!\b(?:no|dr|mr|ms|st|eg|ie|cf|vs|pp).)(?<!\b(?:etc|mrs|nos|tel|ext|inc|hrs|wks).)(?:(?<=\n)|\s)"
    + _OPENS
)
"""The first letter of the text, and of each later sentence or line; what stands first is found quickest."""
_CANDIDATE = re.compile(r"(?<![^\W_])(?:[^\W\d_a-z]|l(?=[^\W\d_]{3})|[a-z]++[A-Z]|[0158](?=[^\W\d_]))[^\W_]*")
_LONGEST_HEADING = 120
"""A longer line is running text."""
_SENTENCE_END = re.compile(r"[.!?|\n\t]")


def candidates_in(text: str) -> list[str]:
    """See `Reading.candidates`."""
    return _CANDIDATE.findall(text)


class Token(NamedTuple):
    """One word: folded text, its place in the folded text [start, end), and how the original is written."""

    word: str
    start: int
    end: int
    original: str

    @property
    def capital(self) -> bool:
        """Whether the first letter is a capital."""
        return self.original[:1].isupper()

    @property
    def capitals(self) -> bool:
        """Whether it is two or more letters, all capitals."""
        return len(self.original) > 1 and self.original.isupper()


class _Tokens(Sequence[Token]):
    """The words of a text, each looked at when it is asked for: most never are."""

    def __init__(self, text: str, folded: Folded, spans: Sequence[tuple[int, int]]) -> None:
        self._text, self._folded, self._spans = text, folded, spans
        self._made: dict[int, Token] = {}

    def __len__(self) -> int:
        return len(self._spans)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Token]: ...
    def __getitem__(self, index: int | slice) -> Token | Sequence[Token]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        made = self._made.get(index)
        if made is None:
            start, end = self._spans[index]
            first, last = self._folded.span(start, end)
            made = self._made[index] = Token(self._folded.text[start:end], start, end, self._text[first:last])
        return made


class Reading:
    """A paragraph's words. Token numbers are half-open spans `[first, last)` throughout this package."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.folded: Folded = fold(paragraph.text)
        self.hits: list[tuple[int, int, list[Form]]] | None = None
        """The map's forms in it; filled by who looks for them."""

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """The words."""
        return _Tokens(self.paragraph.text, self.folded, self.spans)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """The places [start, end) of the words in the folded text."""
        return [match.span() for match in _WORD.finditer(self.folded.text)]

    @cached_property
    def candidates(self) -> list[str]:
        """Words as written that begin as a name may, or as its capital misread, or hold a capital.

        Small letters that are not English do no harm.
        """
        return candidates_in(self.paragraph.text)

    @cached_property
    def capitals(self) -> list[int]:
        """Which tokens begin with a capital."""
        text, starts = self.paragraph.text, self.folded.starts
        if starts is None:
            return [index for index, (at, _) in enumerate(self.spans) if text[at].isupper()]
        return [index for index, (at, _) in enumerate(self.spans) if text[starts[at]].isupper()]

    @cached_property
    def taken(self) -> list[bool]:
        """Which tokens are part of something that the map names; filled by who looks for them."""
        return [False] * (len(self.spans) + 1)

    def of(self, paragraph: Paragraph) -> Reading:
        """The reading of another paragraph with the same text."""
        other = copy(self)
        other.paragraph = paragraph
        return other

    @cached_property
    def unpolished(self) -> bool:
        """Whether a sentence begins in lower case here, so that a word without a capital may be a name."""
        first = _FIRST.match(self.paragraph.text)
        if first and first[1].islower():
            return True
        return any(letter.islower() for letter in _LATER.findall(self.paragraph.text))

    @cached_property
    def at_start(self) -> dict[int, int]:
        """The token that begins at a place in the folded text."""
        return {start: index for index, (start, _) in enumerate(self.spans)}

    def __len__(self) -> int:
        return len(self.spans)

    def word(self, index: int) -> str:
        """The folded word at `index`, empty beyond either end."""
        spans = self.spans
        if not 0 <= index < len(spans):
            return ""
        start, end = spans[index]
        return self.folded.text[start:end]

    def token(self, index: int) -> Token | None:
        """The token at `index`, None beyond either end."""
        return self.tokens[index] if 0 <= index < len(self.spans) else None

    def gap(self, index: int) -> str:
        """Folded text between token `index - 1` and token `index`; at either end, what stands outside the words."""
        spans = self.spans
        start = spans[index - 1][1] if index > 0 else 0
        return self.folded.text[start : spans[index][0] if index < len(spans) else None]

    def raw_gap(self, index: int) -> str:
        """The original text of `gap(index)`."""
        if self.folded.starts is None:
            start = self.spans[index - 1][1] if index > 0 else 0
            return self.paragraph.text[start : self.spans[index][0] if index < len(self.spans) else None]
        start = self.span(index - 1, index)[1] if index > 0 else 0
        end = self.span(index, index + 1)[0] if index < len(self.spans) else len(self.paragraph.text)
        return self.paragraph.text[start:end]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Code points of the tokens [first, last) in the paragraph's text."""
        return self.folded.span(self.spans[first][0], self.spans[last - 1][1])

    def tokens_of(self, start: int, end: int) -> tuple[int, int] | None:
        """The tokens that the folded span [start, end) consists of; None when it cuts one."""
        first = self.at_start.get(start)
        if first is None:
            return None
        last = first
        while last < len(self.spans) and self.spans[last][1] <= end:
            last += 1
        return (first, last) if last > first else None

    def within(self, start: int, end: int) -> range:
        """The tokens of which some of the paragraph's code points [start, end) are a part."""
        first = bisect_right(self.spans, start, key=lambda at: self.folded.span(*at)[1])
        last = bisect_left(self.spans, end, lo=first, key=lambda at: self.folded.span(*at)[0])
        return range(first, last)

    def starts_sentence(self, index: int) -> bool:
        """Whether case says nothing at `index`, because a sentence, cell, quotation or list entry begins there."""
        return index == 0 or bool(_BREAK.search(self.raw_gap(index)))

    def same_sentence(self, first: int, last: int) -> bool:
        """Whether no sentence ends between tokens `first` and `last`."""
        return not any(_SENTENCE_END.search(self.raw_gap(index)) for index in range(first + 1, last + 1))

    def shouting(self, index: int) -> bool:
        """Whether the token stands among words in capitals, so that case says nothing."""
        token = self.tokens[index]
        if not token.original.isupper():
            return False
        beside = []
        for step in (-1, 1):
            other = index + step
            while 0 <= other < len(self.spans) and self.tokens[other].word.isdigit():
                other += step
            between = range(min(index, other) + 1, max(index, other) + 1)
            if 0 <= other < len(self.spans) and not any("\n" in self.raw_gap(i) for i in between):
                beside.append(self.tokens[other])
        return bool(beside) and all(other.original.isupper() for other in beside)

    def title_case(self, index: int) -> bool:
        """Whether the token stands in a line whose every longer word has a capital (a heading)."""
        text = self.paragraph.text
        at = self.span(index, index + 1)[0]
        start = max(text.rfind("\n", max(0, at - _LONGEST_HEADING), at) + 1, at - _LONGEST_HEADING, 0)
        end = text.find("\n", at, start + 2 * _LONGEST_HEADING)
        line = text[start : end if end >= 0 else start + 2 * _LONGEST_HEADING]
        if len(line) > _LONGEST_HEADING or "." in line:
            return False
        words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
        return len(words) > 2 and all(word[0].isupper() for word in words)
