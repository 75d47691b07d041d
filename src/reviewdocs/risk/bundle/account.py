"""What one document tells, in a form that can be compared with others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from reviewdocs.language import numbers
from reviewdocs.language.calendar import MONTH_IN_FULL, WEEKDAY_IN_FULL
from reviewdocs.language.sentences import sentences
from reviewdocs.model.findings import Location
from reviewdocs.model.text import Layer, Paragraph
from reviewdocs.risk import place
from reviewdocs.risk.combinations.stated import statements_of
from reviewdocs.risk.combinations.statements import Statement
from reviewdocs.risk.examined import FILE_NAME, Examined

_FIGURE = re.compile(
    rf"\b(?:\d+(?:[.,/:]\d+)*|{numbers.SIMPLE}|{MONTH_IN_FULL}|{WEEKDAY_IN_FULL})\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_LEAST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Told(Statement):
    """A statement with the document and the sentence it stands in."""

    file: str = ""
    location: Location | None = None
    context: str = ""

    @property
    def source(self) -> tuple[object, ...]:
        """The text it stands in."""
        return (self.file, *self.paragraph)


@dataclass(frozen=True, slots=True)
class Figures:
    """A sentence with numbers, dates or days in it.

    Attributes:
        words: its other words, in small letters.
        values: its numbers, months and days, in order.
    """

    words: frozenset[str]
    values: tuple[str, ...]
    text: str
    file: str
    location: Location


@dataclass(frozen=True, slots=True)
class Account:
    """What one document tells of people, and its sentences with figures."""

    file: str
    statements: tuple[Told, ...]
    figures: tuple[Figures, ...]


def account_of(examined: Examined) -> Account:
    """What a document tells."""
    told = []
    for said in statements_of(examined):
        paragraph = examined.paragraph(said.paragraph)
        found = place.location(paragraph, said.start, said.end)
        context = place.sentence(paragraph.text, said.start, said.end)
        plain = {field.name: getattr(said, field.name) for field in fields(said)}
        told.append(Told(**plain, file=examined.file, location=found, context=context))
    figures = (found for paragraph in examined.paragraphs for found in _figures(examined.file, paragraph))
    return Account(examined.file, tuple(told), tuple(figures))


def _figures(file: str, paragraph: Paragraph) -> Iterator[Figures]:
    if paragraph.layer is not Layer.BODY or paragraph.part == FILE_NAME:
        return
    for start, end in sentences(paragraph.text):
        text = paragraph.text[start:end]
        values = tuple(value.casefold() for value in _FIGURE.findall(text))
        words = frozenset(_WORD.findall(_FIGURE.sub(" ", text).casefold()))
        if values and len(words) >= _LEAST_WORDS:
            yield Figures(words, values, text.strip(), file, place.location(paragraph, start, end))
