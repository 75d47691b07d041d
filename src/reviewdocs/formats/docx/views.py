"""Text views: everything in a part that a person can have written, each as one joined text.

One reader serves every XML part. Paragraphs come joined over whatever lies between their letters; then every text that
stands in no paragraph; then the attributes of vocabulary.py (all attributes where the vocabulary is not known). So no
text node is ever left unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache
from typing import TypeVar

from lxml import etree

from reviewdocs.formats.docx import field_codes, raised
from reviewdocs.formats.docx import vocabulary as words
from reviewdocs.formats.docx.hiding import Hiding
from reviewdocs.formats.docx.joining import Joined, joined_in
from reviewdocs.formats.docx.segments import (
    Atom,
    AttributeText,
    ElementText,
    OptionalAttribute,
    Segment,
    Shown,
    TailText,
)
from reviewdocs.formats.docx.symbols import shown
from reviewdocs.formats.docx.vocabulary import Spot
from reviewdocs.formats.xmlparts import NAMES, ByTag, attribute, short
from reviewdocs.model.text import Layer

WORDY = re.compile(r"[^\W\d_]|\d(?:[\s\-]?\d){5}")
"""A letter, or enough digits to be a number that belongs to somebody."""
_HEX = re.compile(r"\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?|[0-9A-Fa-f]+")
_SCHEMA = re.compile(r"https?://(schemas\.(microsoft|openxmlformats)\.(com|org)|purl\.o(clc|rg)|www\.w3\.org)/\S*")


_BEFORE_REVISION = Spot("Text before revision")
_TEXT_BOX, _TABLE = Spot("Text box", Layer.PERIPHERAL), Spot("Table", Layer.BODY)
_TO_COME = Spot("What fields may come to show")
_T = TypeVar("_T")


class Nature(Enum):
    """What kind of text a view is, where that matters to edits."""

    PLAIN = auto()
    CODE = auto()
    """A field code or formula: names of bookmarks, styles and sheets in it follow their renaming."""


@dataclass(slots=True)
class View:
    """One text: its segments joined, as they stood when it was read.

    Attributes:
        part: the part's name, `part@attribute` for an attribute.
    """

    part: str
    segments: tuple[Segment, ...]
    spot: Spot
    nature: Nature
    text: str

    @classmethod
    def of(cls, part: str, segments: tuple[Segment, ...], spot: Spot, nature: Nature = Nature.PLAIN) -> View:
        """The view of these segments as they stand."""
        return cls(part, segments, spot, nature, "".join([segment.text for segment in segments]))


class _Role(Enum):
    """What an element is to the paragraph around it."""

    OUTSIDE = auto()
    """Properties, drawings, paragraphs of their own."""
    TEXT = auto()
    DELETED_TEXT = auto()
    CODE = auto()
    CHARACTER = auto()
    FIELD_MARK = auto()
    SIMPLE_FIELD = auto()
    RUN = auto()
    BRANCH = auto()
    """One of alternatives of which a program shows one: the first is read in its place, the others beside."""
    BESIDE = auto()
    """Ruby text, which stands over another."""
    WITHIN = auto()
    """Anything else: what is inside it belongs to the paragraph."""


def _role(name: str) -> _Role:
    for role, names in (
        (_Role.OUTSIDE, {"", *words.NOT_INSIDE, *words.PARAGRAPHS}),
        (_Role.DELETED_TEXT, {"w:delText"}),
        (_Role.TEXT, words.TEXT),
        (_Role.CODE, words.FIELD_CODE),
        (_Role.CHARACTER, {"w:sym", *words.CHARACTERS}),
        (_Role.BRANCH, {"mc:Choice", "mc:Fallback"}),
    ):
        if name in names:
            return role
    others = {"w:fldChar": _Role.FIELD_MARK, "w:fldSimple": _Role.SIMPLE_FIELD, "w:r": _Role.RUN, "w:rt": _Role.BESIDE}
    return others.get(name, _Role.WITHIN)


_ROLES = ByTag(_role)
_OUTSIDE, _RUN, _TEXT = _Role.OUTSIDE, _Role.RUN, _Role.TEXT
"""Asked of every element: a name is found quicker than a member of a class."""
_KINDS = ByTag(lambda name: (name, name in words.PARAGRAPHS, name in words.PLAIN))


class _State(Enum):
    NORMAL = auto()
    FILLER = auto()
    """A program shows it, and no reader sees it."""
    INSERTED = auto()
    DELETED = auto()


@dataclass(slots=True)
class _Code:
    """A field's code, from its beginning in a line on until its result."""

    line: list[tuple[Segment, _State]]
    start: int
    segments: list[Segment] = field(default_factory=list)
    separated: bool = False

    def take_in(self, line: list[tuple[Segment, _State]]) -> None:
        """Take from the line what stands there since the beginning: no reader sees it."""
        if line is self.line:
            self.segments += [segment for segment, _ in line[self.start :]]
            del line[self.start :]


@dataclass(slots=True)
class _Gathered:
    """A paragraph taken apart: the line of text proper, and what stands beside it."""

    line: list[tuple[Segment, _State]] = field(default_factory=list)
    hidden: list[Segment] = field(default_factory=list)
    codes: list[list[Segment]] = field(default_factory=list)
    beside: list[list[tuple[Segment, _State]]] = field(default_factory=list)
    open_codes: list[_Code] = field(default_factory=list)


@dataclass(slots=True)
class PartReader:
    """Reads one XML part.

    Attributes:
        part: the part's name.
        spot: where its paragraphs stand (Body, Header…).
        all_attributes: read every attribute that has words in it: for parts of a vocabulary that is not ours.
        skip: (element, attribute) pairs read elsewhere, as identifiers.
        hiding: what the document's styles hide.
    """

    part: str
    spot: Spot
    all_attributes: bool = False
    skip: Callable[[etree._Element, str], bool] = lambda node, name: False
    hiding: Hiding = field(default_factory=Hiding)
    _claimed: set[etree._Element] = field(default_factory=set)
    _spots: dict[etree._Element, Spot] = field(default_factory=dict)
    _hides: bool = True
    _joined: Joined = field(default_factory=Joined)
    _raises: bool = True
    _filler: frozenset[etree._Element] = frozenset()

    def views(self, root: etree._Element) -> Iterator[View]:
        """Every view of the part, in the order of the XML; what stands beside the root element comes last."""
        self._joined, self._raises = joined_in(root), raised.any_in(root)
        self._filler = self.hiding.filling.runs_in(root)
        self._hides = self.hiding.by_style or next(root.iter("{*}vanish"), None) is not None
        everything, claimed = self.all_attributes, self._claimed
        for node in root.iter():
            name, of_paragraphs, plain = _KINDS[node.tag]
            if of_paragraphs:
                yield from self._mixed(node) if name == "svg:text" else self._paragraph(node)
            if not name:
                yield from self._aside(node)
            else:
                text = node.text
                if text and node not in claimed:
                    yield from self._text(node, name, text)
                if (everything or not plain) and (keys := node.keys()) and (everything or _tell(name, *keys)):
                    yield from self._attributes(node, name, keys)
            if node.tail and node is not root and self._wordy(node.tail):
                yield from self._tail(node)
        for before in (True, False):
            for node in root.itersiblings(preceding=before):
                yield from self._aside(node)

    def _view(self, segments: list[Segment], spot: Spot, nature: Nature = Nature.PLAIN) -> Iterator[View]:
        if not segments:
            return
        view = View.of(self.part, tuple(segments), spot, nature)
        if view.text.strip():
            yield view

    def _aside(self, node: etree._Element) -> Iterator[View]:
        """An XML comment or processing instruction."""
        if isinstance(node, (etree._Comment, etree._ProcessingInstruction)) and self._wordy(node.text or ""):
            yield from self._view([ElementText(node)], Spot("XML comment"))

    def _text(self, node: etree._Element, name: str, text: str) -> Iterator[View]:
        """Text that stands in no paragraph."""
        if name in words.NO_WORDS or not self._wordy(text):
            return
        if name in words.FORMULAS:
            yield from self._view([ElementText(node)], Spot("Formula"), Nature.CODE)
        elif name == "x:v":
            yield from self._cell(node)
        else:
            spot = Spot("Name of a program") if name in words.PROGRAMS else self._aside_spot
            yield from self._view([ElementText(node)], spot)

    @property
    def _aside_spot(self) -> Spot:
        """Where text outside paragraphs stands: in a story it is nothing that a reader sees."""
        return Spot("Hidden data") if self.spot.layer is Layer.BODY else self.spot

    def _cell(self, node: etree._Element) -> Iterator[View]:
        """A cell's value: words only where it is no index into the shared strings."""
        cell = node.getparent()
        if cell is not None and cell.get("t") != "s":
            yield from self._view([CellValue(node)], Spot("Cell", Layer.PERIPHERAL))

    def _tail(self, node: etree._Element) -> Iterator[View]:
        parent = node.getparent()
        if parent is not None and not any(above in self._claimed for above in (parent, node)):
            yield from self._view([TailText(node)], self._aside_spot)

    @staticmethod
    def _wordy(text: str) -> bool:
        return WORDY.search(text) is not None

    def _attributes(self, node: etree._Element, name: str, keys: Sequence[str | bytes]) -> Iterator[View]:
        for key in map(str, keys):
            spot, code, attr = _attribute_spot(name, key)
            if not (spot or code or self.all_attributes) or self.skip(node, attr):
                continue
            value = str(node.get(key))
            if not self._wordy(value) or (spot is None and not code and _technical(value)):
                continue
            place = Spot("Field code") if code else spot or self.spot
            nature = Nature.CODE if code else Nature.PLAIN
            segment = (OptionalAttribute if (name, attr) in words.GONE_WHEN_EMPTY else AttributeText)(node, key)
            yield View.of(f"{self.part}@{attr.rpartition(':')[2]}", (segment,), place, nature)

    def _paragraph(self, node: etree._Element) -> Iterator[View]:
        """The paragraph as a reader sees it; then as it stood before revision; then what stands beside."""
        if node in self._joined.onward:
            self._gather(node, _Gathered(), [], _State.NORMAL)  # read with the paragraph that it runs on into
            return
        spot, before = self._spot_of(node), self._joined.before.get(node, ())
        if not before and node not in self._joined.split and (texts := self._runs_of_text(node)) is not None:
            text = "".join([element.text or "" for element in texts])
            if text.strip():
                yield View(self.part, tuple(map(ElementText, texts)), spot, Nature.PLAIN, text)
            return
        found = [self._gathered(part) for part in (*before, node)]
        if node in self._joined.split:
            yield from self._view(self._before_it_was_split(node), _BEFORE_REVISION)
        line = [segment for part in found for segment, state in part.line if state is not _State.DELETED]
        yield from self._view(line, spot)
        if self._filler and _fills_words(gathered := [each for part in found for each in part.line]):
            yield from self._view([segment for segment, state in gathered if state in _SHOWN], spot)
        for part in found:
            yield from self._beside(part, spot)

    def _runs_of_text(self, node: etree._Element) -> list[etree._Element] | None:
        """The elements of text in a paragraph of runs of text and nothing else, as most are; None for any other."""
        if self._hides or self._raises:
            return None
        texts: list[etree._Element] = []
        filler = self._filler
        for run in node:
            role = _ROLES[run.tag]
            if role is _RUN:
                if filler and run in filler:
                    return None
                for child in run:
                    role = _ROLES[child.tag]
                    if role is _TEXT and not len(child):
                        texts.append(child)
                    elif role is not _OUTSIDE:
                        return None
            elif role is not _OUTSIDE:
                return None
        self._claimed.update(texts)
        return texts

    def _beside(self, found: _Gathered, spot: Spot) -> Iterator[View]:
        """What stands beside a paragraph's line, or stood in it."""
        if any(state is _State.DELETED and segment.text.strip() for segment, state in found.line):
            before = [segment for segment, state in found.line if state is not _State.INSERTED]
            yield from self._view(before, _BEFORE_REVISION)
        yield from self._view(found.hidden, Spot("Hidden text"))
        for line in found.beside:
            yield from self._view([segment for segment, _ in line], spot)
        for code in found.codes:
            yield from self._view(code, Spot("Field code"), Nature.CODE)
        if len(found.codes) > 1:
            told = ((code[0], field_codes.may_show(_text_of(code))) for code in found.codes if code)
            to_come = [Shown(first.node, text) for first, text in told if text and isinstance(first, ElementText)]
            yield from self._view([*to_come], _TO_COME)

    def _before_it_was_split(self, node: etree._Element) -> list[Segment]:
        """The text of what was one paragraph before marks were put in; nothing where only one holds any of it."""
        lines = [
            [segment for segment, state in self._gathered(part).line if state is not _State.INSERTED]
            for part in self._joined.split[node]
        ]
        held = [line for line in lines if any(segment.text.strip() for segment in line)]
        return [segment for line in held for segment in line] if len(held) > 1 else []

    def _gathered(self, node: etree._Element) -> _Gathered:
        """A paragraph taken apart."""
        found = _Gathered()
        self._gather(node, found, found.line, _State.NORMAL)
        found.codes += [code.segments for code in found.open_codes]
        return found

    def _gather(
        self, node: etree._Element, found: _Gathered, line: list[tuple[Segment, _State]], state: _State
    ) -> None:
        """Walk a paragraph's inside in order."""
        branches = 0
        for child in node:
            role = _ROLES[child.tag]
            if role is _Role.OUTSIDE:
                continue
            if role is _Role.TEXT:
                line += [(segment, state) for segment in self._claim(child)]
            elif role is _Role.RUN:
                if self._hides and self.hiding.hides(child):
                    seen = len(line)
                    self._gather(child, found, line, state)
                    found.hidden += [segment for segment, _ in line[seen:]]
                    del line[seen:]
                elif not (self._raises and line and raised.is_note_number(child, line[-1][0].text)):
                    filler = self._filler and state is _State.NORMAL and child in self._filler
                    self._gather(child, found, line, _State.FILLER if filler else state)
            elif role is _Role.DELETED_TEXT:
                line += [(segment, _State.DELETED) for segment in self._claim(child)]
            elif role is _Role.CODE:
                if not found.open_codes:  # of a field that began in an earlier paragraph
                    found.open_codes.append(_Code(line, len(line), separated=True))
                found.open_codes[-1].segments += self._claim(child)
            elif role is _Role.CHARACTER:
                character = words.CHARACTERS.get(NAMES[child.tag]) or shown(child)
                line.append((Atom(child, character), state))
            elif role is _Role.FIELD_MARK:
                _field_mark(child, found, line, state)
            elif role is _Role.SIMPLE_FIELD and (text := field_codes.shown_by(attribute(child, "w:instr") or "")):
                self._gather(child, found, _new(found.beside), state)
                line.append((Shown(child, text), state))
            elif role is _Role.BESIDE or (role is _Role.BRANCH and (branches := branches + 1) > 1):
                self._gather(child, found, _new(found.beside), state)
            else:
                self._gather(child, found, line, _state_within(NAMES[child.tag], state))

    def _claim(self, node: etree._Element) -> list[Segment]:
        """The text of one element, read as part of a paragraph: whole, where a comment cuts it in two."""
        self._claimed.add(node)
        if not len(node):
            return [ElementText(node)]
        return [ElementText(node), *(TailText(inner) for inner in node if inner.tail)]

    def _mixed(self, node: etree._Element) -> Iterator[View]:
        """The text of an SVG text element with all its spans."""
        self._claimed.update(node.iter(etree.Element))
        segments: list[Segment] = []
        for inner in node.iter(etree.Element):
            # An element's own text stands before its children; a tail after them, so tails of the last come in order.
            segments.append(ElementText(inner))
            if not len(inner):
                segments += _tails(inner, node)
        yield from self._view([segment for segment in segments if segment.text], self.spot)

    def _spot_of(self, node: etree._Element) -> Spot:
        """The part's place, or a nearer one: a text box, a table, a drawing."""
        if self.spot.layer is Layer.HIDDEN or (holder := node.getparent()) is None:
            return self.spot
        spot = self._spots.get(holder)
        if spot is None:
            spot = self._spots[holder] = self._spot_within(holder)
        return spot

    def _spot_within(self, holder: etree._Element) -> Spot:
        name = NAMES[holder.tag]
        if name == "w:txbxContent":
            return _TEXT_BOX
        around = self._spot_of(holder)
        return _TABLE if name == "w:tc" and around is not _TEXT_BOX and self.spot.layer is Layer.BODY else around


@dataclass(slots=True, eq=False)
class CellValue(ElementText):
    """A worksheet cell's value; once it is words, the cell says so."""

    def put(self, text: str) -> None:
        """Write another value."""
        self.node.text = text
        cell = self.node.getparent()
        if cell is not None:
            cell.set("t", "str")


@lru_cache(maxsize=8192)
def _attribute_spot(element: str, key: str) -> tuple[Spot | None, bool, str]:
    """Where an attribute stands (None: no words in it), whether it is a field code, and its short name."""
    attr = short(key)
    spot = words.ON_ELEMENT.get((element, attr)) or words.ANYWHERE.get(attr)
    return spot, (element, attr) in words.FIELD_CODE_ATTRIBUTES, attr


@lru_cache(maxsize=8192)
def _tell(element: str, *keys: str | bytes) -> bool:
    """Whether there are words in any of an element's attributes."""
    spots = [_attribute_spot(element, str(key)) for key in keys]
    return any(spot is not None or code for spot, code, _ in spots)


_SHOWN = frozenset({_State.NORMAL, _State.INSERTED})


def _fills_words(line: Sequence[tuple[Segment, _State]]) -> bool:
    """Whether something that no reader sees stands between two letters."""
    before, filled = "", False
    for segment, state in line:
        if state is _State.FILLER:
            filled = True
        elif state is not _State.DELETED and (text := segment.text):
            if filled and before[-1:].isalpha() and text[0].isalpha():
                return True
            before, filled = text, False
    return False


def _text_of(segments: Sequence[Segment]) -> str:
    return "".join([segment.text for segment in segments])


def _new(lists: list[list[_T]]) -> list[_T]:
    lists.append([])
    return lists[-1]


def _tails(node: etree._Element, top: etree._Element) -> Iterator[Segment]:
    """What follows a childless element: its own tail, and those of the elements that end with it."""
    above: etree._Element | None = node
    while above is not None and above is not top:
        yield TailText(above)
        above = None if above.getnext() is not None else above.getparent()


def _field_mark(node: etree._Element, found: _Gathered, line: list[tuple[Segment, _State]], state: _State) -> None:
    """Keep each field's code apart, nested fields too; what else stands in the code is not seen either."""
    kind = attribute(node, "w:fldCharType")
    if kind == "begin":
        found.open_codes.append(_Code(line, len(line)))
    elif kind in ("separate", "end") and found.open_codes:
        code = found.open_codes[-1]
        if not code.separated:
            code.separated = True
            code.take_in(line)
        if kind == "end":
            found.codes.append(found.open_codes.pop().segments)
            if text := field_codes.shown_by(_text_of(code.segments)):
                code.take_in(line)
                line.append((Shown(node, text), state))


def _state_within(name: str, state: _State) -> _State:
    if name in words.DELETED:
        return _State.DELETED
    return _State.INSERTED if name in words.INSERTED and state is _State.NORMAL else state


def _technical(value: str) -> bool:
    return _HEX.fullmatch(value) is not None or _SCHEMA.fullmatch(value) is not None
