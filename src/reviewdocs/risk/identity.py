"""What a finding is known by: ids that outlive re-saving, re-flowing and edits elsewhere.

An id comes from the rule, the letters of the text and the letters beside it; from no offset, paragraph number or order
of parts. Where little stands beside a text that readers see (the cell of a table), what follows is taken in too: it
stays when a page is put in before; what stands before is taken in as well where nothing follows, and for a placeholder
("[name]"), which is the same whoever is meant. Places that still read alike are told apart by more of what follows,
then by more of what stands before, and only then by counting. What is not seen (properties, attributes) has no
neighbours: programs write it in an order of their own.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from reviewdocs.model.decisions import PlaceKey
from reviewdocs.model.text import Layer, Paragraph, ParagraphKey
from reviewdocs.risk.place import folded, is_placeholder

_NEARBY = 40
"""Letters on each side that make a place."""
_ENOUGH = 24
"""With fewer letters on both sides together, what follows the paragraph is taken in."""
_WIDE = 240
"""Letters on one side that tell apart places which read alike nearby."""

_WORDS = 160
"""Characters on one side that are kept as they are written."""


class Surroundings:
    """The words about any place of a document.

    Args:
        paragraphs: the document's texts, those of one part in reading order.
    """

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self._parts: dict[str, list[Paragraph]] = {}
        self._at: dict[ParagraphKey, int] = {}
        self._folded: dict[ParagraphKey, str] = {}
        for paragraph in paragraphs:
            if paragraph.layer is Layer.HIDDEN:
                continue
            part = self._parts.setdefault(paragraph.part, [])
            self._at[paragraph.key] = len(part)
            part.append(paragraph)

    def key(self, paragraph: Paragraph, start: int, end: int) -> PlaceKey:
        """What the place [start, end) of a paragraph is known by."""
        before, after = _last(paragraph.text[:start]), _first(paragraph.text[end:])
        if paragraph.layer is Layer.HIDDEN:
            words = paragraph.text[max(0, start - _WORDS) : start], paragraph.text[end : end + _WORDS]
            return PlaceKey(near=_digest(before[-_NEARBY:], after[:_NEARBY]), preceding=words[0], following=words[1])
        at, part = self._at[paragraph.key], self._parts[paragraph.part]
        following = self._gathered(after, (part[n] for n in range(at + 1, len(part))), forwards=True)
        preceding = self._gathered(before, (part[n] for n in range(at - 1, -1, -1)), forwards=False)
        near = before[-_NEARBY:], after[:_NEARBY]
        if sum(map(len, near)) < _ENOUGH:
            near = near[0], following[:_NEARBY]
            if sum(map(len, near)) < _ENOUGH or is_placeholder(paragraph.text[start:end]):
                near = preceding[-_NEARBY:], near[1]
        return PlaceKey(
            near=_digest(*near),
            after=_digest(following),
            before=_digest(preceding),
            preceding=_words(paragraph.text[:start], (part[n].text for n in range(at - 1, -1, -1)), forwards=False),
            following=_words(paragraph.text[end:], (part[n].text for n in range(at + 1, len(part))), forwards=True),
        )

    def _gathered(self, text: str, others: Iterator[Paragraph], *, forwards: bool) -> str:
        """Letters on one side of a place, taking in further paragraphs until there are enough."""
        for other in others:
            if len(text) >= _WIDE:
                break
            if other.key not in self._folded:
                self._folded[other.key] = folded(other.text)
            text = text + self._folded[other.key] if forwards else self._folded[other.key] + text
        return text[:_WIDE] if forwards else text[-_WIDE:]


def _words(text: str, others: Iterator[str], *, forwards: bool) -> str:
    """The words on one side of a place, further paragraphs on lines of their own, until there are enough."""
    for other in others:
        if len(text) >= _WORDS:
            break
        text = f"{text}\n{other}" if forwards else f"{other}\n{text}"
    return text[:_WORDS] if forwards else text[-_WORDS:]


def alike_of(rule: str, text: str) -> str:
    """What all like places share: the rule and the letters of the text."""
    return _digest(rule, folded(text) or text)


def ids_of(places: Sequence[tuple[str, PlaceKey]]) -> list[str]:
    """The ids of the findings of one document, each given as what all like it share and its place, in reading order."""
    levels: list[Callable[[tuple[str, PlaceKey]], tuple[str, ...]]] = [
        lambda place: (place[0], place[1].near),
        lambda place: (place[0], place[1].near, place[1].after),
        lambda place: (place[0], place[1].near, place[1].after, place[1].before),
    ]
    counted = [Counter(map(level, places)) for level in levels]
    met: Counter[Hashable] = Counter()
    ids = []
    for place in places:
        alone = (level(place) for level, count in zip(levels, counted, strict=True) if count[level(place)] == 1)
        told = next(alone, ())
        if not told:
            whole = levels[-1](place)
            met[whole] += 1
            told = (*whole, str(met[whole]))
        ids.append(_digest(*told))
    return ids


def _first(text: str) -> str:
    """The first letters of a text, `_WIDE` at least, folded; of a shorter text all."""
    return _enough(lambda size: text[:size], len(text))


def _last(text: str) -> str:
    """The last ones."""
    return _enough(lambda size: text[-size:], len(text))


def _enough(part: Callable[[int], str], length: int) -> str:
    size = 2 * _WIDE
    while len(letters := folded(part(size))) <= _WIDE + 1 and size < length:  # a letter at the cut may have lost a mark
        size *= 2
    return letters


def _digest(*pieces: str) -> str:
    return hashlib.sha256("\0".join(pieces).encode()).hexdigest()[:16]
