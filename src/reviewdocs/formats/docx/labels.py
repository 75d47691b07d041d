"""Labels of lists as they are shown: letters that stand nowhere in the text and may spell a name, with it or by
themselves. They cannot be edited.

Only lists numbered by letters are looked at (ISO 29500-1, 17.9); a level starts anew after one above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from reviewdocs.formats.base import BOXES
from reviewdocs.formats.docx.segments import ElementText, Segment, Shown
from reviewdocs.formats.docx.view import View
from reviewdocs.formats.docx.vocabulary import Spot
from reviewdocs.formats.xmlparts import attribute, name_of
from reviewdocs.model.text import Layer

_LETTERS = ("upperLetter", "lowerLetter")
_PLACE = re.compile(r"%([1-9])")
_SPOT = Spot(BOXES, Layer.PERIPHERAL)
_MOST_LETTERS = 8
"""Letters of a number in letters that are written out; Word repeats them after Z, and nobody counts so far."""


@dataclass(slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    glued: bool = False


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)

    def next_label(self, at: int) -> str:
        """The label of the next paragraph at a level."""
        for below in [level for level in self.counts if level > at]:
            del self.counts[below]
        for level in range(at):
            self.counts.setdefault(level, self._level(level).start)
        self.counts[at] = self.counts[at] + 1 if at in self.counts else self._level(at).start
        return _PLACE.sub(lambda place: self._number(int(place[1]) - 1), self._level(at).text)

    def _level(self, at: int) -> _Level:
        return self.levels.get(at) or _Level()

    def _number(self, at: int) -> str:
        level = self._level(at)
        count = self.counts.get(at, level.start)
        if level.format not in _LETTERS or count < 1:
            return str(count)
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, _MOST_LETTERS)
        return letter.upper() if level.format == "upperLetter" else letter


def views(part: str, root: etree._Element, numbering: etree._Element, styles: etree._Element | None) -> Iterator[View]:
    """The labels of a part that may be read as words: of several letters, glued to the text, or down the page."""
    if not any(attribute(node, "w:val") in _LETTERS for node in numbering.iter("{*}numFmt")):
        return
    lists, by_style = _lists(numbering), _styles(styles) if styles is not None else {}
    down: list[Segment] = []
    for paragraph in root.iter("{*}p"):
        number, at = _place(paragraph, by_style)
        if number not in lists:
            if any(node.text for node in paragraph.iter("{*}t")):
                yield from _down(part, down)
                down = []
            continue
        label = lists[number].next_label(at)
        letters = "".join(filter(str.isalpha, label))
        if len(letters) > 1:
            yield View.of(part, (Shown(paragraph, label),), _SPOT)
        if letters and lists[number].levels[at].glued:
            yield View.of(part, (Shown(paragraph, label), *map(ElementText, _texts(paragraph))), _SPOT)
        down += [Shown(paragraph, f"{label} ")]
    yield from _down(part, down)


def _down(part: str, labels: list[Segment]) -> Iterator[View]:
    if len(labels) > 1:
        yield View.of(part, tuple(labels), _SPOT)


def _texts(paragraph: etree._Element) -> list[etree._Element]:
    return [node for node in paragraph.iter("{*}t") if name_of(node) == "w:t"]


def _lists(numbering: etree._Element) -> dict[str, _List]:
    """The lists of a part of numbering, by number; each counts for itself."""
    abstract = {attribute(node, "w:abstractNumId"): node for node in numbering if name_of(node) == "w:abstractNum"}
    found: dict[str, _List] = {}
    for node in numbering:
        if name_of(node) != "w:num":
            continue
        of = next((attribute(child, "w:val") for child in node if name_of(child) == "w:abstractNumId"), None)
        levels = _levels(abstract[of]) if of in abstract else {}
        for child in node:
            if name_of(child) == "w:lvlOverride":
                at = _whole(attribute(child, "w:ilvl"))
                levels |= _levels(child)
                start = next((each for each in child if name_of(each) == "w:startOverride"), None)
                if start is not None and at in levels:
                    levels[at].start = _whole(attribute(start, "w:val"))
        found[attribute(node, "w:numId") or ""] = _List(levels)
    return found


def _levels(node: etree._Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for level in node:
        if name_of(level) == "w:lvl":
            said = {name_of(child): attribute(child, "w:val") or "" for child in level}
            found[_whole(attribute(level, "w:ilvl"))] = _Level(
                _whole(said.get("w:start"), 1),
                said.get("w:numFmt", "decimal"),
                said.get("w:lvlText", ""),
                said.get("w:suff") == "nothing",
            )
    return found


def _styles(styles: etree._Element) -> dict[str, tuple[str, int]]:
    """The list and level of each paragraph style that has one."""
    found = {}
    for node in styles:
        if name_of(node) == "w:style" and (place := _numbered(node)):
            found[attribute(node, "w:styleId") or ""] = place
    return found


def _place(paragraph: etree._Element, by_style: Mapping[str, tuple[str, int]]) -> tuple[str, int]:
    """The list and level of a paragraph; an empty list where it is in none."""
    if place := _numbered(paragraph):
        return place
    style = next((attribute(n, "w:val") or "" for n in _properties(paragraph) if name_of(n) == "w:pStyle"), "")
    return by_style.get(style, ("", 0))


def _numbered(node: etree._Element) -> tuple[str, int] | None:
    for each in _properties(node):
        if name_of(each) == "w:numPr":
            said = {name_of(child): attribute(child, "w:val") or "" for child in each}
            return said.get("w:numId", ""), _whole(said.get("w:ilvl"))
    return None


def _properties(node: etree._Element) -> Iterable[etree._Element]:
    return next((child for child in node if name_of(child) == "w:pPr"), ())


def _whole(value: str | None, otherwise: int = 0) -> int:
    return int(value) if value and value.isdigit() and len(value) < 6 else otherwise
