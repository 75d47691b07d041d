"""What a page draws, thing by thing, and what it looks like with some of its texts left out."""

from __future__ import annotations

import ctypes
import hashlib
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from reviewdocs.errors import InputError

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points of the page."""
Matrix = tuple[float, float, float, float, float, float]

MAX_PIXELS = 4_000_000
MAX_THINGS = 300_000
"""Things drawn on one page; a map has some tens of thousands."""
MAX_NESTING = 20
"""Forms drawn within forms."""
TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
"""Kinds of things, as pdfium numbers them."""

_SCALE = 2.0
_CHANGE = 16
"""Of 255, in any colour: less is not seen against its background."""
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_MEASURE = 1_000_000
_PIXEL = 4
"""Bytes of one."""
_NOT_OVER_TEXT = frozenset({raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_REDACT})
_ICONS = frozenset({raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_FILEATTACHMENT, raw.FPDF_ANNOT_SOUND})
_LARGEST_ICON = 40
"""Points; a comment that is drawn larger may cover words for good."""


@dataclass(slots=True)
class Thing:
    """Something drawn.

    Attributes:
        order: its place in the order of drawing.
        kind: TEXT, PATH, IMAGE, SHADING or FORM.
        pointer: pdfium's own.
        box: what it covers on the page.
        layered: it belongs to a layer that a reader can switch.
    """

    order: int
    kind: int
    pointer: Any
    box: Box
    layered: bool

    @property
    def address(self) -> int:
        """What tells it from others."""
        return address(self.pointer)

    def covers(self, x: float, y: float) -> bool:
        """Whether it can hide what lies under this point."""
        left, bottom, right, top = self.box
        if self.kind in (TEXT, FORM) or not (left <= x <= right and bottom <= y <= top):
            return False
        return self.kind != PATH or (_filled(self.pointer) and colour(self.pointer)[3] > 0)


def address(pointer: Any) -> int:
    """The address that a pointer of pdfium's holds; 0 for none."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def colour(pointer: Any) -> tuple[int, int, int, int]:
    """Red, green, blue and opacity that a thing is filled with, each from 0 to 255."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(pointer, *parts):
        return 0, 0, 0, 255
    red, green, blue, opacity = (part.value for part in parts)
    return red, green, blue, opacity


def picture_digest(picture: Thing) -> str:
    """The digest of a picture's bytes, packed as the file has them."""
    size = raw.FPDFImageObj_GetImageDataRaw(picture.pointer, None, 0)
    data = ctypes.create_string_buffer(size)
    raw.FPDFImageObj_GetImageDataRaw(picture.pointer, data, size)
    return hashlib.sha256(data.raw).hexdigest()


def things_on(page: pdfium.PdfPage) -> list[Thing]:
    """Everything that a page draws, in the order of drawing, a form followed by what it draws.

    Raises:
        InputError: more than any document has.
    """
    found: list[Thing] = []
    _collect(found, raw.FPDFPage_CountObjects(page), lambda at: raw.FPDFPage_GetObject(page, at), _IDENTITY, 0)
    return found


def _collect(found: list[Thing], count: int, get: Callable[[int], Any], matrix: Matrix, depth: int) -> None:
    for index in range(count):
        pointer = get(index)
        if not pointer:
            continue
        if len(found) >= MAX_THINGS or depth > MAX_NESTING:
            raise InputError("A page draws more than any document does.", remedy="Print it to PDF anew.")
        kind = raw.FPDFPageObj_GetType(pointer)
        found.append(Thing(len(found), kind, pointer, _bounds(pointer, matrix), _is_layered(pointer)))
        if kind == FORM:
            own = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(pointer, own)
            inner = _product((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
            inside = _getter(pointer)
            _collect(found, raw.FPDFFormObj_CountObjects(pointer), inside, inner, depth + 1)


def _getter(form: Any) -> Callable[[int], Any]:
    return lambda at: raw.FPDFFormObj_GetObject(form, at)


def forget_replacements(things: Iterable[Thing]) -> None:
    """Let texts be read as they are drawn: pdfium gives the words of a mark instead, where it has such."""
    for thing in things:
        for mark in _marks(thing.pointer) if thing.kind == TEXT else ():
            size = ctypes.c_ulong()
            if raw.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", None, 0, size) or size.value:
                raw.FPDFPageObj_RemoveMark(thing.pointer, mark)


def annotation_boxes(page: pdfium.PdfPage) -> tuple[list[Box], list[Box]]:
    """The boxes of annotations that may lie over text, and of redaction marks."""
    over: list[Box] = []
    redactions: list[Box] = []
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind, rectangle = raw.FPDFAnnot_GetSubtype(annotation), raw.FS_RECTF()
        if raw.FPDFAnnot_GetRect(annotation, rectangle):
            sides = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
            box = min(sides[0], sides[2]), min(sides[1], sides[3]), max(sides[0], sides[2]), max(sides[1], sides[3])
            if kind == raw.FPDF_ANNOT_REDACT:
                redactions.append(box)
            elif kind not in _NOT_OVER_TEXT and not raw.FPDFAnnot_GetFlags(annotation) & raw.FPDF_ANNOT_FLAG_HIDDEN:
                over.append(box)
        raw.FPDFPage_CloseAnnot(annotation)
    return over, redactions


def hide_icons(page: pdfium.PdfPage) -> None:
    """Let the page be drawn without the icons of comments and attached files: whoever reads it pushes them aside."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        sides, kind = raw.FS_RECTF(), raw.FPDFAnnot_GetSubtype(annotation)
        placed = kind in _ICONS and raw.FPDFAnnot_GetRect(annotation, sides)
        if placed and max(abs(sides.right - sides.left), abs(sides.top - sides.bottom)) <= _LARGEST_ICON:
            raw.FPDFAnnot_SetFlags(annotation, raw.FPDFAnnot_GetFlags(annotation) | raw.FPDF_ANNOT_FLAG_HIDDEN)
        raw.FPDFPage_CloseAnnot(annotation)


class Picture:
    """What a page looks like, some of its texts left out."""

    def __init__(self, page: pdfium.PdfPage, without: Iterable[Thing] = ()) -> None:
        left_out = list(without)
        for thing in left_out:
            raw.FPDFPageObj_SetIsActive(thing.pointer, False)
        width, height = page.get_size()
        scale = min(_SCALE, math.sqrt(MAX_PIXELS / max(1.0, width * height)))
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        self.width, self.height, self._stride = bitmap.width, bitmap.height, bitmap.stride
        self._bytes = bytes(bitmap.buffer)
        bitmap.close()
        for thing in left_out:
            raw.FPDFPageObj_SetIsActive(thing.pointer, True)

    def is_blank(self) -> bool:
        """Whether it is of one colour all over."""
        row = self._bytes[:_PIXEL] * self.width
        return all(self._bytes[at : at + len(row)] == row for at in range(0, len(self._bytes), self._stride))

    def differs(self, other: Picture, box: tuple[int, int, int, int]) -> bool:
        """Whether the two differ, for an eye, in these pixels (left, top, right, bottom; the last are left out)."""
        left, top, right, bottom = box
        for y in range(max(0, top), min(self.height, bottom)):
            start, end = y * self._stride + max(0, left) * _PIXEL, y * self._stride + min(self.width, right) * _PIXEL
            one, two = self._bytes[start:end], other._bytes[start:end]
            if one != two and any(abs(a - b) > _CHANGE for a, b in zip(one, two, strict=True)):
                return True
        return False

    def at(self, x: int, y: int) -> tuple[int, int, int]:
        """Red, green and blue of one pixel, the nearest where there is none."""
        x, y = min(max(x, 0), self.width - 1), min(max(y, 0), self.height - 1)
        blue, green, red = self._bytes[y * self._stride + x * _PIXEL :][:3]
        return red, green, blue


class Screen:
    """Where points of the page lie in its picture."""

    def __init__(self, page: pdfium.PdfPage, picture: Picture) -> None:
        x, y = ctypes.c_int(), ctypes.c_int()

        def place(of_x: float, of_y: float) -> tuple[float, float]:
            raw.FPDF_PageToDevice(page, 0, 0, _MEASURE, _MEASURE, 0, of_x, of_y, x, y)
            return x.value * picture.width / _MEASURE, y.value * picture.height / _MEASURE

        (self._x, self._y), right, up = place(0, 0), place(100, 0), place(0, 100)
        self._right = (right[0] - self._x) / 100, (right[1] - self._y) / 100
        self._up = (up[0] - self._x) / 100, (up[1] - self._y) / 100

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as pixels from the top left."""
        return self._x + x * self._right[0] + y * self._up[0], self._y + x * self._right[1] + y * self._up[1]

    def box(self, box: Box) -> tuple[int, int, int, int]:
        """A box of the page as pixels: left, top, right, bottom; at least one each way."""
        (x1, y1), (x2, y2) = self.point(box[0], box[1]), self.point(box[2], box[3])
        left, top = math.floor(min(x1, x2)), math.floor(min(y1, y2))
        return left, top, max(left + 1, math.ceil(max(x1, x2))), max(top + 1, math.ceil(max(y1, y2)))


def _bounds(pointer: Any, matrix: Matrix) -> Box:
    sides = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(pointer, *sides):
        return 0, 0, 0, 0
    left, bottom, right, top = (side.value for side in sides)
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _filled(path: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(path, fill, stroke)) and fill.value != 0


def _is_layered(pointer: Any) -> bool:
    name, size = (ctypes.c_ushort * 8)(), ctypes.c_ulong()
    for mark in _marks(pointer):
        if raw.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), size) and bytes(name)[:6] == b"O\0C\0\0\0":
            return True
    return False


def _marks(pointer: Any) -> Iterator[Any]:
    """Marks around a thing, the last first, so that they can be removed."""
    for index in reversed(range(raw.FPDFPageObj_CountMarks(pointer))):
        yield raw.FPDFPageObj_GetMark(pointer, index)
