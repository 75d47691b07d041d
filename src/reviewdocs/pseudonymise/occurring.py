"""Whether a map is of the document that it is used on: a copy made with another review's map would pass for done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reviewdocs.language.lexicon import frequency
from reviewdocs.model.mentions import Category, Mention, Outcome
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.names.entities import designations, words_of

_NAMES_NOBODY = "the map names nobody: is it the right map?"
_NOBODY_OCCURS = "nobody of the map occurs in this file: is it the right map?"
_OF_ANY_REVIEW = 4.0
"""Designations of words that are all more usual than this ("the school", "Mother") may be in any review's texts."""
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
    if any(_is_of(mention) for mention in mentions):
        return ""
    own = [designation for designation in designations(pmap) if _tells(designation)]
    if not own:
        return _NOBODY_OCCURS
    standing = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, own))})(?!\w)")
    return "" if any(standing.search(paragraph.text) for paragraph in paragraphs) else _NOBODY_OCCURS


def _is_of(mention: Mention) -> bool:
    """Whether a mention names somebody or something of the map, permitted people among them; a job title may be of any
    panel."""
    if mention.outcome is Outcome.KEPT:
        return mention.category is Category.PERSON
    return mention.category not in (Category.DATE, Category.DOB)


def _tells(designation: str) -> bool:
    """Whether a designation is this map's own: numbered, lettered, or no usual word."""
    return _NUMBERED.search(designation) is not None or any(
        frequency(word) < _OF_ANY_REVIEW for word in words_of(designation)
    )
