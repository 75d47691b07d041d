"""What is wrong, risky or doubtful in a pseudonym map, one small function a rule.

What makes a map ambiguous (two people with one pseudonym) is refused when it is loaded; these rules find what loads and
still should not be agreed without a second look (anonymisation.md, Pseudonym maps and schemes).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from reviewdocs.model.pseudonyms import Group, MappedPerson, MappedThing, PseudonymMap
from reviewdocs.model.words import ReviewType
from reviewdocs.names.folding import folded
from reviewdocs.names.listing import listed
from reviewdocs.names.words import is_ordinary


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt about a map.

    `serious` ones should be settled before the map is agreed; the others say what to expect. `entry` is the id of the
    entry concerned, or the name of the list.
    """

    rule: str
    serious: bool
    entry: str
    message: str

    def as_json(self) -> dict[str, Any]:
        """As a plain object."""
        return asdict(self)

    def __str__(self) -> str:
        return f"{'SETTLE ' if self.serious else 'expect '} {self.entry}: {self.message}"


def _names(person: MappedPerson) -> list[str]:
    """Every name of a person, words apart, folded."""
    written = (person.forename, person.middle, person.surname, *person.known_as, *person.former_names)
    return [word for name in written for word in folded(name).split()]


def _real_names(pmap: PseudonymMap) -> set[str]:
    return {word for person in pmap.people for word in _names(person)}


def _chosen_name(person: MappedPerson) -> str:
    """The pseudonym where it is a name chosen for the person (one word, not a role); else empty."""
    word = folded(person.pseudonym)
    is_role = word in {folded(w) for w in person.role.split()} or word in _ROLE_WORDS or person.pseudonym.isupper()
    return "" if " " in word or is_role else word


_ROLE_WORDS = listed("mother father sister brother aunt uncle son daughter partner nephew niece friend cousin")


def pseudonym_is_a_real_name(pmap: PseudonymMap) -> Iterator[Doubt]:
    """A designation that is somebody's real name in this review would point at them."""
    real = _real_names(pmap)
    for person in pmap.people:
        if _chosen_name(person) in real:
            yield Doubt("pseudonym-is-a-real-name", True, person.id, "the pseudonym is a real name in this review")


def pseudonym_shares_initials(pmap: PseudonymMap) -> Iterator[Doubt]:
    """`Child F` for Faith, or `Anna` for Agnieszka, tells an initial of the real name."""
    for person in pmap.people:
        initials = {name[0] for name in (folded(person.forename), folded(person.surname)) if name}
        letter = folded(person.pseudonym.rsplit(" ", 1)[-1])
        chosen = _chosen_name(person)
        if (" " in person.pseudonym and len(letter) == 1 and letter in initials) or (
            chosen and folded(person.forename)[:1] == chosen[0]
        ):
            yield Doubt("pseudonym-shares-initials", True, person.id, "the pseudonym shares an initial with the person")


def permitted_name_collides(pmap: PseudonymMap) -> Iterator[Doubt]:
    """A name that stays in clear and is also a name of somebody who must not be named."""
    for permitted in pmap.permitted:
        words = set(folded(permitted.name).split())
        for person in pmap.people:
            if shared := words & set(_names(person)):
                said = ", ".join(sorted(word.title() for word in shared))
                yield Doubt(
                    "permitted-name-collides",
                    False,
                    person.id,
                    f"shares {said} with a permitted name, which stays in clear; short forms may need a decision",
                )


def names_that_are_words(pmap: PseudonymMap) -> Iterator[Doubt]:
    """Names that are ordinary words or places: told from the word by context, else left undecided."""
    for person in pmap.people:
        words = {name for name in (person.forename, person.surname, *person.known_as) if is_ordinary(folded(name))}
        if words:
            yield Doubt(
                "name-is-a-word",
                False,
                person.id,
                f"{' and '.join(sorted(words))} can also be an ordinary word or a place; "
                "where the sentence does not tell, it stands as [name]",
            )


def people_of_one_name(pmap: PseudonymMap) -> Iterator[Doubt]:
    """Two people who cannot be told apart by name alone."""
    holders: dict[str, list[str]] = defaultdict(list)
    for person in pmap.people:
        for name in {folded(name) for name in (person.full_name, person.forename, *person.known_as) if name}:
            holders[name].append(person.id)
    for ids in dict.fromkeys(tuple(ids) for ids in holders.values()):
        if len(ids) > 1:
            yield Doubt(
                "people-of-one-name",
                False,
                ids[0],
                f"has a name that {' and '.join(ids[1:])} bears too; told apart by context",
            )


def designations_are_told_apart(pmap: PseudonymMap) -> Iterator[Doubt]:
    """Two places, two organisations, or a person and a place, that would read as one."""
    seen: dict[str, str] = {}
    entries: list[MappedPerson | Group | MappedThing] = []
    entries += [*pmap.people, *pmap.groups, *pmap.places, *pmap.organisations]
    for entry in entries:
        other = seen.setdefault(folded(entry.pseudonym), entry.id)
        if other != entry.id:
            yield Doubt("designation-used-twice", True, entry.id, f"has the same designation as {other}")


def chosen_names_are_recorded(pmap: PseudonymMap) -> Iterator[Doubt]:
    """In a domestic homicide review chosen forenames are agreed with the family, and that is recorded."""
    for person in pmap.people if pmap.review_type is ReviewType.DHR else ():
        if _chosen_name(person) and not (person.chosen_by and person.agreed):
            yield Doubt("chosen-name-not-recorded", True, person.id, "chosen_by or agreed is missing for a chosen name")


def dates_policy_is_said(pmap: PseudonymMap) -> Iterator[Doubt]:
    """What becomes of dates has to be said, even if it is to keep them."""
    if pmap.dates is None:
        yield Doubt("no-dates-policy", True, "dates", "no policy is given; say keep if dates are to stay as written")


def surnames_of_groups_are_borne(pmap: PseudonymMap) -> Iterator[Doubt]:
    """A family's surname that none of its members bears is a slip of the pen."""
    by_id = {person.id: person for person in pmap.people}
    for group in pmap.groups:
        if not any(set(folded(group.surname).split()) & set(_names(by_id[member])) for member in group.members):
            yield Doubt("group-surname-not-borne", True, group.id, "none of its members bears this surname")


RULES: tuple[Callable[[PseudonymMap], Iterator[Doubt]], ...] = (
    pseudonym_is_a_real_name,
    pseudonym_shares_initials,
    designations_are_told_apart,
    chosen_names_are_recorded,
    dates_policy_is_said,
    surnames_of_groups_are_borne,
    permitted_name_collides,
    people_of_one_name,
    names_that_are_words,
)


def lint(pmap: PseudonymMap) -> tuple[Doubt, ...]:
    """Every doubt about the map, in the order of the rules, the serious first."""
    found = [doubt for rule in RULES for doubt in rule(pmap)]
    return tuple(sorted(found, key=lambda doubt: not doubt.serious))
