"""The places of a document that a decision is about: its text, between the words it was decided between or anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewdocs.model.decisions import PlaceKey
from reviewdocs.model.text import Paragraph
from reviewdocs.risk.identity import Surroundings


def places_of(
    text: str, place: PlaceKey | None, paragraphs: Sequence[Paragraph], around: Surroundings
) -> Iterator[tuple[Paragraph, int, int]]:
    """Each place [start, end) of a paragraph: the whole text as written; anywhere also as a sentence or heading has it.

    Args:
        text: that was decided about.
        place: between which words; None for anywhere.
        paragraphs: of the document.
        around: the same.
    """
    pattern = pattern_of(text, any_case=place is None)
    for paragraph in paragraphs:
        for match in pattern.finditer(paragraph.text):
            if place is None or _stands(around.key(paragraph, *match.span()), place):
                yield paragraph, *match.span()


def _stands(here: PlaceKey, there: PlaceKey) -> bool:
    return here.near == there.near and (here.after == there.after or here.before == there.before)


def pattern_of(text: str, *, any_case: bool) -> re.Pattern[str]:
    """The whole text, with whatever space between its words; with `any_case` as a sentence or heading has it too."""
    spellings = {text, text[:1].upper() + text[1:], text.upper()} if any_case else {text}
    written = "|".join(r"\s+".join(map(re.escape, spelling.split())) for spelling in sorted(spellings))
    before, after = (r"(?<!\w)" if text[:1].isalnum() else ""), (r"(?!\w)" if text[-1:].isalnum() else "")
    return re.compile(f"{before}(?:{written}){after}")
