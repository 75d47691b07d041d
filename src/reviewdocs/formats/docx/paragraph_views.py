"""The views of a paragraph: as a reader sees it, as it stood before revision, and what stands beside."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reviewdocs.formats.docx import field_codes
from reviewdocs.formats.docx.hiding import Hiding
from reviewdocs.formats.docx.joining import joined_in
from reviewdocs.formats.docx.segments import ElementText, Segment, Shown
from reviewdocs.formats.docx.taking_apart import SHOWN, Apart, State, Taker, fills_words, text_of
from reviewdocs.formats.docx.view import Nature, View, some
from reviewdocs.formats.docx.vocabulary import Spot
from reviewdocs.formats.xmlparts import NAMES
from reviewdocs.model.text import Layer

_BEFORE_REVISION = Spot("Text before revision")
_TEXT_BOX, _TABLE = Spot("Text box", Layer.PERIPHERAL), Spot("Table", Layer.BODY)
_TO_COME = Spot("What fields may come to show")


class ParagraphReader:
    """Reads the paragraphs of one part.

    Args:
        part: the part's name.
        spot: where its paragraphs stand (Body, Header…).
        root: of the part.
        hiding: what the document's styles hide.
        claimed: elements that were read, to which it adds.
    """

    def __init__(
        self, part: str, spot: Spot, root: etree._Element, hiding: Hiding, claimed: set[etree._Element]
    ) -> None:
        self._part, self._spot = part, spot
        self._joined = joined_in(root)
        self._taker = Taker(root, hiding, claimed)
        self._spots: dict[etree._Element, Spot] = {}

    def views(self, node: etree._Element) -> Iterator[View]:
        """The paragraph as a reader sees it; then as it stood before revision; then what stands beside."""
        if node in self._joined.onward:
            self._taker.apart(node)  # read with the paragraph that it runs on into
            return
        spot, before = self._spot_of(node), self._joined.before.get(node, ())
        if not before and node not in self._joined.split and (texts := self._taker.runs_of_text(node)) is not None:
            text = "".join([element.text or "" for element in texts])
            if text.strip():
                yield View(self._part, tuple(map(ElementText, texts)), spot, Nature.PLAIN, text)
            return
        found = [self._taker.apart(part) for part in (*before, node)]
        if node in self._joined.split:
            yield from some(self._part, self._before_it_was_split(node), _BEFORE_REVISION)
        line = [segment for part in found for segment, state in part.line if state is not State.DELETED]
        yield from some(self._part, line, spot)
        if self._taker.filler and fills_words(gathered := [each for part in found for each in part.line]):
            yield from some(self._part, [segment for segment, state in gathered if state in SHOWN], spot)
        for part in found:
            yield from self._beside(part, spot)

    def _beside(self, found: Apart, spot: Spot) -> Iterator[View]:
        """What stands beside a paragraph's line, or stood in it."""
        if any(state is State.DELETED and segment.text.strip() for segment, state in found.line):
            before = [segment for segment, state in found.line if state is not State.INSERTED]
            yield from some(self._part, before, _BEFORE_REVISION)
        yield from some(self._part, found.hidden, Spot("Hidden text"))
        for line in found.beside:
            yield from some(self._part, [segment for segment, _ in line], spot)
        for code in found.codes:
            yield from some(self._part, code, Spot("Field code"), Nature.CODE)
        if len(found.codes) > 1:
            told = ((code[0], field_codes.may_show(text_of(code))) for code in found.codes if code)
            to_come = [Shown(first.node, text) for first, text in told if text and isinstance(first, ElementText)]
            yield from some(self._part, [*to_come], _TO_COME)

    def _before_it_was_split(self, node: etree._Element) -> list[Segment]:
        """The text of what was one paragraph before marks were put in; nothing where only one holds any of it."""
        lines = [
            [segment for segment, state in self._taker.apart(part).line if state is not State.INSERTED]
            for part in self._joined.split[node]
        ]
        held = [line for line in lines if any(segment.text.strip() for segment in line)]
        return [segment for line in held for segment in line] if len(held) > 1 else []

    def _spot_of(self, node: etree._Element) -> Spot:
        """The part's place, or a nearer one: a text box, a table, a drawing."""
        if self._spot.layer is Layer.HIDDEN or (holder := node.getparent()) is None:
            return self._spot
        spot = self._spots.get(holder)
        if spot is None:
            spot = self._spots[holder] = self._spot_within(holder)
        return spot

    def _spot_within(self, holder: etree._Element) -> Spot:
        name = NAMES[holder.tag]
        if name == "w:txbxContent":
            return _TEXT_BOX
        around = self._spot_of(holder)
        return _TABLE if name == "w:tc" and around is not _TEXT_BOX and self._spot.layer is Layer.BODY else around
