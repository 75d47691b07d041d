"""Stretches of text inside XML, and the one way edits reach them.

A view (view.py) is the joined text of its segments. An edit of a view falls on one or more segments: the one that
holds its first character takes the replacement, the others lose what was covered. Views may share segments (a paragraph
as it stands, and as it stood before revision), so edits are gathered over all views first and laid down once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from lxml import etree

from reviewdocs.formats.xmlparts import XML_SPACE, name_of, sibling_tag
from reviewdocs.model.text import Edit

_SPACED = frozenset({"w:t", "w:delText", "w:instrText", "w:delInstrText", "x:t"})
"""Elements whose outer white space is lost on reading without xml:space."""


class Segment(Protocol):
    """One stretch of text that stands in one place of the XML."""

    @property
    def key(self) -> tuple[int, str]:
        """Tells places apart: two segments of one key are the same place."""
        ...

    @property
    def text(self) -> str:
        """What stands there."""
        ...

    def put(self, text: str) -> None:
        """Write other text there."""
        ...


@dataclass(slots=True, eq=False)
class ElementText:
    """The text directly inside an element, a comment or a processing instruction."""

    node: etree._Element

    @property
    def key(self) -> tuple[int, str]:
        """The element and what of it."""
        return id(self.node), "text"

    @property
    def text(self) -> str:
        """What stands there."""
        return self.node.text or ""

    def put(self, text: str) -> None:
        """Write other text; white space at either end is kept by saying so."""
        self.node.text = text
        if name_of(self.node) in _SPACED and text != text.strip():
            self.node.set(XML_SPACE, "preserve")


@dataclass(slots=True, eq=False)
class CellValue(ElementText):
    """A worksheet cell's value; once it is words, the cell says so."""

    def put(self, text: str) -> None:
        """Write another value."""
        self.node.text = text
        cell = self.node.getparent()
        if cell is not None:
            cell.set("t", "str")


@dataclass(slots=True, eq=False)
class TailText:
    """The text that follows an element, inside the element's parent."""

    node: etree._Element

    @property
    def key(self) -> tuple[int, str]:
        """The element and what of it."""
        return id(self.node), "tail"

    @property
    def text(self) -> str:
        """What stands there."""
        return self.node.tail or ""

    def put(self, text: str) -> None:
        """Write other text."""
        self.node.tail = text


@dataclass(slots=True, eq=False)
class AttributeText:
    """The value of an attribute, as a reader would meet it.

    Attributes:
        decode, encode: from the value to what is read and back (percent-encoded links); by default neither.
    """

    node: etree._Element
    name: str
    decode: Callable[[str], str] = str
    encode: Callable[[str], str] = str

    @property
    def key(self) -> tuple[int, str]:
        """The element and what of it."""
        return id(self.node), self.name

    @property
    def text(self) -> str:
        """What stands there."""
        return self.decode(str(self.node.get(self.name, "")))

    def put(self, text: str) -> None:
        """Write another value."""
        self.node.set(self.name, self.encode(text))


class OptionalAttribute(AttributeText):
    """An attribute that goes when nothing is left of its value."""

    def put(self, text: str) -> None:
        """Write another value, or take the attribute out."""
        if text:
            self.node.set(self.name, text)
        elif self.name in self.node.attrib:
            del self.node.attrib[self.name]


@dataclass(slots=True, eq=False)
class Atom:
    """An element that stands for one character: a tab, a break, a hyphen."""

    node: etree._Element
    text: str

    @property
    def key(self) -> tuple[int, str]:
        """The element and what of it."""
        return id(self.node), "atom"

    def put(self, text: str) -> None:
        """Text in its place, or nothing."""
        if text == self.text:
            return
        parent = self.node.getparent()
        if parent is None:
            return
        if text:
            replacement = etree.Element(sibling_tag(self.node, "t"))
            ElementText(replacement).put(text)
            replacement.tail = self.node.tail
            parent.replace(self.node, replacement)
        else:
            take_out(self.node)


class Shown(Atom):
    """What a program shows that stands nowhere in the XML; it cannot be edited."""

    def put(self, text: str) -> None:
        """Nothing: there is nothing to edit."""


class Gap(Atom):
    """A space that stands nowhere in the XML: between texts that a reader sees apart."""

    def __init__(self) -> None:
        super().__init__(etree.Element("gap"), " ")

    def put(self, text: str) -> None:
        """Nothing: there is nothing to edit."""


@dataclass(slots=True)
class _Change:
    start: int
    end: int
    replacement: str


@dataclass(slots=True)
class Changes:
    """Edits gathered over all views, then laid down at once."""

    _by_place: dict[tuple[int, str], tuple[Segment, list[_Change]]] = field(default_factory=dict)

    def add(self, segments: Sequence[Segment], edits: Sequence[Edit]) -> None:
        """Take the edits of one view.

        Where another view's edit already covers some of the same characters the rest is only taken out: the
        replacement stands once.
        """
        for edit in edits:
            pieces = list(_pieces(segments, edit))
            free = [(segment, gap) for segment, start, end in pieces for gap in self._free(segment, start, end)]
            covered = sum(end - start for _, start, end in pieces)
            replacement = edit.replacement if sum(end - start for _, (start, end) in free) == covered else ""
            for segment, (start, end) in _text_before_atoms(free):
                self._changes(segment).append(_Change(start, end, replacement))
                replacement = ""

    def lay_down(self) -> int:
        """Write everything; returns in how many places the text is another now."""
        touched = 0
        for segment, changes in self._by_place.values():
            old = text = segment.text
            for change in sorted(changes, key=lambda change: (change.start, change.end), reverse=True):
                text = text[: change.start] + change.replacement + text[change.end :]
            if text != old:
                segment.put(text)
                touched += 1
        return touched

    def _changes(self, segment: Segment) -> list[_Change]:
        return self._by_place.setdefault(segment.key, (segment, []))[1]

    def _free(self, segment: Segment, start: int, end: int) -> list[tuple[int, int]]:
        """What of [start, end) no earlier edit covers."""
        gaps, at = [], start
        for change in sorted(self._changes(segment), key=lambda change: change.start):
            if change.end <= at or change.start >= end:
                continue
            if change.start > at:
                gaps.append((at, change.start))
            at = max(at, change.end)
        if at < end or start == end:
            gaps.append((at, end))
        return gaps


def take_out(node: etree._Element) -> None:
    """Remove an element and keep the text that follows it."""
    parent = node.getparent()
    if parent is None:
        return
    if node.tail:
        before = node.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + node.tail
        else:
            parent.text = (parent.text or "") + node.tail
    parent.remove(node)


def _pieces(segments: Sequence[Segment], edit: Edit) -> list[tuple[Segment, int, int]]:
    """The edit's range as (segment, start, end) within each segment it falls on; an insertion falls on one."""
    found: list[tuple[Segment, int, int]] = []
    at = 0
    last: tuple[Segment, int, int] | None = None
    for segment in segments:
        size = len(segment.text)
        start, end = max(edit.start - at, 0), min(edit.end - at, size)
        if edit.start == edit.end:
            if 0 <= edit.start - at <= size and not isinstance(segment, Atom):
                last = (segment, edit.start - at, edit.start - at)
                if edit.start - at < size:
                    break
        elif start < end:
            found.append((segment, start, end))
        at += size
    return found or ([last] if last else [])


def _text_before_atoms(
    pieces: list[tuple[Segment, tuple[int, int]]],
) -> list[tuple[Segment, tuple[int, int]]]:
    """Pieces with the first that can hold text in front: an atom takes the replacement only where nothing else can."""
    first = next((i for i, (segment, _) in enumerate(pieces) if not isinstance(segment, Atom)), 0)
    return pieces[first : first + 1] + pieces[:first] + pieces[first + 1 :]
