"""What a whole document says of its candidates: its letters, the same words elsewhere, its manner."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import regex

from reviewdocs.detect.filters.filter import Surroundings
from reviewdocs.detect.telling.candidate import Candidate
from reviewdocs.language.titles import TITLES
from reviewdocs.model.mentions import Category

_ROW = regex.compile(r"(?m)^[ \t]*[\[(]?\d{1,4}[\d:./-]*\d")
ARTICLE = regex.compile(r"\b(?:the|a|an|was|were|had|his|her|their|that|which)\b")
"""Words that prose is full of and notes leave out."""


class Facts:
    """What one document says.

    Args:
        texts: of its paragraphs.
        words: what it says of its words.
        candidates: all of it.

    Attributes:
        words: as given.
        articles: how many of a hundred words are such as prose is full of and notes leave out.
        rows: the share of lines that begin with a number, as those of a log do.
        line: the mean length of a line in words.
        times: how often each phrase was found, without titles.
        surest: how sure the detectors were of somebody of whose name each word is.
        full, titled: how often each word was found beside another of a name, and after a title.
    """

    def __init__(self, texts: Sequence[str], words: Surroundings, candidates: Iterable[Candidate] = ()) -> None:
        self.words = words
        count = sum(len(text.split()) for text in texts)
        lines = sum(1 + text.count("\n") for text in texts)
        self.articles = 100 * sum(len(ARTICLE.findall(text)) for text in texts) / max(1, count)
        self.rows = sum(len(_ROW.findall(text)) for text in texts) / max(1, lines)
        self.line = count / max(1, lines)
        self.times: Counter[str] = Counter()
        self.surest: defaultdict[str, float] = defaultdict(float)
        self.full: Counter[str] = Counter()
        self.titled: Counter[str] = Counter()
        for candidate in candidates:
            self._take(candidate)

    def _take(self, candidate: Candidate) -> None:
        words = candidate.find.words
        named = [word for word in words if word not in TITLES and len(word) > 1]
        self.times[" ".join(named)] += 1
        if candidate.category is not Category.PERSON:
            return
        for word in named:
            self.surest[word] = max(self.surest[word], candidate.find.score)
        if len(named) > 1:
            self.full.update(named)
        if len(named) < len(words) and words[0] in TITLES:
            self.titled.update(named)
