"""A Word package written again with some parts changed: the others are copied as they lie, packed already.

The same parts give the same bytes: every entry has the earliest time that a zip can hold, and no trace of a machine.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION = 20
_UTF8 = 0x800
_DATE = 1 << 5 | 1
"""1 January 1980, as zip has dates."""
_MODE = 0o600 << 16
_QUICK, _USUAL = 3, 6
"""Levels of packing: the quick one takes half the time, and makes a letter 2 % larger."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A part as it lies in a package: its local header, name and packed bytes, and its line of the directory."""

    local: bytes
    line: tuple[bytes, bytes]

    def entry(self, offset: int) -> bytes:
        """The directory's line for a part that lies at `offset`."""
        head, name = self.line
        return b"".join((head, struct.pack("<I", offset), name))


def packed(name: str, data: bytes, level: int = _QUICK) -> Packed:
    """A part packed (deflate, RFC 1951; the layout is that of the ZIP specification, 4.3)."""
    packer = zlib.compressobj(level, wbits=-zlib.MAX_WBITS)
    body = packer.compress(data) + packer.flush()
    raw = name.encode()
    flags = 0 if raw.isascii() else _UTF8
    what = (flags, zipfile.ZIP_DEFLATED, 0, _DATE, zlib.crc32(data), len(body), len(data), len(raw), 0)
    local = _LOCAL.pack(b"PK\3\4", _VERSION, *what) + raw + body
    head = _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *what, 0, 0, 0, _MODE, 0)[:-4]
    return Packed(local, (head, raw))


class Package:
    """A package whose parts are packed once."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._parts = {name: packed(name, archive.read(name), _USUAL) for name in archive.namelist()}

    def with_parts(self, changed: Mapping[str, Packed]) -> bytes:
        """The package with these parts, which it has, in place of its own."""
        pieces: list[bytes] = []
        lines: list[bytes] = []
        offset = 0
        for name, own in self._parts.items():
            part = changed.get(name, own)
            pieces.append(part.local)
            lines.append(part.entry(offset))
            offset += len(part.local)
        directory = b"".join(lines)
        end = _END.pack(b"PK\5\6", 0, 0, len(lines), len(lines), len(directory), offset, 0)
        return b"".join((*pieces, directory, end))
