"""Names run into other words with a capital or a digit between them, as in file names: "MirrenChronology", "JoNotes2".

Without a seam nothing is taken for a name: "Annstyle" begins like "Annex". Names that are also ordinary words are left
out, as they are what programs call things ("PageNumber", "WaterMark").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reviewdocs.names.entities import Entity, Kind, words_of
from reviewdocs.names.folding import fold_text
from reviewdocs.names.listing import listed
from reviewdocs.names.variants import Form, Part
from reviewdocs.names.words import is_ordinary
from reviewdocs.pseudonymise.reading import Reading

_SEAM = re.compile(r"[^\W\d_][A-Z0-9]|\d[^\W\d_]")
_HUMPS = re.compile(r"[A-Z]?[^\W\dA-Z_]+|[A-Z]+(?![^\W\dA-Z_])|\d+")
_HEX = re.compile(r"[0-9A-F]{6,}|[0-9a-f]{6,}")
_BEGIN_A_NAME = listed("mc mac de la le li da du di van von fitz al el st")
"""After which a name is the rest of another: "McDonald", "DeShawn"."""
_PROGRAMMERS = listed("max min sid")
"""Short for something else in what programs are made of: "MaxLength"."""
_LEAST = 4
"""Letters of a name to which two letters may be joined; to a shorter one three: "BenQ" and "EdD" are none."""
_PARTS = frozenset({Part.FORENAME, Part.KNOWN_AS, Part.SURNAME, Part.FORMER, Part.PHRASE, Part.WHOLE, Part.SHORT})


class Glued:
    """Finds names of the map glued to other words; built once for a map."""

    def __init__(self, entities: Sequence[Entity], forms: Iterable[Form]) -> None:
        self._entities = entities
        self._named: dict[str, list[int]] = {}
        for form in forms:
            if form.part in _PARTS and form.text.isalpha() and not is_ordinary(form.text):
                self._named.setdefault(form.text, []).append(form.entity)
        self._known: dict[str, bool] = {}

    def possible(self, word: str) -> bool:
        """Whether a word as written holds a name run into others."""
        found = self._known.get(word)
        if found is None:
            joined = _SEAM.search(word) is not None and not _HEX.fullmatch(word)
            found = joined and next(self._within(word), None) is not None
            self._known[word] = found
        return found

    def spans(self, reading: Reading, taken: Sequence[bool]) -> Iterator[tuple[int, int, list[int]]]:
        """(start, end, entities) of each name that is a part of a longer word, in code points of the paragraph."""
        for index, token in enumerate(reading.tokens):
            word = token.original
            if not taken[index] and self.possible(word):
                at = reading.span(index, index + 1)[0]
                yield from ((at + start, at + end, named) for start, end, named in self._within(word))

    def _within(self, word: str) -> Iterator[tuple[int, int, list[int]]]:
        """(start, end, entities) of each name within a word."""
        cut = humps(word)
        first = 0
        while first < len(cut):
            last, named = self._longest(word, cut, first)
            if named:
                yield cut[first][0], cut[last - 1][1], named
            first = last

    def _longest(self, word: str, cut: Sequence[tuple[int, int]], first: int) -> tuple[int, list[int]]:
        """(hump after, entities) of the longest name that begins at a hump; no entities when none does."""
        for last in range(min(first + 3, len(cut)), first, -1):
            named = self._named.get(fold_text(word[cut[first][0] : cut[last - 1][1]]))
            if named and _set_off(word, cut, first, last):
                return (last + 1 if self._goes_on(word, cut, last, named) else last), named
        return first + 1, []

    def _goes_on(self, word: str, cut: Sequence[tuple[int, int]], last: int, named: Sequence[int]) -> bool:
        """Whether the next word is the name's own, cut short: "FairoakAcad"."""
        if last >= len(cut) or cut[last - 1][1] != cut[last][0]:
            return False
        following = fold_text(word[slice(*cut[last])])
        things = [self._entities[e] for e in named if self._entities[e].kind in (Kind.PLACE, Kind.ORGANISATION)]
        own = (own for thing in things for own in words_of(thing.surname)[1:])
        return len(following) > 2 and any(name.startswith(following) for name in own)


def humps(word: str) -> list[tuple[int, int]]:
    """A word cut before each capital that begins another, and between letters and digits."""
    return [match.span() for match in _HUMPS.finditer(word)]


def _set_off(word: str, cut: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    """Whether case and neighbours bear out that the humps [first, last) of a word are a name."""
    name = word[cut[first][0] : cut[last - 1][1]]
    beside = [word[slice(*cut[other])] for other in (first - 1, last) if 0 <= other < len(cut)]
    if not beside or not (name[0].isupper() or (len(name) >= _LEAST and first > 0)):
        return False
    if first and fold_text(beside[0]) in _BEGIN_A_NAME:
        return False
    if name.isupper() and len(beside) > 1:
        return False  # a code
    least = 2 if len(name) >= _LEAST else 3
    return all(len(name) > 2 if other.isdigit() else len(other) >= least for other in beside)
