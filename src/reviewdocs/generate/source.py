"""A Word template as Jinja sees it: the sources of its parts, and where in the document each line of them stands."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zipfile import BadZipFile

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.part import Part
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from lxml import etree

from reviewdocs.errors import TemplateError

_CELL_ORDER = {
    qn(f"w:{name}"): place
    for place, name in enumerate(
        ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection",
         "tcFitText", "vAlign", "hideMark")
    )
}  # fmt: skip
_NOTES = {CONTENT_TYPE.WML_FOOTNOTES: "Footnote", CONTENT_TYPE.WML_ENDNOTES: "Endnote"}
_TAG = re.compile(r"<[^>]+>")
_PARAGRAPH = re.compile(r"<w:p([ >])")
_LINE = re.compile(r"\n<w:p([ >])")
_LOOSE = re.compile(r"(</w:(?:p|tr|tc|tbl|tblPr|tblGrid|trPr|tcPr)>)((?:\{%.*?%\})+)", re.DOTALL)
_HEADING = re.compile(r'<w:pStyle w:val="(?:Heading|Title|AppendixHeading)[^"]*"')
_MAX_QUOTE = 70


@dataclass(frozen=True, slots=True)
class Source:
    """One part's Jinja source. Each paragraph and each statement between paragraphs begins a line."""

    part: str
    kind: str
    text: str

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
    """docxtpl without what it would do silently.

    Foot- and endnotes are rendered once each (docxtpl renders footnotes once a section, so that text from the data
    would be run as a template the second time), document properties not at all, and malformed XML is an error, not
    repaired by dropping what does not fit.
    """

    def __init__(self, data: bytes) -> None:
        """Open a package; see `open_template` for what it raises."""
        self._word = DocxTemplate(io.BytesIO(data))
        self._word.render_init()

    @property
    def document(self) -> Document:
        """The document as it now stands."""
        document: Document = self._word.docx
        return document

    def sources(self) -> Iterator[tuple[Part | None, Source]]:
        """Every part that can hold tags, the body first (with no part)."""
        word = self._word
        yield None, Source("word/document.xml", "Body", self._lines(word.get_xml()))
        for uri, kind in ((word.HEADER_URI, "Header"), (word.FOOTER_URI, "Footer")):
            for _, part in word.get_headers_footers(uri):
                yield part, self._source(part, kind)
        for part in self.document.part.package.parts:
            if part.content_type in _NOTES:
                yield part, self._source(part, _NOTES[part.content_type])

    def _source(self, part: Part, kind: str) -> Source:
        return Source(str(part.partname).lstrip("/"), kind, self._lines(self._word.get_part_xml(part)))

    def _lines(self, xml: str) -> str:
        patched = self._word.patch_xml(xml.replace("\n", " "))
        lines = _PARAGRAPH.sub(r"\n<w:p\1", patched)
        # Statements between paragraphs get lines of their own; within a paragraph a line end would be text.
        return _LOOSE.sub(lambda found: found[1] + found[2].replace("{%", "\n{%"), lines)

    def put(self, part: Part | None, xml: str) -> None:
        """Put a rendered part (None: the body) in its place, line ends in values made into line breaks.

        Raises:
            etree.XMLSyntaxError: the tags of the template do not nest as its tables and paragraphs do.
        """
        xml = self._word.resolve_listing(_LINE.sub(r"<w:p\1", xml))
        etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
        if part is None:
            tree = self._word.fix_tables(xml)
            self._word.fix_docpr_ids(tree)
            _order_cells(tree)
            self._word.map_tree(tree)
        elif part.content_type in _NOTES:
            part._blob = xml.encode()
        else:
            for key, relationship in list(self.document.part.rels.items()):
                if not relationship.is_external and relationship.target_part is part:
                    self._word.map_headers_footers_xml(key, xml.encode())

    def to_bytes(self) -> bytes:
        """The package as python-docx writes it."""
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()


def _order_cells(tree: Any) -> None:
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
