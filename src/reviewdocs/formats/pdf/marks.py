"""Where words stand on a PDF's pages, and the marks by which another program takes them out (XFDF, ISO 19444-1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

_NAMESPACE = "http://ns.adobe.com/xfdf/"
_BLACK = "#000000"
_WIDER = 0.5
"""Points by which a mark is larger than the letters, which reach over their own boxes."""
_MOST = 2_000
"""Places of one text on one page; a page has fewer letters."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the page's lower left corner."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to be taken out of a page.

    Attributes:
        page: from 1.
        boxes: where it stands, a line each.
        why: what reviewers read beside it; no text of the document.
        name: what it is known by.
    """

    page: int
    boxes: tuple[Box, ...]
    why: str
    name: str


class Places:
    """Looks for words on pages, in a worker."""

    MEMORY = 1024**3
    """Bytes that it may take: see `serving`."""

    def boxes(self, data: bytes, password: str, asked: Sequence[tuple[int, str]]) -> list[list[list[Box]]]:
        """For each page (from 1) and text: every place on that page where it stands, a box for each of its lines."""
        import pypdfium2 as pdfium

        document = pdfium.PdfDocument(data, password=password or None)
        try:
            return [_found(document[page - 1].get_textpage(), text) for page, text in asked]
        finally:
            document.close()


def as_xfdf(file: str, marks: Iterable[Mark], made_by: str) -> bytes:
    """The marks as a file that Acrobat takes in over the PDF of this name; nothing is taken out until it is applied."""
    root = etree.fromstring(f'<xfdf xmlns="{_NAMESPACE}"/>')
    root.append(etree.Comment(f" {made_by} "))
    root.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    annotations = etree.SubElement(root, f"{{{_NAMESPACE}}}annots")
    for mark in marks:
        node = etree.SubElement(annotations, f"{{{_NAMESPACE}}}redact")
        left, bottom, right, top = (pick(box[at] for box in mark.boxes) for at, pick in enumerate((min, min, max, max)))
        for name, value in {
            "page": str(mark.page - 1),
            "rect": _numbers((left, bottom, right, top)),
            "coords": ",".join(_numbers((x0, y1, x1, y1, x0, y0, x1, y0)) for x0, y0, x1, y1 in mark.boxes),
            "color": _BLACK,
            "interior-color": _BLACK,
            "title": made_by,
            "subject": mark.why,
            "name": mark.name,
        }.items():
            node.set(name, value)
    etree.SubElement(root, f"{{{_NAMESPACE}}}f").set("href", file)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False) + b"\n"


def _found(page: Any, text: str) -> list[list[Box]]:
    searcher = page.search(text, match_case=True)
    found: list[list[Box]] = []
    while (hit := searcher.get_next()) is not None and len(found) < _MOST:
        start, count = hit
        boxes = [page.get_rect(number) for number in range(page.count_rects(start, count))]
        found.append([(x0 - _WIDER, y0 - _WIDER, x1 + _WIDER, y1 + _WIDER) for x0, y0, x1, y1 in boxes])
    return found


def _numbers(values: Iterable[float]) -> str:
    return ",".join(f"{value:.3f}" for value in values)
