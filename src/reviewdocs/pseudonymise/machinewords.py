"""Names that a programme reads (styles, bookmarks, parts, ids): a changed one breaks the document.

There only an exact form of the map that is no ordinary word, or a whole name, is taken for somebody; near spellings,
initials and guesses never are: "Normal" is a style, whoever is called Norman.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewdocs.language.namesakes import all_ordinary
from reviewdocs.model.text import Layer, Paragraph
from reviewdocs.names.entities import Entity
from reviewdocs.pseudonymise.model import Candidate, Likeness

MACHINE_WORDS = "words of a programme"
"""The veto by which everything else in such a text stays."""
_TYPED_BY_PEOPLE = frozenset(
    {
        "Author of a change or comment",
        "Author of a workbook",
        "Cell prompt",
        "Column title",
        "Content control choice",
        "Content control title",
        "Document variable",
        "Editing permission",
        "Form field",
        "Form field help",
        "Initials of an author",
        "Link target",
        "Link text",
        "Mail merge",
        "Pivot cache",
        "Smart tag or custom XML attribute",
    }
)
"""Attributes in which somebody writes what they like; `Paragraph.place` calls them so."""


def read_by_machine(paragraph: Paragraph) -> bool:
    """Whether a programme reads the text rather than a person."""
    attribute = "@" in paragraph.part or paragraph.place == "Field code"
    return paragraph.layer is Layer.HIDDEN and attribute and paragraph.place not in _TYPED_BY_PEOPLE


def exactly_named(entities: Sequence[Entity], candidate: Candidate) -> bool:
    """Whether a candidate in a text read by a programme is a name of the map as it stands, and no ordinary word."""
    exact = any(reading.likeness is Likeness.EXACT and entities[reading.entity].ref for reading in candidate.readings)
    return exact and not all_ordinary(candidate.word)
