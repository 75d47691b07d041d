"""The map as it is for the family's own copy: the family's names stay in clear, all others go.

A family reads what is to be published before anybody else does. Their own names are no secret to them; those of
professionals, of other people and of whoever is suspected are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass, replace

from reviewdocs.errors import UsageError
from reviewdocs.language.kin import is_kin, is_suspected
from reviewdocs.model.pseudonyms import NamedInClear, PseudonymMap
from reviewdocs.pseudonymise.lint.doubt import single_names


@dataclass(frozen=True, slots=True)
class FamilyMap:
    """A map for a family's copy.

    Attributes:
        pmap: the map, in which those who stay in clear are `NamedInClear`.
        kept: whose names stay, by their pseudonyms.
        suspected: relatives whose names go, as they are recorded as suspected, by their pseudonyms.
        shared: of whom a name goes that one of the family bears too, by their pseudonyms: short forms may be undecided.
    """

    pmap: PseudonymMap
    kept: tuple[str, ...]
    suspected: tuple[str, ...]
    shared: tuple[str, ...]

    @property
    def note(self) -> str:
        """What to tell of it, without a real name."""
        return " ".join(self._told())

    def _told(self) -> Iterator[str]:
        yield f"Family copy: the own names of {', '.join(self.kept)} stay in clear; all other names go."
        if self.suspected:
            who = ", ".join(self.suspected)
            yield f"So does the name of {who}, recorded as suspected or responsible: --for keeps it all the same."
        if self.shared:
            yield f"A name that stays is also borne by {', '.join(self.shared)}: look at each place where it stands."
        yield "Addresses and identifiers go, the family's own too. Give it to nobody else."


def family_map(pmap: PseudonymMap, only: Collection[str] = (), suspected: Collection[str] = ()) -> FamilyMap:
    """The map for the family's own copy.

    Args:
        pmap: the agreed map.
        only: ids of those whose names stay; empty for the subject and those whose role is kin, but for the suspected.
        suspected: ids of those whom other data records as suspected; the map's roles are read here.

    Raises:
        UsageError: an id is nobody's, or nobody's name would stay.
    """
    ids = [person.id for person in pmap.people]
    if unknown := [one for one in only if one not in ids]:
        raise UsageError(f"The map has no person {', '.join(unknown)}.", remedy="Give ids of its people with --for.")
    relatives = [person for person in pmap.people if is_kin(person.role)]
    accused = [p for p in relatives if is_suspected(p.role) or p.id in suspected]
    kept = {p.id for p in pmap.people if p.id in only} if only else {p.id for p in relatives if p not in accused}
    if not kept:
        raise UsageError(
            "The map names nobody whose role is the subject's or of the subject's family.",
            remedy="Say with --for whose names stay, by their ids in the map.",
        )
    people = tuple(NamedInClear(**asdict(p)) if p.id in kept else p for p in pmap.people)
    # A surname that stays is spoken of together in clear as well.
    groups = tuple(group for group in pmap.groups if not kept & set(group.members))
    words = {word for person in people if person.id in kept for word in single_names(person)}
    return FamilyMap(
        replace(pmap, people=people, groups=groups),
        tuple(p.pseudonym for p in people if p.id in kept),
        tuple(p.pseudonym for p in accused if p.id not in kept),
        tuple(p.pseudonym for p in people if p.id not in kept and not words.isdisjoint(single_names(p))),
    )
