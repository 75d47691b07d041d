"""Names that stand in pieces: parted by a hyphen, a mark, emphasis, the end of a line, a cell or a paragraph, or letter
by letter. What a document is made of does not matter here: pieces are words that follow one another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from reviewdocs.language.lexicon import frequency
from reviewdocs.language.written import WORD
from reviewdocs.model.text import Paragraph
from reviewdocs.names.folding import fold_text

_LEAST, _MOST_PIECES = 5, 4
"""Letters of the shortest name looked for in pieces, and how many these may be."""
_LEAST_LETTERS = 4
_ALL_SINGLE = [1] * _LEAST_LETTERS
"""Letters of the shortest name looked for letter by letter, and how long the words of such a one are."""
_USUAL, _UNKNOWN = 4.5, 2.0
"""Words that are both more usual than the first stand side by side by chance: "west on" is not Weston. After a single
letter, as in "A dam", what follows must be no word: less usual than the second."""
_TIGHT = re.compile(r"\S{0,8}|\s*[-‐‑\u00ad]\s*")
"""What parts a word rather than two."""


class InPieces(NamedTuple):
    """A name in pieces: the number of the paragraph in which it begins, which of its code points, the folded name, and
    the numbers of its words there."""

    number: int
    start: int
    end: int
    word: str
    words: range


class Pieces:
    """Finds names in pieces."""

    def __init__(self) -> None:
        self._begun: dict[str, list[str]] = defaultdict(list)
        self._beside: dict[str, set[str]] = defaultdict(set)
        self._spelt: dict[frozenset[str], list[str]] = defaultdict(list)

    def take(self, word: str, *, least: int) -> None:
        """Look for a folded name of which the first piece has so many letters or more."""
        if len(word) >= _LEAST:
            for length in range(least, len(word)):
                self._begun[word[:length]].append(word)
        self._spelt[frozenset(word)].append(word)

    def beside(self, first: str, second: str) -> None:
        """Look for two folded words that are one name where they stand side by side."""
        self._beside[first].add(second)

    def found(
        self, paragraphs: Sequence[Paragraph], written: Sequence[Sequence[str]], distinct: set[str]
    ) -> Iterator[InPieces]:
        """Every name in pieces, in order.

        Args:
            paragraphs: the document.
            written: the words of each.
            distinct: all of them.
        """
        folded = {word: fold_text(word) for word in distinct}
        known = set(folded.values())
        names = {name for word in known for name in self._begun.get(word, ()) if _made_of(name[len(word) :], known)}
        letters = {name for spelt, of in self._spelt.items() if spelt <= known for name in of}
        firsts = {first for first in known & self._beside.keys() if not self._beside[first].isdisjoint(known)}
        for name in names:
            firsts.update(name[:length] for length in range(1, len(name)))
        if not (firsts or letters):
            return
        wanted = {word for word, plain in folded.items() if plain in firsts or (letters and len(plain) == 1)}
        yield from _Search(paragraphs, written, folded, names, letters, self._beside).found(wanted)


def _made_of(rest: str, known: set[str], pieces: int = _MOST_PIECES - 1) -> bool:
    """Whether what is left of a name is made of so many of the document's words, or fewer."""
    if rest in known:
        return True
    return pieces > 1 and any(
        rest[:at] in known and _made_of(rest[at:], known, pieces - 1) for at in range(1, len(rest))
    )


class _Search:
    """One document's words as one row, in which names that may stand there in pieces are looked for."""

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        written: Sequence[Sequence[str]],
        folded: Mapping[str, str],
        names: set[str],
        letters: set[str],
        beside: Mapping[str, set[str]],
    ) -> None:
        self._paragraphs, self._names, self._letters, self._beside = paragraphs, names, letters, beside
        self._row = list(chain.from_iterable(written))
        self._firsts = list(accumulate(map(len, written), initial=0))
        self._folded = folded
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def found(self, wanted: set[str]) -> Iterator[InPieces]:
        """The names that begin with a wanted word, apart."""
        after = 0
        for at, word in enumerate(self._row):
            if word in wanted and at >= after:
                count, name = self._name_at(at)
                if count:
                    after = at + count
                    yield self._place(at, count, name)

    def _name_at(self, at: int) -> tuple[int, str]:
        """(how many words from `at` on are a name in pieces, the name); (0, "") where none are."""
        plain = [self._folded[word] for word in self._row[at : at + _MOST_PIECES]]
        if len(plain) > 1 and plain[1] in self._beside.get(plain[0], ()) and self._gap(at) == " ":
            return 2, plain[0] + plain[1]
        for count in range(2, len(plain) + 1):
            name = "".join(plain[:count])
            if name in self._names and self._is_one(at, plain[:count]):
                return count, name
        if [*map(len, self._row[at : at + _LEAST_LETTERS])] == _ALL_SINGLE:
            return self._spelt(at)
        return 0, ""

    def _spelt(self, at: int) -> tuple[int, str]:
        """The same of a name of which each letter stands by itself."""
        for name in self._letters:
            if [self._folded[word] for word in self._row[at : at + len(name)]] == list(name):
                return len(name), name
        return 0, ""

    def _is_one(self, at: int, pieces: Sequence[str]) -> bool:
        """Whether one of the pieces is no usual word by itself, or what parts them does not part words."""
        single = any(len(piece) == 1 for piece in pieces)
        if any(frequency(piece) < (_UNKNOWN if single else _USUAL) for piece in pieces if len(piece) > 1):
            return True
        return all(_TIGHT.fullmatch(self._gap(at + step)) for step in range(len(pieces) - 1))

    def _spot(self, at: int) -> tuple[int, int]:
        """(number of the paragraph, number of the word in it) of a word."""
        number = bisect_right(self._firsts, at) - 1
        return number, at - self._firsts[number]

    def _span(self, at: int) -> tuple[int, int]:
        number, word = self._spot(at)
        if number not in self._spans:
            self._spans[number] = [match.span() for match in WORD.finditer(self._paragraphs[number].text)]
        return self._spans[number][word]

    def _gap(self, at: int) -> str:
        """What stands between a word and the next one; two paragraphs are parted by a line's end."""
        (number, _), (other, _) = self._spot(at), self._spot(at + 1)
        (_, end), (start, _) = self._span(at), self._span(at + 1)
        text = self._paragraphs[number].text
        return text[end:start] if number == other else f"{text[end:]}\n{self._paragraphs[other].text[:start]}"

    def _place(self, at: int, count: int, name: str) -> InPieces:
        number, first = self._spot(at)
        held = min(count, self._firsts[number + 1] - at)
        start, end = self._span(at)[0], self._span(at + held - 1)[1]
        return InPieces(number, start, end, name, range(first, first + held))
