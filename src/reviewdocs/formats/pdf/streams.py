"""A PDF's streams: metadata, scripts, attachments, private data, and the drawings that lie outside its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from reviewdocs.formats.adversary import MARKUP
from reviewdocs.formats.pdf import vocabulary as words
from reviewdocs.formats.pdf.contents import Contents, Packed, Words, strings_in_drawing
from reviewdocs.formats.pdf.source import Source, Unreadable
from reviewdocs.formats.pdf.vocabulary import Spot
from reviewdocs.formats.xmlparts import parse_leniently

MAX_ATTACHMENTS = 200

_HEAD = 2_000
_WORDY = re.compile(r"[^\W\d_]{2}|\d(?:[\s\-]?\d){5}")
_CODE = re.compile(
    r"[0-9A-Fa-f:\-]{16,}|(?:uuid|xmp\.\w+|adobe:docid)[:.\w\-]*|\d{4}-\d\d-\d\d(?:T[\d:.Z+\-]*)?|\w+/[\w.+\-]+"
)
"""Values of metadata that are ids, dates and kinds of file."""
_SCHEMA = re.compile(r"https?://(?:ns\.adobe\.com|purl\.org|www\.w3\.org|www\.aiim\.org|iptc\.org|www\.xfa\.org)/\S*")
_PROGRAMS = frozenset({"Producer", "CreatorTool", "softwareAgent"})
_XFA_ATTRIBUTES = frozenset({"name", "value", "title", "desc"})


@dataclass(slots=True)
class Sorted:
    """What became of the streams.

    Attributes:
        texts: what they say.
        drawings: forms and patterns, to be read as pages are; a form that a page draws is among them.
        attachments: the files that are embedded, in order.
        unread: streams that could not be read, each with the reason.
        pictures: how many pictures, fonts and profiles there are.
        thumbnails: how many small pictures of pages.
    """

    texts: list[Words] = field(default_factory=list)
    drawings: list[Packed] = field(default_factory=list)
    attachments: list[bytes] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)
    pictures: int = 0
    thumbnails: int = 0


def sort_out(source: Source, contents: Contents) -> Sorted:
    """Read each stream for what it is.

    Raises:
        InputError: all together unpack to too much.
    """
    done = Sorted()
    for packed in contents.streams:
        try:
            _sort(source, packed, done)
        except Unreadable as why:
            done.unread[f"object {packed.step.number}"] = str(why)
    return done


def holds_words(packed: Packed) -> bool:
    """Whether a stream can hold words that its bytes tell; a picture's pixels and a font's outlines cannot."""
    return not (_is_picture(packed) or _is_technical(packed))


def _sort(source: Source, packed: Packed, done: Sorted) -> None:
    stream, key, inside = packed.stream, packed.step.key, packed.step.inside
    if inside == "file" or packed.name == "/EmbeddedFile":
        _attach(source.unpacked(stream), done)
    elif _is_picture(packed):
        done.pictures += 1
        done.thumbnails += key == "/Thumb"
    elif _is_technical(packed):
        pass
    elif packed.name == "/Form" or stream.get("/PatternType") == 1:
        done.drawings.append(packed)
        _beside(source.unpacked(stream), done)
    elif key == "/Contents" and inside != "private" and not packed.unused:
        _beside(source.unpacked(stream), done)
    else:
        _other(source.unpacked(stream), packed, done)


def _is_picture(packed: Packed) -> bool:
    return packed.name == "/Image" or packed.step.key == "/Thumb"


def _is_technical(packed: Packed) -> bool:
    """Whether this says how something is drawn: a font, a colour, a function, a table of letters."""
    stream, key = packed.stream, packed.step.key
    if key in words.FONT_FILES or key in words.DRAWN or packed.name in ("/CMap", "/Halftone"):
        return True
    if any(mark in stream for mark in ("/FunctionType", "/ShadingType", "/Length1", "/CMapName", "/HalftoneType")):
        return True
    if packed.name in ("/Type1C", "/CIDFontType0C", "/OpenType"):
        return True
    return "/N" in stream and (
        "/Alternate" in stream or key in ("/ColorSpace", "/CS", "/DestOutputProfile", "/DefaultRGB")
    )


def _attach(data: bytes, done: Sorted) -> None:
    if len(done.attachments) < MAX_ATTACHMENTS:
        done.attachments.append(data)
    else:
        done.unread["attachments"] = f"there are more than {MAX_ATTACHMENTS}"


def _beside(content: bytes, done: Sorted) -> None:
    """The words that marks in a drawing carry."""
    done.texts += [Words(words.REPLACEMENT, text) for text in strings_in_drawing(content)]


def _other(data: bytes, packed: Packed, done: Sorted) -> None:
    """Metadata, scripts, forms in XML, private data, and whatever else is text; what is not is not read."""
    if not data.strip(b"\0 \t\r\n") or b"begincmap" in data[:_HEAD]:
        return
    spot = _spot(packed)
    root = parse_leniently(data)
    if root is not None:
        for name, said in _of_xml(root, every=spot == words.METADATA):
            done.texts.append(Words(words.PROGRAM if name in _PROGRAMS else spot, said))
    elif (text := _as_text(data)) is not None:
        plain = MARKUP.sub(" ", text) if text.lstrip().startswith("<") else text
        done.texts += [Words(spot, line.strip()) for line in plain.splitlines() if _WORDY.search(line)]
    elif packed.step.key in ("/ICCBased", "/DestOutputProfile") or data[36:40] == b"acsp":  # a colour profile
        done.pictures += 1
    else:
        done.unread[f"object {packed.step.number}"] = f"{spot.place.lower()} of a kind that is not read"


def _spot(packed: Packed) -> Spot:
    if packed.unused:
        return words.UNUSED
    if packed.name in ("/XML", "/Metadata") or packed.step.key == "/Metadata":
        return words.METADATA
    if packed.step.inside == "private":
        return words.PRIVATE
    if packed.step.inside == "xfa":
        return words.FIELD
    return words.BY_KEY.get(packed.step.key, words.OTHER)


def _of_xml(root: etree._Element, *, every: bool) -> Iterator[tuple[str, str]]:
    """The texts of XML, and of its attributes those that hold words, each with the local name that it stands under."""
    for node in root.iter():
        for text in (node.text, node.tail if node is not root else None):
            if text and _WORDY.search(text) and not _is_code(text.strip()):
                yield _local_name(node), " ".join(text.split())
        if isinstance(node.tag, str):
            for name, value in node.attrib.items():
                local = str(name).rpartition("}")[2]
                if (
                    (local in _XFA_ATTRIBUTES or (every and local != "lang"))
                    and _WORDY.search(str(value))
                    and not _is_code(str(value))
                ):
                    yield local, str(value)


def _local_name(node: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and instructions."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _is_code(value: str) -> bool:
    return _CODE.fullmatch(value) is not None or _SCHEMA.fullmatch(value) is not None


def _as_text(data: bytes) -> str | None:
    """The bytes as text; None where they are none."""
    for mark, codec in ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le")):
        if data.startswith(mark):
            return data[2:].decode(codec, "replace")
    odd = sum(byte < 32 and byte not in b"\t\n\f\r" for byte in data[:100_000])
    if odd * 100 > min(len(data), 100_000):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
