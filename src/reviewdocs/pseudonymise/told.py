"""What a person said of places in a document: whom the words there mean, or that they are words and stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reviewdocs.language.spans import overlap
from reviewdocs.model.text import Edit, Paragraph, ParagraphKey


@dataclass(frozen=True, slots=True)
class Told:
    """What was said of code points [start, end) of a paragraph.

    Attributes:
        text: what stands there; where something else does, nothing is said of it.
        ref: the id in the map of whom or what is meant; empty where the words stay.
        why: who says so, for the record ("decision 3").
    """

    start: int
    end: int
    text: str
    ref: str
    why: str

    def holds_in(self, paragraph: Paragraph) -> bool:
        """Whether its words stand there."""
        return paragraph.text[self.start : self.end] == self.text


AllTold = Mapping[ParagraphKey, Sequence[Told]]
"""What was said of each paragraph of a document, in order and apart."""


def after(told: AllTold, edits: Mapping[ParagraphKey, Sequence[Edit]]) -> AllTold:
    """The same in the text that the edits make; what lies in an edit is done with."""
    return {key: list(_moved(places, edits.get(key, ()))) for key, places in told.items()}


def _moved(places: Sequence[Told], edits: Sequence[Edit]) -> Iterator[Told]:
    for place in places:
        if not any(overlap(place, edit) for edit in edits):
            by = sum(len(e.replacement) - (e.end - e.start) for e in edits if e.end <= place.start)
            yield replace(place, start=place.start + by, end=place.end + by)
