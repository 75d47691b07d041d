"""Two designations of which the same facts are stated."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import combinations
from typing import TypeVar

from reviewdocs.risk.combinations.statements import Statement

_LEAST = 2
_BY_CHANCE = 1 / 5_000
"""Facts that two people share with a smaller chance than this are probably one person's."""

T = TypeVar("T", bound=Statement)


def alike(statements: Iterable[T]) -> list[tuple[tuple[str, str], list[tuple[T, T]]]]:
    """Each two designations with the pairs of statements in which they agree beyond chance."""
    by_person: dict[str, dict[tuple[str, str], T]] = {}
    for statement in statements:
        by_person.setdefault(statement.person, {}).setdefault((statement.aspect, statement.value), statement)
    found = []
    for one, other in combinations(by_person, 2):
        both = [(by_person[one][key], by_person[other][key]) for key in by_person[one] if key in by_person[other]]
        shared = [pair for pair in both if not _in_one_breath(*pair)]
        aspects = {first.aspect: first.share for first, _ in shared}
        if len(aspects) >= _LEAST and math.prod(aspects.values()) < _BY_CHANCE:
            found.append(((one, other), shared))
    return found


def _in_one_breath(one: Statement, other: Statement) -> bool:
    """Whether it is one place that says it of both: "the twins were born in Malta" makes nobody of them the other."""
    return one.source == other.source and one.start == other.start
