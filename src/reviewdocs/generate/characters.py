"""Characters that XML can hold."""

from __future__ import annotations

import re

_ILLEGAL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold, so that a reader sees that something was there."""
    return _ILLEGAL.sub("\ufffd", text)
