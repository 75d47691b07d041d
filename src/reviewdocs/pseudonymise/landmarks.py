"""Mentions of places and organisations: whole names, short forms, initials."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.names.entities import HUMAN, Entity, Kind, words_of
from reviewdocs.names.listing import listed
from reviewdocs.names.things import STREETS
from reviewdocs.names.variants import Form, Part
from reviewdocs.names.words import all_ordinary, is_ordinary
from reviewdocs.pseudonymise import othernames
from reviewdocs.pseudonymise.composites import Composite
from reviewdocs.pseudonymise.reading import Reading
from reviewdocs.pseudonymise.render.edits import mention_at, undecided_at
from reviewdocs.pseudonymise.render.wording import fitted
from reviewdocs.pseudonymise.shortforms import ACRONYMS
from reviewdocs.pseudonymise.sites import Site
from reviewdocs.pseudonymise.titled import title_before
from reviewdocs.pseudonymise.who import initials_of

_ALONG = listed("down up along on off")
"""What stands before a street."""


_LEAST_INITIALS = 3
"""Fewer mean an organisation only where a place stands."""
_CAME = listed(
    "new admitted admission back move moved moving return returned transfer transferred discharged discharge came come "
    "went go live lives lived living stay stays stayed staying resident placed placement staff visit visited"
)
"""Whose place is told after "to", "from" or "at"."""


def pairs_of_initials(entities: Sequence[Entity]) -> Iterator[Form]:
    """The two initials of each place to live or be treated in whose name has two words, where they mean nothing else:
    "FC" for Fennimore Court."""
    people = {letters for entity in entities if entity.kind in HUMAN for letters in initials_of(entity)}
    for index, entity in enumerate(entities):
        words = words_of(entity.surname)
        if entity.kind is not Kind.ORGANISATION or len(words) != 2 or not words[1].isalpha():
            continue
        letters = words[0][0] + words[1][0]
        if not (letters in people or letters in ACRONYMS or is_ordinary(letters)):
            yield Form(letters, index, Part.INITIALISM)


def _stands_as_place(reading: Reading, index: int) -> bool:
    """Whether a place stands there: "new to FC", "staff at FC"."""
    if reading.word(index - 1) not in ("to", "at", "from", "into") or reading.gap(index) != " ":
        return False
    return reading.word(index - 1) in ("at", "into") or reading.word(index - 2) in _CAME


def thing_meant(
    entities: Sequence[Entity], site: Site, options: tuple[Composite, ...], mentioned: Collection[int]
) -> Mention | None:
    """The mention of a place or organisation at a site; None where the words mean none.

    Args:
        entities: everything that the map names.
        site: the stretch of text.
        options: its readings as a place or organisation.
        mentioned: which entities the document names in full.
    """
    whole = [option for option in options if Part.WHOLE in option.parts]
    option = (whole or list(options))[0]
    reading, entity = site.reading, entities[option.entity]
    if Part.INITIALISM in option.parts and not _written_as_initials(reading, option.first):
        return None
    if Part.INITIALISM in option.parts and len(reading.word(option.first)) < _LEAST_INITIALS:
        if not _stands_as_place(reading, option.first):
            return None
        return undecided_at(entities, site, options, ("initials of an organisation",), ("something else",))
    text = " ".join(reading.word(index) for index in range(option.first, option.last))
    if (
        all_ordinary(text)
        and not _joined(reading, option)
        and not all(
            reading.tokens[i].capital or reading.word(i) in ("and", "of") for i in range(option.first, option.last)
        )
    ):
        return None
    if Part.SHORT in option.parts:
        if othernames.part_of_other_name(reading, option.first, option.last):
            return None
        if option.last - option.first == 1 and not _written_as_short_form(reading, option.first):
            return None
    if (
        not whole
        and entity.kind is Kind.PLACE
        and option.last - option.first == 1
        and words_of(entity.surname)[-1] in STREETS
    ):
        if _of_a_person(reading, option.first):
            return None
        if not (reading.word(option.first - 1) in _ALONG and reading.gap(option.first) == " "):
            return undecided_at(entities, site, options, ("first word of a street's name",), ("something else",))
    if Part.INITIALISM in option.parts and option.entity not in mentioned:
        return undecided_at(entities, site, options, ("initials of an organisation",), ("something else",))
    start, end = reading.span(option.first, option.last)
    category = Category.PLACE if entity.kind is Kind.PLACE else Category.ORG
    evidence = ("name of the map",) if whole else ("short form of the name",)
    place = fitted(reading, start, end, entity.designation)
    return mention_at(site, Outcome.REPLACED, (entity.ref,), place, evidence, category=category)


def _of_a_person(reading: Reading, index: int) -> bool:
    """Whether a title or another name stands before the word, so that it is somebody's surname."""
    before = reading.token(index - 1)
    forename = before is not None and before.capital and not reading.starts_sentence(index - 1)
    return title_before(reading, index) is not None or (forename and reading.gap(index) == " ")


def _joined(reading: Reading, option: Composite) -> bool:
    """Whether the words are joined as in a file's name, where nothing has a capital: "mill-house_notes.pdf"."""
    joints = {reading.gap(index) for index in range(option.first + 1, option.last)}
    beside = reading.gap(option.first)[-1:], reading.gap(option.last)[:1]
    return "_" in joints or (bool(joints) and joints <= {"-", "."} and "_" in beside)


def _written_as_initials(reading: Reading, index: int) -> bool:
    """Whether capitals can be an organisation's initials: no acronym of the field, no word among capitals, no code."""
    token = reading.tokens[index]
    if not token.capitals or token.word in ACRONYMS or (reading.shouting(index) and is_ordinary(token.word)):
        return False
    return reading.gap(index)[-1:] not in ("-", "/", "_") and reading.gap(index + 1)[:1] not in ("-", "/", "_")


def _written_as_short_form(reading: Reading, index: int) -> bool:
    """Whether one word can be short for an organisation: with a capital, or in a file name, and for a word of
    English with a capital that no sentence gives it."""
    token = reading.tokens[index]
    if not token.capital:
        small = reading.unpolished and not is_ordinary(token.word)
        return small or "_" in (reading.gap(index)[-1:], reading.gap(index + 1)[:1])
    if not is_ordinary(token.word):
        return True
    return not (reading.shouting(index) or (reading.starts_sentence(index) and not _fills_cell(reading, index)))


def _fills_cell(reading: Reading, index: int) -> bool:
    """Whether the word is all there is between two bars of a table written as text."""
    return reading.raw_gap(index)[-2:] == "| " and reading.raw_gap(index + 1)[:2] == " |"
