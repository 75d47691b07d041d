"""A language model's finds, trimmed to the name and under the category in which they would be told.

A model begins a word early, runs over a line or a cell, and takes a church or a street for a person. Which of its finds
count is decided afterwards, by the filters (`filters`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from reviewdocs.detect.capitals import EDGES, opens
from reviewdocs.detect.filters.filter import Find, Passage
from reviewdocs.detect.filters.no_day import DAY
from reviewdocs.detect.models import Entity
from reviewdocs.detect.towns import is_small_town
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.language.titles import TITLES
from reviewdocs.language.words import is_english
from reviewdocs.model.mentions import Category

_CATEGORIES = {
    "PERSON": Category.PERSON, "PLACE": Category.PLACE, "ORG": Category.ORG, "DATE": Category.DATE,
    "CODE": Category.CODE, "TIME": Category.TIME, "AGE": Category.AGE,
}  # fmt: skip
_FIGURES = frozenset({Category.TIME, Category.AGE})
"""Found whole: a stop or colon within them ends nothing."""
_PIECES = regex.compile(r"(?:(?<=\p{Ll}{4})[.!?:](?!\s\p{Lu})|(?<!\p{Ll}{4})[.!?:]|[^\n\t|\0;•.!?:])+")
"""What lies in one cell, line and sentence; "Supt. Tolverne" does."""
_LEAD = regex.compile(
    r"(?:\d+(?:\.\d+)+\.?\s|\d+[.)]\s)?"
    r"(?i:(?:the|a|an|of|at|in|on|and|to|from|with|re|by|for|my|his|her|our|their|now|ex)\s)*(?=\S)"
)
_LAST_CAPITALISED = regex.compile(r".*(?<![\p{L}'-])\p{Lu}[\p{L}\p{M}'.-]*", regex.DOTALL)
_CAPITALISED = frozenset({Category.PERSON, Category.PLACE})
_POSSESSIVE = regex.compile(r"(?i:'s?)$")
_STREET = regex.compile(
    r"\b(?i:road|street|avenue|lane|crescent|terrace|drive|grove|gardens|mews|close|walk|parade|way|row|estate|square)$"
)
_NUMBERED_STREET = regex.compile(r"^(?i:flat\s)?\d{1,4}[A-Za-z]?,?\s\p{Lu}")
_BODY = regex.compile(
    r"\b(?i:hospital|infirmary|surgery|school|academy|nursery|college|centre|clinic|practice|church|mosque|temple|hospice|"
    r"care\shome|lodge|ltd|limited|llp|plc|club|association|society|foundation|charity|housing|homes|pharmacy|hotel)\b"
)


def finds(passage: Passage, entities: Iterable[Entity]) -> Iterator[Find]:
    """The models' finds in a text, trimmed to what identifies."""
    text = passage.text
    for entity in entities:
        label = _CATEGORIES.get(entity.label)
        if label is Category.TIME and DAY.search(text, entity.start, entity.end):
            label = Category.DATE  # the shipped model does not tell the two apart
        if label is None:
            continue
        whole = label in _FIGURES
        for start, end in [(entity.start, entity.end)] if whole else _trimmed(text, entity.start, entity.end):
            if label in _CAPITALISED and not _BODY.search(text, start, end):
                end = _capitalised_end(text, start, end)
                start = _name_start(text, start, end)
            yield Find(passage, start, end, _told_as(label, text[start:end]), label, entity.score, by_model=True)


def _told_as(label: Category, found: str) -> Category:
    """The category of a find by how it is written: a model takes churches and streets for people."""
    if label not in (Category.PERSON, Category.PLACE, Category.ORG):
        return label
    if is_small_town(found):
        return Category.PLACE
    street = _STREET.search(found) is not None
    if label is Category.PERSON:
        if street and len(found.split()) > 1:
            return Category.ADDRESS if found[0].isdigit() else Category.PLACE
        return Category.ORG if _BODY.search(found) else Category.PERSON
    if street and _NUMBERED_STREET.search(found):
        return Category.ADDRESS
    if label is Category.PLACE:
        return Category.ORG if _BODY.search(found) else Category.PLACE
    return Category.PLACE if street else Category.ORG


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A find without what stands about the name; one that crosses lines or cells in its parts; never half a word."""
    while end < len(text) and text[end - 1].isalpha() and text[end].isalpha():
        end += 1
    while start and text[start - 1].isalpha() and text[start].isalpha():
        start -= 1
    for piece in _PIECES.finditer(text, start, end):
        first, last = piece.span()
        while first < last and text[first] in EDGES:
            first += 1
        while last > first and text[last - 1] in EDGES:
            last -= 1
        if lead := _LEAD.match(text, first, last):
            first = lead.end()
        if possessive := _POSSESSIVE.search(text, first, last):
            last = possessive.start()
        if last - first > 1:
            yield first, last


def _capitalised_end(text: str, start: int, end: int) -> int:
    """The end of a name without words in small letters after its last capital: "Mr Ashgrove undertook"."""
    found = text[start:end]
    last = _LAST_CAPITALISED.match(found)
    return start + last.end() if last else end


def _name_start(text: str, start: int, end: int) -> int:
    """The start of a name without plain words in small letters before it ("strain, Zarit"), and without a plain word
    that owes its capital to its place ("Attends Heronby")."""
    first = start
    for token in regex.finditer(r"(?<!\S)\S+\s+(?=\S)", text[start:end]):
        word = token[0].strip(EDGES + " ")
        owed = word.islower() or (token.start() == 0 and opens(text, start) and not word.isupper())
        plain = is_english(word.casefold()) or (word.islower() and is_ordinary(word))
        if not owed or not plain or word.casefold() in TITLES:
            break
        first = start + token.end()
    return first if any(character.isupper() for character in text[first:end]) else start
