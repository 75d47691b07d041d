"""Whom words mean, as a text goes on: who was spoken of last, of which sex, and who belongs together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reviewdocs.risk.combinations.anchors import Anchor, Kind

Meant = tuple[str, ...]
"""The designations that words mean: several of a group, none of somebody else."""

_GROWN_UP = re.compile(
    r"(?:Adult|Mother|Father|Grand\w+|Maternal|Paternal|Step\w+|Uncle|Aunt|Partner|Parent|Tenant|Carer|Mr|Mrs|Ms)\b",
    re.I,
)
_YOUNG = re.compile(r"(?:Child|Baby|Sibling|Young Person|Subject Child)\b", re.I)
_MALE = re.compile(
    r"(?:Father|Grandfather|Stepfather|Uncle|Brother|Maternal Grandfather|Paternal Grandfather|Son|Mr)\b", re.I
)
_FEMALE = re.compile(
    r"(?:Mother|Grandmother|Stepmother|Aunt|Sister|Maternal Grandmother|Paternal Grandmother|Daughter|Mrs|Ms|Miss)\b",
    re.I,
)


def sex_of(person: str) -> str:
    """ "he" or "she" where the designation says so, else nothing."""
    return "he" if _MALE.match(person) else "she" if _FEMALE.match(person) else ""


def grown_up(person: str) -> bool:
    """Whether the designation says that somebody is grown up."""
    return _GROWN_UP.match(person) is not None


class Discourse:
    """What a reader has in mind of the people of a text, sentence after sentence.

    Attributes:
        focus: what the last sentence was about: a designation, or an anchor of somebody else.
    """

    def __init__(self) -> None:
        self.focus: str | Anchor = ""
        self._recent: list[str] = []
        self._group: Meant = ()
        self._sex: dict[str, str] = {}
        self._also: dict[str, str] = {}

    def forget(self) -> None:
        """Nobody is in mind: another part or chapter begins. What is known of people's sex stays."""
        self.focus, self._recent, self._group = "", [], ()

    def read(self, anchors: Sequence[Anchor], text: str) -> list[tuple[Anchor, Meant]]:
        """Each anchor of a sentence with whom it means, and keep in mind what the next sentence may mean.

        Args:
            anchors: of the sentence, in order.
            text: the text that they stand in.
        """
        meant: list[tuple[Anchor, Meant]] = []
        for number, anchor in enumerate(anchors):
            people = self._of(anchor, meant, anchors[number + 1 :], text)
            meant.append((anchor, people))
            if anchor.kind is Kind.NAMED and people:
                self._remember(people[0])
        if meant:
            self._follow(meant, text)
        return meant

    def _remember(self, person: str) -> None:
        if person in self._recent:
            self._recent.remove(person)
        self._recent.append(person)

    def _follow(self, meant: list[tuple[Anchor, Meant]], text: str) -> None:
        """What the sentence was about: its first anchor that is no possessive of another and no thing in passing."""
        first, people = (
            meant[1] if len(meant) > 1 and _POSSESSIVE.match(text[meant[0][0].end : meant[1][0].start]) else meant[0]
        )
        if together := listed(meant, text):
            self._group = together
        if len(people) == 1:
            self.focus = people[0]
        elif first.kind is Kind.OTHER or (first.kind is Kind.NAMED and not people):
            self.focus = first

    def _of(self, anchor: Anchor, before: list[tuple[Anchor, Meant]], after: Sequence[Anchor], text: str) -> Meant:
        if anchor.kind is Kind.NAMED:
            self._hear_nickname(anchor, before, text)
            person = self._also.get(anchor.person, anchor.person)
            return (person,) if person else ()
        if anchor.kind is Kind.PRONOUN:
            return self._pronoun(anchor, before, after, text)
        if anchor.kind is Kind.DESCRIBED:
            return self._described(anchor)
        if anchor.kind is Kind.GROUP:
            return self._group or (
                tuple(self._recent[-2:]) if _PAIR.search(text[anchor.start : anchor.end]) else self._one()
            )
        if anchor.kind is Kind.FAMILY:
            return tuple(self._recent)
        return ()

    def _pronoun(self, anchor: Anchor, before: list[tuple[Anchor, Meant]], after: Sequence[Anchor], text: str) -> Meant:
        if anchor.sex == "they":
            return self._group if self._plural() else self._one()
        for other, people in reversed(before):
            if (
                other.kind is Kind.OTHER
                and other.sex == anchor.sex
                and not _REPORTED.search(text[other.end : anchor.start])
            ):
                return ()
            if len(people) == 1 and self._may_be(people[0], anchor.sex):
                return self._learnt(people[0], anchor.sex)
        following = next((one for one in after if one.kind is Kind.NAMED), None)
        if not before and following and following.person and _opens_ahead(text, anchor, following):
            return self._learnt(following.person, anchor.sex)
        if isinstance(self.focus, Anchor):
            if self.focus.sex in ("", anchor.sex):
                return ()
        elif self.focus and self._may_be(self.focus, anchor.sex):
            return self._learnt(self.focus, anchor.sex)
        found = next((one for one in reversed(self._recent) if self._may_be(one, anchor.sex)), "")
        return (found,) if found else ()

    def _described(self, anchor: Anchor) -> Meant:
        focus = [self.focus] if isinstance(self.focus, str) and self.focus else []
        for person in (*focus, *reversed(self._recent)):
            old_enough = not (anchor.young and grown_up(person)) and not (
                anchor.young is False and _YOUNG.match(person)
            )
            if old_enough and (not anchor.sex or self._may_be(person, anchor.sex)):
                return (person,)
        return ()

    def _hear_nickname(self, anchor: Anchor, before: list[tuple[Anchor, Meant]], text: str) -> None:
        """Keep in mind who else is meant by a name: "his sisters call him Biscuit"."""
        if before and before[-1][0].kind is Kind.PRONOUN and len(before[-1][1]) == 1:
            pronoun, (person,) = before[-1]
            if text[pronoun.end : anchor.start].strip(" \"“‘'") == "" and _CALLS.search(text, 0, pronoun.start):
                self._also.setdefault(anchor.person, person)

    def _one(self) -> Meant:
        return (self.focus,) if isinstance(self.focus, str) and self.focus else ()

    def _plural(self) -> bool:
        return len(self._group) > 1

    def _may_be(self, person: str, sex: str) -> bool:
        return (self._sex.get(person) or sex_of(person) or sex) == sex

    def _learnt(self, person: str, sex: str) -> Meant:
        self._sex.setdefault(person, sex)
        return (person,)


_REPORTED = re.compile(
    r"\b(?:said|told|reported|stated|described|explained|thought|felt|recalled|remembered|noted|that)\b", re.I
)
_CALLS = re.compile(r"\b(?:call(?:ed|s)?|nicknamed|dubbed)\s$")
_POSSESSIVE = re.compile(r"^['’]s?\s?$")
_PAIR = re.compile(r"\b(?:both|two|couple|twins)\b", re.I)
_AHEAD = re.compile(
    r"^\W*(?:when|while|whilst|after|before|although|though|as|because|since|until|by the time|if|at|in|on|despite|"
    r"like|for)\b",
    re.I,
)
_LIST = re.compile(r"^(?:\s?\([^)]{0,40}\)|,\s?(?:aged )?\d{1,3}(?=,))?(?:,|,? and|,? &)\s$")


def _opens_ahead(text: str, anchor: Anchor, following: Anchor) -> bool:
    """Whether the pronoun stands in a clause before the one it means: "When he was seven, Child A moved"."""
    start = max(text.rfind(mark, 0, anchor.start) for mark in (". ", "\n", "! ", "? ")) + 1
    clause = text[anchor.end : following.start]
    return _AHEAD.match(text[start : anchor.end]) is not None and clause.endswith(", ") and "," not in clause[:-2]


def listed(meant: Sequence[tuple[Anchor, Meant]], text: str) -> Meant:
    """Those who are told in one breath: "Zara (6), Imran (9) and Yusuf (14)"."""
    found: list[str] = []
    for (one, people), (other, others) in pairwise(meant):
        named = one.kind is other.kind is Kind.NAMED and len(people) == len(others) == 1
        if named and _LIST.match(text[one.end : other.start]):
            found += [person for person in (*people, *others) if person not in found]
    return tuple(found)
