"""File names of letters: one for each recipient, on every disk, however long, alike or foreign their names are.

The recipient's id stands in the name, and alone tells letters apart. An id that a disk could take for another's (small
and capital letters are one on most, some signs are allowed on none) gets a few figures worked out of it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from reviewdocs.generate.catalogue import Entry

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_PLAIN_ID = re.compile(r"[A-Z0-9][A-Z0-9_-]{0,39}")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])", re.IGNORECASE)
"""What Windows takes for a device, whatever follows a full stop ("Naming Files, Paths, and Namespaces")."""
_MOST_LETTERS, _MOST_BYTES = 120, 200
"""Of a name without its suffix: with a number and another suffix it still fits the 255 bytes of most disks."""
_LEAST_NAME = 20


def file_name(entry: Entry, *, reference: str, version: str, recipient: str, name: str) -> str:
    """What a letter's file is called: "LCSPR-2031-01 Formal notification - Larch House (LARCH).docx".

    Args:
        entry: the letter.
        reference, version: of the review.
        recipient: the recipient's id.
        name: what the recipient is called.
    """
    tail = f" ({id_in_names(recipient)})"
    whole = entry.file_name.format(reference=reference, title=entry.title, version=version, recipient="\0")
    before, _, after = whole.partition("\0")
    before, after = _safe(before), _safe(after)
    before = _shortened(before, _room(tail + after, _LEAST_NAME))
    shown = _shortened(_safe(name), _room(before + after + tail))
    stem = " ".join(f"{before}{shown}{tail}{after}".split()).strip(". ")
    return f"{'_' if _DEVICE.fullmatch(stem.partition('.')[0].strip()) else ''}{stem}.docx"


def id_in_names(identifier: str) -> str:
    """A recipient's id as it stands in file names: no two are the same on any disk."""
    if _PLAIN_ID.fullmatch(identifier) and not _DEVICE.fullmatch(identifier):
        return identifier
    told = hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{_shortened(_safe(identifier), (30, 60)).strip('. ')}-{told}".lstrip("-")


def _safe(text: str) -> str:
    """Without what a disk refuses, or what turns the line that it stands in."""
    if text.isascii() and text.isprintable():
        return _UNSAFE.sub("-", text)
    text = _UNSAFE.sub("-", unicodedata.normalize("NFC", text))
    return "".join(c if unicodedata.category(c) not in ("Cf", "Cs", "Co", "Cn", "Zl", "Zp") else " " for c in text)


def _room(rest: str, kept: int = 0) -> tuple[int, int]:
    """How many letters and bytes there are for a part of a name beside the rest of it."""
    return max(1, _MOST_LETTERS - _length(rest) - kept), max(1, _MOST_BYTES - len(rest.encode()) - kept)


def _length(text: str) -> int:
    """Letters as Windows counts them."""
    return len(text.encode("utf-16-le")) // 2


def _shortened(text: str, room: tuple[int, int]) -> str:
    if _length(text) <= room[0] and len(text.encode()) <= room[1]:
        return text
    while _length(text) > room[0] - 1 or len(text.encode()) > room[1] - 3:
        text = text[:-1]
    return f"{text.rstrip()}…"
