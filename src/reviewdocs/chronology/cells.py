"""What the cells of an analysis column say."""

from __future__ import annotations

import re

NOTE_MARKS = "#^¬~"
"""What a line begins with that is a note of the author, not of the record."""

_YES = re.compile(r"^(?:yes|y|seen|true|[☑☒✓✔]|x)\b|^[☑☒✓✔]", re.IGNORECASE)
_NO = re.compile(r"^(?:no|n|not seen|unseen|false|☐)(?![\w/])|^☐", re.IGNORECASE)
_ALONE = re.compile(r"\balone\b", re.IGNORECASE)
_NOT_ALONE = re.compile(r"\bnot(?: seen)? alone\b|\bwith\b|\bpresent\b", re.IGNORECASE)
_BARE = re.compile(
    r"(?:(?:yes|no|y|n|seen|not|true|false|x|[☑☒✓✔☐]|alone|n/?a|not applicable|none|nil)(?![^\W_])[\s.,;:/()–-]*"
    r"|[–-])+",
    re.IGNORECASE,
)


def yes_or_no(text: str) -> bool | None:
    """True for yes, False for no, None where the cell says neither."""
    plain = text.strip()
    if _NO.search(plain):
        return False
    return True if _YES.search(plain) else None


def alone(text: str) -> bool | None:
    """Whether a cell says that somebody was seen alone; None where it says nothing of it."""
    if _NOT_ALONE.search(text):
        return False
    if _NO.search(text.strip()):
        return False if _ALONE.search(text) else None
    return True if _ALONE.search(text) else None


def says_more(text: str) -> bool:
    """Whether a cell says more than yes or no: words that have to be kept."""
    return bool(text.strip()) and not _BARE.fullmatch(text.strip())


def without_notes(text: str) -> tuple[str, str]:
    """The text without the lines that are notes of its author, and those, with their marks."""
    lines = text.split("\n")
    notes = [line for line in lines if line.strip() and line.lstrip()[0] in NOTE_MARKS]
    return "\n".join(line for line in lines if line not in notes).strip(), "\n".join(notes)
