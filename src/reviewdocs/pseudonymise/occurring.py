"""Whether a map is of the document that it is used on: a copy made with another review's map would pass for done. And
whether the document is a draft still, or a copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reviewdocs.language.lexicon import frequency
from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import designations, entities_of, words_of

_NAMES_NOBODY = "the map names nobody: is it the right map?"
_NOBODY_OCCURS = "nobody of the map occurs in this file: is it the right map?"
_OF_ANY_REVIEW = 4.0
"""Designations of words that are all more usual than this ("the school", "Mother") may be in any review's texts."""
_SURELY = 0.9
_LEAST = 3
"""Letters of the shortest word of a name that says whose it is."""
_NUMBERED = re.compile(r"\d|(?<!\w)[A-Z](?!\w)")


def doubt(pmap: PseudonymMap, paragraphs: Sequence[Paragraph], mentions: Iterable[Mention]) -> str:
    """Why the map may be another review's; empty where somebody of it is named, or a designation of its own stands
    there already, as in a copy.

    Args:
        pmap: the map.
        paragraphs: the document as it was read.
        mentions: those found in it.
    """
    if not (pmap.people or pmap.groups):
        return _NAMES_NOBODY
    named = _named(pmap)
    if any(_is_of(mention, named) for mention in mentions):
        return ""
    return "" if _designated(pmap, paragraphs) else _NOBODY_OCCURS


def is_draft(pmap: PseudonymMap, paragraphs: Sequence[Paragraph], mentions: Iterable[Mention]) -> bool:
    """Whether the document is still to be anonymised: people of the map are surely named in it more often than
    designations of its own stand there.

    Args:
        pmap: the map.
        paragraphs: the document as it was read.
        mentions: those found in it.
    """
    people = [m for m in mentions if m.outcome is Outcome.REPLACED and m.category is Category.PERSON]
    named = sum(mention.probability >= _SURELY for mention in people)
    return named > 0 and named > _designated(pmap, paragraphs)


def _designated(pmap: PseudonymMap, paragraphs: Iterable[Paragraph]) -> int:
    """How often a designation stands there that is this map's own."""
    own = sorted((each for each in designations(pmap) if _tells(each)), key=len, reverse=True)
    if not own:
        return 0
    standing = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, own))})(?!\w)")
    return sum(1 for paragraph in paragraphs for _ in standing.finditer(paragraph.text))


def _named(pmap: PseudonymMap) -> frozenset[str]:
    """The words of every name of the map that say something by themselves: letters may be anybody's."""
    entities = entities_of(pmap)
    names = ((e.forename, e.middle, e.surname, *e.known_as, *e.former_names, *e.misspellings) for e in entities)
    return frozenset(word for of in names for name in of for word in words_of(name) if len(word) >= _LEAST)


def _is_of(mention: Mention, named: frozenset[str]) -> bool:
    """Whether a mention names somebody or something of the map by a word of the name, permitted people among them, or
    is an identifier; a job title may be of any panel, and initials and near spellings of anybody."""
    if mention.category in (Category.CODE, Category.ADDRESS, Category.CONTACT, Category.ONLINE):
        return True
    told = mention.outcome is not Outcome.KEPT or mention.category is Category.PERSON
    return told and not named.isdisjoint(words_of(mention.text))


def _tells(designation: str) -> bool:
    """Whether a designation is this map's own: numbered, lettered, or no usual word."""
    return _NUMBERED.search(designation) is not None or any(
        frequency(word) < _OF_ANY_REVIEW for word in words_of(designation)
    )
