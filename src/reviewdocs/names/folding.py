"""Text reduced to what a name looks like whatever the typing, with exact offsets back.

Case, diacritics, ligatures and full-width forms fold away; every kind of space, tab and line break, however many, is
one space, and so is a raised figure; soft hyphens, zero-width characters and combining marks vanish; all apostrophes
are one, all hyphens one.
"""

from __future__ import annotations

import unicodedata
from array import array
from typing import NamedTuple

_APOSTROPHES = frozenset("'’‘‛`´ʼʹʻ＇′")
_HYPHENS = frozenset("-‐‑‒–−﹣－⁃")
_OF_SYMBOLS = {"\uf0a2": "'", "\uf0bd": "-", "\uf0be": "-"}
"""Marks that stand elsewhere in the Symbol font than in Latin ones."""
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Note numbers, which are no part of the word they follow."""
# Letters whose stroke or ring is no combining mark, so that NFKD leaves them alone.
_STROKED = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "ħ": "h",
    "ŋ": "n",
    "ŧ": "t",
    "ɓ": "b",
    "ɗ": "d",
    "ẹ": "e",
    "ə": "e",
}


def _fold_character(character: str) -> str:
    """The folded form of one character: empty when it vanishes, several letters for a ligature."""
    if "\uf020" <= character <= "\uf0ff":  # where fonts of symbols keep their characters
        latin = bytes([ord(character) - 0xF000]).decode("cp1252", "replace")
        character = _OF_SYMBOLS.get(character, latin)
    if character in _APOSTROPHES:
        return "'"
    if character in _HYPHENS:
        return "-"
    if character.isspace() or character in _RAISED:
        return " "
    folded = []
    for piece in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold()):
        if piece.isspace():
            folded.append(" ")
        elif piece in _APOSTROPHES:  # the double prime is two
            folded.append("'")
        elif unicodedata.category(piece) not in ("Mn", "Me", "Cf", "Cc"):
            folded.append(_STROKED.get(piece, piece))
    return "".join(folded)


class _Folds(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = self[code] = _fold_character(character)
        if len(folded) != 1:
            _uneven.add(character)
        return folded


_folds = _Folds()
_uneven: set[str] = set()
"""Characters met so far that fold to none or to several."""


class Folded(NamedTuple):
    """Folded text and, for each of its characters, the code points [start, end) it stands for in the original; no
    `starts` and `ends` where every character stands for the one in its own place."""

    text: str
    starts: array[int] | None = None
    ends: array[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original code points of the non-empty folded span [start, end), marks that follow the last letter
        included."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold `text`, keeping the way back."""
    folded = text.translate(_folds)
    if "  " not in folded and len(folded) == len(text) and (text.isascii() or _uneven.isdisjoint(text)):
        # Most paragraphs: one character for one; of ASCII some vanish, but none becomes several.
        return Folded(folded)
    return _fold_each(text)


def fold_text(text: str) -> str:
    """Fold `text` where the way back is not needed."""
    folded = text.translate(_folds)
    while "  " in folded:
        folded = folded.replace("  ", " ")
    return folded


def _fold_each(text: str) -> Folded:
    """Fold character by character, whatever they are."""
    pieces: list[str] = []
    starts, ends = array("q"), array("q")
    after_space = False
    for index, character in enumerate(text):
        folded = _folds[ord(character)]
        if (folded == " " and after_space) or not folded:
            # What vanishes belongs to the character before it, so that an edit takes the whole grapheme.
            if ends:
                ends[-1] = index + 1
            continue
        after_space = folded == " "
        pieces.append(folded)
        for _ in folded:
            starts.append(index)
            ends.append(index + 1)
    return Folded("".join(pieces), starts, ends)


def folded(name: str) -> str:
    """The folded form of a name or phrase, without surrounding space."""
    return fold_text(name).strip()
