"""Where on the page the people of a genogram stand: rows of generations, families side by side, lines short.

Layered drawing as in Sugiyama, Tagawa and Toda (1981), for graphs so small that the order of a row is found by trying:
the cost of an order is how long its lines are. For an order the best places are a least-squares fit with a least
distance, which pooling adjacent violators solves.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewdocs.generate.figures.kinship import Kinship, Union

_SWEEPS = 9
_TRIALS = 6_000
"""Orders tried at most; a family of twelve needs a tenth."""
_APART, _SIBLINGS, _INTRUDER = 4.0, 2.0, 6.0
"""Cost of a step between partners, between siblings, and of a stranger within a household."""

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Household:
    """People who live at one address."""

    members: frozenset[str]


def placed(
    family: Kinship, households: Sequence[Household], born: Mapping[str, dt.date | None]
) -> dict[str, tuple[float, int]]:
    """Where each person of the family stands: across, in widths of a symbol's column, and the row, from the top.

    Args:
        family: who is linked to the subject, and how.
        households: whom a line is to be drawn around, so that they had better stand together.
        born: for the order of siblings.
    """
    rows: Rows = [[] for _ in range(max(family.generation.values()) + 1)]
    for one in sorted(family.generation, key=lambda one: born.get(one) or dt.date.max):
        rows[family.generation[one]].append(one)
    rows = _ordered(rows, family, households)
    across = _across(rows, family)
    return {one: (across[one], number) for number, row in enumerate(rows) for one in row}


def _ordered(rows: Rows, family: Kinship, households: Sequence[Household]) -> Rows:
    """The rows in the order whose lines are shortest, as far as moving one person at a time finds it."""
    best, least = rows, _cost(rows, family, households)
    trials, better = 0, True
    while better and trials < _TRIALS:
        better = False
        for number, row in enumerate(best):
            for here in range(len(row)):
                for there in range(len(row)):
                    if here == there or trials >= _TRIALS:
                        continue
                    trials += 1
                    moved = [*row[:here], *row[here + 1 :]]
                    moved.insert(there, row[here])
                    tried = [*best[:number], moved, *best[number + 1 :]]
                    cost = _cost(tried, family, households)
                    if cost < least - 1e-9:
                        best, least, row, better = tried, cost, moved, True
    return best


def _cost(rows: Rows, family: Kinship, households: Sequence[Household]) -> float:
    across = _across(rows, family)
    cost = 0.0
    for union in family.unions:
        middle = _middle(union, across)
        if len(union.partners) == 2:
            one, other = union.partners
            cost += _APART * (abs(_rank(rows, one) - _rank(rows, other)) - 1)
        cost += sum(abs(across[child] - middle) for child in union.children)
        cost += sum(_SIBLINGS * (before > after) for before, after in _pairs(union.children, across))
    for group in family.siblings:
        cost += _SIBLINGS * (max(across[one] for one in group) - min(across[one] for one in group))
    for household in households:
        cost += _INTRUDER * len(intruders(household, rows))
    return cost


def intruders(household: Household, rows: Rows) -> set[str]:
    """Those who stand between people of a household without living there."""
    between: set[str] = set()
    for row in rows:
        at = [place for place, one in enumerate(row) if one in household.members]
        if at:
            between |= set(row[at[0] : at[-1] + 1]) - household.members
    return between


def _rank(rows: Rows, one: str) -> int:
    return next(row.index(one) for row in rows if one in row)


def _pairs(group: Sequence[str], across: Mapping[str, float]) -> list[tuple[float, float]]:
    return [(across[one], across[other]) for one, other in pairwise(group)]


def _middle(union: Union, across: Mapping[str, float]) -> float:
    return sum(across[one] for one in union.partners) / len(union.partners)


def _across(rows: Rows, family: Kinship) -> dict[str, float]:
    """The best places for an order: parents above their children, at least one column between neighbours."""
    across = {one: float(place) for row in rows for place, one in enumerate(row)}
    for sweep in range(_SWEEPS):
        for row in rows[::-1] if sweep % 2 else rows:
            wished = _wishes(family, across)
            ideal = [sum(of) / len(of) if (of := wished[one]) else across[one] for one in row]
            across |= zip(row, _apart(ideal), strict=True)
    least = min(across.values())
    return {one: place - least for one, place in across.items()}


def _wishes(family: Kinship, across: Mapping[str, float]) -> dict[str, list[float]]:
    """Where each person's parents, children, partners and siblings would have them."""
    wished: dict[str, list[float]] = {one: [] for one in across}

    def line_up(group: Sequence[str], middle: float) -> None:
        for place, one in enumerate(sorted(group, key=across.__getitem__)):
            wished[one].append(middle + place - (len(group) - 1) / 2)

    for union in family.unions:
        line_up(union.children, _middle(union, across))
        below = union.children or union.partners
        line_up(union.partners, sum(across[one] for one in below) / len(below))
    for group in family.siblings:
        line_up(group, sum(across[one] for one in group) / len(group))
    return wished


def _apart(ideal: Sequence[float]) -> list[float]:
    """The places nearest to the ideal ones that keep their order and a distance of 1."""
    blocks: list[list[float]] = []  # of places less their rank: sum, number
    for rank, place in enumerate(ideal):
        blocks.append([place - rank, 1])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
            total, number = blocks.pop()
            blocks[-1][0] += total
            blocks[-1][1] += number
    levelled = [total / number for total, number in blocks for _ in range(int(number))]
    return [place + rank for rank, place in enumerate(levelled)]
