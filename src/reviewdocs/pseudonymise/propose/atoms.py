"""A paragraph's words as names are made of them: pieces of one name joined, words run together taken apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from reviewdocs.language.written import WORD, words_only
from reviewdocs.names.folding import Folded, fold, fold_text
from reviewdocs.pseudonymise.propose.bearers import SMALL_WORDS, Bearers
from reviewdocs.pseudonymise.remembered import ByWord

_HUMPS = re.compile(r"[^\W\d_][^\W\dA-Z_]+|[A-Z]+(?![^\W\dA-Z_])|\d+|[^\W\d_]+")
_SEAM = re.compile(r"[^\W\dA-Z_][A-Z]|\d[^\W\d_]|[^\W\d_]\d|[A-Z]{2}[^\W\dA-Z_]")
_LEAST_HUMP = 3
_LEAST_JOINED, _LEAST_SPACED = 4, 6
"""Letters of the shortest name put together from pieces: parted by a mark or line's end, or by a space alone."""
_MOST_PIECES = 3
_CODED = r"&(?:#39|#8217|#x27|apos|rsquo);"
"""An apostrophe as web pages write it."""
_MARK = re.compile(rf"-?\s?\r?\n\s*|[\u00ad\u200b]|\s?[-'/]|- |['’‘?]|{_CODED}|['’]{{2}}|\u00a0")
_BROKEN = re.compile(rf"(?<![^\W_])([^\W_]++)(?=(?:\s?[-'’‘?/]\s?|\s?\n\s?|{_CODED}|['’]{{2}}|\u00a0)[^\W_])")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_CUTS = "-'’‘?/\n\u00a0&"
"""What begins every such cut: many texts hold none, and need not be searched word by word."""
_LEAST_LETTERS = 4
_APART = re.compile(r"[ .\-–·_*]{1,3}")
_LETTERS = re.compile(r"(?<![^\W_])[^\W\d_](?:[ .\-–·_*]{1,3}[^\W\d_](?![^\W_])){3}")


class Atom(NamedTuple):
    """A word, or a piece of one, or several that are one: code points [start, end), as written, and folded."""

    start: int
    end: int
    text: str
    word: str


class Cut(NamedTuple):
    """A text cut: folded, the spans of its words in the folded text, and its atoms in order."""

    folded: Folded
    spans: list[tuple[int, int]]
    atoms: list[Atom]


_atom = partial(tuple.__new__, Atom)
"""An atom of its four fields: built for every word, so the quickest way."""
TEXT_OF: Callable[[Atom], str] = itemgetter(2)
WORD_OF: Callable[[Atom], str] = itemgetter(3)
"""An atom as written, and folded: asked of every word, so the quickest way."""


class Cutter:
    """Cuts texts into atoms; built once for a map."""

    def __init__(self, bearers: Bearers) -> None:
        self._exact = bearers.exact
        self._long = frozenset(word for word in bearers.exact if len(word) >= _LEAST_JOINED)
        self._beginnings = frozenset(word[:length] for word in self._long for length in range(1, len(word)))
        self._parts = ByWord(self._parts_of)
        self._forms = ByWord(lambda word: (word, fold_text(word)))
        """By word of ASCII: itself, which all its atoms share, and folded."""

    def may_join(self, text: str) -> bool:
        """Whether a word as written may be the first piece of a name that a space cuts: "Rose mary"."""
        return text[:1].isupper() and len(text) > 1 and fold_text(text) in self._beginnings

    def may_part(self, text: str) -> bool:
        """Whether a word as written holds a name run into other words."""
        return len(text) > _LEAST_HUMP and _SEAM.search(text) is not None and len(self._humps(text)) > 1

    def broken(self, text: str, words: Sequence[str]) -> bool:
        """Whether a name may stand there that marks, line ends or what nobody sees cut in pieces.

        Args:
            text: the text.
            words: its words, as written.
        """
        if not text.isascii() and _UNSEEN.search(text):
            return True
        if any(map(text.__contains__, _CUTS)) and any(
            fold_text(left) in self._beginnings for left in _BROKEN.findall(text)
        ):
            return True
        return list(map(len, words)).count(1) >= _LEAST_LETTERS and _LETTERS.search(text) is not None

    def _humps(self, text: str) -> list[tuple[int, int]]:
        """The pieces of a word run together, where one of them is a name."""
        if fold_text(text) in self._exact:
            return []
        pieces = [match.span() for match in _HUMPS.finditer(text)]
        named = any(end - start >= _LEAST_HUMP and fold_text(text[start:end]) in self._exact for start, end in pieces)
        named = named or any(fold_text(text[one[0] : two[1]]) in self._long for one, two in pairwise(pieces))
        return pieces if named and len(pieces) > 1 else []

    def cut(self, text: str) -> Cut:
        """The atoms of a text, and what they are made of."""
        folded = fold(text)
        spans, words = self._words_of_ascii(text) if _is_even(text, folded) else _words(text, folded)
        return Cut(folded, spans, self._put_together(self._taken_apart(text, words), text))

    def _words_of_ascii(self, text: str) -> tuple[list[tuple[int, int]], list[Atom]]:
        """The same as `_words` of a text that `_is_even`."""
        spans: list[tuple[int, int]] = []
        words: list[Atom] = []
        end, forms = 0, self._forms
        for piece in words_only(text).split(" "):
            if piece:
                start, end = end, end + len(piece)
                word, plain = forms[piece]
                spans.append((start, end))
                words.append(_atom((start, end, word, plain)))
            end += 1
        return spans, words

    def _put_together(self, raw: list[Atom], text: str) -> list[Atom]:
        """The atoms with names in pieces joined."""
        joined, done, beginnings = {}, 0, self._beginnings
        for index in [at for at, word in enumerate(map(WORD_OF, raw)) if word in beginnings]:
            count = self._joined(raw, index, text) if index >= done else 0
            if count:
                joined[index], done = count, index + count
        return _with(raw, joined) if joined else raw

    def _taken_apart(self, text: str, words: list[Atom]) -> list[Atom]:
        """The words, and the pieces of those that hold a name run into others."""
        if "&" in text and (coded := [match.span() for match in re.finditer(_CODED, text)]):
            words = [word for word in words if not any(start < word.start < end for start, end in coded)]
        parts = self._parts
        if not any(map(parts.__getitem__, map(TEXT_OF, words))):
            return words
        return [piece for word in words for piece in (self._parted(word) if parts[word.text] else (word,))]

    def _parts_of(self, text: str) -> list[tuple[int, int]]:
        """Where the pieces of a word stand that holds a name run into others; empty for all other words."""
        long = len(text) > _LEAST_HUMP
        return self._humps(text) if (long and not text.isalpha()) or _seamed(text) else []

    def _parted(self, atom: Atom) -> Iterator[Atom]:
        for first, last in self._parts[atom.text]:
            piece = atom.text[first:last]
            yield Atom(atom.start + first, atom.start + last, piece, fold_text(piece))

    def _joined(self, raw: list[Atom], index: int, text: str) -> int:
        """How many atoms from `index` are one name, in pieces or letter by letter; 0 where they are none."""
        return (len(raw[index].word) == 1 and self._letters(raw, index, text)) or self._pieces(raw, index, text)

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
            if joined not in self._beginnings:
                return 0
        return 0

    def _is_one(self, pieces: list[Atom], gaps: list[str], joined: str) -> bool:
        if not any(gaps):
            return True
        own = all(piece.word in self._exact or piece.word in SMALL_WORDS for piece in pieces)
        if own and all(len(piece.word) > 1 for piece in pieces):
            return False  # two names of the map side by side, each taken by itself
        if len(pieces) == 2 and pieces[1].word == "s" and pieces[0].word in self._exact:
            return False  # a genitive, though somebody else's name is spelt so: "Will's", and there is a Wills
        spaced = all(gap == " " for gap in gaps)
        return not spaced or (len(joined) >= _LEAST_SPACED and pieces[0].text[:1].isupper())

    def _letters(self, raw: list[Atom], index: int, text: str) -> int:
        """How many single letters from `index` on spell a name, "H O P E"; 0 where none do."""
        spelt, count = "", 0
        for at in range(index, len(raw)):
            apart = at == index or _APART.fullmatch(text[raw[at - 1].end : raw[at].start])
            if len(raw[at].word) != 1 or not apart:
                break
            spelt += raw[at].word
            if spelt in self._long and len(spelt) >= _LEAST_LETTERS:
                count = len(spelt)
            if spelt not in self._beginnings:
                break
        return count


def _with(raw: list[Atom], joined: dict[int, int]) -> list[Atom]:
    """The atoms with some of them joined: by the number of the first, how many."""
    found: list[Atom] = []
    index = 0
    while index < len(raw):
        count = joined.get(index, 1)
        if count > 1:
            text = "".join(piece.text for piece in raw[index : index + count])
            found.append(Atom(raw[index].start, raw[index + count - 1].end, text, fold_text(text)))
        else:
            found.append(raw[index])
        index += count
    return found


def _is_even(text: str, folded: Folded) -> bool:
    """Whether a text is ASCII and each of its characters folds to one: of most texts."""
    return folded.starts is None and text.isascii()


def _words(text: str, folded: Folded) -> tuple[list[tuple[int, int]], list[Atom]]:
    """The spans of the words of a folded text, and the words as atoms."""
    spans = [match.span() for match in WORD.finditer(folded.text)]
    places = [(folded.span(*span), folded.text[slice(*span)]) for span in spans]
    return spans, [Atom(start, end, text[start:end], plain) for (start, end), plain in places]


def _seamed(text: str) -> bool:
    """Whether a capital within a word says that it is two run together."""
    return len(text) > _LEAST_HUMP and not text[1:].islower() and not text.isupper() and _SEAM.search(text) is not None
