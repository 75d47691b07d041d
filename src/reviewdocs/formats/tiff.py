"""TIFF, and Word's HD Photo which is built like it: what says something in words is blanked in place.

A picture is a chain of directories (TIFF 6.0, section 2), each of entries (tag, type, count, value or where it lies).
Nothing moves, so whatever else points into the file goes on pointing right.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

STARTS: Final = (b"II*\0", b"MM\0*", b"II\xbc\x01")

_TEXT, _BYTES, _OPAQUE, _LONG = 2, 1, 7, 4
_SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_EXIF, _GPS, _INTEROPERABILITY, _PARTS = 34665, 34853, 40965, 330
_POINTERS: Final = frozenset({_EXIF, _GPS, _INTEROPERABILITY, _PARTS})
_PRIVATE_FROM: Final = 32768
_NEEDED: Final = frozenset({33421, 33422, 34675, *range(0xBC00, 0xBD00)})
"""Private tags without which the picture is another: colour filter, colour profile, HD Photo's own."""
_XMP: Final = 700
_MOST_ENTRIES: Final = 20_000


@dataclass(slots=True)
class _Walk:
    data: bytearray
    order: str
    seen: set[int] = field(default_factory=set)
    left: int = _MOST_ENTRIES

    def directory(self, at: int, *, all_private: bool = False, everything: bool = False) -> int:
        """Blank the words of one directory and of those it points to; returns where the next one lies."""
        if at in self.seen or at < 8 or at + 2 > len(self.data):
            return 0
        self.seen.add(at)
        (count,) = self._read("H", at)
        end = at + 2 + 12 * count
        if end > len(self.data) or count > self.left:
            return 0
        self.left -= count
        for entry in range(at + 2, end, 12):
            self._entry(entry, all_private=all_private, everything=everything)
        return int(self._read("I", end)[0]) if end + 4 <= len(self.data) else 0

    def _entry(self, at: int, *, all_private: bool, everything: bool) -> None:
        tag, kind, count = self._read("HHI", at)
        size = _SIZES.get(kind, 0) * count
        start = at + 8 if size <= 4 else int(self._read("I", at + 8)[0])
        if not size or start + size > len(self.data):
            return
        if tag in _POINTERS:
            for target in self._targets(kind, start, count):
                self.directory(target, all_private=tag != _PARTS, everything=tag == _GPS)
        elif kind == _TEXT or everything or tag == _XMP or (kind in (_BYTES, _OPAQUE) and _private(tag, all_private)):
            self.data[start : start + size] = bytes(size)

    def _targets(self, kind: int, start: int, count: int) -> Iterator[int]:
        if kind in (_LONG, 13):
            yield from (int(n) for n in self._read(f"{min(count, 64)}I", start))

    def _read(self, layout: str, at: int) -> tuple[int, ...]:
        return struct.unpack_from(f"{self.order}{layout}", self.data, at)


def _private(tag: int, all_private: bool) -> bool:
    return all_private or (tag >= _PRIVATE_FROM and tag not in _NEEDED)


def without_words(data: bytes) -> bytes:
    """The picture with its descriptions, authors, dates, places and private data zeroed."""
    walk = _Walk(bytearray(data), "<" if data.startswith(b"II") else ">")
    if len(data) >= 8:
        (at,) = struct.unpack_from(f"{walk.order}I", data, 4)
        while at:
            at = walk.directory(at)
    return bytes(walk.data)
