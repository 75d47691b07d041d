"""Which characters the bytes of a rich text stand for, by the file and by the font in which they stand."""

from __future__ import annotations

from typing import Final

from reviewdocs.formats.docx.chunks import rtf_words as words
from reviewdocs.formats.docx.chunks.marked import not_understood

_SYMBOLS: Final = "symbols"


class CodePages:
    """Which characters bytes stand for, by the file and by the font in which they stand."""

    def __init__(self) -> None:
        self._page: str | None = "cp1252"
        self._default: int | None = None
        self._fonts: dict[int, str | None] = {}
        self._font: int | None = None
        """The font that is being described."""
        self._bytes = b""
        self._start = 0

    @property
    def waits(self) -> bool:
        """Whether a character has begun that is not whole."""
        return bool(self._bytes)

    def word(self, name: str, number: int | None) -> None:
        """A control word that may bear on it."""
        if name in ("mac", "pc", "pca"):
            self._page = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[name]
        elif name == "ansicpg":
            self._page = _code_page(number)
        elif name == "deff":
            self._default = number
        elif name == "f":
            self._font = number
        elif name == "fcharset" and self._font is not None and number != words.DEFAULT_SET:
            self._fonts[self._font] = _SYMBOLS if number == words.SYMBOL_SET else words.CHARSETS.get(number or 0)
        elif name == "cpg" and self._font is not None:
            self._fonts[self._font] = _code_page(number)

    def character(self, value: int, start: int, font: int | None) -> tuple[str, int] | None:
        """What a byte stands for, and where that began; None while it is not whole.

        Raises:
            InputError: it cannot be known.
        """
        font = self._default if font is None else font
        codec = self._fonts.get(font, self._page) if font is not None else self._page
        if value < 0x80 and not self._bytes:
            return chr(value) if value >= 0x20 or value == 9 else "", start
        if codec == _SYMBOLS:
            return "\ufffd", start
        if codec is None:
            raise not_understood("A rich text in it is in an encoding that is not read.")
        if not self._bytes:
            self._start = start
        self._bytes += bytes([value])
        try:
            text = self._bytes.decode(codec, "strict" if codec == "utf-8" else "replace")
        except UnicodeDecodeError as error:
            if error.reason != "unexpected end of data":
                raise not_understood("A rich text in it is in another encoding than it says.") from error
            return None
        self._bytes = b""
        return text, self._start


def _code_page(number: int | None) -> str | None:
    if number in (words.UTF8_PAGE, words.MAC_PAGE):
        return "utf-8" if number == words.UTF8_PAGE else "mac_roman"
    return f"cp{number}" if number in words.PAGES else None
