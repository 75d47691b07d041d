"""The organisations that a review's structured data names: schools, surgeries, agencies, and those of its texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.review import Review
from reviewdocs.names.folding import folded
from reviewdocs.names.things import thing_forms
from reviewdocs.names.unfilled import is_unfilled
from reviewdocs.pseudonymise.proposal.bodies import is_national, is_public
from reviewdocs.pseudonymise.proposal.texts import Path, named_in_texts


@dataclass(frozen=True, slots=True)
class NamedOrganisation:
    """An organisation that the data names.

    Attributes:
        name: as it stands there.
        kind: what it is, by the data or by its name.
        ref: the data's id of an agency, else empty.
        path: the field in which it stands first.
        field: what the field says: the school of somebody, an agency's kind, or where a text names it.
        quote: the name in its sentence, where a text names it.
        public: whether it is a public body, which keeps its name where it is the area's own.
        also: shorter names of it that the data has.
        like: the map's entry of which this seems to be a longer name; empty where there is none.
    """

    name: str
    kind: str
    ref: str
    path: Path
    field: str
    quote: str = ""
    public: bool = False
    also: tuple[str, ...] = ()
    like: str = ""


def missing_organisations(review: Review, pmap: PseudonymMap) -> list[NamedOrganisation]:
    """The organisations of the data that the map does not have, in its order, each once.

    National bodies are left out, and so are agencies whose members sit on the panel, for an employer of the panel stays
    in clear. The schools and surgeries of the people are among them all the same: `lint` tells where one sits there.

    Raises:
        NotCheckedError: a text takes too long to search.
    """
    taken = {folded(name) for thing in pmap.places for name in (thing.name, *thing.also)}
    entries = {folded(name): thing.id for thing in pmap.organisations for name in (thing.name, *thing.also)}
    taken |= set(_all_forms(entries))
    told, agencies = _filled(_of_people(review)), _filled(_agencies(review))
    found: dict[str, NamedOrganisation] = {}
    _gather(found, told, taken)
    taken |= set(_all_forms(_staying(review, pmap))) | {folded(body.name) for body in review.external_bodies}
    # On the panel and not said there by its name: the author has generalised it, public body or not.
    seated = {member.agency for member in review.panel}
    agencies = [replace(one, public=one.public and one.ref not in seated) for one in agencies]
    _gather(found, [*agencies, *_in_texts(review, [*told, *agencies])], taken)
    return [replace(one, like=_like(one.name, entries)) for one in found.values()]


def _gather(found: dict[str, NamedOrganisation], named: Iterable[NamedOrganisation], taken: set[str]) -> None:
    """Add those that nothing taken names; a longer name of one that is there takes its place."""
    for one in named:
        if not taken.isdisjoint(_endings(one.name)) or is_national(one.name, one.kind if one.ref else ""):
            continue
        forms = set(_all_forms([one.name]))
        shorter = next((name for name in found if name in forms), None)
        taken |= forms
        if shorter is None:
            found[folded(one.name)] = one
        else:
            first = found[shorter]
            found[shorter] = replace(first, name=one.name, ref=first.ref or one.ref, also=(*first.also, first.name))


def _like(name: str, entries: Mapping[str, str]) -> str:
    return next((entries[form] for form in _all_forms([name]) if form in entries), "")


def _filled(named: Iterable[NamedOrganisation]) -> list[NamedOrganisation]:
    return [one for one in named if not is_unfilled(one.name)]


def _staying(review: Review, pmap: PseudonymMap) -> Iterator[str]:
    """Agencies that stay in clear: employers of the map's panel, or of members whom the map does not have yet."""
    employers = {folded(seat.employer) for seat in pmap.panel}
    known = {folded(seat.name) for seat in pmap.panel}
    new = {member.agency for member in review.panel if folded(member.name) not in known}
    yield from (agency.name for agency in review.agencies if folded(agency.name) in employers or agency.id in new)


def _all_forms(names: Iterable[str]) -> Iterator[str]:
    """Every form in which a text may have one of these names."""
    for name in names:
        yield folded(name)
        yield from (form for form, _ in thing_forms(name, organisation=True))


def _endings(name: str) -> list[str]:
    """A folded name, and what is left of it without its first words: "Attended Conkers Nursery" begins a sentence."""
    words = folded(name).split()
    return [" ".join(words[start:]) for start in range(len(words))]


def _of_people(review: Review) -> Iterator[NamedOrganisation]:
    """Schools and surgeries of the people."""
    for number, person in enumerate(review.people):
        for field, kind in (("school", "school"), ("gp", "GP practice")):
            if name := getattr(person, field):
                yield NamedOrganisation(name, kind, "", ("people", number, field), f"{field} of {person.id}")


def _agencies(review: Review) -> Iterator[NamedOrganisation]:
    for number, agency in enumerate(review.agencies):
        public = is_public(agency.name, review.review_type, agency.kind)
        path = ("agencies", number, "name")
        yield NamedOrganisation(agency.name, agency.kind, agency.id, path, f'"{agency.kind}"', public=public)


def _in_texts(review: Review, own: Sequence[NamedOrganisation]) -> Iterator[NamedOrganisation]:
    """Organisations that the data's texts name and no field has; the longest form of each name."""
    named: dict[str, NamedOrganisation] = {}
    for one in named_in_texts(review):
        named.setdefault(folded(one.name), NamedOrganisation(one.name, one.kind, "", one.path, "named", one.quote))
    shorter = {form for name in named for form, _ in thing_forms(name, organisation=True) if form != name}
    shorter |= set(_all_forms(one.name for one in own))
    yield from (
        one for name, one in named.items() if name not in shorter and named.keys().isdisjoint(_endings(name)[1:])
    )
