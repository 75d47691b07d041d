"""Marks on paper as a group of Word's own shapes (DrawingML: ECMA-376 part 1, 20.1; groups as of Word 2010)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape as escaped

from markupsafe import Markup

from reviewdocs.generate.characters import legal

_EMU = 360_000
"""English metric units in a centimetre."""
_NAMESPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_INK = "1F2933"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points (centimetres); closed ones have no filling. `dashed`, and how wide in points."""

    points: tuple[tuple[float, float], ...]
    dashed: bool = False
    closed: bool = False
    width: float = 1.25
    colour: str = _INK


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled shape of Word's (`rect`, `ellipse`, `diamond`) around a middle, with a word inside."""

    form: str
    x: float
    y: float
    width: float
    height: float
    text: str = ""
    fill: str = "FFFFFF"
    size: float = 9


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text in a box that hides what is behind, `strong` of them bold; `x`, `y`: its upper middle."""

    x: float
    y: float
    width: float
    lines: tuple[str, ...]
    size: float = 8
    align: str = "center"
    strong: int = 1

    @property
    def height(self) -> float:
        """Centimetres."""
        return len(self.lines) * self.size * 1.25 * 2.54 / 72


Mark = Stroke | Shape | Label


class Drawing(Markup):
    """A paragraph of Word's own XML in which all text is escaped: the one value that templates take as it is."""

    __slots__ = ()


def drawn(marks: Sequence[Mark], width: float, height: float, *, name: str, alt: str) -> Drawing:
    """A paragraph that holds the marks, in the order given, later ones on top.

    Args:
        marks: in centimetres from the upper left corner.
        width, height: of the whole, in centimetres.
        name: what the figure is called in Word's list of objects.
        alt: what it shows, for those who cannot see it.
    """
    shapes = "".join(_shape(mark, number) for number, mark in enumerate(marks, 1))
    extent = f'cx="{_emu(width)}" cy="{_emu(height)}"'
    return Drawing(
        f'<w:p><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr><w:r><w:drawing {_NAMESPACES}>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="1" name="{_text(name)}" descr="{_text(alt)}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp>'
        f'<wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/><a:chOff x="0" y="0"/>'
        f"<a:chExt {extent}/></a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r></w:p>"
    )


def _shape(mark: Mark, number: int) -> str:
    if isinstance(mark, Stroke):
        return _stroke(mark, number)
    if isinstance(mark, Shape):
        geometry = f'<a:prstGeom prst="{mark.form}"><a:avLst/></a:prstGeom>{_solid(mark.fill)}{_line(1.25)}'
        at = (mark.x - mark.width / 2, mark.y - mark.height / 2, mark.width, mark.height)
        return _wsp(number, at, geometry, [mark.text] if mark.text else [], mark.size, bold=0)
    geometry = f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_solid("FFFFFF")}<a:ln><a:noFill/></a:ln>'
    at = (mark.x - mark.width / 2, mark.y, mark.width, mark.height)
    return _wsp(number, at, geometry, mark.lines, mark.size, bold=mark.strong, align=mark.align)


def _stroke(mark: Stroke, number: int) -> str:
    across, down = [x for x, _ in mark.points], [y for _, y in mark.points]
    left, top = min(across), min(down)
    wide, high = max(across) - left, max(down) - top
    steps = "".join(
        f'<a:{step}><a:pt x="{_emu(x - left)}" y="{_emu(y - top)}"/></a:{step}>'
        for step, (x, y) in zip(["moveTo"] + ["lnTo"] * len(mark.points), mark.points, strict=False)
    )
    geometry = (
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{_emu(wide)}" h="{_emu(high)}" fill="none">{steps}{"<a:close/>" if mark.closed else ""}</a:path>'
        f"</a:pathLst></a:custGeom><a:noFill/>{_line(mark.width, mark.colour, dashed=mark.dashed)}"
    )
    return _wsp(number, (left, top, wide, high), geometry, (), 0)


def _wsp(
    number: int, at: tuple[float, float, float, float], geometry: str, lines: Iterable[str], size: float,
    *, bold: int = 0, align: str = "center",
) -> str:  # fmt: skip
    x, y, wide, high = map(_emu, at)
    written = "".join(_paragraph(line, size, align, bold=n < bold) for n, line in enumerate(lines))
    box = f"<wps:txbx><w:txbxContent>{written}</w:txbxContent></wps:txbx>" if written else ""
    kind = '<wps:cNvSpPr txBox="1"/>' if box else "<wps:cNvSpPr/>"
    return (
        f'<wps:wsp><wps:cNvPr id="{number + 1}" name=""/>{kind}'
        f'<wps:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>{geometry}</wps:spPr>{box}'
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>'
    )


def _paragraph(text: str, size: float, align: str, *, bold: bool) -> str:
    half = round(size * 2)
    face = f'{"<w:b/>" if bold else ""}<w:color w:val="{_INK}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:jc w:val="{align}"/></w:pPr><w:r><w:rPr>{face}</w:rPr>'
        f'<w:t xml:space="preserve">{_text(text)}</w:t></w:r></w:p>'
    )


def _text(text: str) -> str:
    """Text for XML, on one line."""
    return escaped(legal(" ".join(text.split())))


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _line(width: float, colour: str = _INK, *, dashed: bool = False) -> str:
    dashes = '<a:prstDash val="dash"/>' if dashed else ""
    return f'<a:ln w="{round(width * 12_700)}">{_solid(colour)}{dashes}</a:ln>'


def _emu(centimetres: float) -> int:
    return round(centimetres * _EMU)
