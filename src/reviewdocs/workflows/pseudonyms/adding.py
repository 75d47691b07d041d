"""Somebody or something put into a case's pseudonym map, for those who never see its file."""

from __future__ import annotations

from dataclasses import dataclass

from reviewdocs.disk import bytes_of
from reviewdocs.errors import DataError, UsageError
from reviewdocs.model.pseudonyms import Entry, MappedPerson, MappedThing, PseudonymMap
from reviewdocs.names.entities import designations
from reviewdocs.names.folding import folded
from reviewdocs.policy.schemes import Section, schemes_for
from reviewdocs.pseudonymise.proposal.designations import Namer
from reviewdocs.pseudonymise.proposal.draft import Draft
from reviewdocs.records.map_workbook import write_map_workbook
from reviewdocs.records.map_yaml import text_with, write_map_yaml
from reviewdocs.records.maps import WORKBOOK, map_in
from reviewdocs.records.yaml_source import MAX_BYTES, YamlDocument
from reviewdocs.store.case import Case
from reviewdocs.store.locked import LOCKED
from reviewdocs.store.maps import opened
from reviewdocs.workflows.pseudonyms.replacing import replace_map


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What is known of somebody or something new.

    Attributes:
        section: person, place or organisation.
        kind: role of the person, kind of the thing ("mother", "town").
        forename, surname: of a person.
        name: of a thing.
        also: what they are called besides.
        pseudonym: agreed for copies; empty for the next one that the type of review has for the kind.
    """

    section: Section
    kind: str
    forename: str = ""
    surname: str = ""
    name: str = ""
    also: tuple[str, ...] = ()
    pseudonym: str = ""


def add_to_map(case: Case, new: Newcomer) -> Entry:
    """Put them into the map, at the end of its list; all else in its file stays as it was.

    Raises:
        UsageError: a name or the kind is missing, or the pseudonym is taken.
        InputError, DataError: the map cannot be used.
        OutputError: it cannot be written.
    """
    pmap, source = case.read_map()
    _refuse(pmap, new)
    draft = Draft(pmap)
    called = new.pseudonym or Namer(pmap, real_names=_names_of(pmap, new)).give(new.kind, new.section)
    entry = _entry(new, draft.new_id(new.kind), called)
    draft.add(str(new.section), entry)
    name = case.map_file.name.removesuffix(LOCKED)
    if name.endswith(WORKBOOK):
        data = write_map_workbook(draft.pmap)
    else:
        raw = opened(case.map_file, bytes_of(case.map_file, most=MAX_BYTES), case.passphrase)
        data = _text(source, raw.decode("utf-8-sig"), draft).encode()
    replace_map(case, name, data)
    return entry


def kinds_of(pmap: PseudonymMap) -> dict[Section, list[str]]:
    """The roles and kinds that the type of review has designations for, to choose from."""
    told: dict[Section, list[str]] = {section: [] for section in Section}
    for scheme in schemes_for(pmap.scheme_type):
        for designation in scheme.designations:
            told[designation.group].append(designation.role)
    return {section: list(dict.fromkeys(roles)) for section, roles in told.items()}


def _refuse(pmap: PseudonymMap, new: Newcomer) -> None:
    person = new.section is Section.PEOPLE
    if not new.kind:
        what = "who they are in the review, such as mother or health visitor" if person else "what it is, such as town"
        raise UsageError(f"It is not said {what}.", remedy="Fill it in, then add them.")
    if not ((new.forename or new.surname) if person else new.name):
        raise UsageError("There is no name.", remedy="Fill in the name, then add it.")
    if new.pseudonym and folded(new.pseudonym) in map(folded, designations(pmap)):
        raise UsageError(f"“{new.pseudonym}” is taken already.",
                         remedy="Choose another, or leave it empty: the next free one is taken.")  # fmt: skip


def _names_of(pmap: PseudonymMap, new: Newcomer) -> list[str]:
    """Every real name, none of which a pseudonym may hold."""
    return [*(person.full_name for person in pmap.people), new.forename, new.surname, new.name, *new.also]


def _entry(new: Newcomer, known_by: str, called: str) -> Entry:
    if new.section is Section.PEOPLE:
        return MappedPerson(id=known_by, role=new.kind, pseudonym=called, forename=new.forename, surname=new.surname,
                            known_as=new.also)  # fmt: skip
    return MappedThing(id=known_by, name=new.name, kind=new.kind, pseudonym=called, also=new.also)


def _text(source: object, text: str, draft: Draft) -> str:
    """The map's own text with the entry; written anew where its lists have no lines to add to."""
    if isinstance(source, YamlDocument) and (added := text_with(source, text, draft.added)) is not None:
        try:
            if map_in(added.encode(), "map.yaml")[0] == draft.pmap:
                return added
        except DataError:
            pass  # somebody's unusual text; what is written anew is checked when it is put in place
    return write_map_yaml(draft.pmap)
