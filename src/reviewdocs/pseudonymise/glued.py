"""Names run into other words with a capital between them, as in file names: "MirrenChronology", "GPReportOkafor"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reviewdocs.names.entities import Entity, Kind, words_of
from reviewdocs.names.folding import fold_text
from reviewdocs.names.variants import Form, Part
from reviewdocs.names.words import is_ordinary
from reviewdocs.pseudonymise.reading import Reading

_SEAM = re.compile(r"[^\W\dA-Z_]{2}[A-Z](?:[^\W\dA-Z_]{2}|[A-Z]*(?![^\W_]))")
"""Where a word in small letters meets the next: not in McRae, DeShawn or iPad."""
_HUMPS = re.compile(r"[A-Z]?[^\W\dA-Z_]+|[A-Z]+(?![^\W\dA-Z_])|\d+")
_LEAST = 4
_PARTS = frozenset({Part.FORENAME, Part.KNOWN_AS, Part.SURNAME, Part.FORMER, Part.PHRASE, Part.WHOLE, Part.SHORT})


class Glued:
    """Finds names of the map glued to other words; built once for a map."""

    def __init__(self, entities: Sequence[Entity], forms: Iterable[Form]) -> None:
        self._entities = entities
        self._named: dict[str, list[int]] = {}
        for form in forms:
            if form.part in _PARTS and form.text.isalpha() and len(form.text) >= _LEAST and not is_ordinary(form.text):
                self._named.setdefault(form.text, []).append(form.entity)
        self._known: dict[str, bool] = {}

    def possible(self, word: str) -> bool:
        """Whether a word as written holds a name run into others."""
        found = self._known.get(word)
        if found is None:
            found = _SEAM.search(word) is not None and next(self._within(word), None) is not None
            self._known[word] = found
        return found

    def spans(self, reading: Reading, taken: Sequence[bool]) -> Iterator[tuple[int, int, list[int]]]:
        """(start, end, entities) of each name that is a part of a longer word, in code points of the paragraph."""
        for index in reading.capitals:
            word = reading.tokens[index].original
            if not taken[index] and self.possible(word):
                at = reading.span(index, index + 1)[0]
                yield from ((at + start, at + end, named) for start, end, named in self._within(word))

    def _within(self, word: str) -> Iterator[tuple[int, int, list[int]]]:
        """(start, end, entities) of each name within a word."""
        humps = [match.span() for match in _HUMPS.finditer(word)]
        first = 0
        while first < len(humps):
            last, named = self._longest(word, humps, first)
            if named:
                yield humps[first][0], humps[last - 1][1], named
            first = last

    def _longest(self, word: str, humps: Sequence[tuple[int, int]], first: int) -> tuple[int, list[int]]:
        """(hump after, entities) of the longest name that begins at a hump; no entities when none does."""
        for last in range(min(first + 3, len(humps)), first, -1):
            named = self._named.get(fold_text(word[humps[first][0] : humps[last - 1][1]]))
            if named:
                return (last + 1 if self._goes_on(word, humps, last, named) else last), named
        return first + 1, []

    def _goes_on(self, word: str, humps: Sequence[tuple[int, int]], last: int, named: Sequence[int]) -> bool:
        """Whether the next word is the name's own, cut short: "FairoakAcad"."""
        if last >= len(humps) or humps[last - 1][1] != humps[last][0]:
            return False
        following = fold_text(word[slice(*humps[last])])
        things = [self._entities[e] for e in named if self._entities[e].kind in (Kind.PLACE, Kind.ORGANISATION)]
        own = (own for thing in things for own in words_of(thing.surname)[1:])
        return len(following) > 2 and any(name.startswith(following) for name in own)
