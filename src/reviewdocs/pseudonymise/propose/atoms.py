"""A paragraph's words as names are made of them: pieces of one name joined, words run together taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reviewdocs.names.folding import fold_text
from reviewdocs.pseudonymise.propose.bearers import SMALL_WORDS, Bearers
from reviewdocs.pseudonymise.reading import Reading as Tokens

_HUMPS = re.compile(r"[^\W\d_][^\W\dA-Z_]+|[A-Z]+(?![^\W\dA-Z_])|\d+|[^\W\d_]+")
_SEAM = re.compile(r"[^\W\dA-Z_][A-Z]|\d|[A-Z]{2}[^\W\dA-Z_]")
_LEAST_HUMP = 3
_LEAST_JOINED, _LEAST_SPACED = 4, 6
"""Letters of the shortest name that is put together from pieces: parted by a mark or line's end, or by a space alone."""
_MOST_PIECES = 3
_MARK = re.compile(r"-?\s?\n\s*|[\u00ad\u200b]|\s?[-'/]|- |['’‘?]|&#39;|['’]{2}|\u00a0")
_LEAST_LETTERS = 4
_APART = re.compile(r"[ .\-–·_*]{1,3}")


class Atom(NamedTuple):
    """A word, or a piece of one, or several that are one: code points [start, end), as written, and folded."""

    start: int
    end: int
    text: str
    word: str


class Cutter:
    """Cuts paragraphs into atoms; built once for a map."""

    def __init__(self, bearers: Bearers) -> None:
        self._exact = bearers.exact
        self._long = frozenset(word for word in bearers.exact if len(word) >= _LEAST_JOINED)
        self._beginnings = frozenset(word[:length] for word in self._long for length in range(1, len(word)))

    def may_join(self, text: str) -> bool:
        """Whether a word as written may be the first piece of a name."""
        return text[:1].isupper() and len(text) > 1 and fold_text(text) in self._beginnings

    def may_part(self, text: str) -> bool:
        """Whether a word as written holds a name run into other words."""
        return len(text) > _LEAST_HUMP and _SEAM.search(text) is not None and len(self._humps(text)) > 1

    def _humps(self, text: str) -> list[tuple[int, int]]:
        """The pieces of a word run together, where one of them is a name."""
        if fold_text(text) in self._exact:
            return []
        pieces = [match.span() for match in _HUMPS.finditer(text)]
        named = any(end - start >= _LEAST_HUMP and fold_text(text[start:end]) in self._exact for start, end in pieces)
        return pieces if named and len(pieces) > 1 else []

    def atoms(self, tokens: Tokens) -> list[Atom]:
        """The atoms of a paragraph in order."""
        raw = list(self._cut(tokens))
        text, found, index = tokens.paragraph.text, [], 0
        while index < len(raw):
            count = self._letters(raw, index, text) or self._pieces(raw, index, text)
            if count:
                pieces = raw[index : index + count]
                joined = "".join(piece.text for piece in pieces)
                found.append(Atom(pieces[0].start, pieces[-1].end, joined, fold_text(joined)))
            else:
                found.append(raw[index])
            index += count or 1
        return found

    def _cut(self, tokens: Tokens) -> Iterator[Atom]:
        for index, token in enumerate(tokens.tokens):
            start, end = tokens.span(index, index + 1)
            written = token.original
            pieces = self._humps(written) if len(written) > _LEAST_HUMP and _SEAM.search(written) else []
            for first, last in pieces:
                yield Atom(start + first, start + last, written[first:last], fold_text(written[first:last]))
            if not pieces:
                yield Atom(start, end, written, token.word)

    def _pieces(self, raw: list[Atom], index: int, text: str) -> int:
        """How many atoms from `index` are one name in pieces; 0 where none is."""
        joined = raw[index].word
        if joined not in self._beginnings:
            return 0
        gaps: list[str] = []
        for last in range(index + 1, min(index + _MOST_PIECES, len(raw))):
            gap = text[raw[last - 1].end : raw[last].start]
            if not (gap in ("", " ") or _MARK.fullmatch(gap)):
                return 0
            gaps.append(gap)
            joined += raw[last].word
            if joined in self._long and self._is_one(raw[index : last + 1], gaps, joined):
                return last + 1 - index
        return 0

    def _is_one(self, pieces: list[Atom], gaps: list[str], joined: str) -> bool:
        own = all(piece.word in self._exact or piece.word in SMALL_WORDS for piece in pieces)
        if own and len(pieces) > 1 and all(len(piece.word) > 1 for piece in pieces):
            return False  # two names of the map side by side, each taken by itself
        spaced = all(gap == " " for gap in gaps)
        return not spaced or (len(joined) >= _LEAST_SPACED and pieces[0].text[:1].isupper())

    def _letters(self, raw: list[Atom], index: int, text: str) -> int:
        """How many single letters from `index` on spell a name, "H O P E"; 0 where none do."""
        last = index
        while last < len(raw) and len(raw[last].word) == 1:
            if last > index and not _APART.fullmatch(text[raw[last - 1].end : raw[last].start]):
                break
            last += 1
        for end in range(last, index + _LEAST_LETTERS - 1, -1):
            if "".join(atom.word for atom in raw[index:end]) in self._long:
                return end - index
        return 0
