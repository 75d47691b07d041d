"""Countries, peoples and regions too large to lead to anybody."""

from __future__ import annotations

from functools import cache

from reviewdocs.language.lists import entries


@cache
def large_places() -> frozenset[str]:
    """Their names as written."""
    return frozenset(entries("reviewdocs.detect.data", "countries.txt"))


@cache
def _in_small_letters() -> frozenset[str]:
    return frozenset(name.casefold() for name in large_places())


def is_large_place(name: str) -> bool:
    """Whether it is one of them, however it is written."""
    return name.casefold() in _in_small_letters()
