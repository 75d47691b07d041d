"""Text views: everything in a part that a person can have written, each as one joined text.

One reader serves every XML part. Paragraphs come joined over whatever lies between their letters; then every text that
stands in no paragraph; then the attributes of vocabulary.py (all attributes where the vocabulary is not known). So no
text node is ever left unread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from reviewdocs.formats.docx import vocabulary as words
from reviewdocs.formats.docx.attribute_views import attribute_views, tell
from reviewdocs.formats.docx.hiding import Hiding
from reviewdocs.formats.docx.paragraph_views import ParagraphReader
from reviewdocs.formats.docx.segments import CellValue, ElementText, Segment, TailText
from reviewdocs.formats.docx.view import Nature, View, is_wordy, some
from reviewdocs.formats.docx.vocabulary import Spot
from reviewdocs.formats.xmlparts import ByTag
from reviewdocs.model.text import Layer

_KINDS = ByTag(lambda name: (name, name in words.PARAGRAPHS, name in words.PLAIN))


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

    def views(self, root: etree._Element) -> Iterator[View]:
        """Every view of the part, in the order of the XML; what stands beside the root element comes last."""
        claimed, otherwise = self._claimed, self.spot if self.all_attributes else None
        paragraphs = ParagraphReader(self.part, self.spot, root, self.hiding, claimed)
        for node in root.iter():
            name, of_paragraphs, plain = _KINDS[node.tag]
            if of_paragraphs:
                yield from self._mixed(node) if name == "svg:text" else paragraphs.views(node)
            if not name:
                yield from self._aside(node)
            else:
                text = node.text
                if text and node not in claimed:
                    yield from self._text(node, name, text)
                if (otherwise or not plain) and (keys := node.keys()) and (otherwise or tell(name, *keys)):
                    yield from attribute_views(self.part, node, name, keys, self.skip, otherwise)
            if node.tail and node is not root and is_wordy(node.tail):
                yield from self._tail(node)
        for before in (True, False):
            for node in root.itersiblings(preceding=before):
                yield from self._aside(node)

    def _aside(self, node: etree._Element) -> Iterator[View]:
        """An XML comment or processing instruction."""
        if isinstance(node, (etree._Comment, etree._ProcessingInstruction)) and is_wordy(node.text or ""):
            yield from some(self.part, [ElementText(node)], Spot("XML comment"))

    def _text(self, node: etree._Element, name: str, text: str) -> Iterator[View]:
        """Text that stands in no paragraph."""
        if name in words.NO_WORDS or not is_wordy(text):
            return
        if name in words.FORMULAS:
            yield from some(self.part, [ElementText(node)], Spot("Formula"), Nature.CODE)
        elif name == "x:v":
            yield from self._cell(node)
        else:
            spot = Spot("Name of a program") if name in words.PROGRAMS else self._aside_spot
            yield from some(self.part, [ElementText(node)], spot)

    @property
    def _aside_spot(self) -> Spot:
        """Where text outside paragraphs stands: in a story it is nothing that a reader sees."""
        return Spot("Hidden data") if self.spot.layer is Layer.BODY else self.spot

    def _cell(self, node: etree._Element) -> Iterator[View]:
        """A cell's value: words only where it is no index into the shared strings."""
        cell = node.getparent()
        if cell is not None and cell.get("t") != "s":
            yield from some(self.part, [CellValue(node)], Spot("Cell", Layer.PERIPHERAL))

    def _tail(self, node: etree._Element) -> Iterator[View]:
        parent = node.getparent()
        if parent is not None and not any(above in self._claimed for above in (parent, node)):
            yield from some(self.part, [TailText(node)], self._aside_spot)

    def _mixed(self, node: etree._Element) -> Iterator[View]:
        """The text of an SVG text element with all its spans."""
        self._claimed.update(node.iter(etree.Element))
        segments: list[Segment] = []
        for inner in node.iter(etree.Element):
            # An element's own text stands before its children; a tail after them, so tails of the last come in order.
            segments.append(ElementText(inner))
            if not len(inner):
                segments += _tails(inner, node)
        yield from some(self.part, [segment for segment in segments if segment.text], self.spot)


def _tails(node: etree._Element, top: etree._Element) -> Iterator[Segment]:
    """What follows a childless element: its own tail, and those of the elements that end with it."""
    above: etree._Element | None = node
    while above is not None and above is not top:
        yield TailText(above)
        above = None if above.getnext() is not None else above.getparent()
