"""A paragraph's words as names are made of them: pieces of one name joined, words run together taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reviewdocs.names.folding import fold, fold_text
from reviewdocs.pseudonymise.propose.bearers import SMALL_WORDS, Bearers

_WORD = re.compile(r"[^\W_]+")
_HUMPS = re.compile(r"[^\W\d_][^\W\dA-Z_]+|[A-Z]+(?![^\W\dA-Z_])|\d+|[^\W\d_]+")
_SEAM = re.compile(r"[^\W\dA-Z_][A-Z]|\d[^\W\d_]|[^\W\d_]\d|[A-Z]{2}[^\W\dA-Z_]")
_LEAST_HUMP = 3
_LEAST_JOINED, _LEAST_SPACED = 4, 6
"""Letters of the shortest name that is put together from pieces: parted by a mark or line's end, or by a space alone."""
_MOST_PIECES = 3
_MARK = re.compile(r"-?\s?\n\s*|[\u00ad\u200b]|\s?[-'/]|- |['’‘?]|&#39;|['’]{2}|\u00a0")
_BROKEN = re.compile(r"([^\W_]+)(?=(?:\s?[-'’‘?/]\s?|\s?\n\s?|&#39;|['’]{2}|\u00a0)[^\W_])")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_LEAST_LETTERS = 4
_APART = re.compile(r"[ .\-–·_*]{1,3}")
_LETTERS = re.compile(r"(?<![^\W_])[^\W\d_](?:[ .\-–·_*]{1,3}[^\W\d_](?![^\W_])){3}")


class Atom(NamedTuple):
    """A word, or a piece of one, or several that are one: code points [start, end), as written, and folded."""

    start: int
    end: int
    text: str
    word: str


class Cutter:
    """Cuts texts into atoms; built once for a map."""

    def __init__(self, bearers: Bearers) -> None:
        self._exact = bearers.exact
        self._long = frozenset(word for word in bearers.exact if len(word) >= _LEAST_JOINED)
        self._beginnings = frozenset(word[:length] for word in self._long for length in range(1, len(word)))

    def may_join(self, text: str) -> bool:
        """Whether a word as written may be the first piece of a name that a space cuts: "Rose mary"."""
        return text[:1].isupper() and len(text) > 1 and fold_text(text) in self._beginnings

    def may_part(self, text: str) -> bool:
        """Whether a word as written holds a name run into other words."""
        return len(text) > _LEAST_HUMP and _SEAM.search(text) is not None and len(self._humps(text)) > 1

    def broken(self, text: str) -> bool:
        """Whether a name may stand there that marks, line ends or what nobody sees cut in pieces."""
        return (
            _UNSEEN.search(text) is not None
            or any(fold_text(left) in self._beginnings for left in _BROKEN.findall(text))
            or _LETTERS.search(text) is not None
        )

    def _humps(self, text: str) -> list[tuple[int, int]]:
        """The pieces of a word run together, where one of them is a name."""
        if fold_text(text) in self._exact:
            return []
        pieces = [match.span() for match in _HUMPS.finditer(text)]
        named = any(end - start >= _LEAST_HUMP and fold_text(text[start:end]) in self._exact for start, end in pieces)
        return pieces if named and len(pieces) > 1 else []

    def atoms(self, text: str) -> list[Atom]:
        """The atoms of a text in order."""
        raw = self._cut(text)
        found: list[Atom] = []
        index, beginnings = 0, self._beginnings
        while index < len(raw):
            atom, count = raw[index], 0
            if atom.word in beginnings:
                count = (self._letters(raw, index, text) if len(atom.word) == 1 else 0) or self._pieces(
                    raw, index, text
                )
            if count:
                pieces = raw[index : index + count]
                joined = "".join(piece.text for piece in pieces)
                atom = Atom(pieces[0].start, pieces[-1].end, joined, fold_text(joined))
            found.append(atom)
            index += count or 1
        return found

    def _cut(self, text: str) -> list[Atom]:
        """The words, and the pieces of those that hold a name run into others."""
        folded = fold(text)
        if folded.starts is None:
            words = [
                Atom(*match.span(), text[slice(*match.span())], match.group()) for match in _WORD.finditer(folded.text)
            ]
        else:
            words = [
                Atom(start, end, text[start:end], match.group())
                for match in _WORD.finditer(folded.text)
                for start, end in [folded.span(*match.span())]
            ]
        return [piece for word in words for piece in self._parted(word)]

    def _parted(self, atom: Atom) -> Iterator[Atom]:
        text = atom.text
        pieces = self._humps(text) if (len(text) > _LEAST_HUMP and not text.isalpha()) or _seamed(text) else []
        for first, last in pieces:
            piece = text[first:last]
            yield Atom(atom.start + first, atom.start + last, piece, fold_text(piece))
        if not pieces:
            yield atom

    def _pieces(self, raw: list[Atom], index: int, text: str) -> int:
        """How many atoms from `index` are one name in pieces; 0 where none is."""
        joined = raw[index].word
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
        if own and all(len(piece.word) > 1 for piece in pieces):
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


def _seamed(text: str) -> bool:
    """Whether a capital within a word says that it is two run together."""
    return len(text) > _LEAST_HUMP and not text[1:].islower() and not text.isupper() and _SEAM.search(text) is not None
