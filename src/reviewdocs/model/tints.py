"""Backgrounds that tell agencies apart, the same in every document; the agency's mark stands in words beside each."""

from __future__ import annotations

_TINTS = ("DCE9F2", "FBE8D3", "DDEEDD", "F3DFE6", "E6E1F2", "F5F0CF", "D8EFEC", "EDE3D9", "E4E7EB", "E3EEC9")
"""Light enough for black text."""


def tint(number: int) -> str:
    """The background, in hexadecimal, of the agency that stands at this place in the review's list, from 0."""
    return _TINTS[number % len(_TINTS)]
