"""Towns that are believed to be meant in small letters too."""

from __future__ import annotations

from functools import cache

from reviewdocs.language.lists import entries

_WORDS = frozenset({"barking", "bath", "reading", "rugby"})
"""Towns that are words."""


@cache
def _towns() -> frozenset[str]:
    return frozenset(line.casefold() for line in entries("reviewdocs.detect.data", "towns.txt")) - _WORDS


def is_small_town(found: str) -> bool:
    """Whether a text in small letters is the name of a town and no word."""
    return found.islower() and found in _towns()
