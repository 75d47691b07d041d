"""A web page cut into tags, texts and the rest. Strict: where programs would differ on what is meant, it is refused."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from html.entities import html5
from typing import Final

from reviewdocs.formats.docx.chunks.marked import Line, not_understood

_TAG_NAME: Final = re.compile(r"<(/?)([A-Za-z][^\s/>\0<\"'=&]*+)")
_ATTRIBUTE: Final = re.compile(
    r"""[\s/]++(?P<name>[^\s"'<>/=\0]++)(?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s"'<>`]++)))?+"""
)
_TAG_END: Final = re.compile(r"[\s/]*+>")
_DOCTYPE: Final = re.compile(
    r"""<!doctype[^\[\]<>"']*+(?:"[^"<>]*+"[^\[\]<>"']*+|'[^'<>]*+'[^\[\]<>"']*+)*+>""", re.IGNORECASE
)
_CONDITION: Final = re.compile(r"<!\[(?:if [^\[\]<>]{1,80}|endif)\]>", re.IGNORECASE)
_INSTRUCTION: Final = re.compile(r"<\?[^<>?]*+\??>")
_CONTROL: Final = r"\x01-\x08\x0b\x0e-\x1f"
_CONTROLS: Final = re.compile(rf"[{_CONTROL}]")
_RAW: Final = frozenset({"script", "style"})
_ESCAPABLE: Final = frozenset({"title", "textarea"})
"""Elements whose inside is text without tags."""
_NOT_READ: Final = frozenset({"plaintext", "xmp", "listing", "noembed", "noframes", "iframe", "frame", "frameset"})
"""Elements whose inside programs read in different ways."""
_REFERENCE: Final = re.compile(r"&(?:#(?P<number>[xX][0-9a-fA-F]++|[0-9]++);?|(?P<name>[A-Za-z][A-Za-z0-9]{0,31});?)")
_PIECES: Final = re.compile(rf"[ \t\r\n\f]++|&|[{_CONTROL}]++|[^ \t\r\n\f&{_CONTROL}]++")


class Type(Enum):
    """What a token is."""

    TEXT = auto()
    START = auto()
    END = auto()
    RAW = auto()
    """The inside of a script or style sheet."""
    COMMENT = auto()
    DECLARATION = auto()
    """A document type, a condition, a processing instruction."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a tag: [start, end) with the space before it, [value_start, value_end) without quotation marks.

    `mark` is the quotation mark around the value; empty where there is none.
    """

    name: str
    start: int
    end: int
    value_start: int
    value_end: int
    mark: str


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the source; a tag has a name, in lower case, and attributes."""

    type: Type
    start: int
    end: int
    name: str = ""
    attributes: tuple[Attribute, ...] = ()


def tokenised(source: str) -> list[Token]:
    """The whole of a page as tokens, one after another.

    Raises:
        InputError: it can be read in more ways than one.
    """
    tokens = list(_tokens(source))
    if any(token.type is not Type.TEXT and _CONTROLS.search(source, token.start, token.end) for token in tokens):
        raise not_understood("A web page in it holds control characters.")
    return tokens


def _tokens(source: str) -> Iterator[Token]:
    at, text_from = 0, 0
    while (at := source.find("<", at)) != -1:
        if not re.match(r"[A-Za-z/!?]", source[at + 1 : at + 2]):
            if source.startswith("<", at + 1):
                raise not_understood("A web page in it has a damaged tag.")
            at += 1
            continue
        if text_from < at:
            yield Token(Type.TEXT, text_from, at)
        token = _tag(source, at) if source[at + 1] not in "!?" else _declaration(source, at)
        yield token
        at = text_from = token.end
        if token.type is Type.START and token.name in _RAW | _ESCAPABLE:
            inside = _inside(source, token)
            if inside.start < inside.end:
                yield inside
            at = text_from = inside.end
    if text_from < len(source):
        yield Token(Type.TEXT, text_from, len(source))


def _tag(source: str, at: int) -> Token:
    named = _TAG_NAME.match(source, at)
    if named is None:
        raise not_understood("A web page in it has a damaged tag.")
    name, found, end = named[2].lower(), [], named.end()
    if name in _NOT_READ:
        raise not_understood("A web page in it has a frame, or text that is not read.")
    while attribute := _ATTRIBUTE.match(source, end):
        mark = {"double": '"', "single": "'"}.get(attribute.lastgroup or "", "")
        group = attribute.lastgroup if attribute.lastgroup != "name" else None
        start, stop = attribute.span(group) if group else (attribute.end(), attribute.end())
        found.append(Attribute(attribute["name"].lower(), attribute.start(), attribute.end(), start, stop, mark))
        end = attribute.end()
    closed = _TAG_END.match(source, end)
    if closed is None or (named[1] and found):
        raise not_understood("A web page in it has a damaged tag.")
    return Token(Type.END if named[1] else Type.START, at, closed.end(), name, tuple(found))


def _declaration(source: str, at: int) -> Token:
    if source.startswith("<!--", at):
        end = source.find("-->", at + 4)
        inside = source[at + 4 : end]
        if end == -1 or inside.startswith((">", "->")) or "--!>" in inside:
            raise not_understood("A web page in it has a comment with no clear end.")
        return Token(Type.COMMENT, at, end + 3)
    for pattern in (_DOCTYPE, _CONDITION, _INSTRUCTION):
        if found := pattern.match(source, at):
            return Token(Type.DECLARATION, at, found.end())
    raise not_understood("A web page in it declares something that is not read.")


def _inside(source: str, token: Token) -> Token:
    """What stands between the tags of an element that holds no other."""
    closing = re.compile(rf"</{token.name}(?=[\s/>])", re.IGNORECASE).search(source, token.end)
    if closing is None:
        raise not_understood("A web page in it has an element with no end.")
    text = source[token.end : closing.start()].lower()
    if token.name == "script" and "<!--" in text and "<script" in text:
        raise not_understood("A web page in it has an element with no clear end.")
    return Token(Type.RAW if token.name in _RAW else Type.TEXT, token.end, closing.start())


def ends_of(tokens: Sequence[Token]) -> dict[int, int]:
    """For the number of each start tag that of its end tag, where it has one."""
    opened: dict[str, list[int]] = {}
    ends: dict[int, int] = {}
    for number, token in enumerate(tokens):
        if token.type is Type.START:
            opened.setdefault(token.name, []).append(number)
        elif token.type is Type.END and opened.get(token.name):
            ends[opened[token.name].pop()] = number
    return ends


def read_text(source: str, start: int, end: int, line: Line, *, collapse: bool) -> None:
    """Add text to a line, references resolved; with `collapse` white space is one space, as on the page."""
    at = start
    while at < end:
        piece = _PIECES.match(source, at, end)
        if piece is None:
            return
        stop = piece.end()
        if piece[0] == "&":
            stop = _reference(source, at, end, line, in_attribute=False)
        elif collapse and piece[0].isspace():
            if not line.last.isspace():
                line.mark(" ", at, stop)
        elif not _CONTROLS.match(piece[0]):  # which no reader sees
            line.plain(piece[0], at)
        at = stop


def read_value(source: str, attribute: Attribute) -> Line:
    """The value of an attribute, references resolved."""
    line, at, end = Line(), attribute.value_start, attribute.value_end
    while at < end:
        stop = source.find("&", at, end)
        if stop == at:
            at = _reference(source, at, end, line, in_attribute=True)
            continue
        stop = end if stop == -1 else stop
        line.plain(source[at:stop], at)
        at = stop
    return line


def _reference(source: str, at: int, end: int, line: Line, *, in_attribute: bool) -> int:
    """Read what begins with an ampersand; returns where it ends."""
    found = _REFERENCE.match(source, at, end)
    if found and found["number"]:
        digits = re.sub("^([xX]?)0+(?=.)", r"\1", found["number"])
        line.mark(html.unescape(f"&#{digits};") if len(digits) < 10 else "\ufffd", at, found.end())
        return found.end()
    if found and found[0].endswith(";") and f"{found['name']};" in html5:
        line.mark(html5[f"{found['name']};"], at, found.end())
        return found.end()
    name = found["name"] if found else ""
    for size in range(len(name), 1, -1):
        stop = at + 1 + size
        if name[:size] in html5 and not (in_attribute and re.match(r"[=A-Za-z0-9]", source[stop : min(stop + 1, end)])):
            line.mark(html5[name[:size]], at, stop)
            return stop
    line.plain("&", at)
    return at + 1


def quoted_text(text: str) -> str:
    """A text as it stands between tags."""
    return html.escape(text, quote=False)


def quoted_value(mark: str, text: str) -> str:
    """A text as it stands in an attribute, between these quotation marks or none."""
    escaped = html.escape(text)
    return escaped if mark else re.sub(r"[\s=`]", lambda found: f"&#{ord(found[0])};", escaped)
