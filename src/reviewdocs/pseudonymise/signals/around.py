"""The words around one mention, of whichever of its possible bearers they are said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reviewdocs.pseudonymise.model import Candidate
from reviewdocs.pseudonymise.signals.place import Passage

_AROUND, _NEXT = 5, 8
"""Words that are near on either side, and those that follow."""
_HE, _SHE = frozenset(("he", "his", "him", "himself")), frozenset(("she", "her", "hers", "herself"))
_SENTENCE = ".\n"


class Around:
    """The words around one mention, as its bearers are weighed by them."""

    def __init__(self, passage: Passage, stretch: Sequence[Candidate], first: int, last: int) -> None:
        atoms, text = passage.atoms, passage.text
        start, end = stretch[0].start, stretch[-1].end
        words = [atom.word for atom in atoms[max(0, first - _AROUND) : first]]
        self.before = (*("",) * 2, *words)[-2:]
        self.after = [atom.word for atom in atoms[last + 1 : last + 1 + _NEXT]]
        self.near = [*words, *self.after[: _AROUND + 1]]
        begins = max(text.rfind(mark, 0, start) for mark in _SENTENCE) + 1
        ends = min((at for mark in _SENTENCE if (at := text.find(mark, end)) >= 0), default=len(text))
        since, until = first, last + 1
        while since and atoms[since - 1].start >= begins:
            since -= 1
        while until < len(atoms) and atoms[until].start < ends:
            until += 1
        self.sentence = Counter([atom.word for atom in (*atoms[since:first], *atoms[last + 1 : until])])
        self.pronouns = sum(self.sentence[w] for w in _HE) - sum(self.sentence[w] for w in _SHE)
        self.pronouns_after = sum(w in _HE for w in self.after) - sum(w in _SHE for w in self.after)
        self.greeting = self.before[1] in ("dear", "hi", "hello", "thanks")
        self.possessive = text[end : end + 1] in ("'", "’")
        self.cells = text.count("|", text.rfind("\n", 0, start) + 1, start)
