"""Other names for the people and places of a text, the same at every mention of one."""

from __future__ import annotations

import random
import re
from functools import cache

from reviewdocs.language.lexicon import frequency, names
from reviewdocs.language.titles import TITLES
from reviewdocs.language.words import is_english
from training.generator import people, things, words

_NAME = re.compile(r"(\w[\w'’-]*)")
_SMALL = frozenset("and the of de van von der den el al ben bin family brothers mr mrs ms miss sir".split())  # noqa: SIM905
_A_WORD = 3.8
"""Frequency (Zipf) from which a name is an ordinary word too."""
_SHARE_OF_WORDS, _SHARE_OF_CENSUS = 0.2, 0.35
_PLACES = 0.6
_USUAL = 4.2


@cache
def _counted(kind: str, *, as_words: bool) -> tuple[list[str], list[float]]:
    held = {name: share for name, share in names(kind).items() if len(name) > 2}
    if as_words:
        held = {name: share for name, share in held.items() if frequency(name) >= _A_WORD}
    # The square root, so that rare names come often enough to be met.
    return list(held), [10 ** (share / 2) for share in held.values()]


class Renaming:
    """One document's names and what stands for each.

    Args:
        rng: draws the names.
        known: words, in small letters, that are names here even where they have no capital.
    """

    def __init__(self, rng: random.Random, known: frozenset[str] = frozenset()) -> None:
        self._rng = rng
        self._known = known
        self._names: dict[str, str] = {}
        self._places: dict[str, str] = {}

    def person(self, written: str) -> str:
        """A person's mention with other names."""
        tokens = _NAME.split(written)
        named = [n for n, token in enumerate(tokens) if n % 2 and self._is_name(token)]
        for n in named:
            tokens[n] = _like(self._name(tokens[n], is_last=n == named[-1]), tokens[n])
        return "".join(tokens)

    def place(self, written: str) -> str:
        """A place's or body's mention, its own words changed at six in ten places."""
        tokens = _NAME.split(written)
        for n in range(1, len(tokens), 2):
            word = tokens[n].lower()
            if tokens[n][0].isupper() and word.isalpha() and not is_english(word) and frequency(word) < _USUAL:
                tokens[n] = _like(self._place(word), tokens[n])
        return "".join(tokens)

    def _is_name(self, token: str) -> bool:
        word = token.lower()
        if word in _SMALL or word.rstrip(".") in TITLES or any(character.isdigit() for character in token):
            return False
        return token[0].isupper() or word in self._known

    def _name(self, token: str, *, is_last: bool) -> str:
        word = token.lower()
        if word not in self._names:
            self._names[word] = self._drawn(token, is_last=is_last)
        return self._names[word]

    def _drawn(self, token: str, *, is_last: bool) -> str:
        if len(token) == 1:
            return self._rng.choice("ABCDEFGHJKLMNPRSTWY")
        if len(token) == 2 and token.isupper():
            return "".join(self._rng.choices("ABCDEFGHJKLMNPRSTWY", k=2))
        kind = "surnames" if is_last else self._rng.choice(("men", "women"))
        lot = self._rng.random()
        if lot < _SHARE_OF_WORDS + _SHARE_OF_CENSUS:
            held, weights = _counted(kind, as_words=lot < _SHARE_OF_WORDS)
            return self._rng.choices(held, weights)[0].capitalize()
        origin = "british" if self._rng.random() < 0.5 else self._rng.choice(tuple(words.FORENAMES))
        return (people.surname if is_last else people.forename)(self._rng, origin).replace(" ", "")

    def _place(self, word: str) -> str:
        if word not in self._places:
            new = things.settlement(self._rng).split()[0] if self._rng.random() < _PLACES else word
            self._places[word] = new
        return self._places[word]


def _like(new: str, old: str) -> str:
    """A name in the letters of another."""
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new.lower() if old.islower() else new[:1].upper() + new[1:]
