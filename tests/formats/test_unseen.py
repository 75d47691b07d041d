"""What stands on the page of a Word document and no reader sees is told, and what is seen is not."""

from __future__ import annotations

import pytest
from office_builder import Docx, paragraph, part_xml, run

from reviewdocs.formats.base import BACKGROUND, TINY, UNDER_SHAPE
from reviewdocs.formats.opening import open_document, structure_of

WORDS = "left on the sofa"
_STYLES = (
    '<w:style w:type="character" w:styleId="Pale"><w:rPr><w:color w:val="FEFEFE"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Paler"><w:basedOn w:val="Pale"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Speck"><w:rPr><w:sz w:val="3"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bar"><w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr></w:style>'
    '<w:style w:type="table" w:styleId="Dark"><w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>'
)


def _unseen(body: str) -> list[tuple[str, str]]:
    data = Docx(paragraph(run("Seen.")) + body).add("word/styles.xml", part_xml("w:styles", _STYLES), "styles").build()
    structure = structure_of(open_document("report.docx", data))
    assert structure is not None
    return [(found.place, found.text) for found in structure.unseen]


def _run(properties: str, style: str = "") -> str:
    return paragraph(run(WORDS, properties), properties=f'<w:pStyle w:val="{style}"/>' if style else "")


def _cell(inner: str, properties: str = "", table: str = "") -> str:
    return (
        f"<w:tbl><w:tblPr>{table}</w:tblPr><w:tr><w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc></w:tr></w:tbl>"
        + paragraph(run("After."))
    )


WHITE = '<w:color w:val="FFFFFF"/>'
UNSEEN = {
    "white": (_run(WHITE), BACKGROUND),
    "nearly white": (_run('<w:color w:val="F4F4F4"/>'), BACKGROUND),
    "by a character style's base": (_run('<w:rStyle w:val="Paler"/>'), BACKGROUND),
    "one point": (_run('<w:sz w:val="2"/>'), TINY),
    "two points": (_run('<w:sz w:val="4"/>'), TINY),
    "tiny by its style": (_run("", "Speck"), TINY),
    "black under a black highlighter": (_run('<w:highlight w:val="black"/>'), BACKGROUND),
    "black under black shading": (_run('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>'), BACKGROUND),
    "black under solid shading": (_run('<w:shd w:val="solid" w:color="auto" w:fill="auto"/>'), BACKGROUND),
    "its own colour behind it": (_run('<w:color w:val="336699"/><w:shd w:val="clear" w:fill="336699"/>'), BACKGROUND),
    "dark on a dark bar": (_run('<w:color w:val="1F3864"/>', "Bar"), BACKGROUND),
    "dark in a dark cell": (
        _cell(_run('<w:color w:val="000000"/>'), '<w:shd w:val="clear" w:fill="0A0A0A"/>'),
        BACKGROUND,
    ),
    "white in a plain cell": (_cell(_run(WHITE)), BACKGROUND),
}
SEEN = {
    "plain": _run(""),
    "grey": _run('<w:color w:val="A6A6A6"/>'),
    "yellow on white, which is as light": _run('<w:color w:val="FFFF00"/>'),
    "small print": _run('<w:sz w:val="12"/>'),
    "white on a dark bar": _run(WHITE, "Bar"),
    "white under a dark highlighter": _run(f'{WHITE}<w:highlight w:val="darkBlue"/>'),
    "white in a dark cell": _cell(_run(WHITE), '<w:shd w:val="clear" w:fill="1F3864"/>'),
    "white where the table's style may be dark": _cell(_run(WHITE), table='<w:tblStyle w:val="Dark"/>'),
    "Word's own choice of colour in a black cell": _cell(_run(""), '<w:shd w:val="clear" w:fill="000000"/>'),
    "nothing but dots": paragraph(run(" . . ", WHITE)),
    "deleted": paragraph("<w:del>" + run("left", WHITE).replace("w:t", "w:delText") + "</w:del>"),
}


@pytest.mark.parametrize("case", UNSEEN)
def test_what_nobody_sees_is_told(case: str) -> None:
    body, place = UNSEEN[case]
    assert _unseen(body) == [(place, WORDS)]


@pytest.mark.parametrize("case", SEEN)
def test_what_is_seen_is_not_told(case: str) -> None:
    assert _unseen(SEEN[case]) == []


def test_words_that_formatting_parts_are_one() -> None:
    parted = paragraph(run("left on ", WHITE) + run("the ", f"<w:b/>{WHITE}") + run("sofa", WHITE) + run(" seen"))
    assert _unseen(parted) == [(BACKGROUND, WORDS)]


WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def _shape(*, fill: str = "<a:solidFill/>", behind: int = 0, height: int = 200_000, wrap: str = "wrapNone") -> str:
    return (
        f'<w:r><w:drawing><wp:anchor xmlns:wp="{WP}" xmlns:a="{A}" behindDoc="{behind}">'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="3000000" cy="{height}"/><wp:{wrap}/><a:graphic><a:spPr>{fill}</a:spPr></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


@pytest.mark.parametrize(
    ("shape", "covers"),
    [
        (_shape(), True),
        (_shape(fill="<a:noFill/>"), False),
        (_shape(behind=1), False),
        (_shape(height=12_700), False),
        (_shape(wrap="wrapSquare"), False),
    ],
)
def test_a_filled_shape_in_front_of_words_may_cover_them(shape: str, covers: bool) -> None:
    told = _unseen(paragraph(shape + run(WORDS)))
    assert told == ([(UNDER_SHAPE, WORDS)] if covers else [])


def test_a_box_of_the_older_drawing_language_may_too() -> None:
    box = (
        '<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" '
        'style="position:absolute;margin-top:0pt;width:200pt;height:16pt;z-index:5"/></w:pict></w:r>'
    )
    assert _unseen(paragraph(box + run(WORDS))) == [(UNDER_SHAPE, WORDS)]
