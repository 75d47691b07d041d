"""Rules on the real names of a map: which of them a text will leave in doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names.entities import split_name
from reviewdocs.names.folding import folded
from reviewdocs.pseudonymise.lint.doubt import Doubt, Path, Weight, people, said, single_names


def permitted_name_collides(pmap: PseudonymMap) -> Iterator[Doubt]:
    """A name that stays in clear and is also a name of somebody who must not be named."""
    for permitted in pmap.permitted:
        words = set(folded(permitted.name).split())
        for path, person in people(pmap):
            if shared := words & set(single_names(person)):
                yield Doubt(
                    "permitted-name-collides",
                    Weight.EXPECT,
                    person.id,
                    path,
                    f"shares {said({word.title() for word in shared})} with a permitted name, which stays in clear",
                    "Write the permitted person's full name or title in drafts; short forms may need a decision.",
                )


def names_that_are_words(pmap: PseudonymMap) -> Iterator[Doubt]:
    """Names that are ordinary words or places: told from the word by context, else left undecided."""
    for path, person in people(pmap):
        words = {name for name in (person.forename, person.surname, *person.known_as) if is_ordinary(folded(name))}
        if words:
            also = "is also a word or a place" if len(words) == 1 else "are also words or places"
            yield Doubt(
                "name-is-a-word",
                Weight.EXPECT,
                person.id,
                path,
                f"{said(words)} {also}: where the sentence does not tell the name from the word, a copy has [name], or "
                "the word stays and is listed as standing",
                "Expect those to decide.",
            )


def people_of_one_name(pmap: PseudonymMap) -> Iterator[Doubt]:
    """Two people who cannot be told apart by a full name, a forename or a nickname alone."""
    holders: dict[str, dict[str, Path]] = defaultdict(dict)
    for path, person in people(pmap):
        for name in {folded(name) for name in (person.full_name, person.forename, *person.known_as) if name}:
            holders[name][person.id] = path
    for number, seat in enumerate(pmap.panel):
        _, forename, _, surname = split_name(seat.name)
        for name in {folded(seat.name), folded(f"{forename} {surname}"), folded(forename)} & holders.keys():
            holders[name].setdefault("a panel member", ("panel", number))
    for bearers in {tuple(found.items()) for found in holders.values() if len(found) > 1}:
        (first, path), *others = bearers
        yield Doubt(
            "people-of-one-name",
            Weight.EXPECT,
            first,
            path,
            f"has a name that {' and '.join(other for other, _ in others)} bears too; told apart by context",
            "Use full names or roles in drafts; what context does not tell stands as [name].",
        )


def people_of_one_surname(pmap: PseudonymMap) -> Iterator[Doubt]:
    """A surname that several bear, who are no group: `the Okafors` then has no designation of its own."""
    grouped = {(folded(group.surname), member) for group in pmap.groups for member in group.members}
    bearers: dict[str, list[tuple[Path, str]]] = defaultdict(list)
    for path, person in people(pmap):
        if person.surname:
            bearers[folded(person.surname)].append((path, person.id))
    for surname, found in bearers.items():
        alone = [(path, ref) for path, ref in found if (surname, ref) not in grouped]
        if alone and len(found) > 1:
            others = [ref for _, ref in found if ref != alone[0][1]]
            yield Doubt(
                "surname-without-a-group",
                Weight.EXPECT,
                alone[0][1],
                alone[0][0],
                f"shares a surname with {' and '.join(others)}, and no group of that surname has "
                f"{'all of them' if len(found) > 2 else 'both'}",
                "If they are one family, put them into one entry of groups, so that the plural has a designation.",
            )


def surnames_of_groups_are_borne(pmap: PseudonymMap) -> Iterator[Doubt]:
    """A family's surname that none of its members bears is a slip of the pen; a family of nobody stands for nobody."""
    by_id = {person.id: person for person in pmap.people}
    for number, group in enumerate(pmap.groups):
        borne = {word for member in group.members for word in single_names(by_id[member])}
        if not group.members:
            yield Doubt(
                "group-of-nobody", Weight.SETTLE, group.id, ("groups", number, "members"), "the group has no members",
                "List the ids of its members, or take the group out.",
            )  # fmt: skip
        elif not set(folded(group.surname).split()) & borne:
            yield Doubt(
                "group-surname-not-borne", Weight.SETTLE, group.id, ("groups", number, "surname"),
                "none of its members bears this surname",
                "Correct the surname or the members; a former surname belongs in former_names.",
            )  # fmt: skip


def names_are_whole(pmap: PseudonymMap) -> Iterator[Doubt]:
    """Half a name finds half the mentions."""
    for path, person in people(pmap):
        missing = [key for key in ("forename", "surname") if not getattr(person, key)]
        if missing:
            yield Doubt(
                "half-a-name",
                Weight.EXPECT,
                person.id,
                (*path, missing[0]),
                f"the {' and the '.join(missing)} {'is' if len(missing) == 1 else 'are'} not known, so it is not "
                "looked for",
                "Fill it in if a draft may hold it.",
            )


RULES = (
    surnames_of_groups_are_borne,
    permitted_name_collides,
    people_of_one_name,
    people_of_one_surname,
    names_that_are_words,
    names_are_whole,
)
