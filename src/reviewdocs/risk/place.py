"""Where a finding stands, and in what sentence."""

from __future__ import annotations

import re
import unicodedata

from reviewdocs.formats.asread import UNSEEN
from reviewdocs.formats.headings import landmark_within
from reviewdocs.language.sentences import around
from reviewdocs.model.findings import Location
from reviewdocs.model.text import Paragraph

LONGEST_TEXT = 120
_LONGEST_SENTENCE = 260
_AROUND = 60
_LONGEST_WORD = 100
"""Code points that a sentence is taken further for a word to be whole."""


PARTS = {
    "word/header": "page header",
    "word/footer": "page footer",
    "word/footnotes": "footnotes",
    "word/endnotes": "endnotes",
    "word/comments": "comments",
    "word/styles": "names of styles",
    "word/settings": "settings of the document",
    "word/document.xml@": "beside the text (a label, link or alternative text)",
    "docProps": "document properties",
    "word/charts": "chart",
    "customXml": "data stored in the document",
    "file name": "the name of the file",
}
"""What a person calls the parts of a .docx package, by the beginning of their names."""


def part_called(name: str) -> str:
    """What a person calls a part of a document; its own name where there is no other."""
    return next((called for start, called in PARTS.items() if name.startswith(start)), name)


def location(paragraph: Paragraph, start: int, end: int) -> Location:
    """The location in the coordinates of docs/contracts.md."""
    return Location(
        part=paragraph.part,
        paragraph=paragraph.index,
        start=paragraph.offset + start,
        end=paragraph.offset + end,
        landmark=landmark_within(paragraph, start, end),
    )


def sentence(text: str, start: int, end: int) -> str:
    """The sentence in which [start, end) stands; of a long one the words about it."""
    first, last = around(text, start, end)
    if last - first <= _LONGEST_SENTENCE:
        return _seen(text[first:last])
    left, right = max(first, start - _AROUND), min(last, end + _AROUND)
    for _ in range(min(left - first, _LONGEST_WORD)):
        if text[left - 1].isspace():
            break
        left -= 1
    for _ in range(min(last - right, _LONGEST_WORD)):
        if text[right].isspace():
            break
        right += 1
    return f"{'… ' if left > first else ''}{_seen(text[left:right])}{' …' if right < last else ''}"


def shortened(text: str) -> str:
    """Text no longer than a finding may be."""
    seen = _seen(text)
    return seen if len(seen) <= LONGEST_TEXT else f"{seen[: LONGEST_TEXT - 1]}…"


def _seen(text: str) -> str:
    """Text without what stands for markup in it."""
    return text.replace(UNSEEN, "").strip()


def is_placeholder(text: str) -> bool:
    """Whether a text stands where a person has yet to decide, as "[name]" does: it says nothing of who is meant."""
    return re.fullmatch(r"\[[^\[\]]*\]", text) is not None


def folded(text: str) -> str:
    """Letters and figures alone: what re-saving and re-flowing a document cannot change."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum())
