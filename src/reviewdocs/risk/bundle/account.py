"""What one document tells, in a form that can be compared with others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields

from reviewdocs.language.grammar import SMALL
from reviewdocs.language.sentences import sentences
from reviewdocs.language.spans import Place
from reviewdocs.model.findings import Location
from reviewdocs.model.mentions import Category
from reviewdocs.model.text import Layer, Paragraph, ParagraphKey
from reviewdocs.risk import place
from reviewdocs.risk.bundle.values import Value, values_in
from reviewdocs.risk.combinations.stated import same_in, statements_of
from reviewdocs.risk.combinations.statements import Statement
from reviewdocs.risk.examined import FILE_NAME, Examined

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LEAST_WORDS = 2


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
class Sentence:
    """A sentence of a document.

    Attributes:
        words: what it speaks of: its words in small letters without the small classes and without the values.
        values: the numbers, dates, times and places in its text, in order.
    """

    words: frozenset[str]
    values: tuple[Value, ...]
    text: str
    file: str
    location: Location


@dataclass(frozen=True, slots=True)
class Account:
    """What one document tells of people, and its sentences.

    Attributes:
        same: roles that it says are somebody with a designation of their own, and that designation.
    """

    file: str
    statements: tuple[Told, ...]
    sentences: tuple[Sentence, ...]
    same: Mapping[str, str] = field(default_factory=dict)


def account_of(examined: Examined) -> Account:
    """What a document tells."""
    told = []
    for said in statements_of(examined):
        paragraph = examined.paragraph(said.paragraph)
        found = place.location(paragraph, said.start, said.end)
        context = place.sentence(paragraph.text, said.start, said.end)
        plain = {each.name: getattr(said, each.name) for each in fields(said)}
        told.append(Told(**plain, file=examined.file, location=found, context=context))
    places = _places(examined)
    read = (one for paragraph in examined.paragraphs for one in _sentences(examined.file, paragraph, places))
    return Account(examined.file, tuple(told), tuple(read), same_in(examined))


def words_of(text: str) -> frozenset[str]:
    """What a text speaks of."""
    words = (word.casefold().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text))
    return frozenset(word for word in words if word not in SMALL)


def _places(examined: Examined) -> dict[ParagraphKey, list[Place]]:
    """Where places and bodies are named, by what detectors found and by the map."""
    found: dict[ParagraphKey, list[Place]] = {}
    named: Iterable[tuple[Category, ParagraphKey, int, int]] = (
        *((one.category, one.paragraph, one.start, one.end) for one in examined.detections),
        *((one.category, one.paragraph, one.start, one.end) for one in examined.mentions),
    )
    for category, key, start, end in named:
        if category in (Category.PLACE, Category.ORG):
            found.setdefault(key, []).append(Place(start, end))
    return found


def _sentences(file: str, paragraph: Paragraph, places: dict[ParagraphKey, list[Place]]) -> Iterator[Sentence]:
    if paragraph.layer is not Layer.BODY or paragraph.part == FILE_NAME:
        return
    for start, end in sentences(paragraph.text):
        text = paragraph.text[start:end].strip()
        start = paragraph.text.index(text, start)
        here = (one for one in places.get(paragraph.key, ()) if start <= one.start and one.end <= end)
        named = [Place(one.start - start, one.end - start) for one in here]
        values = values_in(text, named)
        words = words_of(_without(text, values))
        if len(words) >= _LEAST_WORDS:
            yield Sentence(words, tuple(values), text, file, place.location(paragraph, start, end))


def _without(text: str, values: Iterable[Value]) -> str:
    for value in values:
        text = text[: value.start] + " " * (value.end - value.start) + text[value.end :]
    return text
