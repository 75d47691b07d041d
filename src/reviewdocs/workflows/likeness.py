"""Whether two texts are versions of one: they have most of their runs of words in common."""

from __future__ import annotations

import re
from collections.abc import Iterable
from zlib import crc32

Runs = frozenset[int]

_LONG = 5
_FEW = 40
_MOST = 0.5
"""Share of the shorter text's runs of words: drafts of one report share more, minutes of two meetings far less."""


def runs_of(texts: Iterable[str]) -> Runs:
    """Every five words that stand together, as numbers."""
    words = [word for text in texts for word in re.findall(r"\w+", text.casefold())]
    return frozenset(crc32(" ".join(words[at : at + _LONG]).encode()) for at in range(len(words) - _LONG + 1))


def alike(one: Runs, other: Runs) -> bool | None:
    """Whether they are versions of one text; None where there is too little of one to tell."""
    fewer = min(len(one), len(other))
    return None if fewer < _FEW else len(one & other) >= _MOST * fewer
