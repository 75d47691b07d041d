"""Rich text cut into its parts: groups, control words, characters. Strict: what is not balanced or clear is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from reviewdocs.formats.docx.chunks.marked import not_understood

MAX_DEPTH: Final = 250
_TOKEN: Final = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32}(?![A-Za-z]))(?P<number>-?[0-9]{1,10}(?![0-9]))?+ ?"
    r"|\\'(?P<hex>[0-9A-Fa-f]{2})"
    r"|\\(?P<symbol>\r\n|[^A-Za-z0-9' ])"
    r"|(?P<open>\{)|(?P<close>\})"
    r"|(?P<newline>[\r\n]+)"
    r"|(?P<text>[^\\{}\r\n]+)"
)


class Type(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    BYTE = auto()
    """A character by its number in a code page."""
    TEXT = auto()


_TYPES: Final = {
    "open": Type.OPEN,
    "close": Type.CLOSE,
    "symbol": Type.SYMBOL,
    "hex": Type.BYTE,
    "text": Type.TEXT,
    "word": Type.WORD,
    "number": Type.WORD,
}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the source, a byte a code point.

    Attributes:
        word: the control word or symbol, or the two digits of a byte.
        number: the control word's.
        binary: how many bytes of it are data after the word.
    """

    type: Type
    start: int
    end: int
    word: str = ""
    number: int | None = None
    binary: int = 0


def tokens_of(source: str) -> Iterator[Token]:
    """The tokens up to the last brace.

    Raises:
        InputError: groups are not balanced, too deep, or something is no rich text.
    """
    if not re.match(r"\{\\rtf1?(?![0-9A-Za-z])", source):
        raise not_understood("It is no rich text, though it is named so.")
    at, depth = 0, 0
    while at < len(source):
        found = _TOKEN.match(source, at)
        if found is None:
            raise not_understood("A rich text in it is damaged.")
        at = found.end()
        if found.lastgroup == "newline":
            continue
        token = Token(
            _TYPES[str(found.lastgroup)],
            found.start(),
            at,
            found["word"] or found["hex"] or found["symbol"] or "",
            int(found["number"]) if found["number"] else None,
        )
        if token.word == "bin" and token.type is Type.WORD:
            size = token.number or 0
            at += size
            if size < 0 or at > len(source):
                raise not_understood("A rich text in it is damaged.")
            token = Token(Type.WORD, token.start, at, "bin", token.number, size)
        depth += (token.type is Type.OPEN) - (token.type is Type.CLOSE)
        yield token
        if depth == 0:
            break
        if depth > MAX_DEPTH:
            raise not_understood("A rich text in it is nested too deeply.")
    if depth or source[at:].strip("\0\r\n\t "):
        raise not_understood("A rich text in it has groups that do not close, or something after its end.")
