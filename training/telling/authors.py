"""Which cases are left out together: all of one author."""

from __future__ import annotations

from collections.abc import Sequence

from training.mentions.corpus import Case, words

GROUPS = 8


def author(case: str) -> str:
    """Who wrote a case, by its name: one author wrote `p3-1` to `p3-6`, one `kin-1` to `kin-9`, one a gold set."""
    folder, _, name = case.rpartition("/")
    return folder if folder.endswith("gold") else f"{folder}/{name.rpartition('-')[0]}"


def groups(cases: Sequence[Case], count: int = GROUPS) -> dict[str, int]:
    """In which of so many groups, of about as many words, each case is left out."""
    sizes: dict[str, int] = {}
    for case in cases:
        sizes[author(case.name)] = sizes.get(author(case.name), 0) + words(case.texts)
    filled, group = [0] * count, {}
    for name in sorted(sizes, key=lambda name: (-sizes[name], name)):
        group[name] = filled.index(min(filled))
        filled[group[name]] += sizes[name]
    return {case.name: group[author(case.name)] for case in cases}
