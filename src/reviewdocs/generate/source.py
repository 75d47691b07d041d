"""A Word template as Jinja sees it: the sources of its parts, and where in the document each line of them stands.

What docxtpl does to a template before it is rendered, and to a part after, is left to docxtpl, so that a template means
here what it means there; what it would do silently is not done: foot- and endnotes are rendered once each (it renders
footnotes once a section, so that text from the data would be run as a template the second time), document properties
not at all, a line end in the XML of the template is a space, as in Word, and malformed XML is an error, not repaired by
dropping what does not fit.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from zipfile import BadZipFile

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from lxml import etree

from reviewdocs.errors import TemplateError
from reviewdocs.generate.layout import FIRST_PICTURE
from reviewdocs.generate.tables import CELL_ORDER

_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_CELL_ORDER = {qn(name): place for name, place in CELL_ORDER.items()}
_NOTES = {CONTENT_TYPE.WML_FOOTNOTES: "Footnote", CONTENT_TYPE.WML_ENDNOTES: "Endnote"}
_TAG = re.compile(r"<[^>]+>")
_PARAGRAPH = re.compile(r"<w:p([ >])")
_LOOSE = re.compile(
    r"(</w:(?:p|tr|tc|tbl|tblPr|tblGrid|trPr|tcPr)>|<w:tr(?: [^>]*)?>)((?:\{%.*?%\}|\{\{.*?\}\})+)", re.DOTALL
)
_OPENS = re.compile(r"\{(?=[%{])")
_HEADING = re.compile(r'<w:pStyle w:val="(?:Heading|Title|AppendixHeading)[^"]*"')
_MAX_QUOTE = 70


@dataclass(frozen=True, slots=True)
class Source:
    """One part: its name in the package, what it is, its XML in the template, and the same prepared for Jinja.

    In `text` each paragraph and each tag between paragraphs begins a line. `frame` is what stands in the package
    before and after the XML.
    """

    part: str
    kind: str
    xml: str
    text: str
    frame: tuple[str, str] = ("", "")

    def whole(self, xml: str) -> str:
        """What stands in the package when the part's XML is this."""
        return f"{self.frame[0]}{xml}{self.frame[1]}"

    def unprepared(self) -> Source:
        """The same with lines as they are before it is prepared: for places of what the preparation drops."""
        return replace(self, text=_PARAGRAPH.sub(r"\n<w:p\1", self.xml))

    def place(self, line: int) -> str:
        """Where a line stands, in the words of somebody looking at the template in Word."""
        lines = self.text.split("\n")
        line = min(max(line, 1), len(lines))
        quoted = _words(lines[line - 1])
        before = "\n".join(lines[: line - 1])
        in_table = before.count("<w:tbl>") > before.count("</w:tbl>")
        kind = "table cell" if in_table else "paragraph"
        where = kind if self.kind == "Body" else f"{self.kind.lower()}, {kind}"
        if quoted:
            where += f" “{quoted}”"
        heading = next((_words(text) for text in reversed(lines[: line - 1]) if _HEADING.search(text)), "")
        return f"{where}, under the heading “{heading}”" if heading and heading != quoted else where


def _words(line: str) -> str:
    """The template's own text of a line, shortened."""
    # Between two tags that meet stands no space in the XML; in a table row there should be one for the reader.
    text = " ".join(_TAG.sub("", line.replace("</w:p>", " ")).split())
    return text if len(text) <= _MAX_QUOTE else text[: _MAX_QUOTE - 1].rstrip() + "…"


class WordTemplate:
    """A template opened: what docxtpl knows of it."""

    def __init__(self, data: bytes) -> None:
        """Open a package; see `open_template` for what it raises."""
        self._word = DocxTemplate(io.BytesIO(data))
        self._word.render_init()
        whole: str = self._word.xml_to_string(self.document.element)
        begin, end = whole.index("<w:body"), whole.rindex("</w:body>") + len("</w:body>")
        self._body, self._frame = whole[begin:end], (_DECLARATION + whole[:begin], whole[end:])

    @property
    def document(self) -> Document:
        """The template as python-docx has it."""
        document: Document = self._word.docx
        return document

    def sources(self) -> Iterator[Source]:
        """Every part that can hold tags, the body first."""
        yield self._source(self.document.part.partname, "Body", self._body, self._frame)
        seen = set()
        for uri, kind in ((self._word.HEADER_URI, "Header"), (self._word.FOOTER_URI, "Footer")):
            for _, part in self._word.get_headers_footers(uri):
                if part.partname not in seen:
                    yield self._source(part.partname, kind, self._word.get_part_xml(part))
                seen.add(part.partname)
        for part in self.document.part.package.parts:
            if part.content_type in _NOTES:
                yield self._source(part.partname, _NOTES[part.content_type], self._word.get_part_xml(part))

    def _source(self, part: str, kind: str, xml: str, frame: tuple[str, str] = (_DECLARATION, "")) -> Source:
        xml = xml.replace("\n", " ")
        lines = _PARAGRAPH.sub(r"\n<w:p\1", self.prepare(xml))
        # Tags between paragraphs get lines of their own; within a paragraph a line end would be text.
        text = _LOOSE.sub(lambda found: found[1] + _OPENS.sub("\n{", found[2]), lines)
        return Source(str(part).lstrip("/"), kind, xml, text, frame)

    def prepare(self, xml: str) -> str:
        """A part made ready for Jinja by docxtpl."""
        prepared: str = self._word.patch_xml(xml)
        return prepared

    def with_breaks(self, xml: str) -> str:
        """A rendered part with line ends, tabs and paragraph ends (BEL) of its texts made what Word has for them."""
        broken: str = self._word.resolve_listing(xml)
        return broken

    def tree(self, xml: str) -> Any:
        """A rendered body as a tree: tables with the columns that they need, pictures numbered anew."""
        tree = self._word.fix_tables(xml)
        self._word.docx_ids_index = FIRST_PICTURE
        self._word.fix_docpr_ids(tree)
        order_cells(tree)
        return tree

    def to_bytes(self) -> bytes:
        """The package as python-docx writes it: only parts that something leads to."""
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()


def order_cells(tree: Any) -> None:
    """Put cell properties into the schema's order: docxtpl writes colour and span before the width."""
    for properties in tree.iter(qn("w:tcPr")):
        properties[:] = sorted(properties, key=lambda child: _CELL_ORDER.get(child.tag, len(_CELL_ORDER)))


def open_template(name: str, data: bytes) -> WordTemplate:
    """Open a template's bytes.

    Raises:
        TemplateError: it is not a Word document.
    """
    try:
        return WordTemplate(data)
    except (OpcError, BadZipFile, KeyError, ValueError, OSError, etree.XMLSyntaxError) as error:
        raise TemplateError(
            "The template is not a Word document that can be opened.",
            where=name,
            remedy="Save it from Word as .docx, or take a fresh copy with `reviewdocs templates copy`.",
        ) from error
