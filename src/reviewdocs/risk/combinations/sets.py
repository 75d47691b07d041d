"""The smallest sets of facts that would fit hardly anybody else of a district."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from reviewdocs.language.spans import overlap
from reviewdocs.risk.combinations.statements import Aspect, Statement

POPULATION = 50_000
"""People among whom a reader who knows the area would look: a town and the villages about it."""
LEAST = 3
"""Facts of a set, at least: what is rare by itself is told by itself."""
_MOST = 6
_COMMON = 0.5
"""What holds of more people than this tells nothing."""
_WEIGHED = 16
"""The rarest facts of a person, from which sets are made."""
_SHOWN = 2
"""How many sets of one person are told; each further one says little more."""

T = TypeVar("T", bound=Statement)


def singling_out(statements: Iterable[Statement]) -> list[tuple[str, list[tuple[Statement, ...]]]]:
    """Each person whom facts single out, with the smallest sets, the rarest first."""
    by_person: dict[str, list[Statement]] = {}
    for statement in statements:
        by_person.setdefault(statement.person, []).append(statement)
    found = [(person, smallest_sets(told)) for person, told in by_person.items()]
    return [(person, sets) for person, sets in found if sets]


def smallest_sets(
    statements: Iterable[T], accept: Callable[[Sequence[T]], bool] = lambda chosen: True
) -> list[tuple[T, ...]]:
    """The smallest sets of facts of different aspects that fit fewer than one person of a district.

    Args:
        statements: of one person.
        accept: which sets count.
    """
    facts: dict[tuple[Aspect, str], T] = {}
    for statement in statements:
        if statement.share <= _COMMON:
            facts.setdefault((statement.aspect, statement.value), statement)
    ordered = sorted(facts.values(), key=lambda statement: statement.share)[:_WEIGHED]
    for size in range(LEAST, min(_MOST, len(ordered)) + 1):
        sets = [
            chosen for chosen in combinations(ordered, size) if people(chosen) < 1 and _apart(chosen) and accept(chosen)
        ]
        if sets:
            return sorted(sets, key=people)[:_SHOWN]
    return []


def _apart(chosen: Sequence[Statement]) -> bool:
    """Whether each is of another aspect and stands in words of its own: "born in Malta" is a place and an origin."""
    if len({said.aspect for said in chosen}) < len(chosen):
        return False
    return not any(one.source == other.source and overlap(one, other) for one, other in combinations(chosen, 2))


def people(statements: Sequence[Statement]) -> float:
    """How many people of a district a set of facts fits, if one fact told nothing of another."""
    return POPULATION * math.prod(statement.share for statement in statements)
