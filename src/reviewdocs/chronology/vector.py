"""A picture in a Word document as lines, which stay sharp, with its pixels for programs that know no SVG."""

from __future__ import annotations

import io

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Length

from reviewdocs.chronology.figures import Picture

_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""By which Word knows what follows for an SVG ([MS-ODRAWXML], 2.3.1.1)."""
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def add_picture(document: Document, picture: Picture, width: Length) -> None:
    """Put a picture, with its words for who cannot see it, in a paragraph of its own."""
    shape = document.add_picture(io.BytesIO(picture.png), width=width)
    named = shape._inline.docPr
    named.set("descr", picture.alt)
    named.set("title", picture.title)
    parts = document.part.package
    number = sum(str(part.partname).endswith(".svg") for part in parts.iter_parts()) + 1
    drawn = Part(PackURI(f"/word/media/drawing{number}.svg"), "image/svg+xml", picture.svg, parts)
    key = document.part.relate_to(drawn, RELATIONSHIP_TYPE.IMAGE)
    blip = next(shape._inline.iter(qn("a:blip")))
    blip.append(
        parse_xml(
            f'<a:extLst xmlns:a="{_A}" xmlns:r="{_R}"><a:ext uri="{_EXTENSION}">'
            f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{key}"/></a:ext></a:extLst>'
        )
    )
