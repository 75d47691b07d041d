"""Word lists of the detectors, written for this purpose from general knowledge; `english_words.txt` is from SCOWL (its
notice stands at its head)."""

from __future__ import annotations

from importlib import resources


def read(name: str) -> str:
    """The text of a list."""
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")


def lines(name: str) -> tuple[str, ...]:
    """The entries of a list: one a line, `#` begins a comment."""
    return tuple(entry for line in read(name).splitlines() if (entry := line.split("#")[0].strip()))
