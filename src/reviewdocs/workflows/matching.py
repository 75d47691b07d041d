"""The places of a document that a decision is about: its text, between the words it was decided between or anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewdocs.model.decisions import PlaceKey
from reviewdocs.model.text import Paragraph
from reviewdocs.risk.identity import Surroundings, ids_of


@dataclass(frozen=True, slots=True)
class Spot:
    """A place [start, end) of a paragraph where a text stands, and what it is known by among all places of the text."""

    paragraph: Paragraph
    start: int
    end: int
    id: str
    key: PlaceKey


def anywhere(text: str, paragraphs: Sequence[Paragraph]) -> Iterable[tuple[Paragraph, int, int]]:
    """Each place [start, end) of the text, whole: as written, or as a sentence or heading has it."""
    pattern = pattern_of(text, any_case=True)
    return ((paragraph, *match.span()) for paragraph in paragraphs for match in pattern.finditer(paragraph.text))


def spots_of(text: str, alike: str, paragraphs: Sequence[Paragraph], around: Surroundings) -> list[Spot]:
    """Each place of the text, whole and as written, in reading order.

    What a place is known by goes by all of them, whatever else is asked of each: so it stays the same whoever asks.

    Args:
        text: that is looked for.
        alike: what all like places share (`identity.alike_of`).
        paragraphs: of the document.
        around: the same.
    """
    pattern = pattern_of(text, any_case=False)
    places = [(paragraph, *match.span()) for paragraph in paragraphs for match in pattern.finditer(paragraph.text)]
    keys = [around.key(*place) for place in places]
    ids = ids_of([(alike, key) for key in keys])
    return [Spot(*place, known_by, key) for place, known_by, key in zip(places, ids, keys, strict=True)]


def claimed(wanted: Mapping[str, PlaceKey], spots: Sequence[Spot]) -> dict[str, Spot]:
    """The one place that each decision is about; a look-alike is never taken for it.

    The same words stand near it, and on one side many. Where several places do so, the one that has its id is it, then
    the one with the same words far on both sides, then what follows decides, and then what precedes; a place that
    another decision is about for a better reason is out. Where it is still not clear which, it is none.

    Args:
        wanted: where each text was decided about, by the id of that place.
        spots: of that text in the document as it is now.
    """
    found: dict[str, Spot] = {}
    for fits in _FITS:
        taken = {spot.id for spot in found.values()}
        for known_by, key in wanted.items():
            if known_by in found:
                continue
            free = [s for s in spots if s.id not in taken and _stands(s.key, key) and fits(s, known_by, key)]
            if len(free) == 1:
                found[known_by] = free[0]
    return found


_FITS: tuple[Callable[[Spot, str, PlaceKey], bool], ...] = (
    lambda spot, known_by, key: spot.id == known_by,
    lambda spot, known_by, key: (spot.key.after, spot.key.before) == (key.after, key.before),
    lambda spot, known_by, key: spot.key.after == key.after,
    lambda spot, known_by, key: spot.key.before == key.before,
)


def _stands(here: PlaceKey, there: PlaceKey) -> bool:
    return here.near == there.near and (here.after == there.after or here.before == there.before)


def pattern_of(text: str, *, any_case: bool) -> re.Pattern[str]:
    """The whole text, with whatever space between its words; with `any_case` as a sentence or heading has it too."""
    spellings = {text, text[:1].upper() + text[1:], text.upper()} if any_case else {text}
    written = "|".join(r"\s+".join(map(re.escape, spelling.split())) for spelling in sorted(spellings))
    before, after = (r"(?<!\w)" if text[:1].isalnum() else ""), (r"(?!\w)" if text[-1:].isalnum() else "")
    return re.compile(f"{before}(?:{written}){after}")
