"""Names that a programme reads (styles, bookmarks, parts, ids): a changed one breaks the document.

There only an exact form of the map that is no ordinary word, or a whole name, is taken for somebody; near spellings,
initials and guesses never are: "Normal" is a style, whoever is called Norman.
"""

from __future__ import annotations

from dataclasses import replace

from reviewdocs.model.text import Layer, Paragraph
from reviewdocs.names.variants import Part
from reviewdocs.names.words import all_ordinary
from reviewdocs.pseudonymise.composites import Composite
from reviewdocs.pseudonymise.sites import Site, SiteKind

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
_EXACT = frozenset(
    {
        Part.FORENAME,
        Part.MIDDLE,
        Part.KNOWN_AS,
        Part.SURNAME,
        Part.FORMER,
        Part.PHRASE,
        Part.WHOLE,
        Part.PLURAL,
        Part.JOINED,
    }
)


def read_by_machine(paragraph: Paragraph) -> bool:
    """Whether a programme reads the text rather than a person."""
    attribute = "@" in paragraph.part or paragraph.place == "Field code"
    return paragraph.layer is Layer.HIDDEN and attribute and paragraph.place not in _TYPED_BY_PEOPLE


def sure(sites: list[Site]) -> list[Site]:
    """The sites of a text read by a programme that may be edited, with their exact readings."""
    kept = []
    for site in sites:
        if site.kind in (SiteKind.FIXED, SiteKind.KEPT):
            kept.append(site)
        elif site.kind in (SiteKind.NAME, SiteKind.GROUP):
            options = tuple(option for option in site.options if _is_exact(site, option))
            kept += [replace(site, options=options)] if options else []
    return kept


def _is_exact(site: Site, option: Composite) -> bool:
    if option.weight > 1 and set(option.parts) <= _EXACT:
        return True
    words = " ".join(site.reading.word(index) for index in range(option.first, option.last))
    return not all_ordinary(words) and bool(_EXACT & set(option.parts))
