"""A web archive that Word merges on opening: a page and its pictures, packed as an e-mail is (RFC 2557).

What is not touched is left byte for byte: headers, boundaries, packing and line ends.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final
from urllib.parse import quote, unquote, urljoin

from reviewdocs.formats import pictures
from reviewdocs.formats.docx.chunks.charsets import Encoding, decoded
from reviewdocs.formats.docx.chunks.html import HtmlText, declared_encodings
from reviewdocs.formats.docx.chunks.marked import HIDDEN_DATA, Label, MarkedText, not_understood
from reviewdocs.formats.docx.chunks.mht_headers import SAFE_IN_LOCATION, Headers
from reviewdocs.formats.docx.chunks.plain import PlainText
from reviewdocs.model.text import Coverage

_MAX_DEPTH: Final = 4
_MAX_PARTS: Final = 1000
_HEADERS_END: Final = re.compile(rb"\r?\n\r?\n")
_NEWLINE: Final = re.compile(rb"\r?\n")
_PAGES: Final = ("text/html", "application/xhtml+xml")
_PACKINGS: Final = ("base64", "quoted-printable")
_BAD_QUOTED: Final = re.compile(rb"=(?![0-9A-Fa-f]{2}|[ \t]*\r?\n|[ \t]*\Z)")
_FOLDER: Final = "file:///C:/"
"""In which the page stands for readers outside: the folder that it came from is nobody's business."""
_LINE: Final = 76


@dataclass(slots=True)
class _Part:
    """A part: headers, what stands between them and the rest, and the rest: other parts, or bytes."""

    name: str
    headers: str
    gap: bytes
    body: bytes
    kind: str
    packing: str
    location: str
    inner: list[_Part] = field(default_factory=list)
    between: list[bytes] = field(default_factory=list)
    """Boundaries: before each inner part, and after the last."""
    before: str = ""
    after: str = ""
    """What the texts before the first boundary and after the last are called, which are told to nobody."""
    text: str = ""
    """What its text is called, where it is one."""
    encoding: Encoding | None = None

    def all(self) -> Iterator[_Part]:
        """It and every part within it."""
        yield self
        for part in self.inner:
            yield from part.all()


class WebArchive:
    """A web archive taken apart (chunk.Source).

    Raises:
        InputError: it cannot be understood whole.
    """

    def __init__(self, data: bytes) -> None:
        self.texts: dict[str, MarkedText] = {}
        self._count = 0
        self._unread: dict[str, str] = {}
        self._top = self._parsed(data, 0)
        self._locations: set[str] = set()
        self._base = ""
        self._locate()
        for part in self._top.all():
            if not part.inner:
                self._open(part)
        self._original: Final = {name: text.source for name, text in self.texts.items()}
        if any(part.inner and not any(inner.text for inner in part.all()) for part in self._top.all()):
            raise not_understood("A web archive in it holds no page.")

    def clean(self, *, outside: bool) -> Counter[Label]:
        """Metadata of pictures; for readers outside also files of other kinds, and the folder that it came from."""
        counts: Counter[Label] = Counter()
        for part in self._top.all():
            if part.kind.startswith("image/") and not part.inner:
                data = _unpacked(part)
                if pictures.kind_of(data) and (cleaned := pictures.without_metadata(data)) != data:
                    part.body = _packed(part, cleaned)
                    counts["pictures' metadata"] += 1
        if outside:
            self._drop(self._top, counts)
            counts["file paths"] += self._in_neutral_folder()
        return +counts

    def coverage(self) -> Coverage:
        """Its pictures, and what is of other kinds."""
        leaves = [part for part in self._top.all() if not part.inner]
        return Coverage(
            read=(),
            unread=tuple(f"{name}: {why}" for name, why in self._unread.items()),
            media=tuple(part.name for part in leaves if part.kind.startswith("image/")),
        )

    def to_bytes(self) -> bytes:
        """It as it now stands."""
        return self._written(self._top)

    def _parsed(self, data: bytes, depth: int) -> _Part:
        self._count += 1
        if depth > _MAX_DEPTH or self._count > _MAX_PARTS:
            raise not_understood("A web archive in it has too many parts.")
        found = _HEADERS_END.search(data) if data[:1] not in (b"\r", b"\n") else _NEWLINE.match(data)
        name = f"part {self._count}"
        end = found.start() if found else len(data)
        headers = Headers(data[:end].decode("latin-1"))
        self.texts[f"{name}, headers"] = headers
        said = headers.parsed()
        if depth == 0 and (found is None or "Content-Type" not in said):
            raise not_understood("It is no web archive, though it is named so.")
        packing = str(said.get("Content-Transfer-Encoding", "")).strip().lower()
        part = _Part(
            name=name,
            headers=f"{name}, headers",
            gap=found[0] if found else b"",
            body=data[found.end() :] if found else b"",
            kind=said.get_content_type(),
            packing=packing,
            location=unquote(str(said.get("Content-Location", "")).strip()),
        )
        together = said.get_content_maintype() == "multipart"
        if packing not in ("", "7bit", "8bit", "binary") and (together or packing not in _PACKINGS):
            raise not_understood("A web archive in it is packed in a way that is not read.")
        if together:
            self._divide(part, str(said.get_boundary("")), depth)
        return part

    def _divide(self, part: _Part, boundary: str, depth: int) -> None:
        """Cut a part into those within it."""
        line = re.compile(
            rb"(?:\A|\r?\n)--" + re.escape(boundary.encode("ascii", "replace")) + rb"(--)?[ \t]*(?=\r?\n|\Z)"
        )
        marks = list(line.finditer(part.body))
        if not boundary or len(marks) < 2 or [bool(mark[1]) for mark in marks] != [False] * (len(marks) - 1) + [True]:
            raise not_understood("A web archive in it has parts that do not end.")
        part.before, part.after = f"{part.name}, before", f"{part.name}, after"
        self.texts[part.before] = PlainText(part.body[: marks[0].start()].decode("latin-1"), HIDDEN_DATA)
        self.texts[part.after] = PlainText(part.body[marks[-1].end() :].decode("latin-1"), HIDDEN_DATA)
        at = marks[0].start()
        for mark, following in pairwise(marks):
            start = mark.end() + (2 if part.body[mark.end() : mark.end() + 2] == b"\r\n" else 1)
            part.between.append(part.body[at:start])
            part.inner.append(self._parsed(part.body[start : following.start()], depth + 1))
            at = following.start()
        part.between.append(part.body[at : marks[-1].end()])
        part.body = b""

    def _locate(self) -> None:
        """Note by which addresses the parts are known."""
        parts = list(self._top.all())
        pages = [part.location for part in parts if part.kind in _PAGES and part.location]
        self._base = pages[0] if pages else ""
        self._locations = {part.location for part in parts if part.location}

    def _beside(self, address: str) -> bool:
        """Whether an address leads to a part."""
        plain = unquote(address.strip()).partition("#")[0]
        if plain.lower().startswith("cid:"):
            return True
        return plain in self._locations or _absolute(self._base, plain) in self._locations

    def _open(self, part: _Part) -> None:
        """Read a part that is text; others are pictures, or not read."""
        said = self._headers(part).parsed()
        charset = [str(said.get_param("charset"))] if said.get_param("charset") else []
        name = f"{part.name}, text"
        if part.kind in _PAGES:
            data = _unpacked(part)
            text, part.encoding = decoded(data, (*charset, *declared_encodings(data)))
            self.texts[name] = HtmlText(text, self._beside)
        elif part.kind == "text/plain":
            text, part.encoding = decoded(_unpacked(part), charset)
            self.texts[name] = PlainText(text)
        elif part.kind.startswith("image/"):
            if pictures.kind_of(_unpacked(part)) in ("", "svg"):
                self._unread[part.name] = "a picture of a kind whose hidden information cannot be removed"
            return
        else:
            self._unread[part.name] = "a file of a kind that is not read"
            return
        part.text = name
        if part.packing in ("", "7bit") and part.body.isascii():
            part.encoding = Encoding("ascii")
        if part.packing == "quoted-printable" and part.encoding.codec.startswith("utf-16"):
            raise not_understood("A web archive in it is packed in a way that is not read.")

    def _headers(self, part: _Part) -> Headers:
        return Headers(self.texts[part.headers].source)

    def _drop(self, part: _Part, counts: Counter[Label]) -> None:
        """Take out the parts that are not read, and what stands between parts for nobody."""
        if not part.inner:
            return
        for number in range(len(part.inner) - 1, -1, -1):
            inner = part.inner[number]
            self._drop(inner, counts)
            if inner.name in self._unread:
                counts["files within inserted files"] += 1
                self._unread.pop(inner.name)
                self.texts.pop(inner.headers)
                del part.inner[number]
                del part.between[number + 1 if number < len(part.inner) else number]
        for name in (part.before, part.after):
            text = self.texts[name]
            if text.source.strip():
                counts["hidden data"] += 1
                self.texts[name] = text.rewritten("\n" if name == part.after else "")

    def _in_neutral_folder(self) -> int:
        """Put all parts into one folder that says nothing of where they came from; returns how many moved."""
        folder = f"{self._base.rpartition('/')[0]}/" if self._base.lower().startswith("file:") else _FOLDER
        moved = 0
        for part in self._top.all():
            if not part.location.lower().startswith("file:") or (
                folder == _FOLDER and part.location.startswith(_FOLDER)
            ):
                continue
            within = part.location.removeprefix(folder)
            part.location = _FOLDER + (within if within != part.location else within.rpartition("/")[2])
            self.texts[part.headers] = self._headers(part).moved(part.location)
            moved += 1
        if moved:
            for name, text in self.texts.items():
                if isinstance(text, HtmlText):
                    source = text.source.replace(folder, _FOLDER).replace(quote(folder, safe=SAFE_IN_LOCATION), _FOLDER)
                    self.texts[name] = text.rewritten(source)
            self._locate()
        return moved

    def _written(self, part: _Part) -> bytes:
        """A part's bytes."""
        head = self.texts[part.headers].source.encode("ascii") + part.gap
        if part.inner:
            pieces = [self._plain(part.before), part.between[0]]
            for inner, after in zip(part.inner, part.between[1:], strict=True):
                pieces += [self._written(inner), after]
            return head + b"".join((*pieces, self._plain(part.after)))
        if part.text and part.encoding and self.texts[part.text].source != self._original[part.text]:
            return head + _packed(part, part.encoding.encode(self.texts[part.text].source))
        return head + part.body

    def _plain(self, name: str) -> bytes:
        return self.texts[name].source.encode("latin-1", "replace")


def _unpacked(part: _Part) -> bytes:
    """The bytes of a part.

    Raises:
        InputError: they are not packed as it says.
    """
    try:
        if part.packing == "base64":
            return base64.b64decode(b"".join(part.body.split()), validate=True)
        if part.packing == "quoted-printable":
            if _BAD_QUOTED.search(part.body):
                raise not_understood("A web archive in it is packed otherwise than it says.")
            return quopri.decodestring(part.body)
    except (binascii.Error, ValueError) as error:
        raise not_understood("A web archive in it is packed otherwise than it says.") from error
    return part.body


def _packed(part: _Part, data: bytes) -> bytes:
    """Bytes packed as those of a part, with its line ends."""
    end = b"\r\n" if b"\r\n" in part.gap else b"\n"
    if part.packing == "base64":
        digits = base64.b64encode(data)
        return end.join(digits[at : at + _LINE] for at in range(0, len(digits), _LINE))
    if part.packing == "quoted-printable":
        lines = quopri.encodestring(data.replace(b"\r\n", b"\n")).split(b"\n")
        return end.join(lines)
    return data


def _absolute(base: str, address: str) -> str:
    return urljoin(base, address) if base.lower().startswith(("http:", "https:", "file:")) else address
