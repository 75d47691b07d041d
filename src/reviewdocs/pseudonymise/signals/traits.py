"""What is known of somebody or something of the map that tells who is meant, whatever the document; worked out once."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from reviewdocs.language.lexicon import forename_shares
from reviewdocs.language.titles import TITLES, Field, fields_of_role
from reviewdocs.names.entities import Entity, Kind
from reviewdocs.pseudonymise.propose.bearers import SMALL_WORDS, words_in
from reviewdocs.pseudonymise.roles import role_words

WORKS = frozenset({Field.DOCTOR, Field.POLICE, Field.NURSING, Field.SOCIAL})
"""The fields of professional titles."""


class Traits(NamedTuple):
    """Of one entity: the words of its role, its title or what would be said for one, whether it has a profession, 1 for
    he and -1 for she, whether the review is about it, and what kind it is."""

    roles: frozenset[str]
    title: str
    works: bool
    sign: int
    subject: bool
    untitled: bool
    kinds: tuple[bool, bool, bool]
    """Person, permitted, panel member."""
    older: float
    """By how many years older than the youngest of the map; -1 where no date of birth is known."""


_YEAR = 365.25
_FAR_APART = 1.0
"""By how many powers of ten more men than women bear a forename, or more women than men, to say something of who bears
it: permitted people and panel members come without pronouns."""


def _usual_gender(forename: str) -> str:
    """What a forename usually says: "he", "she", or nothing."""
    words = words_in(forename)
    men, women = forename_shares(words[0]) if words else (0.0, 0.0)
    return "he" if men - women > _FAR_APART else "she" if women - men > _FAR_APART else ""


def traits_of(entity: Entity, youngest: dt.date | None) -> Traits:
    """The traits of an entity of a map whose youngest was born on a date."""
    held = TITLES.get(entity.title)
    gender = entity.gender or _usual_gender(entity.forename)
    return Traits(
        roles=role_words(entity) | frozenset(words_in(entity.role)) - SMALL_WORDS,
        title=entity.title or {"he": "mr", "she": "mrs"}.get(gender, ""),
        works=(held is not None and held.field in WORKS) or bool(fields_of_role(entity.role)),
        sign={"he": 1, "she": -1}.get(gender, 0),
        subject="subject" in entity.role.casefold(),
        untitled=not entity.title and entity.kind is Kind.PERSON,
        kinds=(entity.kind is Kind.PERSON, entity.kind is Kind.PERMITTED, entity.kind is Kind.PANEL),
        older=(youngest - entity.born).days / _YEAR if youngest and entity.born else -1.0,
    )
