"""Text reduced to what a name looks like whatever the typing, with exact offsets back.

Case, diacritics, ligatures and full-width forms fold away; every kind of space, tab and line break, however many, is
one space; soft hyphens, zero-width characters and combining marks vanish; all apostrophes are one, all hyphens one.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

_APOSTROPHES = frozenset("'’‘‛`´ʼʹʻ＇′")
_HYPHENS = frozenset("-‐‑‒–−﹣－⁃")
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
_cache: dict[str, str] = {}
_PLAIN = re.compile(r"[\t\n\r ]?(?:[!-~]+[\t\n\r ])*[!-~]*")
"""Printable ASCII with single spaces, in which every character folds to one."""
_PLAIN_FOLDS = str.maketrans(
    {"\t": " ", "\n": " ", "\r": " ", **{mark: "'" for mark in _APOSTROPHES if mark.isascii()}}
)


def _fold_character(character: str) -> str:
    """The folded form of one character: empty when it vanishes, several letters for a ligature."""
    if character in _APOSTROPHES:
        return "'"
    if character in _HYPHENS:
        return "-"
    if character.isspace():
        return " "
    folded = []
    for piece in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold()):
        if piece.isspace():
            folded.append(" ")
        elif unicodedata.category(piece) not in ("Mn", "Me", "Cf", "Cc"):
            folded.append(_STROKED.get(piece, piece))
    return "".join(folded)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and, for each of its characters, the code points [start, end) it stands for in the original."""

    text: str
    starts: array[int]
    ends: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original code points of the non-empty folded span [start, end), marks that follow the last letter
        included."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold `text`, keeping the way back."""
    if _PLAIN.fullmatch(text):
        # Most paragraphs: one character for one, at a hundredth of the cost.
        plain = text.lower().translate(_PLAIN_FOLDS)
        return Folded(plain, array("q", range(len(text))), array("q", range(1, len(text) + 1)))
    return _fold_each(text)


def _fold_each(text: str) -> Folded:
    """Fold character by character, whatever they are."""
    pieces: list[str] = []
    starts, ends = array("q"), array("q")
    after_space = False
    for index, character in enumerate(text):
        folded = _cache.get(character)
        if folded is None:
            folded = _cache[character] = _fold_character(character)
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
    return fold(name).text.strip()
