"""The board's own address, telephone and e-mail: they stand on every letter, and identify nobody of a review."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewdocs.detect.filters.filter import Reason
from reviewdocs.model.mentions import Category, Detection
from reviewdocs.model.text import Paragraph, ParagraphKey

LETTERHEAD = Reason(
    name="letterhead",
    leaves_out="the board's own address and numbers",
    why="It is the board's own, as its data has it, and stands on every letter.",
    source="the review's own data",
)
_PLACED = frozenset({Category.ADDRESS, Category.PLACE, Category.ORG})
_REACHED = frozenset({Category.CONTACT, Category.ONLINE})
_LEAST_FIGURES = 9
"""Of a British number without its 0 or +44: fewer could be anybody's extension."""


class Letterhead:
    """Tells which detections are the board's own.

    Args:
        lines: its address.
        contacts: its telephone numbers and e-mail addresses.
        paragraphs: the text.
    """

    def __init__(self, lines: Sequence[str], contacts: Sequence[str], paragraphs: Sequence[Paragraph]) -> None:
        self._contacts = {contact.casefold() for contact in contacts if "@" in contact}
        self._figures = {figures for contact in contacts if (figures := _figures(contact))}
        self._spans: dict[ParagraphKey, list[tuple[int, int]]] = {}
        # A line without a figure may be the town alone, which stands for the area of a review elsewhere.
        phrases = [" ".join(lines), *(line for line in lines if any(map(str.isdigit, line)))]
        forms = [r"[\W_]+".join(map(re.escape, re.findall(r"\w+", phrase))) for phrase in phrases]
        if any(forms):
            expression = re.compile(rf"(?<!\w)(?:{'|'.join(filter(None, forms))})(?!\w)", re.IGNORECASE)
            for paragraph in paragraphs:
                for match in expression.finditer(paragraph.text):
                    self._spans.setdefault(paragraph.key, []).append(match.span())

    def has(self, detection: Detection) -> bool:
        """Whether it is the board's."""
        if detection.category in _REACHED:
            return detection.text.casefold() in self._contacts or _figures(detection.text) in self._figures
        spans = self._spans.get(detection.paragraph, ())
        return detection.category in _PLACED and any(a <= detection.start and detection.end <= b for a, b in spans)


def _figures(text: str) -> str:
    """The last figures of a telephone number, however it is written; empty where it is none."""
    found = "".join(re.findall(r"\d", text))
    return found[-_LEAST_FIGURES:] if len(found) >= _LEAST_FIGURES and "@" not in text else ""
