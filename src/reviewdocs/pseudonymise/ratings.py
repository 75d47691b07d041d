"""Action plans rated red, amber and green: there the colours that people are called too are ratings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise.reading import Reading

_SAID = re.compile(r"\bRAG\b|\bred\b[^\n]{0,80}\b(?:amber|green)\b|\bgreen\b[^\n]{0,80}\b(?:amber|red)\b", re.I)
_HINTS = ("RAG", "green", "Green", "GREEN", "mber", "AMBER")
COLOURS = frozenset({"red", "amber", "green"})


def rated(paragraphs: Iterable[Paragraph]) -> bool:
    """Whether a document rates by colours: it says so, or two of them stand alone in cells."""
    texts = [paragraph.text for paragraph in paragraphs]
    whole = "\n".join(texts)
    if not any(hint in whole for hint in _HINTS):
        return False
    if _SAID.search(whole):
        return True
    alone = set()
    for text in texts:
        if len(text) < 12 and (colour := text.strip(" .").casefold()) in COLOURS:
            alone.add(colour)
    return len(alone) > 1


def is_rating(reading: Reading, first: int) -> bool:
    """Whether the colour at token `first` stands where a rating does: alone in a cell, or set off."""
    opens = reading.starts_sentence(first) or reading.raw_gap(first).rstrip().endswith("(")
    closes = first + 1 >= len(reading) or re.match(r"[ \t]*[\n|,;:.)\]]", reading.raw_gap(first + 1)) is not None
    return reading.word(first) in COLOURS and opens and closes
