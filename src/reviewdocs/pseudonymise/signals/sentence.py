"""What more of the sentence says: verbs and pronouns further on, endings of the words beside, names in the line."""

from __future__ import annotations

import re

from reviewdocs.pseudonymise.propose.bearers import KIN_WORDS
from reviewdocs.pseudonymise.signals.place import Example, Place, Signal

_END = re.compile(r"[.!?;\n]")
_REACH = 8
_HE, _SHE = frozenset(("he", "his", "him", "himself")), frozenset(("she", "her", "hers", "herself"))
_PRONOUNS = _HE | _SHE
_ENDINGS = ("ed", "s", "ing", "ly", "t")
_COLUMNS = (
    *(f"before ends in {ending}" for ending in _ENDINGS),
    *(f"after ends in {ending}" for ending in _ENDINGS),
    "pronoun after",
    "pronoun before",
    "words since the sentence began",
    "words until it ends",
    "kin beside in the sentence",
    "candidates of the sentence",
    "capitals of the sentence",
)


def _walk(place: Place, step: int) -> list[int]:
    """The words of the same sentence that way, nearest first."""
    found: list[int] = []
    text, atoms, at = place.text, place.passage.atoms, place.index
    back, last = min(0, step), len(atoms) - 1
    while len(found) < _REACH and 0 <= at + step <= last:
        gap = text[atoms[at + back].end : atoms[at + back + 1].start]
        if gap != " " and _END.search(gap):
            break
        at += step
        found.append(at)
    return found


def _see(place: Place) -> tuple[float, ...]:
    passage = place.passage
    before, after = _walk(place, -1), _walk(place, 1)
    atoms = passage.atoms
    left = atoms[before[0]].word if before else ""
    right = atoms[after[0]].word if after else ""
    told_after = next((i for i, at in enumerate(after) if atoms[at].word in _PRONOUNS), _REACH)
    told_before = next((i for i, at in enumerate(before) if atoms[at].word in _PRONOUNS), _REACH)
    beside = (*before, *after)
    return (
        *(left.endswith(ending) for ending in _ENDINGS),
        *(right.endswith(ending) for ending in _ENDINGS),
        told_after,
        told_before,
        len(before),
        len(after),
        any(atoms[at].word in KIN_WORDS for at in beside),
        sum(at in passage.proposed.at for at in beside),
        sum(atoms[at].text[:1].isupper() for at in beside) / max(1, len(beside)),
    )


SIGNAL = Signal(
    name="sentence",
    sees="verbs, pronouns, kin and other names in the same sentence",
    columns=_COLUMNS,
    see=_see,
    hits=(
        Example("Hope phoned.", "Hope", "after ends in ed"),
        Example("Hope saw her mother.", "Hope", "kin beside in the sentence"),
        Example("Hope and Saffron rang.", "Hope", "candidates of the sentence"),
    ),
    misses=(
        Example("Hope rang.", "Hope", "after ends in ed"),
        Example("Hope rang.", "Hope", "kin beside in the sentence"),
        Example("Hope rang.", "Hope", "candidates of the sentence"),
    ),
)
