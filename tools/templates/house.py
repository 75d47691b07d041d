"""The house style of the shipped templates: page, fonts, headings, tables, headers and footers, in one place.

Text given to these functions may hold docxtpl tags, and **two stars** around words that are to be bold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

FONT = "Arial"
INK, ACCENT, RULE, PALE, WASH = "17324D", "00696B", "B8C4CE", "E9EFF4", "F4F7F9"
MARGIN_CM = 2.3
PORTRAIT_CM = 21.0 - 2 * MARGIN_CM
WIDE_MARGIN_CM = 1.8
LANDSCAPE_CM = 29.7 - 2 * WIDE_MARGIN_CM

_AFTER_COMPAT = ("docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator",
                 "shapeDefaults", "hdrShapeDefaults", "footnotePr", "endnotePr", "doNotIncludeSubdocsInStats")  # fmt: skip
_WITH_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
_KEEP_STYLES = {
    "Normal", "Header", "Footer", "Heading 1", "Heading 2", "Heading 3", "Title", "Subtitle", "List Bullet",
    "Default Paragraph Font", "Normal Table", "Table Grid", "No List", "Header Char", "Footer Char",
}  # fmt: skip


def el(xml: str) -> Any:
    """An element from XML without its namespace declaration."""
    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {nsdecls('w')}", xml))


def new_document(title: str) -> Doc:
    """An empty A4 document in the house style."""
    document = Document()
    _clean_package(document)
    _styles(document)
    _numbering(document)
    _settings(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(MARGIN_CM)
    section.top_margin, section.bottom_margin = Cm(2.6), Cm(2.3)
    section.header_distance, section.footer_distance = Cm(1.1), Cm(1.0)
    core = document.core_properties
    core.title, core.author, core.comments, core.last_modified_by = title, "", "", ""
    core.language, core.keywords = "en-GB", ""
    return document


def _clean_package(document: Doc) -> None:
    """Drop what python-docx's own default template brings along: thumbnail, custom XML, foreign styles."""
    package = document.part.package
    for key, relationship in list(package.rels.items()):
        if relationship.reltype.endswith("/thumbnail") or relationship.reltype == RT.EXTENDED_PROPERTIES:
            del package.rels[key]
    for key, relationship in list(document.part.rels.items()):
        if relationship.reltype in (RT.CUSTOM_XML, RT.WEB_SETTINGS, _WITH_EFFECTS):
            del document.part.rels[key]
    for style in list(document.styles):
        if style.name not in _KEEP_STYLES:
            style.delete()


def _rfonts(style: Any, font: str = FONT) -> None:
    """One font for every script, and none from the theme."""
    rpr = style.element.get_or_add_rPr()
    for old in rpr.findall(qn("w:rFonts")):
        rpr.remove(old)
    rpr.insert(0, el(f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}" w:eastAsia="{font}"/>'))


def _style(document: Doc, name: str, size: float, *, base: str | None = "Normal", bold: bool = False,
           colour: str = "", before: float = 0, after: float = 6, line: float | None = None, keep: bool = False) -> Any:  # fmt: skip
    """Make or reset a paragraph style."""
    names = {style.name for style in document.styles}
    style: Any = document.styles[name] if name in names else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for child in ("w:rPr", "w:pPr"):
        for old in style.element.findall(qn(child)):
            style.element.remove(old)
    style.base_style = document.styles[base] if base and base != name else None
    style.hidden, style.quick_style, style.unhide_when_used = False, True, False
    _rfonts(style)
    style.font.size, style.font.bold = Pt(size), bold or None
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    fmt = style.paragraph_format
    fmt.space_before, fmt.space_after, fmt.keep_with_next = Pt(before), Pt(after), keep or None
    if line:
        fmt.line_spacing = line
    return style


def _border(style: Any, side: str, size: int, space: int, colour: str) -> None:
    ppr = style.element.get_or_add_pPr()
    borders = ppr.find(qn("w:pBdr"))
    if borders is None:
        borders = el("<w:pBdr/>")
        ppr.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    borders.append(el(f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'))


def outline(style: Any, level: int) -> None:
    """Make a style that of headings, whose level counts from 0."""
    style.element.get_or_add_pPr().append(el(f'<w:outlineLvl w:val="{level}"/>'))


def _styles(document: Doc) -> None:
    """All styles of the house."""
    normal = _style(document, "Normal", 12, base=None, after=8, line=1.15)
    normal.paragraph_format.widow_control = True
    normal.element.get_or_add_rPr().append(el('<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'))
    outline(_style(document, "Heading 1", 18, bold=True, colour=INK, before=24, after=10, keep=True), 0)
    outline(_style(document, "Heading 2", 14, bold=True, colour=ACCENT, before=14, after=6, keep=True), 1)
    outline(_style(document, "Heading 3", 12, bold=True, colour=INK, before=10, after=4, keep=True), 2)
    outline(_style(document, "Appendix Heading", 18, bold=True, colour=INK, before=0, after=10, keep=True), 0)
    _style(document, "Contents Heading", 18, bold=True, colour=INK, before=0, after=12, keep=True)
    _style(document, "Board Name", 14, bold=True, colour=INK, after=4)
    _border(document.styles["Board Name"], "bottom", 12, 6, ACCENT)
    _style(document, "Letterhead Detail", 9.5, colour="44525F", after=0, line=1.05)
    for name, size, bold, colour in (
        ("Review Type", 13, True, ACCENT),
        ("Title", 27, True, INK),
        ("Subtitle", 17, False, INK),
    ):
        style = _style(document, name, size, bold=bold, colour=colour, after=0, line=1.1)
        style.paragraph_format.left_indent = Cm(0.5)
        style.paragraph_format.space_before = Pt(0)
        _border(style, "left", 36, 12, ACCENT)
    _style(document, "Marking", 10.5, bold=True, colour=INK, after=0)
    _style(document, "Callout", 11.5, before=10, after=10, line=1.15)
    callout = document.styles["Callout"]
    callout.paragraph_format.left_indent = callout.paragraph_format.right_indent = Cm(0.35)
    for side, size in (("top", 4), ("left", 24), ("bottom", 4), ("right", 4)):
        _border(callout, side, size, 8, ACCENT if side == "left" else RULE)
    shade = el(f'<w:shd w:val="clear" w:color="auto" w:fill="{WASH}"/>')
    callout.element.get_or_add_pPr().insert_element_before(shade, "w:tabs", "w:spacing", "w:ind", "w:jc")
    _style(document, "Table Note", 10, after=8)
    _style(document, "Table Text", 10, after=2, line=1.08)
    _style(document, "Table Small", 9, after=1, line=1.05)
    _style(document, "Table Head", 10, bold=True, colour="FFFFFF", after=2, line=1.05, keep=True)
    _style(document, "Table Label", 10, bold=True, colour=INK, after=2, line=1.08)
    _style(document, "Table Title", 11, bold=True, colour=INK, before=8, after=4, keep=True)
    _style(document, "Block Text", 11, after=4, line=1.08)
    _style(document, "Block Number", 20, bold=True, colour="FFFFFF", after=0)
    _style(document, "Block Title", 12, bold=True, colour=ACCENT, after=2, keep=True)
    _style(document, "Header", 9, colour="44525F", after=0, line=1.0)
    _style(document, "Footer", 9, colour="44525F", after=0, line=1.0)
    _style(document, "Letter Subject", 12, bold=True, colour=INK, before=4, after=8, keep=True)
    _style(document, "Address", 12, after=0, line=1.08)
    _style(document, "Window Address", 11, after=0, line=1.0)
    _style(document, "Copies", 10, before=8, after=0, line=1.0)
    for level, indent in ((1, 0.0), (2, 1.0)):
        toc = _style(document, f"toc {level}", 11 if level == 1 else 10.5, bold=level == 1, after=2, line=1.0,
                     before=4 if level == 1 else 0)  # fmt: skip
        toc.paragraph_format.left_indent = Cm(indent)
        toc.paragraph_format.tab_stops.add_tab_stop(Cm(1.0))
        toc.paragraph_format.tab_stops.add_tab_stop(Cm(PORTRAIT_CM), WD_TAB_ALIGNMENT.RIGHT, 1)
    _style(document, "Numbered Paragraph", 12, after=8, line=1.15)
    _style(document, "List Bullet", 12, after=4, line=1.12)
    _style(document, "Table Bullet", 10, base="Table Text", after=2, line=1.05)
    _style(document, "Block Bullet", 11, base="Block Text", after=3, line=1.05)


_BULLET = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="{style}"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hang}"/></w:pPr><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:color w:val="{colour}"/></w:rPr></w:lvl>'


def _numbering(document: Doc) -> None:
    """Numbered chapters and paragraphs (1, 1.1), and bullets of three sizes."""
    ids = {
        name: document.styles[name].style_id
        for name in ("Heading 1", "Numbered Paragraph", "List Bullet", "Table Bullet", "Block Bullet")
    }
    chapters = (
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{ids["Heading 1"]}"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="737"/></w:tabs><w:ind w:left="737" w:hanging="737"/></w:pPr></w:lvl>'
        f'<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{ids["Numbered Paragraph"]}"/><w:lvlText w:val="%1.%2"/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="737"/></w:tabs><w:ind w:left="737" w:hanging="737"/></w:pPr><w:rPr><w:b w:val="0"/><w:color w:val="{ACCENT}"/></w:rPr></w:lvl>'
        f"</w:abstractNum>"
    )
    bullets = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/>{_BULLET.format(style=ids[name], left=left, hang=hang, colour=ACCENT)}</w:abstractNum>'
        for n, name, left, hang in (
            (2, "List Bullet", 1134, 397),
            (3, "Table Bullet", 227, 227),
            (4, "Block Bullet", 284, 284),
        )
    )
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2, 3, 4))
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    for child in el(f"<w:numbering>{chapters}{bullets}{nums}</w:numbering>"):
        root.append(child)
    for name, number, level in (
        ("Heading 1", 1, 0),
        ("Numbered Paragraph", 1, 1),
        ("List Bullet", 2, 0),
        ("Table Bullet", 3, 0),
        ("Block Bullet", 4, 0),
    ):
        ppr = document.styles[name].element.get_or_add_pPr()
        numpr = el(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
        ppr.insert_element_before(numpr, "w:pBdr", "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _settings(document: Doc) -> None:
    """British English, no odd compatibility."""
    settings = document.settings.element
    for old in settings.findall(qn("w:themeFontLang")):
        old.set(qn("w:val"), "en-GB")
    for name in ("compat", "rsids", "savePreviewPicture", "proofState", "zoom"):
        for old in settings.findall(qn(f"w:{name}")):
            settings.remove(old)
    # Word's own layout of 2013 and later; without it tables hang out of the left margin.
    compat = el(
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    following = next((c for c in settings if c.tag in {qn(f"w:{n}") for n in _AFTER_COMPAT}), None)
    settings.append(compat) if following is None else following.addprevious(compat)
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "en-GB")


def runs(paragraph: Paragraph, text: str, *, bold: bool = False) -> Paragraph:
    """Add text to a paragraph, **bold** where starred."""
    for number, piece in enumerate(re.split(r"\*\*", text)):
        if piece:
            run = paragraph.add_run(piece)
            if bold or number % 2:
                run.bold = True
    return paragraph


class Writer:
    """Writes paragraphs and tables into a document, a header, or a cell."""

    def __init__(self, place: Any) -> None:
        self.place = place

    def p(self, text: str, style: str = "Normal") -> Paragraph:
        """One paragraph."""
        return runs(self.place.add_paragraph(style=style), text)

    def h1(self, text: str) -> Paragraph:
        """A numbered chapter heading."""
        return self.p(text, "Heading 1")

    def h2(self, text: str) -> Paragraph:
        """A heading within a chapter."""
        return self.p(text, "Heading 2")

    def h3(self, text: str) -> Paragraph:
        """A small heading."""
        return self.p(text, "Heading 3")

    def n(self, text: str) -> Paragraph:
        """A numbered paragraph."""
        return self.p(text, "Numbered Paragraph")

    def tag(self, statement: str) -> None:
        """A statement on a line of its own, which leaves no paragraph behind."""
        self.p("{%p " + statement + " %}")

    def each(self, loop: str, text: str, style: str = "Numbered Paragraph") -> None:
        """One paragraph for each: `item in items`."""
        self.tag(f"for {loop}")
        self.p(text, style)
        self.tag("endfor")

    def bullets(self, *texts: str) -> None:
        """A short list."""
        for text in texts:
            self.p(text, "List Bullet")

    def when(self, condition: str, text: str, style: str = "Numbered Paragraph") -> None:
        """A paragraph that is there only where the condition holds."""
        self.tag(f"if {condition}")
        self.p(text, style)
        self.tag("endif")

    def table(self, headers: Sequence[str], widths: Sequence[float], cells: Sequence[Any], *, loop: str, caption: str,
              style: str = "Table Text") -> Any:  # fmt: skip
        """A table with a repeated header row and one row for each of `loop`.

        A cell is text, or a list of texts (paragraphs). `{% cellbg … %}` in it sets its colour.
        """
        table = grid(self.place, widths, caption)
        head = row_of(table, 0)
        for cell, text in zip(head.cells, headers, strict=True):
            shade(cell, INK)
            put(cell, [text], "Table Head")
        head._tr.get_or_add_trPr().append(el("<w:tblHeader/>"))
        tag_row(table, f"for {loop}")
        row = row_of(table, None)
        for cell, content in zip(row.cells, cells, strict=True):
            put(cell, [content] if isinstance(content, str) else content, style)
        tag_row(table, "endfor")
        self._space_after()
        return table

    def particulars(self, rows: Sequence[tuple[str, str] | tuple[str, str, str]], *, caption: str, label_cm: float = 5.0,
                    width_cm: float = PORTRAIT_CM, style: str = "Table Text") -> Any:  # fmt: skip
        """A two-column table of labels and values; a third item is the condition on which the row is there."""
        table = grid(self.place, (label_cm, width_cm - label_cm), caption)
        first = True
        for label, value, *condition in rows:
            if condition:
                tag_row(table, f"if {condition[0]}", first=first)
                first = False
            row = row_of(table, 0 if first else None)
            first = False
            shade(row.cells[0], PALE)
            put(row.cells[0], [label], "Table Label")
            put(row.cells[1], [value], style)
            if condition:
                tag_row(table, "endif")
        self._space_after()
        return table

    def _space_after(self) -> None:
        """Word runs two tables together that have no paragraph between; this one is small."""
        gap = self.p("", "Table Small")
        gap.paragraph_format.space_after = Pt(4)


def grid(place: Any, widths: Sequence[float], caption: str) -> Any:
    """An empty table (one row) of fixed column widths with thin rules, described for screen readers."""
    table = place.add_table(rows=1, cols=len(widths))
    total = sum(round(Cm(width).twips) for width in widths)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{size}" w:type="dxa"/>'
        for side, size in (("top", 60), ("left", 100), ("bottom", 60), ("right", 100))
    )
    properties = el(
        f'<w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        f'<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{caption}"/></w:tblPr>'
    )
    table._tbl.replace(table._tbl.tblPr, properties)
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(round(Cm(width).twips)))
    table._widths = list(widths)
    return table


def frame(place: Any, heights_cm: Sequence[float], widths_cm: Sequence[float]) -> Any:
    """A table without rules or margins, for what has to stand in a fixed place of the page.

    Each row is at least so high, and higher where its text needs it, so that nothing is cut off.
    """
    table = place.add_table(rows=len(heights_cm), cols=len(widths_cm))
    total = sum(round(Cm(width).twips) for width in widths_cm)
    table._tbl.replace(table._tbl.tblPr, el(
        f'<w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    ))  # fmt: skip
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths_cm, strict=True):
        column.set(qn("w:w"), str(round(Cm(width).twips)))
    for row, height in zip(table.rows, heights_cm, strict=True):
        properties = row._tr.get_or_add_trPr()
        properties.append(el("<w:cantSplit/>"))
        properties.append(el(f'<w:trHeight w:val="{round(Cm(height).twips)}" w:hRule="atLeast"/>'))
        for cell, width in zip(row.cells, widths_cm, strict=True):
            cell.width = Cm(width)
    return table


def row_of(table: Any, index: int | None) -> Any:
    """The first row, or a new one, that does not split over pages, its cells as wide as the grid says."""
    row = table.rows[index] if index is not None else table.add_row()
    row._tr.get_or_add_trPr().append(el("<w:cantSplit/>"))
    for cell, width in zip(row.cells, table._widths, strict=True):
        cell.width = Cm(width)
    return row


def tag_row(table: Any, statement: str, *, first: bool = False) -> None:
    """A row that holds only a statement and is gone once filled."""
    row = row_of(table, 0 if first else None)
    put(row.cells[0], ["{%tr " + statement + " %}"], "Table Text")


def shade(cell: Any, fill: str) -> None:
    """Give a cell a background colour (hexadecimal)."""
    properties = cell._tc.get_or_add_tcPr()
    properties.append(el(f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'))


def put(cell: Any, texts: Sequence[Any], style: str) -> None:
    """Paragraphs into a cell; an item may be (text, style)."""
    for number, item in enumerate(texts):
        text, own = item if isinstance(item, tuple) else (item, style)
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.style = own
        runs(paragraph, text)


def field(paragraph: Paragraph, instruction: str, shown: str = "1") -> None:
    """A Word field such as PAGE."""
    for xml in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph.add_run()._r.append(el(xml))


def contents(writer: Writer, levels: str = "1-2") -> None:
    """Heading and field of a table of contents; `fill` writes its entries."""
    writer.p("Contents", "Contents Heading").paragraph_format.page_break_before = True
    paragraph = writer.p("", "toc 1")
    field(paragraph, f'TOC \\o "{levels}" \\h \\z \\u', "Contents")


def running(section: Any, *, left: str, marking: str, foot: str, width_cm: float, cover: bool = False) -> None:
    """Header with reference and marking, footer with page x of y; a cover page has only the marking and the page."""
    section.different_first_page_header_footer = cover
    for part in (
        section.header,
        section.footer,
        *((section.first_page_header, section.first_page_footer) if cover else ()),
    ):
        part.is_linked_to_previous = False
    _line(section.header.paragraphs[0], left, marking, width_cm, "bottom")
    _line(section.footer.paragraphs[0], foot, None, width_cm, "top")
    if cover:
        _line(section.first_page_header.paragraphs[0], "", marking, width_cm, None)
        _line(section.first_page_footer.paragraphs[0], foot, None, width_cm, "top")


def _line(paragraph: Paragraph, left: str, right: str | None, width_cm: float, rule: str | None) -> None:
    """One line of a header or footer: left text, right text (None: page x of y), with a thin rule."""
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(width_cm), WD_TAB_ALIGNMENT.RIGHT)
    runs(paragraph, f"{left}\t")
    if right is None:
        paragraph.add_run("Page ")
        field(paragraph, "PAGE")
        paragraph.add_run(" of ")
        field(paragraph, "NUMPAGES")
    else:
        runs(paragraph, right, bold=True)
    if rule:
        borders = el(f'<w:pBdr><w:{rule} w:val="single" w:sz="4" w:space="5" w:color="{RULE}"/></w:pBdr>')
        paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def landscape(document: Doc) -> Any:
    """Begin a landscape section."""
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(WIDE_MARGIN_CM)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(1.9)
    return section


def right(paragraph: Paragraph) -> Paragraph:
    """Set a paragraph to the right."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


def space(writer: Writer, points: float) -> None:
    """Empty space, as one paragraph of that height."""
    paragraph = writer.p("")
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.space_before = Pt(points)
    paragraph.paragraph_format.line_spacing = Pt(1)
    paragraph.paragraph_format.keep_with_next = True
