"""A PDF as LibreOffice makes it, tidied: no trace of program or time, and tags as PDF/UA asks for them.

Nothing that is drawn is changed; that is proved afterwards (`pdf_proof`).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, String

from reviewdocs.publication.finishing import LANGUAGE
from reviewdocs.publication.pdf_text import PageText, kids, kind_of, page_text, role_map

_TRACES = ("/DocChecksum", "/ID")
_NO_READER = ("/OpenAction", "/PieceInfo", "/AA")
"""Entries of the catalogue that do something, or that programs keep for themselves."""


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
"""Written by hand: libraries write their own names into it. The id is the same in every file (ISO 16684-1, 7.3.2)."""


def tidied(data: bytes, *, title: str, pictures: Sequence[str]) -> bytes:
    """Tidy a tagged PDF.

    Args:
        data: as LibreOffice made it.
        title: of the document.
        pictures: the alternative texts of its drawings that hold text boxes, in order.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _properties(pdf, title)
        for page in pdf.pages:
            page.obj.Tabs = Name.S
        roles = role_map(pdf)
        elements = list(_elements(pdf))
        pages = [page_text(page) for page in pdf.pages]
        _drawings([e for e in elements if kind_of(e, roles) == "P"], pictures)
        _lines(pdf, [e for e in elements if kind_of(e, roles) == "Figure" and "/Alt" not in e], pages)
        for table in elements:
            if kind_of(table, roles) == "Table":
                _heading_column(table, roles)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, min_version="1.7", object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return out.getvalue()


def _properties(pdf: pikepdf.Pdf, title: str) -> None:
    """Title and language, and that it is PDF/UA; nothing of program, time, or computer."""
    for key in _TRACES:
        if key in pdf.trailer:
            del pdf.trailer[key]
    for key in ("/Metadata", *_NO_READER):
        if key in pdf.Root:
            del pdf.Root[key]
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo["/Title"] = title
    pdf.Root.Lang = String(LANGUAGE)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Metadata = pdf.make_stream(
        _XMP.format(title=escape(title), language=LANGUAGE).encode(), Type=Name.Metadata, Subtype=Name.XML
    )


def _elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """All elements of the structure, in order."""
    waiting = kids(pdf.Root.get("/StructTreeRoot", Dictionary()))[::-1]
    while waiting:
        element = waiting.pop()
        if isinstance(element, Dictionary) and "/S" in element:
            yield element
            waiting += kids(element)[::-1]


def _drawings(paragraphs: Sequence[Any], pictures: Sequence[str]) -> None:
    """A paragraph of text boxes is a figure, and gets the alternative text of its drawing, where that is certain."""
    drawn = [element for element in paragraphs if any(_is(kid, "/Div") for kid in kids(element))]
    if len(drawn) == len(pictures) and all(pictures):
        for element, text in zip(drawn, pictures, strict=True):
            element.S = Name.Figure
            element.Alt = String(text)
            boxes = [[float(side) for side in box] for kid in kids(element) if (box := _box(kid)) is not None]
            if boxes:
                sides = list(zip(*boxes, strict=True))
                around = Array([min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])])
                element.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=around)


def _box(element: Any) -> Any:
    own = element.get("/A") if isinstance(element, Dictionary) else None
    return own.get("/BBox") if isinstance(own, Dictionary) else None


def _is(element: Any, kind: str) -> bool:
    return isinstance(element, Dictionary) and str(element.get("/S", "")) == kind


def _lines(pdf: pikepdf.Pdf, figures: Sequence[Any], pages: Sequence[PageText]) -> None:
    """Figures that are only lines and fills, such as those of a drawing around its boxes, are decoration."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    gone: dict[int, set[int]] = {}
    for figure in figures:
        held = kids(figure)
        number = numbers.get(figure.get("/Pg", Dictionary()).objgen)
        if number is None or not held or not all(isinstance(mark, int) for mark in held):
            continue
        page, own = pages[number], {int(mark) for mark in held}
        if own & page.drawn or any(page.marked.get(mark, "").strip() for mark in own):
            continue
        gone.setdefault(number, set()).update(own)
        parent = figure.P
        parent.K = Array([kid for kid in kids(parent) if not _same(kid, figure)])
    for number, marks in gone.items():
        _make_artifacts(pdf, pdf.pages[number], marks)
        _forget(pdf, pdf.pages[number], marks)


def _same(one: Any, other: Any) -> bool:
    return isinstance(one, Dictionary) and one.objgen == other.objgen


def _make_artifacts(pdf: pikepdf.Pdf, page: pikepdf.Page, marks: set[int]) -> None:
    """Marked contents of these numbers become artifacts."""
    contents = list(pikepdf.parse_content_stream(page))
    for at, instruction in enumerate(contents):
        if isinstance(instruction, pikepdf.ContentStreamInstruction) and str(instruction.operator) == "BDC":
            properties = instruction.operands[-1]
            if isinstance(properties, Dictionary) and int(properties.get("/MCID", -1)) in marks:
                contents[at] = pikepdf.ContentStreamInstruction([Name.Artifact], Operator("BMC"))
    page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(contents))


def _forget(pdf: pikepdf.Pdf, page: pikepdf.Page, marks: set[int]) -> None:
    """Marked contents that are artifacts now belong to no element (ISO 32000-1, 14.7.4.4)."""
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.get("/Nums", Array()))
    for key, elements in zip(numbers[::2], numbers[1::2], strict=False):
        if key == page.obj.get("/StructParents"):
            for mark in marks:
                elements[mark] = None


def _heading_column(table: Any, roles: dict[str, str]) -> None:
    """A table without a heading cell has them in its first column, where it has more than one."""
    groups = [table, *(kid for kid in kids(table) if isinstance(kid, Dictionary))]
    rows = [row for group in groups for row in _those(group, ("TR",), roles)]
    cells = [_those(row, ("TD", "TH"), roles) for row in rows]
    if any(kind_of(cell, roles) == "TH" for row in cells for cell in row):
        return
    if max(map(len, cells), default=0) < 2:
        for element in (table, *rows, *(cell for row in cells for cell in row)):
            element.S = Name.Div
            if "/A" in element:
                del element["/A"]
        return
    for row in filter(None, cells):
        row[0].S = Name.TH
        row[0].A = Array([row[0].get("/A", Dictionary(O=Name.Layout)), Dictionary(O=Name.Table, Scope=Name.Row)])


def _those(element: Any, kinds: Sequence[str], roles: dict[str, str]) -> list[Any]:
    """What an element holds of some kinds."""
    return [kid for kid in kids(element) if isinstance(kid, Dictionary) and kind_of(kid, roles) in kinds]
