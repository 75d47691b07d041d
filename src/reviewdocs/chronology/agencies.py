"""Whose return it is: told by the names of file, folder and sheet, or by the words above a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from reviewdocs.model.review import Agency

_SMALL = frozenset({"and", "of", "the", "for", "nhs", "trust", "foundation", "service", "services", "council"})
"""Words that many agencies' names have, and that tell none from another."""


def agency_named(text: str, agencies: Iterable[Agency]) -> str | None:
    """The id of the one agency that a text names best, by its id, its name or what kind it is; None of none or several.

    An id or the whole name counts before some words of the name, and these before words of the kind.
    """
    words = _words(text)
    scores = {agency.id: _score(words, agency) for agency in agencies}
    best = max(scores.values(), default=0)
    found = [identifier for identifier, score in scores.items() if score == best]
    return found[0] if best and len(found) == 1 else None


def agency_of_file(path: Path, above: Iterable[str], agencies: Sequence[Agency]) -> str | None:
    """The id of the agency whose return a file is: by its name, its folder's, then by what stands above its tables."""
    for text in (path.stem, path.parent.name, *above):
        if (found := agency_named(text, agencies)) is not None:
            return found
    return None


def _score(words: Sequence[str], agency: Agency) -> float:
    if _within(_words(agency.id), words):
        return 4
    name = _words(agency.name)
    if _within(name, words):
        return 3
    for telling, weight in ((name, 2), (_words(agency.kind), 1)):
        own = {word for word in telling if word not in _SMALL}
        if shared := own & set(words):
            return weight + len(shared) / (len(own) + 1)
    return 0


def _within(inner: Sequence[str], outer: Sequence[str]) -> bool:
    """Whether words stand within others, side by side."""
    return any(list(outer[at : at + len(inner)]) == list(inner) for at in range(len(outer) - len(inner) + 1))


def _words(text: str) -> list[str]:
    """The words of a text in small letters; "PoliceChronology" has two."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return [word.casefold() for word in re.findall(r"[^\W_]+", parted)]
