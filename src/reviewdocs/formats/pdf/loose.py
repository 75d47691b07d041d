"""Drawings that stand on no page, read as a page is: appearances of annotations and fields, patterns, unused forms.

Each is put on a page of its own in a PDF that is made for this and thrown away.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import pypdf
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    StreamObject,
)

from reviewdocs.formats.pdf.glyphs import Letter, Pages
from reviewdocs.formats.pdf.source import Source, Unreadable, shielded

MAX_DRAWINGS = 5_000
_PAGE = 10_000


def letters_of_drawings(source: Source, drawings: Sequence[StreamObject]) -> Iterator[tuple[Letter, ...]]:
    """The letters of each drawing.

    Raises:
        Unreadable: they cannot be taken out of the file.
        InputError: what is made of them cannot be read.
    """
    with shielded("the drawings outside its pages cannot be taken out of it"):
        data = _on_pages([_as_form(source, drawing) for drawing in drawings])
    yield from _letters(data)


def letters_of_pages(lost: Sequence[DictionaryObject]) -> Iterator[tuple[Letter, ...]]:
    """The letters of pages that the page tree does not hold; raises as `letters_of_drawings`."""
    with shielded("the pages that were taken out of it cannot be read"):
        writer = pypdf.PdfWriter()
        for old in lost:
            page = writer.add_blank_page(_PAGE, _PAGE)
            for key in ("/Contents", "/Resources"):
                if key in old:
                    page[NameObject(key)] = old.raw_get(key).clone(writer)
        data = _written(writer)
    yield from _letters(data)


def _letters(data: bytes) -> Iterator[tuple[Letter, ...]]:
    with Pages(data) as pages:
        for number in range(len(pages)):
            page = pages.read(number, looking=False)
            if page is None:
                raise Unreadable("a drawing outside its pages cannot be read")
            yield page.letters


def _on_pages(forms: Sequence[StreamObject]) -> bytes:
    writer = pypdf.PdfWriter()
    for form in forms:
        page = writer.add_blank_page(_PAGE, _PAGE)
        drawn = DecodedStreamObject()
        drawn.set_data(b"/X Do")
        page[NameObject("/Contents")] = writer._add_object(drawn)
        named = DictionaryObject({NameObject("/X"): writer._add_object(form.clone(writer))})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): named})
    return _written(writer)


def _as_form(source: Source, drawing: StreamObject) -> StreamObject:
    """A form that draws what a form or pattern draws."""
    form = DecodedStreamObject()
    form.set_data(source.unpacked(drawing, again=True))
    form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject([FloatObject(side) for side in (-_PAGE, -_PAGE, _PAGE, _PAGE)])
    for key in ("/Matrix", "/Resources"):
        if key in drawing:
            form[NameObject(key)] = drawing.raw_get(key)
    return form


def _written(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
