"""Word lists written as running text."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """The words of `text`, which space parts."""
    return frozenset(text.split())
