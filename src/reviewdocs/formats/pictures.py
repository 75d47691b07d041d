"""Pictures: what they carry beside the picture goes, the picture itself stays byte for byte."""

from __future__ import annotations

import gzip
import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reviewdocs.formats import tiff

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_PICTURE = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"bKGD", b"hIST"}
    | {b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT"}
)
"""Chunks that make the picture; text, EXIF, time, provenance and everything private go."""
_JPEG_KEPT = frozenset({*range(0xC0, 0xE0), 0xE0, 0xE2, 0xEE})
"""Markers that a decoder needs: frames, tables, JFIF (E0), colour profile (E2), Adobe's colour transform (EE)."""
_EMF_SIGNATURE = b" EMF"
_WEBP_PICTURE = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_WEBP_WORDS = 0x0C
"""Flags of a WebP that say there is EXIF and XMP."""
_BMP_LINKED, _BMP_STANDARD = b"KNIL", b"BGRs"
_UNPACKED = 64 * 1024 * 1024
_INFLATED = 4 * 1024 * 1024
_TRIES = 50
"""Places of one chunk where compressed text may begin: after a keyword, a language and a translated keyword."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A picture without its pixels: (label, bytes) of every other piece."""

    pieces: tuple[tuple[str, bytes], ...]


def kind_of(data: bytes) -> str:
    """What the bytes are: png, jpeg, gif, bmp, tiff, webp, emf, wmf, svg, packed (emz, wmz); else empty."""
    starts = ((_PNG, "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"BM", "bmp"), (b"\x1f\x8b", "packed"))
    tiffs = ((start, "tiff") for start in tiff.STARTS)
    for start, kind in (*starts, *tiffs, (b"\xd7\xcd\xc6\x9a", "wmf"), (b"\x01\0\x09\0", "wmf")):
        if data.startswith(start):
            return kind
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data[40:44] == _EMF_SIGNATURE:
        return "emf"
    if b"<svg" in data[:4096]:
        return "svg"
    return ""


def without_metadata(data: bytes) -> bytes:
    """The picture with text, EXIF, XMP, time and thumbnail taken out; unchanged where the kind carries none."""
    kind = kind_of(data)
    if kind == "png":
        return _PNG + b"".join(raw for label, raw in _png_chunks(data) if label in _PNG_PICTURE)
    if kind == "jpeg":
        return b"\xff\xd8" + b"".join(raw for marker, raw in _jpeg_segments(data) if _jpeg_wanted(marker, raw))
    if kind == "gif":
        return b"".join(raw for label, raw in _gif_blocks(data) if label in ("head", "image", "control", "loop", "end"))
    others = {"emf": _emf_without_description, "tiff": tiff.without_words, "webp": _webp_without_words}
    others |= {"bmp": _bmp_without_words, "packed": _packed_without_words}
    return others[kind](data) if kind in others else data


def placeholder() -> bytes:
    """A picture (PNG) that stands for one that was taken out: a grey box, crossed through."""
    width, height, grey, dark = 96, 64, b"\xe0", b"\x60"
    rows = []
    for y in range(height):
        crossing = {0, width - 1, y * (width - 1) // (height - 1), (height - 1 - y) * (width - 1) // (height - 1)}
        edge = y in (0, height - 1)
        rows.append(b"\0" + b"".join(dark if edge or x in crossing else grey for x in range(width)))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"".join(rows))),
        (b"IEND", b""),
    )
    return _PNG + b"".join(
        struct.pack(">I", len(data)) + label + data + struct.pack(">I", zlib.crc32(label + data))
        for label, data in chunks
    )


def without_pixels(data: bytes) -> Skeleton | None:
    """What a PNG, JPEG or GIF carries beside its pixels, for reading; None for any other kind."""
    kind = kind_of(data)
    if kind == "png":
        pieces, head, pixels = [(label.decode("latin-1"), raw) for label, raw in _png_chunks(data)], 8, "IDAT"
    elif kind == "jpeg":
        pieces, head, pixels = [(f"{marker:02X}", raw) for marker, raw in _jpeg_segments(data)], 2, "DA"
    elif kind == "gif":
        pieces, head, pixels = list(_gif_blocks(data)), 0, "image"
    elif kind == "webp":
        pieces, head, pixels = [(label.decode("latin-1"), raw) for label, raw in _webp_chunks(data)], 12, "VP8"
    else:
        return None
    rest = data[head + sum(len(raw) for _, raw in pieces) :]
    return Skeleton((*((label, raw) for label, raw in pieces if not label.startswith(pixels)), ("rest", rest)))


def metadata_of(skeleton: Skeleton) -> Iterator[bytes]:
    """Each piece, and what is inflated from PNG's compressed text."""
    for label, raw in skeleton.pieces:
        yield raw
        if label in ("zTXt", "iTXt", "iCCP"):
            starts = (at for at in range(8, max(8, len(raw) - 4)) if raw[at] == 0x78)
            for at in islice(starts, _TRIES):
                try:
                    yield zlib.decompressobj().decompress(raw[at:], _INFLATED)
                except zlib.error:
                    continue


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Every chunk as (type, raw bytes); what follows the end chunk, or a broken chunk, is left out."""
    at = len(_PNG)
    while at + 12 <= len(data):
        (size,) = struct.unpack_from(">I", data, at)
        label = data[at + 4 : at + 8]
        end = at + 12 + size
        if end > len(data):
            return
        yield label, data[at:end]
        if label == b"IEND":
            return
        at = end


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Every segment after the start marker as (marker, raw bytes); a scan (DA) holds its entropy-coded data too."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # fill byte
            at += 1
            continue
        if marker == 0xD9:
            yield marker, data[at : at + 2]
            return
        if marker == 0x01 or 0xD0 <= marker <= 0xD7:
            yield marker, data[at : at + 2]
            at += 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xDA:
            end = _end_of_scan(data, end)
        yield marker, data[at:end]
        at = end
    if at + 2 <= len(data) and data[at : at + 2] == b"\xff\xd9":
        yield 0xD9, data[at : at + 2]


def _end_of_scan(data: bytes, start: int) -> int:
    """Where entropy-coded data ends: at the first marker that is neither a stuffed zero nor a restart."""
    at = start
    while (at := data.find(b"\xff", at)) != -1:
        if at + 1 < len(data) and (data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7 or data[at + 1] == 0xFF):
            at += 2 if data[at + 1] != 0xFF else 1
            continue
        return at
    return len(data)


def _jpeg_wanted(marker: int, raw: bytes) -> bool:
    if marker == 0xE2:
        return raw[4:15] == b"ICC_PROFILE"  # E2 also carries further pictures with metadata of their own (MPF)
    if marker == 0xE0:
        return raw[4:8] == b"JFIF"  # JFXX is a thumbnail
    if marker == 0xEE:
        return raw[4:9] == b"Adobe"
    return marker in _JPEG_KEPT


def _gif_blocks(data: bytes) -> Iterator[tuple[str, bytes]]:
    """A GIF's head, images, controls, loop instruction and end; comments and other extensions under their own label."""
    if len(data) < 13:
        return
    at = 13 + (3 << ((data[10] & 7) + 1) if data[10] & 0x80 else 0)
    yield "head", data[:at]
    while at < len(data):
        start = at
        if data[at] == 0x3B:
            yield "end", data[at : at + 1]
            return
        if data[at] == 0x21 and at + 1 < len(data):
            label = {0xF9: "control", 0xFE: "comment", 0xFF: "application"}.get(data[at + 1], "other")
            if label == "application" and data[at + 3 : at + 14] in (b"NETSCAPE2.0", b"ANIMEXTS1.0"):
                label = "loop"
            at = _after_sub_blocks(data, at + 2)
        elif data[at] == 0x2C and at + 10 <= len(data):
            label = "image"
            table = 3 << ((data[at + 9] & 7) + 1) if data[at + 9] & 0x80 else 0
            at = _after_sub_blocks(data, at + 11 + table)
        else:
            return
        yield label, data[start:at]


def _after_sub_blocks(data: bytes, at: int) -> int:
    while at < len(data) and data[at]:
        at += data[at] + 1
    return min(at + 1, len(data))


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Every chunk as (name, raw bytes); what follows a broken one is left out."""
    at = 12
    while at + 8 <= len(data):
        (size,) = struct.unpack_from("<I", data, at + 4)
        if at + 8 + size > len(data):
            return
        end = min(at + 8 + size + size % 2, len(data))
        yield data[at : at + 4], data[at:end]
        at = end


def _webp_without_words(data: bytes) -> bytes:
    """Without EXIF, XMP and what is unknown, nor the flags that announce them."""
    chunks = [(label, raw) for label, raw in _webp_chunks(data) if label in _WEBP_PICTURE]
    if not chunks:
        return data
    body = b"".join(
        raw if label != b"VP8X" else raw[:8] + bytes([raw[8] & ~_WEBP_WORDS & 0xFF]) + raw[9:] for label, raw in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _bmp_without_words(data: bytes) -> bytes:
    """Without the path to a colour profile, and without what follows the pixels."""
    if len(data) < 54:
        return data
    (declared, _, start, head) = (int(n) for n in struct.unpack_from("<IIII", data, 2))
    if head >= 124 and data[70:74] == _BMP_LINKED and len(data) >= 138:
        offset, size = (int(n) for n in struct.unpack_from("<II", data, 126))
        cleared = data[:70] + _BMP_STANDARD + data[74:126] + bytes(8) + data[134:]
        data = (
            cleared[: 14 + offset]
            + bytes(len(cleared[14 + offset : 14 + offset + size]))
            + cleared[14 + offset + size :]
        )
    if head < 40:
        return data
    width, height, _, depth, _, stored = (int(n) for n in struct.unpack_from("<iiHHII", data, 18))
    needed = start + max(stored, (abs(width) * depth + 31) // 32 * 4 * abs(height))
    return data[: max(declared, needed)]


def _packed_without_words(data: bytes) -> bytes:
    """A drawing in a gzip file, which can say what the file was called."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            inner = stream.read(_UNPACKED + 1)
    except (OSError, EOFError, zlib.error):
        return data
    cleaned = without_metadata(inner)
    if len(inner) > _UNPACKED or (cleaned == inner and data[3] == 0):
        return data
    return gzip.compress(cleaned, mtime=0)


def _emf_without_description(data: bytes) -> bytes:
    """An enhanced metafile whose header describes nothing ([MS-EMF] 2.3.4.2: length at 60, offset at 64, UTF-16)."""
    if len(data) < 68:
        return data
    characters, offset = (int(n) for n in struct.unpack_from("<II", data, 60))
    size = characters * 2
    if not size or offset + size > len(data):
        return data
    return data[:offset] + b"\0" * size + data[offset + size :]
