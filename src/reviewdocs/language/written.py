"""The words of a text as they are written: letters and figures side by side, whatever parts them from the next."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+")
_PARTED = bytes(code if code < 128 and chr(code).isalnum() else ord(" ") for code in range(256))


def words_only(text: str) -> str:
    """An ASCII text in which a space stands for every character that is part of no word."""
    return text.encode().translate(_PARTED).decode()


def written_words(text: str) -> list[str]:
    """Its words in order, the same as `WORD` finds."""
    return words_only(text).split() if text.isascii() else WORD.findall(text)  # most are: bytes are parted at once
