"""Finds every form of a map in folded text at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import ahocorasick

from reviewdocs.names.folding import Folded
from reviewdocs.names.variants import Form


def _automaton(entries: dict[str, Any]) -> Any:
    automaton = ahocorasick.Automaton()
    for text, value in entries.items():
        automaton.add_word(text, (text, value))
    automaton.make_automaton()
    return automaton


def bounded(text: str, start: int, end: int) -> bool:
    """Whether [start, end) is neither preceded nor followed by a letter or digit."""
    return not ((start and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum()))


class Matcher:
    """Aho-Corasick over forms, with whole words only; time is linear in the text whatever the number of forms."""

    def __init__(self, forms: Iterable[Form]) -> None:
        by_text: dict[str, list[Form]] = {}
        for form in forms:
            by_text.setdefault(form.text, []).append(form)
        self._automaton = _automaton(by_text) if by_text else None

    def hits(self, folded: Folded) -> Iterator[tuple[int, int, list[Form]]]:
        """Every (start, end, forms) in folded offsets, in order of their end; overlapping ones included."""
        if self._automaton is None:
            return
        for last, (text, forms) in self._automaton.iter(folded.text):
            start = last + 1 - len(text)
            if bounded(folded.text, start, last + 1):
                yield start, last + 1, forms


class Phrases:
    """Whole folded phrases, found in folded text."""

    def __init__(self, phrases: Iterable[str]) -> None:
        wanted = {phrase: None for phrase in phrases if phrase}
        self._automaton = _automaton(wanted) if wanted else None

    def hits(self, folded: Folded, *, whole: bool = True) -> Iterator[tuple[int, int, str]]:
        """Every (start, end, phrase) in folded offsets; within longer words too unless `whole`."""
        return self._in(folded.text, whole)

    def any_in(self, text: str, *, whole: bool = True) -> bool:
        """Whether one of them stands in folded text."""
        return next(self._in(text, whole), None) is not None

    def _in(self, text: str, whole: bool) -> Iterator[tuple[int, int, str]]:
        if self._automaton is None:
            return
        for last, (phrase, _) in self._automaton.iter(text):
            start = last + 1 - len(phrase)
            if not whole or bounded(text, start, last + 1):
                yield start, last + 1, phrase
