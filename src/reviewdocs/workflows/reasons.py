"""What a reason has to hold where somebody lets stand what would stop publication."""

from __future__ import annotations

import re

from reviewdocs.errors import UsageError
from reviewdocs.model.decisions import Action, SeenFinding
from reviewdocs.model.words import Severity

LOOKED = "It shows and names nobody."
"""What `looked-at` says where no more is said."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_WORDS = 4
"""Different words of a reason: who agreed or why it identifies nobody takes as many."""
_TELLING, _LETTERS = 3, 4
"""How many of them have so many letters: those between ("it is all of a") tell nothing."""
_DIFFERENT = 3
"""Different letters of a word that tells something."""


def refuse_empty(reason: str, finding: SeenFinding, action: Action) -> None:
    """Refuse a reason that says nothing, where a finding that blocks is let stand.

    Raises:
        UsageError: saying what a good reason holds.
    """
    if finding.severity is Severity.BLOCK and action.settles and not says_something(reason):
        raise UsageError(
            "This finding stops publication, and the reason does not say why it may stand.",
            where=finding.id,
            remedy="Say in a sentence what it is, why it harms nobody, or who agreed: “The number of a public "
            "helpline, printed on every leaflet.”",
        )


def says_something(reason: str) -> bool:
    """Whether a reason has enough different words to tell anybody anything."""
    words = set(_WORD.findall(reason.casefold()))
    telling = [word for word in words if len(word) >= _LETTERS and len(set(word)) >= _DIFFERENT]
    return len(words) >= _WORDS and len(telling) >= _TELLING
