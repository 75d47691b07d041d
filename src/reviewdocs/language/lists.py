"""Word lists: written as running text in a module, or one entry a line in a file that ships with the package."""

from __future__ import annotations

from importlib import resources


def listed(text: str) -> frozenset[str]:
    """The words of `text`, which space parts."""
    return frozenset(text.split())


def entries(package: str, name: str) -> tuple[str, ...]:
    """The entries of a package's list: one a line, `#` begins a comment."""
    text = resources.files(package).joinpath(name).read_text(encoding="utf-8")
    return tuple(entry for line in text.splitlines() if (entry := line.split("#")[0].strip()))
