"""The texts of a document in which a person may have written something, without the words of programs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reviewdocs.detect.filters.filter import Reason
from reviewdocs.formats.base import BOXES, CELLS
from reviewdocs.formats.pdf.vocabulary import UNCUT
from reviewdocs.language.lists import listed
from reviewdocs.language.running import all_words
from reviewdocs.language.words import is_english, is_forename
from reviewdocs.model.text import Paragraph

PROGRAM_WORDS = Reason(
    name="program-words",
    leaves_out="words of programs",
    why="Styles, fonts, fields and programs have these names everywhere; a name is looked for there if the map has it.",
    source="ISO/IEC 29500-1, latent styles and field codes; the styles of LibreOffice",
)
_WRITTEN_BY_WORD = frozenset(
    {"Font name", "Theme name", "Data binding", "Formula", "Protection", "Name of a program", "Language"}
)
"""Places that hold the word processor's own words ("MS Gothic", addresses of schemas)."""

_STYLE_NAME = ("Style name", "Name of a style")
_LAYOUT = listed(
    """
    accent acronym annotation balloon bullet callout caption char cite classic code colorful columns contemporary
    default definition e elegant emphasis endnote followed font footer footnote grid hashtag head header heading
    headings html hyperlink indent intense keyboard letterhead macro mail mention mso msonormal normal noteheading
    paragraph placeholder preformatted revision salutation sample shading subtitle toa toc typewriter unresolved
    variable web internet frame horizontal numbering symbols addressee drawing graphics marginalia visited
    apple converted eop
    normaltextrun spellingerror contextualspellingandgrammarerror tabchar
    """
)
"""Words of the styles of Word and LibreOffice, and of text from browsers, that are not ordinary elsewhere."""
_HUMPS = re.compile(r"[^\W\d_a-z]{2,}(?=[^\W\d_a-z][^\W\d_A-Z])|[^\W\d_]?[^\W\d_A-Z]+|[^\W\d_]+")
"""The words of "TOCHeading" or "Heading1Char"."""
_FIELD_CODE = "Field code"
_FIELD_NAMES = (
    "ADDRESSBLOCK ADVANCE ASK AUTHOR AUTOTEXT BIBLIOGRAPHY CITATION COMMENTS CREATEDATE DATABASE DATE DOCPROPERTY "
    "DOCVARIABLE EDITTIME EMBED FILENAME FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN FORMTEXT GREETINGLINE HYPERLINK IF "
    "INCLUDEPICTURE INCLUDETEXT INDEX INFO KEYWORDS LASTSAVEDBY LINK LISTNUM MACROBUTTON MERGEFIELD MERGEREC NEXT "
    "NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE QUOTE REF REVNUM RD SAVEDATE SECTION SECTIONPAGES SEQ "
    "SET SHAPE STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS USERINITIALS USERNAME XE"
)
_OF_FIELDS = re.compile(
    rf"^\s*(?:{'|'.join(_FIELD_NAMES.split())})\b|\\[a-z*#@!](?!\w)|\b_?(?:Toc|Ref|Hlk)\d+\b|\b_GoBack\b"
    r"|\b(?:MERGE|CHAR)FORMAT(?:INET)?\b"
)
"""What Word itself writes into a field: its name, its switches, marks that Word numbered; nothing that touches them."""
_COUNTED = re.compile(r"[A-Za-z]{1,5}\d{1,9}")
"""Names that programs number: "CM12", "xl65"."""


def typed(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """The paragraphs in which a person may have written something: a name of the map is looked for in all of them.

    Letters one to a box are as often the days of a week as a name, and words put together from the lines of a narrow
    cell may be two: both are left to the map.
    """
    return [
        paragraph
        for paragraph in map(_without_field_words, paragraphs)
        if paragraph.place not in _WRITTEN_BY_WORD
        and not (paragraph.place.startswith(_STYLE_NAME) and _of_a_layout(paragraph.text))
        and not (paragraph.place == BOXES and not any(map(str.isdigit, paragraph.text)))
        and paragraph.place not in (CELLS, UNCUT)
    ]


def _without_field_words(paragraph: Paragraph) -> Paragraph:
    """A field code with Word's own words blanked, so that what somebody wrote into it keeps its place."""
    if paragraph.place != _FIELD_CODE:
        return paragraph
    return replace(paragraph, text=_OF_FIELDS.sub(lambda match: " " * len(match[0]), paragraph.text))


def _of_a_layout(name: str) -> bool:
    """Whether the name of a style is made of ordinary words that nobody is called: "TableLabel", "Header Char"."""
    words = [word.casefold() for word in _HUMPS.findall(name)]
    return _COUNTED.fullmatch(name) is not None or all(
        word in _LAYOUT or all_words(word) or (is_english(word) and not is_forename(word)) for word in words
    )
