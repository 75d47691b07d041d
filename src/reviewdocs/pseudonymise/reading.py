"""A paragraph as words, with what case and punctuation say about each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewdocs.model.text import Paragraph
from reviewdocs.names.folding import Folded, fold

_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[.!?:;|\n\t•]|(?:^|\s)[\"“‘'(\[]|(?:^|\s)-\s")
_LONGEST_HEADING = 120
"""A longer line is running text."""
_SENTENCE_END = re.compile(r"[.!?|\n\t]")


@dataclass(frozen=True, slots=True)
class Token:
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


class Reading:
    """A paragraph's words. Token numbers are half-open spans `[first, last)` throughout this package."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.folded: Folded = fold(paragraph.text)
        text = self.folded.text
        self.tokens: list[Token] = []
        self.at_start: dict[int, int] = {}
        for match in _WORD.finditer(text):
            first, last = self.folded.span(*match.span())
            self.at_start[match.start()] = len(self.tokens)
            self.tokens.append(Token(match.group(), match.start(), match.end(), paragraph.text[first:last]))
        self.taken = [False] * (len(self.tokens) + 1)
        """Which tokens are part of something that the map names; filled by who looks for them."""

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, index: int) -> str:
        """The folded word at `index`, empty beyond either end."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def token(self, index: int) -> Token | None:
        """The token at `index`, None beyond either end."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def gap(self, index: int) -> str:
        """Folded text between token `index - 1` and token `index`; at either end, what stands outside the words."""
        start = self.tokens[index - 1].end if index > 0 else 0
        end = self.tokens[index].start if index < len(self.tokens) else len(self.folded.text)
        return self.folded.text[start:end]

    def raw_gap(self, index: int) -> str:
        """The original text of `gap(index)`."""
        start = self.span(index - 1, index)[1] if index > 0 else 0
        end = self.span(index, index + 1)[0] if index < len(self.tokens) else len(self.paragraph.text)
        return self.paragraph.text[start:end]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Code points of the tokens [first, last) in the paragraph's text."""
        return self.folded.span(self.tokens[first].start, self.tokens[last - 1].end)

    def tokens_of(self, start: int, end: int) -> tuple[int, int] | None:
        """The tokens that the folded span [start, end) consists of; None when it cuts one."""
        first = self.at_start.get(start)
        if first is None:
            return None
        last = first
        while last < len(self.tokens) and self.tokens[last].end <= end:
            last += 1
        return (first, last) if last > first else None

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
            while 0 <= other < len(self.tokens) and self.tokens[other].word.isdigit():
                other += step
            between = range(min(index, other) + 1, max(index, other) + 1)
            if 0 <= other < len(self.tokens) and not any("\n" in self.raw_gap(i) for i in between):
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
