"""Several people in one mention: a family by its surname, a couple by two titles before one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewdocs.model.mentions import Mention, Outcome
from reviewdocs.names.entities import Entity, Kind, words_of
from reviewdocs.names.listing import listed
from reviewdocs.names.variants import Part
from reviewdocs.names.words import all_ordinary
from reviewdocs.pseudonymise import othernames, sense
from reviewdocs.pseudonymise.composites import Composite, Extra
from reviewdocs.pseudonymise.reading import Reading
from reviewdocs.pseudonymise.render.edits import listed_names, mention_at
from reviewdocs.pseudonymise.render.wording import fitted
from reviewdocs.pseudonymise.sites import Site
from reviewdocs.pseudonymise.titled import title_before
from reviewdocs.pseudonymise.who import Chooser, Memory

_COUNTS = listed("two three four five both the other all these those many several")
"""What stands before the plural of a surname."""


def family_meant(entities: Sequence[Entity], site: Site) -> Mention | None:
    """The mention of a family at a site; None where the word means none."""
    groups = [o for o in site.options if entities[o.entity].kind is Kind.GROUP]
    people = [o for o in site.options if entities[o.entity].kind is Kind.PERSON]
    first, last = site.options[0].first, site.options[0].last
    word = site.reading.word(first)
    if last - first == 1 and all_ordinary(word) and not _plural_name(site, first, of_group=bool(groups)):
        return None
    if groups:
        entity = entities[groups[0].entity]
        place = fitted(site.reading, site.start, site.end, entity.designation + site.text)
        return mention_at(site, Outcome.REPLACED, entity.members, place, ("family of that surname",))
    if not people:
        return None
    named = [entities[option.entity] for option in people]
    plural = any(Part.PLURAL in option.parts for option in people)
    lost = plural and len(named) == 1 and site.reading.gap(last) == " " and not site.reading.tokens[last].capital
    ending = "'s family" if not plural else "'s" if lost else ""
    counted = len(named) == 2 and site.reading.word(first - 1) in ("two", "both") and site.reading.gap(first) == " "
    start = site.reading.span(first - 1, first)[0] if counted else site.start
    place = fitted(site.reading, start, site.end, listed_names([entity.designation for entity in named]) + ending)
    return mention_at(site, Outcome.REPLACED, tuple(entity.ref for entity in named), place, ("people of that name",))


def _plural_name(site: Site, first: int, *, of_group: bool) -> bool:
    """Whether a plural that is a word too has the place of a name: "the Fields", "two Fields on file"."""
    reading = site.reading
    if not reading.tokens[first].capital or othernames.part_of_other_name(reading, first, first + 1):
        return False
    if reading.word(first - 1) == "the" and of_group:
        return True
    said = reading.starts_sentence(first) or reading.title_case(first) or reading.shouting(first)
    return not said and (of_group or reading.word(first - 1) in _COUNTS)


def _initialled_before(
    entities: Sequence[Entity], option: Composite, reading: Reading, letter: str
) -> tuple[Composite, ...]:
    """Who bears the surname at the end and a given name with that letter: "Mr D" of "Mr D & Mrs A Field"."""
    word = reading.word(option.last - 1)
    return tuple(
        replace(option, entity=index, parts=(Extra.INITIAL, Part.SURNAME))
        for index, entity in enumerate(entities)
        if entity.kind is Kind.PERSON and word in words_of(entity.surname) and letter in entity.given_initials
    )


def couple_meant(entities: Sequence[Entity], chooser: Chooser, site: Site, memory: Memory) -> Mention | None:
    """ "Mr and Mrs Okafor": two titles before one surname."""
    option = next((option for option in site.options if option.title), None)
    if option is None:
        return None
    reading, at = site.reading, option.title_first
    if reading.word(at - 1) == "and" and reading.gap(at) == " ":
        joined = at - 1
    elif at and reading.gap(at) == " & ":
        joined = at
    else:
        return None
    initial = len(reading.word(joined - 1)) == 1 and title_before(reading, joined - 1)
    earlier = initial or title_before(reading, joined)
    if earlier is None or not sense.is_formal(earlier[1]):
        return None
    chosen: list[Composite] = []
    letter = reading.word(joined - 1)
    for title in (earlier[1], option.title):
        titled = tuple(replace(o, title=title) for o in site.options)
        if initial and not chosen:
            titled = _initialled_before(entities, titled[0], reading, letter)
        choice = chooser.choose(reading, titled, memory)
        if choice.chosen is None or entities[choice.chosen.entity].kind is not Kind.PERSON:
            return None
        chosen.append(choice.chosen)
    if chosen[0].entity == chosen[1].entity:
        return None
    for reading_of in chosen:
        memory.note(reading, reading_of, ())
    people = [entities[reading_of.entity] for reading_of in chosen]
    start = reading.span(earlier[0], option.last)[0]
    wider = replace(site, start=start)
    place = fitted(reading, start, site.end, listed_names([entity.designation for entity in people]))
    return mention_at(
        wider, Outcome.REPLACED, tuple(entity.ref for entity in people), place, ("two titles with one surname",)
    )
