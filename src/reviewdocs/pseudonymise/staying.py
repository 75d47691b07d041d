"""Words that stay: the panel's job titles and employers, permitted people's roles, and the map's designations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reviewdocs.language.lexicon import frequency
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names.entities import designations
from reviewdocs.pseudonymise.propose.atoms import WORD_OF, Atom
from reviewdocs.pseudonymise.propose.bearers import SMALL_WORDS, words_in

_TELLING = 5.5
"""A word of a longer designation that is more usual than this says nothing by itself."""


class Staying:
    """Finds what stays; built once for a map."""

    def __init__(self, pmap: PseudonymMap) -> None:
        seats = [text for seat in pmap.panel for text in (seat.employer, seat.job_title)]
        roles = [permitted.role for permitted in pmap.permitted]
        self._phrases = _by_word(words_in(text) for text in (*seats, *roles))
        named = [words_in(text) for text in designations(pmap)]
        self._designations = _by_word(named)
        self.designated = (
            frozenset(word for words in named for word in words if frequency(word) < _TELLING or len(words) == 1)
            - SMALL_WORDS
        )
        """Words that tell a designation by themselves."""

    def held(self, atoms: Sequence[Atom]) -> list[int]:
        """For each word, of how many words the longest stretch is that it shares with a job title, employer or role."""
        held, phrases = [0] * len(atoms), self._phrases
        for index in [at for at, word in enumerate(map(WORD_OF, atoms)) if word in phrases] if phrases else ():
            for words, at in phrases[atoms[index].word]:
                length = 1
                while (
                    at + length < len(words)
                    and index + length < len(atoms)
                    and atoms[index + length].word == words[at + length]
                ):
                    length += 1
                if length > 1:
                    for covered in range(index, index + length):
                        held[covered] = max(held[covered], length)
        return held

    def designations(self, atoms: Sequence[Atom]) -> list[int]:
        """For each word, of how many words the designation is that stands there; 0 where none does."""
        found, known = [0] * len(atoms), self._designations
        for index in [at for at, word in enumerate(map(WORD_OF, atoms)) if word in known]:
            for words, at in known[atoms[index].word]:
                if at == 0 and [a.word for a in atoms[index : index + len(words)]] == words:
                    for covered in range(index, index + len(words)):
                        found[covered] = max(found[covered], len(words))
        return found


def _by_word(phrases: Iterable[list[str]]) -> dict[str, list[tuple[list[str], int]]]:
    """Each place of each word in the phrases."""
    found: dict[str, list[tuple[list[str], int]]] = defaultdict(list)
    for words in phrases:
        for at, word in enumerate(words):
            found[word].append((words, at))
    return found
