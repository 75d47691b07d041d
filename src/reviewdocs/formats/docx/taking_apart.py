"""A paragraph taken apart: the line of text proper, and what stands beside it or is hidden in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TypeVar

from lxml import etree

from reviewdocs.formats.docx import field_codes, raised
from reviewdocs.formats.docx import vocabulary as words
from reviewdocs.formats.docx.hiding import Hiding
from reviewdocs.formats.docx.roles import ROLES, Role
from reviewdocs.formats.docx.segments import Atom, ElementText, Segment, Shown, TailText
from reviewdocs.formats.docx.symbols import shown
from reviewdocs.formats.xmlparts import NAMES, attribute

_T = TypeVar("_T")
_OUTSIDE, _RUN, _TEXT = Role.OUTSIDE, Role.RUN, Role.TEXT
"""Asked of every element: a name is found quicker than a member of a class."""


class State(Enum):
    """How a stretch of text comes to be read."""

    NORMAL = auto()
    FILLER = auto()
    """A program shows it, and no reader sees it."""
    INSERTED = auto()
    DELETED = auto()


Line = list[tuple[Segment, State]]
"""Stretches of text in their order."""


@dataclass(slots=True)
class _Code:
    """A field's code, from its beginning in a line on until its result."""

    line: Line
    start: int
    segments: list[Segment] = field(default_factory=list)
    separated: bool = False

    def take_in(self, line: Line) -> None:
        """Take from the line what stands there since the beginning: no reader sees it."""
        if line is self.line:
            self.segments += [segment for segment, _ in line[self.start :]]
            del line[self.start :]


@dataclass(slots=True)
class Apart:
    """A paragraph taken apart: the line of text proper, and what stands beside it."""

    line: Line = field(default_factory=list)
    hidden: list[Segment] = field(default_factory=list)
    codes: list[list[Segment]] = field(default_factory=list)
    beside: list[Line] = field(default_factory=list)
    open_codes: list[_Code] = field(default_factory=list)


class Taker:
    """Takes the paragraphs of one part apart.

    Args:
        root: of the part.
        hiding: what the document's styles hide.
        claimed: elements that were read, to which it adds.
    """

    def __init__(self, root: etree._Element, hiding: Hiding, claimed: set[etree._Element]) -> None:
        self._hiding, self._claimed = hiding, claimed
        self._raises = raised.any_in(root)
        self._hides = hiding.by_style or next(root.iter("{*}vanish"), None) is not None
        self.filler = hiding.filling.runs_in(root)

    def runs_of_text(self, node: etree._Element) -> list[etree._Element] | None:
        """The elements of text in a paragraph of runs of text and nothing else, as most are; None for any other."""
        if self._hides or self._raises:
            return None
        texts: list[etree._Element] = []
        filler = self.filler
        for run in node:
            role = ROLES[run.tag]
            if role is _RUN:
                if filler and run in filler:
                    return None
                for child in run:
                    role = ROLES[child.tag]
                    if role is _TEXT and not len(child):
                        texts.append(child)
                    elif role is not _OUTSIDE:
                        return None
            elif role is not _OUTSIDE:
                return None
        self._claimed.update(texts)
        return texts

    def apart(self, node: etree._Element) -> Apart:
        """A paragraph taken apart."""
        found = Apart()
        self._gather(node, found, found.line, State.NORMAL)
        found.codes += [code.segments for code in found.open_codes]
        return found

    def _gather(self, node: etree._Element, found: Apart, line: Line, state: State) -> None:
        """Walk a paragraph's inside in order."""
        branches = 0
        for child in node:
            role = ROLES[child.tag]
            if role is Role.OUTSIDE:
                continue
            if role is Role.TEXT:
                line += [(segment, state) for segment in self._claim(child)]
            elif role is Role.RUN:
                if self._hides and self._hiding.hides(child):
                    seen = len(line)
                    self._gather(child, found, line, state)
                    found.hidden += [segment for segment, _ in line[seen:]]
                    del line[seen:]
                elif not (self._raises and line and raised.is_note_number(child, line[-1][0].text)):
                    filler = self.filler and state is State.NORMAL and child in self.filler
                    self._gather(child, found, line, State.FILLER if filler else state)
            elif role is Role.DELETED_TEXT:
                line += [(segment, State.DELETED) for segment in self._claim(child)]
            elif role is Role.CODE:
                if not found.open_codes:  # of a field that began in an earlier paragraph
                    found.open_codes.append(_Code(line, len(line), separated=True))
                found.open_codes[-1].segments += self._claim(child)
            elif role is Role.CHARACTER:
                character = words.CHARACTERS.get(NAMES[child.tag]) or shown(child)
                line.append((Atom(child, character), state))
            elif role is Role.FIELD_MARK:
                _field_mark(child, found, line, state)
            elif role is Role.SIMPLE_FIELD and (text := field_codes.shown_by(attribute(child, "w:instr") or "")):
                self._gather(child, found, _new(found.beside), state)
                line.append((Shown(child, text), state))
            elif role is Role.BESIDE or (role is Role.BRANCH and (branches := branches + 1) > 1):
                self._gather(child, found, _new(found.beside), state)
            else:
                self._gather(child, found, line, _state_within(NAMES[child.tag], state))

    def _claim(self, node: etree._Element) -> list[Segment]:
        """The text of one element, read as part of a paragraph: whole, where a comment cuts it in two."""
        self._claimed.add(node)
        if not len(node):
            return [ElementText(node)]
        return [ElementText(node), *(TailText(inner) for inner in node if inner.tail)]


SHOWN = frozenset({State.NORMAL, State.INSERTED})


def fills_words(line: Line) -> bool:
    """Whether something that no reader sees stands between two letters."""
    before, filled = "", False
    for segment, state in line:
        if state is State.FILLER:
            filled = True
        elif state is not State.DELETED and (text := segment.text):
            if filled and before[-1:].isalpha() and text[0].isalpha():
                return True
            before, filled = text, False
    return False


def text_of(segments: Sequence[Segment]) -> str:
    """The text of several stretches."""
    return "".join([segment.text for segment in segments])


def _new(lists: list[list[_T]]) -> list[_T]:
    lists.append([])
    return lists[-1]


def _field_mark(node: etree._Element, found: Apart, line: Line, state: State) -> None:
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
            if text := field_codes.shown_by(text_of(code.segments)):
                code.take_in(line)
                line.append((Shown(node, text), state))


def _state_within(name: str, state: State) -> State:
    if name in words.DELETED:
        return State.DELETED
    return State.INSERTED if name in words.INSERTED and state is State.NORMAL else state
