"""Bytes as text, where they say in which encoding they are: in one way, or in several that must agree."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reviewdocs.formats.docx.chunks.marked import not_understood

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NAMED: Final = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8"),
    **dict.fromkeys(("us-ascii", "ascii", "iso-8859-1", "iso8859-1", "latin1", "l1"), "cp1252"),  # as browsers have it
    **{f"windows-{number}": f"cp{number}" for number in (874, *range(1250, 1259))},
    **{f"cp{number}": f"cp{number}" for number in range(1250, 1259)},
    **{f"iso-8859-{number}": f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **dict.fromkeys(("macintosh", "mac", "x-mac-roman"), "mac_roman"),
    "koi8-r": "koi8_r",
    "koi8-u": "koi8_u",
}
"""Encodings by the names that files give them: those in which a letter is one character, come what may."""
_WITH_MARK: Final = frozenset({"unicode", "utf-16", "utf-16le", "utf-16be"})
"""Names that are true where a byte order mark says so too."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How bytes were read, and are written again."""

    codec: str
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """The bytes of a text; what the encoding does not have becomes a reference, as web pages have them."""
        return self.mark + text.encode(self.codec, "xmlcharrefreplace")


def decoded(data: bytes, declared: Iterable[str]) -> tuple[str, Encoding]:
    """The text of bytes, the same in every encoding that something in them, or about them, declares.

    Without any it is UTF-8, or else Windows' own for western Europe.

    Raises:
        InputError: an encoding is not known, is not theirs, or two give two texts; or it is no text.
    """
    mark, codec = next(((mark, codec) for mark, codec in _MARKS if data.startswith(mark)), (b"", ""))
    body = data[len(mark) :]
    names = {codec} if codec else set()
    for name in {name.strip().strip("\"'").lower() for name in declared} - {""}:
        if not (codec and name in _WITH_MARK):
            names.add(_known(name))
    texts = {name: text for name in names or {"utf-8"} if (text := _strictly(body, name)) is not None}
    if not names and not texts:
        texts = {"cp1252": text} if (text := _strictly(body, "cp1252")) is not None else {}
    if len(texts) != max(len(names), 1) or len(set(texts.values())) != 1:
        raise not_understood("Its encoding is not the one that it declares.")
    [*_, (name, text)] = sorted(texts.items())
    if name != "utf-8" and not mark and not body.isascii() and _strictly(body, "utf-8") is not None:
        raise not_understood("Its encoding is not the one that it declares.")
    if "\0" in text or "\ufeff" in text or text.encode(name) != body:
        raise not_understood("It is no text.")
    return text, Encoding("ascii" if len(names) > 1 and body.isascii() else name, mark)


def _known(name: str) -> str:
    if name not in _NAMED:
        raise not_understood("Its encoding is none that is read.")
    return _NAMED[name]


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None
