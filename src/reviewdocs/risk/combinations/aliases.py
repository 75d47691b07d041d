"""Designations that a document says are one person's: "the perpetrator, Adult V, was", "Adult F (the mother)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reviewdocs.risk.combinations.designations import Named
from reviewdocs.risk.combinations.discourse import grown_up, sex_of

_CALLED = re.compile(
    r"^,?\s(?:\(?(?:(?:who|whom)\s)?(?:is|was|will be|we)\s)?(?:also |hereafter |hereinafter |here |to be )*(?:be )?"
    r"(?:called|known|referred to|named|designated|identified|given the (?:name|pseudonym))"
    r"(?:\s(?:in|for|throughout|within|here)\b[^,.;:()]{0,40}?)?(?:\s(?:here\s)?as)?\s[\"“‘']?$",
    re.I,
)
_BESIDE = re.compile(r"^(?:,\s|\s\((?:the\s)?)$", re.I)
_CLOSED = re.compile(r"^(?:\)|,\s(?!and\b|or\b|[A-Z])|['’]s\b|\s(?:is|was|has|had|who)\b|,?\s?$|\.)")
_ROLE = re.compile(
    r"^(?:Victim|Perpetrator|Subject Child|Service User|Deceased|"
    r"(?:Maternal |Paternal |Step)?(?:Mother|Father|Grandmother|Grandfather|Aunt|Uncle))$"
)
_CHILD = re.compile(r"^(?:Child|Baby|Sibling)\b")


def same_people(texts: Iterable[tuple[str, Sequence[Named]]]) -> dict[str, str]:
    """Each role that a text says is somebody with a designation of their own, and that designation.

    Args:
        texts: each with who is spoken of in it, in order.
    """
    said: dict[str, set[str]] = {}
    for text, named in texts:
        for one, other in pairwise(named):
            between = text[one.end : other.start]
            if one.person == other.person or not (one.person and other.person):
                continue
            called = _CALLED.match(between)
            if called or (_BESIDE.match(between) and _CLOSED.match(text[other.end :])):
                for role, person in ((one.person, other.person), (other.person, one.person)):
                    if _ROLE.match(role) and not _ROLE.match(person) and _may_be_one(role, person):
                        said.setdefault(role, set()).add(person)
    return {role: people.pop() for role, people in said.items() if len(people) == 1}


def _may_be_one(role: str, person: str) -> bool:
    if grown_up(role) and _CHILD.match(person):
        return False
    return not sex_of(role) or sex_of(person) in ("", sex_of(role))
