"""What the Word report is built of: an accessible, neutral document, tables with marked heading rows, verdict boxes."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable, Sequence
from typing import cast
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from lxml import etree

from reviewdocs.risk.reports.wording import legible

LANGUAGE = "en-GB"
_INK, _QUIET, _HEAD, _MARKED = RGBColor(0x1B, 0x1B, 0x1B), RGBColor(0x55, 0x55, 0x55), "F0F0F0", "FFE58A"
_WIDTH = Mm(178)
"""Of the text on a page of A4 with our margins."""
_UNWANTED = ("/thumbnail", "/extended-properties", "/customXml")
"""What the empty document brings with it: a picture of another page, the name of a program and a company."""


def new_document(title: str, on: dt.date | None, footer: str) -> Document:
    """An empty document: A4, English, a title, no author, page numbers."""
    document = docx.Document()
    for rels in (document.part.package.rels, document.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNWANTED)]:
            rels.pop(key)
    properties = document.core_properties
    properties.title, properties.language = title, LANGUAGE
    properties.author = properties.comments = properties.last_modified_by = ""
    if on:
        properties.created = properties.modified = dt.datetime(on.year, on.month, on.day)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(16)
    section.top_margin, section.bottom_margin = Mm(16), Mm(18)
    _set_styles(document)
    line = section.footer.paragraphs[0]
    line.add_run(f"{footer} – page ")
    _field(line, "PAGE")
    line.add_run(" of ")
    _field(line, "NUMPAGES")
    return document


def to_bytes(document: Document, mark: str) -> bytes:
    """The document's bytes; `mark` stands uncompressed at the end of the package, where Word does not keep it.

    So a report that somebody filled in and saved is no longer ours to replace.
    """
    data = io.BytesIO()
    document.save(data)
    with ZipFile(data, "a") as package:
        package.comment = mark.encode()
    return data.getvalue()


def say(document: Document, text: str, style: str = "Normal") -> Paragraph:
    """A paragraph."""
    return document.add_paragraph(legible(text), style)


def bullets(document: Document, lines: Iterable[str]) -> None:
    """A list."""
    for line in lines:
        say(document, line, "List Bullet")


def verdict_box(document: Document, headline: str, sentences: Iterable[str], colour: str) -> None:
    """The verdict in large letters, and why, framed at the left; `colour` in hexadecimal."""
    for number, text in enumerate((headline, *filter(None, sentences))):
        paragraph = say(document, text, "Verdict" if number == 0 else "Normal")
        for run in paragraph.runs if number == 0 else ():
            run.font.color.rgb = RGBColor.from_string(colour)
        borders = _under(paragraph._p.get_or_add_pPr(), "w:pBdr")
        _under(borders, "w:left", val="single", sz="48", space="8", color=colour)
        paragraph.paragraph_format.keep_with_next = number == 0


def table(document: Document, heads: Sequence[str], widths: Sequence[int], about: str) -> Table:
    """A table with only its heading row, which is marked as one and repeated on every page.

    Args:
        heads: the heading of each column.
        widths: of each column, in hundredths of the page's.
        about: what a screen reader says of it.
    """
    made: Table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    made.autofit = False
    properties = made._tbl.tblPr
    _under(properties, "w:tblCaption", val=about)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Length(_WIDTH * width // 100)
    row = made.rows[0]
    _under(row._tr.get_or_add_trPr(), "w:cantSplit")
    _under(row._tr.get_or_add_trPr(), "w:tblHeader")
    for cell, head, width in zip(row.cells, heads, widths, strict=True):
        cell.width = Length(_WIDTH * width // 100)
        _under(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=_HEAD)
        paragraph = write(cell, head)
        paragraph.runs[0].bold = True
        paragraph.paragraph_format.keep_with_next = True
    return made


def add_row(to: Table, texts: Sequence[str], *, least: Mm | None = None) -> Sequence[_Cell]:
    """A row, which stays on one page; `least` high, where it is to be filled by hand."""
    row = cast("Callable[[], _Row]", to.add_row)()
    _under(row._tr.get_or_add_trPr(), "w:cantSplit")
    if least is not None:
        row.height = least
    cells: Sequence[_Cell] = row.cells
    for cell, text in zip(cells, texts, strict=True):
        write(cell, text)
    return cells


def write(cell: _Cell, text: str, *, style: str = "Cell") -> Paragraph:
    """Text into an empty cell, or as one more paragraph of it."""
    paragraph: Paragraph = cell.paragraphs[0] if not cell.text else cell.add_paragraph()
    paragraph.style = style
    paragraph.add_run(legible(text))
    return paragraph


def write_marked(cell: _Cell, before: str, found: str, after: str) -> None:
    """A sentence into a cell, with what was found in it highlighted and in bold."""
    paragraph = write(cell, before)
    marked = paragraph.add_run(legible(found))
    marked.bold = True
    _under(marked._r.get_or_add_rPr(), "w:shd", val="clear", color="auto", fill=_MARKED)
    paragraph.add_run(legible(after))


def _set_styles(document: Document) -> None:
    """One plain letter, headings in ink, and the language of the whole document."""
    styles = document.styles
    for lang in styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), LANGUAGE)
    for name, size, before, after in (
        ("Normal", 10.5, 0, 4),
        ("Title", 20, 0, 4),
        ("Heading 1", 16, 14, 4),
        ("Heading 2", 13, 12, 4),
        ("Heading 3", 11, 10, 2),
        ("List Bullet", 10.5, 0, 2),
    ):
        _plain(styles[name], size, before, after)
    for name, size in (("Cell", 9), ("Place", 8), ("Verdict", 18)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _plain(style, size, 1.5, 1.5)
    styles["Verdict"].font.bold = True
    styles["Place"].font.color.rgb = _QUIET
    styles["Heading 1"].paragraph_format.keep_with_next = True


def _plain(style: ParagraphStyle, size: float, before: float, after: float) -> None:
    style.font.name, style.font.size, style.font.color.rgb = "Arial", Pt(size), _INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[key]
    fonts.set(qn("w:cs"), "Arial")
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.1


def _field(paragraph: Paragraph, code: str) -> None:
    """A field that Word works out: the number of the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _under(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    """A new last child with attributes of Word's own vocabulary."""
    child = OxmlElement(tag)
    for name, value in attributes.items():
        child.set(qn(f"w:{name}"), value)
    parent.append(child)
    return child
