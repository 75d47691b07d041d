"""All unusual facts of a text, one for each place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from reviewdocs.language.spans import apart
from reviewdocs.risk.unusual import (
    achievement,
    attention,
    event,
    health,
    life,
    origin,
    pursuit,
    sentence,
    siblings,
    singular,
    work,
)
from reviewdocs.risk.unusual.fact import Fact
from reviewdocs.risk.unusual.lexicon import Words

_FINDERS: tuple[Callable[[Words], Iterator[Fact]], ...] = tuple(
    module.find
    for module in (singular, achievement, attention, health, work, origin, event, sentence, siblings, pursuit, life)
)
_LONGEST = 118
"""A finding points at what identifies, not at a sentence."""


@lru_cache(maxsize=8192)
def unusual_facts(text: str) -> tuple[Fact, ...]:
    """The unusual facts of a paragraph in reading order; of several at one place a rare one, then the longest."""
    words = Words(text)
    found = [fact for find in _FINDERS for fact in find(words) if fact.end - fact.start <= _LONGEST]
    return tuple(apart(sorted(found, key=lambda fact: (not fact.rare, fact.start - fact.end))))
