"""Every text that somebody who wants a name could read out of bytes: the reading that proves an output clean.

It knows nothing of how a document was edited, so that a mistake there is found here. Compressed and nested content is
opened; text is joined over markup; UTF-8, UTF-16, entities, percent-encoding, base64, quoted-printable and RTF escapes
are decoded. Picture data proper is left out: random bytes spell every short name sooner or later.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import gzip
import html
import io
import quopri
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache, partial
from typing import cast
from urllib.parse import unquote

from lxml import etree

from reviewdocs.errors import InputError
from reviewdocs.formats.bounds import HOSTILE, Allowance
from reviewdocs.formats.pictures import kind_of, metadata_of, without_pixels
from reviewdocs.formats.xmlparts import parse_leniently, raw_text

Decoded = tuple[str, str]

_MAX_DEPTH = 6
_MAX_INFLATED = 64 * 1024 * 1024
_BASE64 = re.compile(r"\s*[A-Za-z0-9+/]{16,}(?:\s+[A-Za-z0-9+/]{4,})*={0,2}\s*")
_BASE64_RUN = re.compile(rb"[A-Za-z0-9+/]{40,}={0,2}")
_MAY_BE_PACKED = re.compile(r"[A-Za-z0-9+/_-]{16}")
_PACKED_RUN = re.compile(r"[A-Za-z0-9+/]{24,}")
_LONG_PACKED_RUN = re.compile(r"[A-Za-z0-9+/_-]{24,}={0,2}")
_PACKED_FOR_ADDRESSES = re.compile(r"[A-Za-z0-9_-]{24,}")
_PACKED = bytes(ord("x") if re.match(rb"[A-Za-z0-9+/_-]", bytes([code])) else ord(" ") for code in range(256))
_TEXT_BYTES = re.compile(rb"[\x09\x0a\x0d\x20-\x7e\x80-\xff]*")
_NARROW = re.compile(rb"[\x20-\x7e\x80-\xff]{6,}")
_WIDE_LITTLE = re.compile(rb"(?:[\x20-\xff][\x00-\x02]){3,}")
_WIDE_BIG = re.compile(rb"(?:[\x00-\x02][\x20-\xff]){3,}")
_SHORT = re.compile(rb"[\x20-\x7e\xa0-\xff]{2,}")
_SHORT_WIDE = re.compile(rb"(?:[\x20-\xff][\x00-\x02])+")
_GZIP_HEAD = 512
"""Bytes in which a gzip file says what the file was called."""
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_HEX_RUN = re.compile(rb"(?<![0-9A-Za-z])(?:[0-9a-fA-F]{2}\s*+){16,}+")
_MESSAGE = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version|content-[\w-]+):", re.IGNORECASE)
_LIKELY = ("cp1252", "mac_roman", "utf-8")
"""Encodings of texts that do not say in which they are."""
_APART = "\n|\n"
"""Between texts that nobody reads one after the other: a name is not half in one and half in the next."""
_TAG = re.compile(r"<[^>]*>")
_RTF_HEX = re.compile(r"(?:\\'[0-9a-fA-F]{2})+")
_RTF_UNICODE = re.compile(r"\\u(-?\d+) ?\??")
_RTF_UNICODE_AND_ONE = re.compile(r"\\u(-?\d+) ?(?:\\'[0-9a-fA-F]{2}|[^\\{}\r\n])?")
_RTF_BREAK = re.compile(r"\\(?:par|sect|page|line|tab|cell|nestcell|row)(?![a-z])-?\d* ?")
_RTF_WORD = re.compile(r"\\[a-z]+-?\d* ?|[{}]|[\r\n]")
MARKUP = re.compile(
    r"""<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<[^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+>""", re.DOTALL
)
"""Everything between the texts of XML, quoted angle brackets included."""
_PARAGRAPHS = ("{*}p", "{*}si", "{*}text")
_TEXTS = etree.XPath("//text()", smart_strings=False)
_TEXTS_WITHIN = etree.XPath("descendant::text()", smart_strings=False)
_ATTRIBUTES = etree.XPath("//@*", smart_strings=False)


class _Role(Enum):
    """What an element is to the text of a paragraph, by its name in whatever vocabulary."""

    BREAK = auto()
    HYPHEN = auto()
    CODE = auto()
    DELETED = auto()
    INSERTED = auto()
    OTHER = auto()


_ROLES = {
    **dict.fromkeys(("tab", "br", "cr", "ptab"), _Role.BREAK),
    **dict.fromkeys(("instrText", "delInstrText"), _Role.CODE),
    **dict.fromkeys(("ins", "moveTo"), _Role.INSERTED),
    "noBreakHyphen": _Role.HYPHEN,
    "delText": _Role.DELETED,
}
_SPACED = tuple(f"{{*}}{name}" for name, role in _ROLES.items() if role in (_Role.BREAK, _Role.HYPHEN))
_MAYBE_UNSEEN = tuple(f"{{*}}{name}" for name, role in _ROLES.items() if role in (_Role.CODE, _Role.DELETED))
_UNSEEN = frozenset({_Role.CODE, _Role.DELETED})
_NOT_BEFORE = frozenset({_Role.CODE, _Role.INSERTED})


@dataclass(frozen=True, slots=True)
class _Scope:
    """How deep we are, and what may still be unpacked."""

    depth: int = 0
    allowance: Allowance = field(default_factory=Allowance)

    def within(self, levels: int = 1) -> _Scope:
        """The scope of what lies within; of what only looks as if it did, two levels."""
        return _Scope(self.depth + levels, self.allowance)


def readings(place: str, data: bytes) -> Iterator[Decoded]:
    """All texts in `data` as (place, text); places of nested content are `outer!inner`.

    The same text comes back several times, each time read in another way.

    Raises:
        InputError: it is nested too deeply, unpacks to too much, or cannot be unpacked, to be read whole.
    """
    return _readings(place, data, _Scope())


def _readings(place: str, data: bytes, scope: _Scope) -> Iterator[Decoded]:
    if not data:
        return
    if scope.depth > _MAX_DEPTH:
        raise InputError("Something in it is packed too deeply to be searched.", where=place, remedy=HOSTILE)
    if data.startswith(b"PK") and (archive := _archive(place, data)) is not None:
        yield from _zip_readings(place, archive, scope)
    elif data.startswith(b"\x1f\x8b"):
        yield place, data[:_GZIP_HEAD].decode("latin-1")
        yield from _readings(f"{place}!gzip", _gunzipped(data, scope), scope.within())
    elif (picture := without_pixels(data)) is not None:
        for piece in metadata_of(picture):
            yield from _binary_readings(place, piece, scope)
    elif (root := parse_leniently(data)) is not None:
        yield from _xml_readings(place, data, root, scope)
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from _text_readings(place, data.decode("utf-16", "replace"))
        yield from _binary_readings(place, data, scope)
    elif _TEXT_BYTES.fullmatch(data):
        for text in _in_likely_encodings(data):
            yield from _text_readings(place, text)
        if _MESSAGE.match(data):
            yield from _message_readings(place, data, scope)
        if data.lstrip().startswith(b"{\\rtf"):
            for run in _HEX_RUN.finditer(data):
                yield from _readings(f"{place}!hex", binascii.unhexlify(b"".join(run[0].split())), scope.within(2))
        for run in _BASE64_RUN.finditer(data):
            yield from _base64_readings(place, run.group().decode("ascii"), scope)
    else:
        yield from _binary_readings(place, data, scope)
        if kind_of(data) in ("emf", "wmf"):
            yield from _metafile_readings(place, data)


def text_readings(text: str) -> Iterator[Decoded]:
    """All readings of one text: as it stands, unescaped, and what is packed into it.

    Raises:
        InputError: as `readings`.
    """
    yield from _text_readings("", text)
    yield from _packed_readings("", text, _Scope())


def _archive(place: str, data: bytes) -> zipfile.ZipFile | None:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError):
        return None
    except NotImplementedError as why:  # of a version to come: others may be able to open it
        raise _not_unpacked(place) from why


def _not_unpacked(place: str) -> InputError:
    return InputError("Something in it cannot be unpacked to be searched.", where=place, remedy=HOSTILE)


def _zip_readings(place: str, archive: zipfile.ZipFile, scope: _Scope) -> Iterator[Decoded]:
    """Names, comments, extra fields and content of all entries."""
    yield place, archive.comment.decode("utf-8", "replace")
    for info in archive.infolist():
        inner = f"{place}!{info.filename}"
        yield inner, unquote(info.filename)
        yield inner, info.comment.decode("utf-8", "replace")
        yield inner, info.extra.decode("latin-1")
        if info.is_dir():
            continue
        scope.allowance.take(info.file_size)
        try:
            content = archive.read(info)
        except (
            zipfile.BadZipFile,
            NotImplementedError,
            RuntimeError,
            ValueError,
            zlib.error,
            EOFError,
            OSError,
        ) as why:
            raise _not_unpacked(place) from why
        yield from _readings(inner, content, scope.within())


def _gunzipped(data: bytes, scope: _Scope) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            content = stream.read(scope.allowance.left + 1)
            scope.allowance.take(len(content))
            return content
    except (OSError, EOFError, zlib.error):
        return b""


def _text_readings(place: str, text: str) -> Iterator[Decoded]:
    """Text that is no XML: as it stands and with each kind of escape undone."""
    yield place, text
    if "%" in text:
        yield place, unquote(text)
    plain = html.unescape(text) if "&" in text else text
    if "<" in plain:
        yield place, _without_tags(plain)
    elif plain is not text:
        yield place, plain
    if re.search("=[0-9A-F]{2}", text):
        decoded = quopri.decodestring(text.encode("utf-8")).decode("utf-8", "replace")
        yield place, decoded
        yield place, html.unescape(_without_tags(decoded))
    if text.lstrip().startswith("{\\rtf"):
        yield from ((place, plain) for plain in _rich_readings(text))


def _without_tags(text: str) -> str:
    """The text without what stands between angle brackets; after the last that closes none is looked for."""
    end = text.rfind(">") + 1
    return _TAG.sub("", text[:end]) + text[end:]


def _rich_readings(text: str) -> Iterator[str]:
    """Rich text without its marks: in each likely code page, with and without what stands beside a letter's number."""
    for pattern in (_RTF_UNICODE, _RTF_UNICODE_AND_ONE):
        lettered = pattern.sub(lambda found: chr(int(found[1][:9]) % 0x10000), text)
        for page in _LIKELY:
            spelt = _RTF_HEX.sub(partial(_spelt, page=page), lettered)
            yield _RTF_WORD.sub("", _RTF_BREAK.sub(" ", spelt))


def _spelt(found: re.Match[str], *, page: str) -> str:
    return bytes.fromhex(found[0].replace("\\'", "")).decode(page, "replace")


def _in_likely_encodings(data: bytes) -> Iterator[str]:
    """Bytes as text: in UTF-8, and where they are none in what older programs write."""
    yield data.decode("utf-8", "replace")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        yield from (data.decode(page, "replace") for page in _LIKELY if page != "utf-8")


def _message_readings(place: str, data: bytes, scope: _Scope) -> Iterator[Decoded]:
    """An e-mail or web archive: its headers, and its parts unpacked."""
    from reviewdocs.formats.messages import parts_of  # few files are one, and what reads them is slow to load

    for headers, packed in parts_of(data):
        yield from ((place, value) for value in headers)
        if packed is not None and len(packed) < len(data):
            scope.allowance.take(len(packed))
            yield from _readings(f"{place}!message", packed, scope.within())


def _binary_readings(place: str, data: bytes, scope: _Scope) -> Iterator[Decoded]:
    """Strings of a binary blob: narrow, UTF-16 in either order, and inside zlib streams."""
    narrow = b"\n".join(_NARROW.findall(data))
    if narrow:
        yield place, narrow.decode("latin-1")
        yield place, narrow.decode("utf-8", "replace")
    for pattern, codec in ((_WIDE_LITTLE, "utf-16-le"), (_WIDE_BIG, "utf-16-be")):
        wide = "\n".join(found.decode(codec, "replace") for found in pattern.findall(data))
        if wide:
            yield place, wide
    for match in list(_ZLIB.finditer(data))[:200]:
        try:
            inner = zlib.decompressobj().decompress(data[match.start() :], _MAX_INFLATED)
        except zlib.error:
            continue
        if len(inner) > 8:
            scope.allowance.take(len(inner))
            yield from _readings(f"{place}!zlib", inner, scope.within(2))


def _metafile_readings(place: str, data: bytes) -> Iterator[Decoded]:
    """Text of a drawing made of commands, which is cut as finely as it is set: short pieces, apart and joined."""
    for pieces in (
        [found.decode("latin-1") for found in _SHORT.findall(data)],
        [found.decode("utf-16-le", "replace") for found in _SHORT_WIDE.findall(data)],
    ):
        yield place, "\n".join(pieces)
        yield place, "".join(pieces)


def _xml_readings(place: str, data: bytes, root: etree._Element, scope: _Scope) -> Iterator[Decoded]:
    """One XML part: text nodes apart and joined, paragraph by paragraph, attributes, markup, comments, base64.

    All of it together is all that the part's bytes say; what is written again and again is read once.
    """
    texts = _strings(_TEXTS, root)
    yield place, "\n".join(texts)
    paragraphs = [node for node in root.iter(*_PARAGRAPHS) if isinstance(node.tag, str)]
    yield place, "".join(_loose_texts(root, frozenset(paragraphs), []) if paragraphs else texts)
    for text in _paragraph_readings(root, paragraphs):
        yield place, text
        for run in _LONG_PACKED_RUN.findall(text) if _has_packed(text, 24) else ():
            yield from _packed_readings(place, run, scope)
    values = list(dict.fromkeys(_strings(_ATTRIBUTES, root)))
    attributes = _APART.join(values)
    yield place, attributes
    if "%" in attributes:
        yield place, unquote(attributes)
    yield place, "\n".join(dict.fromkeys(MARKUP.findall(raw_text(data, root))))
    escaped = "\n".join(text for text in texts if "&" in text or "<" in text or "%" in text)
    if escaped:
        yield from _text_readings(place, escaped)
    for strings in (texts, values):
        for value in strings if _has_packed("\n".join(strings), 16) else ():
            if len(value) >= 24 and _MAY_BE_PACKED.search(value):
                yield from _packed_readings(place, value, scope)


def _has_packed(text: str, least: int) -> bool:
    """Whether so many characters of which packed data is made stand side by side in a text; asked of all at once."""
    return b"x" * least in text.encode("utf-8", "replace").translate(_PACKED)


def _strings(path: etree.XPath, root: etree._Element) -> list[str]:
    """What a path finds, in the order of the document."""
    found = path(root)
    return cast(list[str], found) if isinstance(found, list) else []


def _loose_texts(node: etree._Element, paragraphs: frozenset[etree._Element], found: list[str]) -> list[str]:
    """What was found before, and the texts that stand in no paragraph, in the order of the document."""
    if isinstance(node.tag, str) and node not in paragraphs:
        found.append(node.text or "")
        for child in node:
            _loose_texts(child, paragraphs, found)
            found.append(child.tail or "")
    return found


def _paragraph_readings(root: etree._Element, paragraphs: list[etree._Element]) -> Iterator[str]:
    """Paragraphs with everything in them, then as a reader sees them, then as they were before revision."""
    spaced = {above for node in root.iter(*_SPACED) for above in (node, *node.iterancestors())}
    yield "\n".join(
        _joined(paragraph) if paragraph in spaced else _quickly_joined(paragraph) for paragraph in paragraphs
    )
    if next(root.iter(*_MAYBE_UNSEEN), None) is not None:
        yield "\n".join(_joined(paragraph, without=_UNSEEN) for paragraph in paragraphs)
        yield "\n".join(_joined(paragraph, without=_NOT_BEFORE) for paragraph in paragraphs)


def _quickly_joined(paragraph: etree._Element) -> str:
    """The text of a paragraph that holds no element which stands for a character."""
    texts = _strings(_TEXTS_WITHIN, paragraph)
    return _joined(paragraph) if any(map(str.isspace, texts)) else "".join(texts)


def _joined(paragraph: etree._Element, *, without: frozenset[_Role] = frozenset()) -> str:
    """A paragraph's text but for that of some roles; space that only lays out the markup is no text."""
    pieces: list[str] = []
    for node in paragraph.iter(etree.Element):
        role = _role(str(node.tag))
        if role is _Role.BREAK:
            pieces.append(" ")
        elif role is _Role.HYPHEN:
            pieces.append("-")
        elif node.text and not (without and (role in without or (_Role.INSERTED in without and _inserted(node)))):
            pieces.append(node.text)
        tail = node.tail
        if tail and node is not paragraph and tail.strip():
            pieces.append(tail)
    return "".join(pieces)


@lru_cache(maxsize=8192)
def _role(tag: str) -> _Role:
    return _ROLES.get(tag.rpartition("}")[2], _Role.OTHER)


def _inserted(node: etree._Element) -> bool:
    return any(_role(str(above.tag)) is _Role.INSERTED for above in node.iterancestors())


def _packed_readings(place: str, value: str, scope: _Scope) -> Iterator[Decoded]:
    """What base64 says: of the whole text, or of long stretches of it, those made for addresses included."""
    if _BASE64.fullmatch(value):
        yield from _base64_readings(place, value, scope)
    else:
        runs = [*_PACKED_RUN.findall(value), *_PACKED_FOR_ADDRESSES.findall(value)]
        for run in dict.fromkeys(runs):
            yield from _base64_readings(place, run.replace("-", "+").replace("_", "/"), scope)


def _base64_readings(place: str, value: str, scope: _Scope) -> Iterator[Decoded]:
    packed = re.sub(r"\s", "", value).rstrip("=")
    try:
        raw = base64.b64decode(packed + "=" * (-len(packed) % 4))
    except (binascii.Error, ValueError):
        return
    yield from _readings(f"{place}!base64", raw, scope.within(2))
