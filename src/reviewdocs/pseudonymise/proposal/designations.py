"""The next free designation of a role, by the schemes of the type of review and by what the map already uses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.words import ReviewType
from reviewdocs.names.entities import designations, words_of
from reviewdocs.names.folding import folded
from reviewdocs.policy.schemes import Designation, Section, all_schemes, schemes_for

_ARTICLE = re.compile(r"\b(?:the|a|an|his|her|their)\s+")
_JOINS = (r"\s+and\s+|\s*[;/&]\s*", r"\s*[,(]\s*", r"\s+(?:of|at|in|for|to|with|by|from)\s+")
"""What ends the head of a role, the strongest first: `perpetrator and son of victim`, `nurse, Ward 4`."""
_NUMBERED = re.compile(r"(.*\D)(\d+)")


def plain_role(role: str) -> str:
    """A role as it is compared: folded, without articles."""
    return _ARTICLE.sub("", folded(role)).strip()


def heads_of(role: str) -> list[str]:
    """The role as a whole, then cut shorter and shorter to what the person is."""
    found = [plain_role(role)]
    for join in _JOINS:
        found.append(re.split(join, found[-1])[0])
    return list(dict.fromkeys(found))


def designation_of(role: str, kind: Section, review_type: ReviewType) -> Designation | None:
    """The scheme's designation for a role or kind of thing; None where no scheme knows it.

    The whole role is looked up first, then its head, then the head's last words; the schemes of the type of review
    first, then all others.
    """
    own = schemes_for(review_type)
    for schemes in (own, [scheme for scheme in all_schemes() if scheme not in own]):
        known = {
            plain_role(name): designation
            for scheme in reversed(schemes)
            for designation in scheme.designations
            if designation.group is kind
            for name in (*designation.also, designation.role)
        }
        *wholes, head = heads_of(role)
        words = head.split()
        for name in (*wholes, *(" ".join(words[start:]) for start in range(len(words)))):
            if found := known.get(name):
                return found
    return None


class Namer:
    """Gives each new entry of a map a designation that nothing has yet.

    Args:
        pmap: the map so far: what it uses is not used again, and its own way of numbering a role is kept.
        also_taken: further designations that are not to be used, those of earlier reviews.
        real_names: names of the review; no designation may hold one.
    """

    def __init__(self, pmap: PseudonymMap, *, also_taken: Iterable[str] = (), real_names: Iterable[str] = ()) -> None:
        self._type = pmap.scheme_type
        self._taken = {folded(name) for name in (*designations(pmap), *also_taken)}
        self._names = {word for name in real_names for word in words_of(name) if len(word) > 1}
        # Never wrong to publish, though somebody may be called so.
        self._names -= {word for scheme in all_schemes() for d in scheme.designations for word in words_of(d.pattern)}
        self._own: dict[str, str] = {}
        for person in pmap.people:
            self._learn(person.role, Section.PEOPLE, person.pseudonym)
        for thing in pmap.places:
            self._learn(thing.kind, Section.PLACES, thing.pseudonym)
        for thing in pmap.organisations:
            self._learn(thing.kind, Section.ORGANISATIONS, thing.pseudonym)

    def _learn(self, role: str, kind: Section, pseudonym: str) -> None:
        """Keep a map's own pattern: where it says Health Visitor 1, the next is Health Visitor 2, whatever a scheme
        says."""
        designation = designation_of(role, kind, self._type)
        if designation and (numbered := _NUMBERED.fullmatch(pseudonym)):
            self._own.setdefault(f"{kind} {designation.role}", numbered[1] + "{number}")

    def give(self, role: str, kind: Section = Section.PEOPLE, *, initials: str = "") -> str:
        """The next free designation of a role; from then on it is taken.

        Args:
            role: role of the person, or kind of the thing.
            kind: the list it is for.
            initials: letters that it must not end in, folded.
        """
        designation = designation_of(role, kind, self._type) or self._made_of(role, kind)
        if own := self._own.get(f"{kind} {designation.role}"):
            designation = designation.model_copy(update={"pattern": own})
        lettered = "{letter}" in designation.pattern
        for place in count(1):
            name = designation.pseudonym(place)
            if lettered and place <= 26 and folded(name[-1]) in initials:
                continue
            if folded(name) not in self._taken:
                self._taken.add(folded(name))
                return name
        raise AssertionError("there is always another number")

    def _made_of(self, role: str, kind: Section) -> Designation:
        """A designation from the role itself, without any name that may stand in it; a plain one where nothing is
        left."""
        head = heads_of(role)[-1]
        words = [word for word in head.split() if not set(words_of(word.removesuffix("'s"))) & self._names]
        whole = " ".join(word.upper() if len(word) < 3 else word[:1].upper() + word[1:] for word in words)
        plain = {Section.PEOPLE: "Person", Section.PLACES: "Place", Section.ORGANISATIONS: "Organisation"}[kind]
        usable = whole if re.fullmatch(r"[^\W\d_][\w '-]*", whole) and len(words) < 5 else plain
        return Designation(group=kind, role=head or plain, pattern=f"{usable} {{number}}")
