"""The character that a `w:sym` or a field of the kind SYMBOL shows.

Fonts of symbols keep theirs in the private area, from U+F020 on. The Symbol font's letters and marks are those of
Adobe's encoding of it; pictures of other symbol fonts are no letters.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from reviewdocs.formats.xmlparts import attribute

_UNKNOWN = "\ufffd"
_PRIVATE = range(0xF020, 0xF100)
_SYMBOL: Final = {
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    0x2D: "\u2212",
    0xA2: "\u2032",
    0xB2: "\u2033",
    0xB7: "\u2022",
    0xBC: "\u2026",
}
_ASCII = range(0x20, 0x7F)
_PICTURES = ("wingdings", "webdings", "dingbats", "marlett", "mt extra", "bookshelf")


def shown(node: etree._Element) -> str:
    """The one character that a `w:sym` shows; U+FFFD where none can be told."""
    try:
        code = int(attribute(node, "w:char") or "", 16)
    except ValueError:
        return _UNKNOWN
    return character(attribute(node, "w:font") or "", code)


def character(font: str, code: int) -> str:
    """What a font shows for a number; U+FFFD where that cannot be told."""
    font = font.casefold()
    if any(name in font for name in _PICTURES):
        return _UNKNOWN
    if code in _PRIVATE and font == "symbol":
        own = code - 0xF000
        return _SYMBOL.get(own) or (chr(own) if own in _ASCII and not chr(own).isalpha() else _UNKNOWN)
    if code in _PRIVATE:
        return bytes([code - 0xF000]).decode("cp1252", "replace")
    return chr(code) if 0x20 <= code < 0xD800 else _UNKNOWN
