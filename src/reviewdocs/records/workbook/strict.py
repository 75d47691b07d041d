"""Workbooks in the strict form of the standard, which Excel writes on request and openpyxl takes for empty.

The two forms differ in the names of their namespaces (ISO/IEC 29500-1, Annex A, and ISO/IEC 29500-4).
"""

from __future__ import annotations

import io
import zipfile

_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMES = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)


def transitional(raw: bytes) -> bytes:
    """The package in the form that everything reads; unchanged where it is in it already."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        parts = {part.filename: package.read(part) for part in package.infolist() if not part.is_dir()}
    if not any(_STRICT in data for name, data in parts.items() if name.endswith((".xml", ".rels"))):
        return raw
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            if name.endswith((".xml", ".rels")):
                for strict, known in _NAMES:
                    data = data.replace(strict, known)
            package.writestr(name, data)
    return stream.getvalue()
