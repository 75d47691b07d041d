"""Action plans rated red, amber and green: there the colours that people are called too are ratings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise.reading import Reading

_SAID = re.compile(r"\bRAG\b|\bred\b[^\n]{0,80}\b(?:amber|green)\b|\bgreen\b[^\n]{0,80}\b(?:amber|red)\b", re.I)
_HINTS = ("RAG", "green", "Green", "GREEN", "mber", "AMBER")
_COLOURS = frozenset({"red", "amber", "green"})


def rated(paragraphs: Iterable[Paragraph]) -> bool:
    """Whether a document rates by colours: it says so, or two of them stand alone in cells."""
    alone = set()
    for paragraph in paragraphs:
        if any(hint in paragraph.text for hint in _HINTS) and _SAID.search(paragraph.text):
            return True
        if len(paragraph.text) < 12 and (text := paragraph.text.strip(" .").casefold()) in _COLOURS:
            alone.add(text)
    return len(alone) > 1


def is_rating(reading: Reading, first: int) -> bool:
    """Whether the colour at token `first` stands where a rating does: alone in a cell, or set off."""
    opens = reading.starts_sentence(first) or reading.raw_gap(first).rstrip().endswith("(")
    closes = first + 1 >= len(reading) or re.match(r"[ \t]*[\n|,;:.)\]]", reading.raw_gap(first + 1)) is not None
    return reading.word(first) in _COLOURS and opens and closes
