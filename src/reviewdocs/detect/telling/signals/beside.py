"""The words and marks on either side: how usual, what usually stands beside them, titles and kin."""

from __future__ import annotations

from reviewdocs.detect.telling.place import Example, Place, Signal
from reviewdocs.language.beside import DIMENSIONS, fits, followed, preceded
from reviewdocs.language.lexicon import frequency
from reviewdocs.language.titles import TITLES
from reviewdocs.language.words import is_word

_BEFORE, _AFTER = (
    (".", ",", ":", "(", "|", "\n", "\0", '"', "/", "-", "&"),
    (".", ",", ":", ")", "|", "\n", "\0", "'", "/", "-", "&"),
)
_ENDINGS = ("ed", "s", "ing", "ly")
_COLUMNS = (
    "frequency of the word before",
    "frequency of the word after",
    "word before capitalised",
    "word after capitalised",
    "title before",
    "ordinary word before",
    "ordinary word after",
    "fits after the word before",
    "fits before the word after",
    *(f"before ends in {ending}" for ending in _ENDINGS),
    *(f"after ends in {ending}" for ending in _ENDINGS),
    *(f"mark before {mark!r}" for mark in _BEFORE),
    *(f"mark after {mark!r}" for mark in _AFTER),
    *(f"what follows the word before: {number}" for number in range(DIMENSIONS)),
    *(f"what precedes the word after: {number}" for number in range(DIMENSIONS)),
)


def _capitalised(place: Place, word: str, *, after: bool) -> bool:
    """Whether the word beside begins with a capital."""
    around = place.text[place.end : place.end + 40] if after else place.text[max(0, place.start - 40) : place.start]
    token = next((t for t in (around.split() if after else reversed(around.split())) if any(map(str.isalpha, t))), "")
    return bool(word) and token.lstrip("\"'([*")[:1].isupper()


def _see(place: Place) -> list[float]:
    before, after = place.before[0] if place.before else "", place.after[0] if place.after else ""
    left, right = place.text[: place.start].rstrip(" ")[-1:], place.text[place.end : place.end + 3].lstrip(" ")[:1]
    return [
        frequency(before),
        frequency(after),
        _capitalised(place, before, after=False),
        _capitalised(place, after, after=True),
        before in TITLES,
        bool(before) and is_word(before),
        bool(after) and is_word(after),
        fits(before, place.named[0]),
        fits(place.named[-1], after),
        *(before.endswith(ending) for ending in _ENDINGS),
        *(after.endswith(ending) for ending in _ENDINGS),
        *(left == mark for mark in _BEFORE),
        *(right == mark for mark in _AFTER),
        *followed(before),
        *preceded(after),
    ]


SIGNAL = Signal(
    name="beside",
    sees="the words and marks on either side",
    columns=_COLUMNS,
    see=_see,
    hits=(Example("rang Dr «Farrier» back", "PERSON", "title before"),),
    misses=(Example("rang the «Farrier» back", "PERSON", "title before"),),
)
