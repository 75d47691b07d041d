"""Rules on names that several bear, and on several names in one field."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from reviewdocs.language.lists import listed
from reviewdocs.language.titles import fields_of_role
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names.entities import HUMAN, PARTICLES, Entity, Kind, entities_of, split_name, words_of
from reviewdocs.names.folding import folded
from reviewdocs.names.merged import apart
from reviewdocs.names.unfilled import is_unfilled
from reviewdocs.pseudonymise.lint.doubt import Doubt, Path, Weight, people, said

_GROWN = listed(
    "mother father stepmother stepfather aunt uncle partner husband wife spouse grandmother grandfather carer"
)
"""Words of roles whose bearers are called Mr, Mrs, Ms or Dr; children are not."""
_OTHERS = {Kind.PERMITTED: "a permitted person", Kind.PANEL: "a panel member"}
_MOST_NAMED = 3
_WORD = re.compile(r"[^\W_]+")
_ONE_NAME = ("forename", "surname")
_MANY_NAMES = ("known_as", "former_names", "misspellings")


def bearers_can_be_told_apart(pmap: PseudonymMap) -> Iterator[Doubt]:
    """Who shares a name is told apart by pronouns and title: "Ms Petrenko", "he rang"."""
    humans = [entity for entity in entities_of(pmap) if entity.kind in HUMAN]
    given, family = _bearers(humans, _given), _bearers(humans, _family)
    said_so = {person.id for person in pmap.people if person.pronouns}
    for number, entity in enumerate(humans[: len(pmap.people)]):
        relatives = _sharing(entity, family, _family(entity))
        namesakes = {**relatives, **_sharing(entity, given, _given(entity))}
        missing = [] if entity.gender or entity.ref in said_so or not namesakes else ["pronouns"]
        alike = any(other.gender == entity.gender for held in relatives.values() for other in held)
        if not entity.title and _is_grown(entity.role) and (missing or alike):
            missing.append("title")
        if missing:
            others = {other.ref or _OTHERS[other.kind]: None for held in namesakes.values() for other in held}
            yield Doubt(
                "bearers-not-told-apart", Weight.EXPECT, entity.ref, ("people", number, missing[0]),
                f"no {' and no '.join(missing)} given, and {_counted(list(others))} "
                f"{'bears' if len(others) == 1 else 'bear'} the name {' or '.join(namesakes)} too: a text that has the "
                "name alone does not tell who is meant",
                "Give everybody who shares a name pronouns (she/her), and the title that drafts use (Mrs, Dr).",
            )  # fmt: skip


def _given(entity: Entity) -> dict[str, str]:
    """The names by which the person is called, folded and as written."""
    names = (entity.forename, *entity.known_as)
    return _words(word for name in names if not is_unfilled(name) for word in _WORD.findall(name)[:1])


def _family(entity: Entity) -> dict[str, str]:
    """The words of surnames, former ones too."""
    names = (entity.surname, *(split_name(name)[3] or name for name in entity.former_names))
    return _words(word for name in names if not is_unfilled(name) for word in _WORD.findall(name))


def _words(written: Iterable[str]) -> dict[str, str]:
    return {folded(word): word for word in written if len(word) > 1 and folded(word) not in PARTICLES}


def _bearers(humans: list[Entity], names: Callable[[Entity], dict[str, str]]) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in humans:
        for name in names(entity):
            found[name].append(entity)
    return found


def _sharing(entity: Entity, bearers: dict[str, list[Entity]], names: dict[str, str]) -> dict[str, list[Entity]]:
    """Who else bears each of these names, by the name as written."""
    others = {name: [other for other in bearers[key] if other is not entity] for key, name in names.items()}
    return {name: held for name, held in others.items() if held}


def _counted(refs: list[str]) -> str:
    return (
        said(refs)
        if len(refs) <= _MOST_NAMED
        else f"{', '.join(refs[:_MOST_NAMED])} and {len(refs) - _MOST_NAMED} others"
    )


def _is_grown(role: str) -> bool:
    return bool(_GROWN & set(words_of(role)) or fields_of_role(role))


def names_stand_alone(pmap: PseudonymMap) -> Iterator[Doubt]:
    """Two names in one field are both looked for, but which is borne, and that they are two, is the author's to say."""
    for path, person in people(pmap):
        for field in _ONE_NAME:
            text = getattr(person, field)
            if len(found := apart(text)) > 1:
                where = "known_as" if field == "forename" else "former_names"
                remedy = f"Leave the one that the person bears now, and put the other into {where}."
                yield _together(person.id, (*path, field), found, remedy)
        for field in _MANY_NAMES:
            for number, text in enumerate(getattr(person, field)):
                if len(found := apart(text)) > 1:
                    yield _together(person.id, (*path, field, number), found, "Make an item of the list of each.")
    for kind in ("permitted", "panel"):
        for number, other in enumerate(getattr(pmap, kind)):
            if len(found := [name for name in re.split(r"[\n;/|]", other.name) if name.strip()]) > 1:
                yield _together(kind, (kind, number, "name"), found, "Make an entry of each.")
    for number, group in enumerate(pmap.groups):
        if len(found := apart(group.surname)) > 1:
            yield _together(group.id, ("groups", number, "surname"), found, "Make a group of each.")


def _together(entry: str, path: Path, names: list[str], remedy: str) -> Doubt:
    shown = " and ".join(" ".join(name.split()) for name in names)
    message = f"several names stand together here: {shown}"
    return Doubt("names-together", Weight.SETTLE, entry, path, message, remedy)


def surnames_are_ones_own(pmap: PseudonymMap) -> Iterator[Doubt]:
    """A surname of two words, one of which is another's whole surname, may be two surnames in one field."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for person in pmap.people:
        bearers[folded(person.surname)].add(person.id)
    for path, person in people(pmap):
        words = [word for word in folded(person.surname).split() if word not in PARTICLES]
        if len(words) < 2 or len(apart(person.surname)) > 1:
            continue
        held = {word: others for word in words if (others := bearers.get(word, set()) - {person.id})}
        if held:
            shown = said(f"{word.title()}, the surname of {said(others)}" for word, others in held.items())
            yield Doubt(
                "surname-of-another", Weight.EXPECT, person.id, (*path, "surname"), f"the surname holds {shown}",
                "If two surnames stand there, leave the one borne now and put the other into former_names; if it is a "
                "double surname, there is nothing to do.",
            )  # fmt: skip


RULES = (names_stand_alone, bearers_can_be_told_apart, surnames_are_ones_own)
