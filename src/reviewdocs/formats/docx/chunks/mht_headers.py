"""The headers of the parts of a web archive (RFC 2045), each value a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from functools import partial
from typing import Final
from urllib.parse import quote

from reviewdocs.formats.docx.chunks.html import percent_decoded
from reviewdocs.formats.docx.chunks.marked import (
    LINK_TARGET,
    PROPERTY,
    Label,
    Line,
    MarkedText,
    Splice,
    Stretch,
    not_understood,
)
from reviewdocs.formats.docx.view import WORDY

_HEADER: Final = re.compile(r"([!-9;-~]+)[ \t]*:((?:[^\r\n]|\r?\n[ \t])*)(?:\r?\n|\Z)")
_KEPT: Final = frozenset(
    {"mime-version", "content-type", "content-transfer-encoding", "content-id", "content-location"}
)
"""Headers that say how to read a part, or by which address others know it."""
_ONCE: Final = frozenset({"content-type", "content-transfer-encoding", "content-location", "content-id"})
_PARAMETERS: Final = ("type", "boundary", "charset", "start")
SAFE_IN_LOCATION: Final = "%/:?#[]@!$&'()*+,;=~-._<>"


class Headers(MarkedText):
    """The headers of a part.

    Raises:
        InputError: something in them is no header, or one that decides stands twice.
    """

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._found = list(_HEADER.finditer(source))
        if sum(len(found[0]) for found in self._found) != len(source) or not source.isascii():
            raise not_understood("A web archive in it has damaged headers.")
        names = Counter(found[1].lower() for found in self._found)
        if any(names[name] > 1 for name in _ONCE):
            raise not_understood("A web archive in it says something twice.")
        self._tells_more = _more_is_said(self.parsed())

    def rewritten(self, source: str) -> Headers:
        """Headers with another source."""
        return Headers(source)

    def parsed(self) -> Message:
        """The headers, read."""
        return BytesHeaderParser().parsebytes(self.source.encode("ascii"))

    def stretches(self) -> Sequence[Stretch]:
        """Their values; one in an encoding of its own goes whole rather than be edited."""
        found: list[Stretch] = []
        for header in self._found:
            raw, start = header[2], header.start(2)
            location = header[1].lower() in ("content-location", "content-id", "content-base")
            text, line = _plain(raw), Line(LINK_TARGET if location else PROPERTY)
            if not WORDY.search(text) or (header[1].lower() in _KEPT and not location and not self._tells_more):
                continue
            if location:
                line.plain(raw, start)
                line = percent_decoded(line)
                found += line.stretch(partial(quote, safe=SAFE_IN_LOCATION), attribute=header[1])
            elif text == raw:
                line.plain(raw, start)
                found += line.stretch(_one_line, attribute=header[1])
            else:
                line.mark(text, start, header.end(2))
                whole = Splice(header.start(), header.end())
                found += line.stretch(_one_line, attribute=header[1], instead=(whole,), always=True)
        return found

    def markup(self) -> Iterator[tuple[int, int]]:
        """Addresses by which parts know each other, and boundaries."""
        return (header.span(2) for header in self._found)

    def moved(self, location: str) -> Headers:
        """The headers of a part that is known by another address."""
        places = [header.span(2) for header in self._found if header[1].lower() == "content-location"]
        return self.spliced([Splice(*place, f" {quote(location, safe=SAFE_IN_LOCATION)}") for place in places])

    def unwanted(self, *, keep_comments: bool) -> Iterator[tuple[Label, Splice]]:
        """Who sent what to whom and when, and names of files."""
        for header in self._found:
            name = header[1].lower()
            if name not in _KEPT:
                yield "document properties", Splice(header.start(), header.end())
            elif name == "mime-version" and header[2].strip() != "1.0":
                yield "hidden data", Splice(*header.span(2), " 1.0")
            elif name == "content-type" and self._tells_more:
                yield "file paths", Splice(header.start(2), header.end(2), f" {_said(self.parsed())}")


def _plain(value: str) -> str:
    """The value of a header as a person reads it."""
    try:
        return str(make_header(decode_header(value))) if "=?" in value else value
    except (HeaderParseError, LookupError, UnicodeDecodeError, ValueError):
        return value


def _one_line(text: str) -> str:
    """A text as the value of a header."""
    return re.sub(r"[^\x20-\x7e]", "?", text)


def _said(headers: Message) -> str:
    """What a content type has to say."""
    values = ((name, headers.get_param(name)) for name in _PARAMETERS)
    return "; ".join((headers.get_content_type(), *(f'{name}="{value}"' for name, value in values if value)))


def _more_is_said(headers: Message) -> bool:
    """Whether a content type says what readers outside need not know."""
    parameters = headers.get_params() or []
    comment = "(" in re.sub(r'"[^"]*"', "", str(headers.get("Content-Type", "")))
    return comment or any(name.lower() not in _PARAMETERS for name, _ in parameters[1:])
