"""Pictures lose what they carry beside the picture, and nothing of the picture."""

from __future__ import annotations

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


_WITH = {
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


@pytest.mark.parametrize("what", [what for what in _WITH if "after" not in what])
def test_the_adversary_reads_metadata(what: str) -> None:
    texts = [text for _, text in readings("image1", _WITH[what][0])]
    assert any(_SECRET.decode() in text for text in texts)
    assert not any(_SECRET.decode() in text for _, text in readings("image1", _WITH[what][1]))


def test_a_colour_profile_and_animation_stay() -> None:
    profile = _jpeg(_segment(0xE2, b"ICC_PROFILE\0\1\1rgb"))
    looping = _gif(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0")
    assert without_metadata(profile) == profile
    assert without_metadata(looping) == looping


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"\1\0\0\0" + b"\0" * 36 + b" EMF"]
)
def test_cut_off_pictures_are_survived(data: bytes) -> None:
    without_metadata(data)
    list(readings("image1", data))


def test_other_kinds_are_left_alone() -> None:
    assert kind_of(b"RIFF....WEBP") == ""
    assert without_metadata(b"BM" + _SECRET) == b"BM" + _SECRET
