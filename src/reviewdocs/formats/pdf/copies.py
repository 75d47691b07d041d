"""PDFs that were made here: protected, put together for printing, shown as pictures."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable

_DPI = 110
_PDF_POINTS = 72


def protected_pdf(data: bytes, password: str) -> bytes:
    """A PDF that opens with a password only (AES with 256 bits)."""
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password, algorithm="AES-256")
    return _bytes(writer)


def opens_pdf(data: bytes, password: str) -> bool:
    """Whether a protected PDF opens with a password."""
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        return reader.is_encrypted and bool(reader.decrypt(password))
    except (PyPdfError, ValueError):
        return False


def print_file(pdfs: Iterable[bytes]) -> bytes:
    """One PDF of all of them for printing on both sides: each begins on the front of a sheet."""
    import pypdf

    writer = pypdf.PdfWriter()
    for data in pdfs:
        writer.append(io.BytesIO(data), import_outline=False)
        if len(writer.pages) % 2:
            writer.add_blank_page()
    return _bytes(writer)


def _bytes(writer: object) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


class Picturing:
    """Draws pages in a worker."""

    MEMORY = 1024**3
    """Bytes that it may take: see `serving`."""

    def pictures(self, data: bytes, most: int) -> list[bytes]:
        """The first pages as PNG."""
        import pypdfium2 as pdfium

        document = pdfium.PdfDocument(data)
        try:
            pages = (document[number] for number in range(min(most, len(document))))
            return [_png(page.render(scale=_DPI / _PDF_POINTS, rev_byteorder=True)) for page in pages]
        finally:
            document.close()


def _png(bitmap: object) -> bytes:
    """A bitmap as PNG ([ISO/IEC 15948]); of four bytes a point the last is left out."""
    width, height, stride, wide = (getattr(bitmap, name) for name in ("width", "height", "stride", "n_channels"))
    buffer = bytes(bitmap.buffer)  # type: ignore[attr-defined]
    rows = []
    for row in range(height):
        line = buffer[row * stride : row * stride + width * wide]
        if wide == 4:
            line = b"".join(line[at : at + 3] for at in range(0, len(line), 4))
        rows.append(b"\0" + line)
    colour = 0 if wide == 1 else 2
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, data) for kind, data in ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows))), (b"IEND", b""))
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
