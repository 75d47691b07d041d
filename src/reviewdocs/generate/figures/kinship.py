"""Who is whose parent, partner and sibling, and of which generation, from relations that the data states in words."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum

from reviewdocs.model.review import Person

_PARENT = "mother father parent mum mam mummy dad daddy"
_CHILD = "son daughter child"
_SIBLING = "sister brother sibling twin"
_PARTNER = (
    "partner husband wife spouse boyfriend girlfriend fiance fiancé fiancee fiancée cohabitee married widow widower"
)
_GRANDPARENT = "grandmother grandfather grandparent nan nana granny grandma grandad grandpa"
_STEPS = {
    **dict.fromkeys(_GRANDPARENT.split(), -2),
    **dict.fromkeys(["grandson", "granddaughter", "grandchild"], 2),
    **dict.fromkeys(["aunt", "auntie", "uncle"], -1),
    **dict.fromkeys(["nephew", "niece"], 1),
    "cousin": 0,
}
"""How many generations below the other somebody of this word is; above is less than nothing."""
_STEP, _FOSTER = re.compile(r"\bstep"), re.compile(r"\b(?:foster|adopt)")
_APART = re.compile(r"\b(?:former(?:ly)?|ex|separated|divorced|estranged|previous)\b")
_MARRIED = re.compile(r"\b(?:husband|wife|spouse|married|divorced|widow(?:er)?)\b")
_WORD = re.compile(r"[^\W\d_]+")


class Parted(StrEnum):
    """How a couple came apart."""

    SEPARATED = "separated"
    DIVORCED = "divorced"


@dataclass(frozen=True, slots=True)
class Bond:
    """How two partners stand, or stood, to one another; `parted` is None for those together, or parted by death."""

    married: bool = False
    parted: Parted | None = None


@dataclass(frozen=True, slots=True)
class Union:
    """A couple that is stated, or the parents of children; one person alone where only that parent is known.

    `bond` is None where nothing is stated; `fostered`: the children came to them by fostering or
    adoption.
    """

    partners: tuple[str, ...]
    bond: Bond | None
    children: tuple[str, ...]
    fostered: bool = False


@dataclass(frozen=True, slots=True)
class Kinship:
    """The family as a graph.

    Attributes:
        generation: of each person that is linked to the subject; the oldest is 0.
        unions: couples and parents, with their children, eldest first.
        siblings: groups of siblings whose parents are not in the data.
        others: people whose relation cannot be drawn.
    """

    generation: dict[str, int]
    unions: tuple[Union, ...]
    siblings: tuple[tuple[str, ...], ...]
    others: tuple[str, ...]


def kinship(people: Sequence[Person], subject: str) -> Kinship:
    """The family of a subject.

    Args:
        people: all of the review; their relations say "mother of", "former husband of", "half-sister of".
        subject: the id of the person whom the review is about.
    """
    told = _Told({person.id for person in people})
    for person in people:
        for relation in person.relations:
            if relation.to in told.people and relation.to != person.id:
                told.note(person.id, relation.kind.casefold(), relation.to)
    told.share_parents()
    born = {person.id: (str(person.dob or "9999"), n) for n, person in enumerate(people)}
    drawn = told.linked(subject)
    generation = _generations(subject, told.below)
    orphans = [one for one in born if one in drawn and one not in told.parents]
    return Kinship(
        {one: generation[one] for one in born if one in drawn},
        tuple(told.unions(drawn, born)),
        tuple(tuple(sorted(group, key=born.__getitem__)) for group in _groups([*told.siblings, *told.halves], orphans)),
        tuple(one for one in born if one not in drawn),
    )


_PARENTS, _CHILDREN = frozenset(_PARENT.split()), frozenset(_CHILD.split())
_SIBLINGS, _PARTNERS = frozenset(_SIBLING.split()), frozenset(_PARTNER.split())
_ALL = _PARENTS | _CHILDREN | _SIBLINGS | _PARTNERS | frozenset(_STEPS)


@dataclass(slots=True)
class _Told:
    """What the statements say.

    Attributes:
        people: the ids of everybody.
        parents, carers: of each child; carers fostered or adopted it.
        bonds: of couples.
        siblings, halves: pairs with the same parents, and with one of them in common.
        below: `(one, other, n)`: one is n generations below the other.
    """

    people: Set[str]
    parents: dict[str, list[str]] = field(default_factory=dict)
    carers: dict[str, list[str]] = field(default_factory=dict)
    bonds: dict[frozenset[str], Bond] = field(default_factory=dict)
    siblings: list[tuple[str, str]] = field(default_factory=list)
    halves: list[tuple[str, str]] = field(default_factory=list)
    below: list[tuple[str, str, int]] = field(default_factory=list)

    def note(self, one: str, kind: str, other: str) -> None:
        """Take in that `one` is `kind` of `other`."""
        word = next((word for word in reversed(_WORD.findall(kind)) if word in _ALL), "")
        if word in _PARTNERS:
            self.bonds[frozenset((one, other))] = _bond(kind)
            self.below.append((one, other, 0))
        elif word in _PARENTS | _CHILDREN:
            parent, child = (one, other) if word in _PARENTS else (other, one)
            self.below.append((parent, child, -1))
            if not _STEP.search(kind):
                of = self.carers if _FOSTER.search(kind) else self.parents
                of.setdefault(child, []).append(parent)
        elif word in _SIBLINGS and not (_STEP.search(kind) or _FOSTER.search(kind)):
            (self.halves if "half" in kind else self.siblings).append((one, other))
            self.below.append((one, other, 0))
        else:
            self.below.append((one, other, _STEPS.get(word, 0)))

    def share_parents(self) -> None:
        """Give siblings of whom nothing else is said the parents of the others."""
        for _ in self.siblings:
            for one, other in self.siblings:
                known = self.parents.get(one) or self.parents.get(other)
                if known:
                    self.parents.setdefault(one, list(known))
                    self.parents.setdefault(other, list(known))

    def linked(self, subject: str) -> set[str]:
        """Those whom lines of descent, partnership or siblings link to somebody."""
        pairs = [tuple(pair) for pair in self.bonds] + self.siblings + self.halves
        pairs += [
            (child, parent) for of in (self.parents, self.carers) for child, all_ in of.items() for parent in all_
        ]
        found, waiting = {subject}, [subject]
        while waiting:
            here = waiting.pop()
            near = {one for pair in pairs if here in pair for one in pair} - found
            found |= near
            waiting += near
        return found

    def unions(self, drawn: Set[str], born: Mapping[str, tuple[str, int]]) -> Iterator[Union]:
        """Couples, and parents with their children, eldest first."""
        for of, fostered in ((self.parents, False), (self.carers, True)):
            children: dict[frozenset[str], list[str]] = {}
            for child, parents in of.items():
                for couple in self._couples(parents):
                    children.setdefault(couple, []).append(child)
            if not fostered:
                for pair in self.bonds:
                    if not any(child for all_ in self.carers.values() for child in all_ if pair <= set(all_)):
                        children.setdefault(pair, [])
            for couple, young in children.items():
                if couple <= drawn:
                    partners = tuple(sorted(couple, key=born.__getitem__))
                    yield Union(partners, self.bonds.get(couple), tuple(sorted(young, key=born.__getitem__)), fostered)

    def _couples(self, parents: Sequence[str]) -> list[frozenset[str]]:
        """A child's parents two by two, those of a stated couple first."""
        left = list(dict.fromkeys(parents))
        couples = [pair for pair in self.bonds if len(left) > 2 and pair <= set(left)][:1]
        left = [one for one in left if not any(one in pair for pair in couples)]
        return couples + [frozenset(left[n : n + 2]) for n in range(0, len(left), 2)]


def _bond(kind: str) -> Bond:
    married = bool(_MARRIED.search(kind))
    if not _APART.search(kind):
        return Bond(married)
    return Bond(married, Parted.DIVORCED if married and "separated" not in kind else Parted.SEPARATED)


def _generations(subject: str, steps: Sequence[tuple[str, str, int]]) -> dict[str, int]:
    """Each person's generation, counted from the oldest; what contradicts an earlier statement is passed over."""
    found, waiting = {subject: 0}, deque([subject])
    while waiting:
        here = waiting.popleft()
        for one, other, below in steps:
            if one == here and other not in found:
                found[other] = found[here] - below
                waiting.append(other)
            elif other == here and one not in found:
                found[one] = found[here] + below
                waiting.append(one)
    oldest = min(found.values())
    return {one: generation - oldest for one, generation in found.items()}


def _groups(pairs: Iterable[tuple[str, str]], among: Sequence[str]) -> list[set[str]]:
    """Groups that pairs join, of which one at least is among these."""
    groups: list[set[str]] = []
    for one, other in pairs:
        if one in among or other in among:
            joined = [group for group in groups if group & {one, other}]
            groups = [group for group in groups if group not in joined] + [set().union(*joined, {one, other})]
    return groups
