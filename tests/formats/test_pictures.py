"""Pictures lose what they carry beside the picture, and nothing of the picture."""

from __future__ import annotations

import gzip
import struct
import zlib

import pytest

from reviewdocs.formats.adversary import readings
from reviewdocs.formats.pictures import kind_of, without_metadata

_SECRET = b"Faith Okafor"


def _chunk(label: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + label + data + struct.pack(">I", zlib.crc32(label + data))


def _png(*extra: bytes) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    pixels = _chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + pixels + _chunk(b"IEND", b"")


def _segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def _jpeg(*extra: bytes) -> bytes:
    scan = _segment(0xDA, b"\1\1\0\0\x3f\0") + b"\x12\xff\x00\x34\xff\xd0\x56"
    return (
        b"\xff\xd8" + _segment(0xE0, b"JFIF\0\1\2") + b"".join(extra) + _segment(0xDB, b"\0" * 65) + scan + b"\xff\xd9"
    )


def _gif(*extra: bytes) -> bytes:
    image = b"\x2c" + b"\0" * 8 + b"\0" + b"\x02\x02\x44\x01\0"
    return b"GIF89a\1\0\1\0\x80\0\0" + b"\0" * 6 + b"".join(extra) + image + b"\x3b"


def _emf(text: bytes) -> bytes:
    head = bytearray(108)
    head[0:4], head[40:44] = b"\1\0\0\0", b" EMF"
    struct.pack_into("<II", head, 60, len(text) // 2, 108)
    return bytes(head) + text


def _webp(*extra: bytes, flags: int) -> bytes:
    size = struct.pack("<I", 10)
    chunks = b"VP8X" + size + bytes([flags]) + b"\0" * 9 + b"VP8L" + size + b"\x2f" * 10 + b"".join(extra)
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks


def _riff(label: bytes, data: bytes) -> bytes:
    return label + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _tiff(text: bytes, order: str = "<", start: bytes = b"II*\0") -> bytes:
    """One pixel, its description, its XMP, and in a directory of its own its EXIF."""
    size, private = len(text), b"\0" * 4
    rows = [(256, 3, 1, 1), (257, 3, 1, 1), (270, 2, size, 200), (700, 1, size, 300), (34665, 4, 1, 150)]
    entries = b"".join(struct.pack(f"{order}HHI", *row[:3]) + _value(order, row) for row in rows)
    head = start + struct.pack(f"{order}IH", 8, len(rows)) + entries + private
    exif = struct.pack(f"{order}HHHII", 1, 37510, 7, size, 400) + private
    return head.ljust(150, b"\0") + exif.ljust(50, b"\0") + text.ljust(100, b"\0") + text.ljust(100, b"\0") + text


def _value(order: str, row: tuple[int, ...]) -> bytes:
    return struct.pack(f"{order}H2x" if row[1] == 3 else f"{order}I", row[3])


def _bmp(after: bytes = b"") -> bytes:
    info = struct.pack("<IiiHHIIiiII", 40, 1, 1, 1, 24, 0, 4, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 58, 0, 0, 54) + info + b"\1\2\3\0" + after


def _bmp_linked(path: bytes, kind: bytes) -> bytes:
    info = bytearray(124)
    struct.pack_into("<IiiHHII", info, 0, 124, 1, 1, 1, 24, 0, 4)
    info[56:60] = kind
    struct.pack_into("<II", info, 112, *((128, len(path)) if path.strip(b"\0") else (0, 0)))
    size = 14 + 124 + 4 + len(path)
    return b"BM" + struct.pack("<IHHI", size, 0, 0, 138) + bytes(info) + b"\1\2\3\0" + path


_DRAWN, _BLANK = _emf(_SECRET.decode().encode("utf-16-le")), _emf(b"\0" * 24)
_GZIP_NAMED = b"\x1f\x8b\x08\x08\0\0\0\0\0\x03" + _SECRET + b"\0" + gzip.compress(_BLANK, mtime=0)[10:]
_WITH = {
    "webp exif": (_webp(_riff(b"EXIF", _SECRET), _riff(b"XMP ", b"odd" + _SECRET), flags=0x1C), _webp(flags=0x10)),
    "tiff": (_tiff(_SECRET), _tiff(bytes(len(_SECRET)))),
    "tiff, big end first": (_tiff(_SECRET, ">", b"MM\0*"), _tiff(bytes(len(_SECRET)), ">", b"MM\0*")),
    "hd photo": (_tiff(_SECRET, "<", b"II\xbc\1"), _tiff(bytes(len(_SECRET)), "<", b"II\xbc\1")),
    "bmp after the end": (_bmp(_SECRET), _bmp()),
    "bmp with the path of a profile": (_bmp_linked(_SECRET, b"KNIL"), _bmp_linked(bytes(len(_SECRET)), b"BGRs")),
    "emf in a gzip file": (gzip.compress(_DRAWN, mtime=0), gzip.compress(_BLANK, mtime=0)),
    "name of a gzip file": (_GZIP_NAMED, gzip.compress(_BLANK, mtime=0)),
    "png text": (_png(_chunk(b"tEXt", b"Author\0" + _SECRET)), _png()),
    "png packed text": (_png(_chunk(b"zTXt", b"Author\0\0" + zlib.compress(_SECRET))), _png()),
    "png private chunk": (_png(_chunk(b"prVt", _SECRET)), _png()),
    "png after the end": (_png() + _SECRET, _png()),
    "jpeg comment": (_jpeg(_segment(0xFE, _SECRET)), _jpeg()),
    "jpeg exif": (_jpeg(_segment(0xE1, b"Exif\0\0" + _SECRET.decode().encode("utf-16-le"))), _jpeg()),
    "jpeg after the end": (_jpeg() + _SECRET, _jpeg()),
    "gif comment": (_gif(b"\x21\xfe" + bytes([len(_SECRET)]) + _SECRET + b"\0"), _gif()),
    "emf description": (_emf(_SECRET.decode().encode("utf-16-le")), _emf(b"\0" * 24)),
}


@pytest.mark.parametrize("what", _WITH)
def test_metadata_goes_and_the_rest_stays(what: str) -> None:
    carrying, clean = _WITH[what]
    assert without_metadata(carrying) == clean
    assert without_metadata(clean) == clean


@pytest.mark.parametrize("what", _WITH)
def test_the_adversary_reads_metadata(what: str) -> None:
    texts = [text for _, text in readings("image1", _WITH[what][0])]
    assert any(_SECRET.decode() in text for text in texts)
    assert not any(_SECRET.decode() in text for _, text in readings("image1", _WITH[what][1]))


def test_a_colour_profile_and_animation_stay() -> None:
    profile = _jpeg(_segment(0xE2, b"ICC_PROFILE\0\1\1rgb"))
    looping = _gif(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0")
    assert without_metadata(profile) == profile
    assert without_metadata(looping) == looping


_BROKEN = (
    *(b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"\1\0\0\0" + b"\0" * 36 + b" EMF", b"\x1f\x8b\x08"),
    *(b"RIFF....WEBPVP8 \xff\xff\xff\xff", b"II*\0", b"II*\0\x08\0\0\0\xff\xff", b"BM" + b"\xff" * 140),
    b"II*\0\x08\0\0\0\1\0\x69\x87\4\0\1\0\0\0\x08\0\0\0\x08\0\0\0",  # a directory that points at itself
)


@pytest.mark.parametrize("data", _BROKEN)
def test_cut_off_pictures_are_survived(data: bytes) -> None:
    without_metadata(data)
    list(readings("image1", data))


def test_other_kinds_are_left_alone() -> None:
    assert kind_of(b"RIFF....WAVE") == ""
    assert without_metadata(b"BM" + _SECRET) == b"BM" + _SECRET
