"""Candidates that stand side by side as one mention: "Mrs Faith OKAFOR", "Okafor, F."."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reviewdocs.pseudonymise.model import CLOSE, FAMILY, GIVEN, Candidate, Likeness, NamePart
from reviewdocs.pseudonymise.propose.bearers import SMALL_WORDS

_APART = re.compile(r"[;:!?&/()|\t]|\n\s*\n")
_ASIDE = re.compile(r"\s?[(\"“‘'][\"“‘']?|[\"”’']?[)\"”’']\s")
_LETTER, _WORD = re.compile(r"[^\W_]"), re.compile(r"[^\W_]+")
_SPELT = frozenset(("", ".", "-"))
"""What stands between letters that are one person's initials."""
_LONGEST_CUT = 3
"""Letters of the longest word that a full stop cuts short: "St. Bede", "Moh. Ali"."""
_WIDEST, _WIDEST_THING = 4, 12
"""Characters that may stand between two words of one name: a person's, and a place's or an organisation's."""


def together(text: str, before: Candidate, candidate: Candidate, pool: frozenset[int], things: frozenset[int]) -> bool:
    """Whether a candidate goes on with the mention that `before` ends, of which any of `pool` may be meant."""
    shared = pool & candidate.entities
    gap = text[before.end : candidate.start]
    if _one_whoever(before, candidate, gap):
        return True
    if not shared or (before.word == candidate.word and len(candidate.word) > 1):
        return False
    if shared <= things:
        return _within_thing(gap)
    if _ASIDE.fullmatch(gap):
        return len(shared) == 1 and _exactly(before, shared) and _exactly(candidate, shared)
    if len(gap) > _WIDEST or _APART.search(gap) or _LETTER.search(gap) or ("\n" in gap and gap.strip(" \r\n")):
        return False
    if "." in gap and len(before.word) > _LONGEST_CUT:
        return False  # a sentence ends there
    return "," not in gap or (_bears(before, shared, FAMILY) and _bears(candidate, shared, GIVEN))


def _one_whoever(before: Candidate, candidate: Candidate, gap: str) -> bool:
    """Whether two candidates are one mention whoever is meant.

    Letters spelt out ("T.J."), a double surname of which the halves are different people's, a name said twice
    ("Zo-Zo").
    """
    if len(before.word) == len(candidate.word) == 1:
        return gap in _SPELT and all(c.best.likeness is Likeness.DOTTED for c in (before, candidate))
    double = all(c.best.likeness is Likeness.EXACT and c.best.part in FAMILY for c in (before, candidate))
    return gap == "-" and (double or before.word == candidate.word)


_BRACKETS = frozenset(".,[]<>")


def _within_thing(gap: str) -> bool:
    """Whether what stands between two words may stand in the name of a place or an organisation."""
    if len(gap) > _WIDEST_THING or not _BRACKETS.isdisjoint(gap) or _APART.search(gap):
        return False
    return SMALL_WORDS.issuperset(map(str.casefold, _WORD.findall(gap)))


def _bears(candidate: Candidate, entities: frozenset[int], parts: frozenset[NamePart]) -> bool:
    """Whether a candidate is such a part of the name of one of the entities."""
    return any(reading.entity in entities and reading.part in parts for reading in candidate.readings)


def _exactly(candidate: Candidate, entities: frozenset[int]) -> bool:
    """Whether a candidate is, to the letter, a part of the name of one of the entities."""
    return any(reading.entity in entities and reading.likeness is Likeness.EXACT for reading in candidate.readings)


def stretches(text: str, candidates: Iterable[Candidate], things: frozenset[int]) -> list[tuple[Candidate, ...]]:
    """The candidates of a paragraph, in order, put together as mentions.

    Args:
        text: the paragraph's text.
        candidates: those that are taken for names.
        things: the entities that are places or organisations, in whose names small words may stand.
    """
    found: list[list[Candidate]] = []
    pool: frozenset[int] = frozenset()
    for candidate in candidates:
        if found and together(text, found[-1][-1], candidate, pool, things):
            found[-1].append(candidate)
            pool = pool & candidate.entities or candidate.entities
        else:
            found.append([candidate])
            pool = candidate.entities
    return [tuple(stretch) for stretch in found]


def sure_of(stretch: tuple[Candidate, ...]) -> int | None:
    """The one entity that every word of a stretch may closely mean; None where several may, or none."""
    if len(stretch[0].text) < 2 and len(stretch) == 1:
        return None
    pool = frozenset.intersection(
        *[frozenset([r.entity for r in candidate.readings if r.likeness in CLOSE]) for candidate in stretch]
    )
    return next(iter(pool)) if len(pool) == 1 else None
