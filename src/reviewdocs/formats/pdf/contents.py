"""What is in a PDF but not drawn on a page: a walk over all objects, each string and stream given its place.

The walk starts at the trailer, so that a thing is known by the way that leads to it; what no way leads to is unused,
and read as well.
"""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from reviewdocs.formats.pdf import vocabulary as words
from reviewdocs.formats.pdf.source import Source, Unreadable, string_at
from reviewdocs.formats.pdf.vocabulary import Spot

_WORDY = re.compile(r"[^\W_].*?[^\W\d_]|[^\W\d_].*?[^\W_]|\d(?:[\s\-]?\d){5}", re.DOTALL)
"""Two letters or figures of which one is a letter, or enough figures to be a number that belongs to somebody."""
_TAG = re.compile(r"<[^>]*>")
_FILE_DATE = re.compile(r"D:\d{4,14}[Z+\-\d']*\Z|\d{4}-\d\d-\d\dT[\d:.Z+\-]*\Z")
_USUAL_PROPERTIES = frozenset({"/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/Trapped"})
_MARK = re.compile(rb"/(?:ActualText|Alt|E|Contents|T|Lang|Title|Desc|Info|Name)\s*([(<](?!<))")
_LONGEST_MARK = 4096


@dataclass(frozen=True, slots=True)
class Step:
    """How the walk came to an object: the key it stands under, the object it stands in, and what it belongs to.

    Attributes:
        key: of the nearest dictionary above.
        inside: what it all belongs to, where that decides what strings are ("info", "outline", a spot of its own).
        number: of the object in the file; 0 for what stands in the trailer itself.
        holder: the nearest dictionary above.
    """

    key: str = ""
    inside: str = ""
    number: int = 0
    holder: DictionaryObject | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Words:
    """A string, in its place."""

    spot: Spot
    text: str


@dataclass(frozen=True, slots=True)
class Packed:
    """A stream, by the way to it; `unused` where nothing leads to it."""

    stream: StreamObject
    step: Step
    name: str = ""
    unused: bool = False


@dataclass(slots=True)
class Contents:
    """What the walk found.

    Attributes:
        texts: every string with words in it.
        streams: every stream once.
        annotations: how many there are of each kind ("/Text", "/Redact").
        lost_pages: pages that the page tree does not hold.
        damaged: objects that could not be read.
        names: every name and every string, words or not, for the search of the bytes.
    """

    texts: list[Words] = field(default_factory=list)
    streams: list[Packed] = field(default_factory=list)
    annotations: dict[str, int] = field(default_factory=dict)
    lost_pages: list[DictionaryObject] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    names: set[str] = field(default_factory=set)


def walk(source: Source) -> Contents:
    """Read every object of the file."""
    return _Walk(source).run()


class _Walk:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._found = Contents()
        self._seen: set[tuple[int, int]] = set()
        self._queue: deque[tuple[PdfObject, Step]] = deque()
        self._unused = False

    def run(self) -> Contents:
        for key in self._source.trailer:
            if key not in ("/Encrypt", "/ID"):
                self._queue.append((_raw(self._source.trailer, key), Step(key, "info" if key == "/Info" else "")))
            elif isinstance(_raw(self._source.trailer, key), IndirectObject):
                self._seen.add(_numbers(_raw(self._source.trailer, key)))
        self._drain()
        self._unused = True
        for number in self._source.numbers:
            if number not in self._seen:
                self._queue.append((IndirectObject(number[0], number[1], self._source.reader), Step("", "", number[0])))
                self._drain()
        return self._found

    def _drain(self) -> None:
        while self._queue:
            thing, step = self._queue.popleft()
            if isinstance(thing, IndirectObject):
                numbers = _numbers(thing)
                if numbers in self._seen:
                    continue
                self._seen.add(numbers)
                step = replace(step, number=numbers[0])
                try:
                    resolved = self._source.object(*numbers)
                except Unreadable:
                    self._found.damaged.append(numbers[0])
                    continue
                if resolved is not None:
                    self._visit(resolved, step)
            else:
                self._visit(thing, step)

    def _visit(self, thing: PdfObject, step: Step) -> None:
        if isinstance(thing, DictionaryObject):
            self._dictionary(thing, step)
        elif isinstance(thing, ArrayObject):
            items = list(list.__iter__(thing))
            if len(items) == 4 and items[0] in ("/Indexed", "/I"):
                items.pop()  # a table of colours
            self._queue.extendleft((item, step) for item in reversed(items))
        elif isinstance(thing, (TextStringObject, ByteStringObject)):
            self._string(thing, step)
        elif isinstance(thing, NameObject):
            self._found.names.add(str(thing))

    def _dictionary(self, thing: DictionaryObject, step: Step) -> None:
        kind = _kind(thing)
        if kind in ("/XRef", "/ObjStm"):
            return
        if isinstance(thing, StreamObject):
            self._found.streams.append(Packed(thing, step, _name_of(thing), self._unused))
        if self._unused and kind == "/Page":
            self._found.lost_pages.append(thing)
        if step.key == "/Annots" or kind == "/Annot":
            subtype = str(_plain(thing, "/Subtype"))
            self._found.annotations[subtype] = self._found.annotations.get(subtype, 0) + 1
        within: list[tuple[PdfObject, Step]] = []
        for key in thing:
            value = _raw(thing, key)
            self._found.names.add(str(key))
            if isinstance(value, (TextStringObject, ByteStringObject)):
                self._string(value, Step(str(key), step.inside, step.number, thing))
            elif isinstance(value, NameObject):
                self._found.names.add(str(value))
                if key == "/V" and value not in ("/Off", "/Yes"):
                    self._put(words.FIELD, str(value)[1:])
            else:
                inside = step.inside if step.inside == "info" else _inside(str(key), step.inside)
                within.append((value, Step(str(key), inside, step.number, thing)))
        self._queue.extendleft(reversed(within))

    def _string(self, value: TextStringObject | ByteStringObject, step: Step) -> None:
        text, holder = decoded(value), step.holder
        self._found.names.add(text)
        if step.key in words.WORDLESS or not _WORDY.search(text) or _FILE_DATE.match(text) or not _legible(text):
            return
        if step.key == "/Contents" and holder is not None and "/ByteRange" in holder:
            return  # a signature
        if step.inside == "info" and step.key not in _USUAL_PROPERTIES:
            text = f"{step.key[1:]}: {text}"
        if step.key in ("/RC", "/RV"):
            text = html.unescape(_TAG.sub(" ", text)).strip()
        self._put(_spot(step, holder), text)

    def _put(self, spot: Spot, text: str) -> None:
        self._found.texts.append(Words(words.UNUSED if self._unused else spot, text))


_INSIDE = {
    "info": words.PROPERTY,
    "private": words.PRIVATE,
    "caption": words.FIELD,
    "intent": words.BY_KEY["/OutputCondition"],
}


_BEGINS = {
    "/PieceInfo": "private",
    "/AP": "appearance",
    "/EF": "file",
    "/XFA": "xfa",
    "/MK": "caption",
    "/OutputIntents": "intent",
}
_STICKY = frozenset({"private", "appearance", "file", "xfa"})
"""What holds for all that lies within."""


def _inside(key: str, inside: str) -> str:
    """What the things under a key belong to."""
    if inside in _STICKY:
        return inside
    return _BEGINS.get(key, "")


def _spot(step: Step, holder: DictionaryObject | None) -> Spot:
    """The place of a string by the key it stands under and what holds it."""
    key, inside = step.key, step.inside
    if inside == "info" and key in ("/Producer", "/Creator"):
        return words.PROGRAM
    if inside in _INSIDE:
        return _INSIDE[inside]
    if holder is not None:
        subtype = _plain(holder, "/Subtype")
        annotation = subtype is not None and "/Rect" in holder and str(subtype) != "/Widget"
        if key == "/Contents" and "/Rect" in holder:
            return {"/FreeText": words.FREE_TEXT, "/Link": words.TIP, "/Widget": words.TIP}.get(
                str(subtype), words.COMMENT
            )
        if key == "/T":
            if annotation:
                return words.AUTHOR
            return words.FIELD_NAME if "/S" not in holder else words.ALT
        if key == "/Title":
            return words.BOOKMARK
        if key == "/Name":
            return _named(holder)
        if key == "/P" and _kind(holder) in ("", "/PageLabel"):
            return Spot("bookmarks", "Page label", words.PERIPHERAL)
    return words.BY_KEY.get(key, words.OTHER)


def _named(holder: DictionaryObject) -> Spot:
    """Whose name it is: a layer's, a signature's, or a stamp's."""
    if _kind(holder) == "/OCG" or "/OCGs" in holder or "/Order" in holder:
        return Spot("layers", "Name of a layer", words.PERIPHERAL)
    return words.SIGNATURE if "/ByteRange" in holder or "/Filter" in holder else words.OTHER


def decoded(value: TextStringObject | ByteStringObject) -> str:
    """A string's text: UTF-16 or UTF-8 by its mark, else PDF's own letters, else Latin ones."""
    if isinstance(value, TextStringObject):
        return str(value)
    raw = bytes(value)
    for mark, codec in ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8")):
        if raw.startswith(mark):
            return raw[len(mark) :].decode(codec, "replace")
    return raw.decode("latin-1")


def strings_in_drawing(content: bytes) -> Iterator[str]:
    """The strings that a drawing's marks carry beside what it draws (`/Span <</ActualText (…)>> BDC`)."""
    for match in _MARK.finditer(content):
        value = string_at(content[match.start(1) : match.start(1) + _LONGEST_MARK])
        if value is not None and _WORDY.search(text := decoded(value)):
            yield text


def _legible(text: str) -> bool:
    """Whether this is writing and no packed data."""
    odd = sum((character < " " and character not in "\t\n\r") or "\x7f" <= character < "\xa0" for character in text)
    return odd * 10 <= len(text)


def _kind(thing: DictionaryObject) -> str:
    value = _plain(thing, "/Type")
    return str(value) if isinstance(value, NameObject) else ""


def _name_of(stream: StreamObject) -> str:
    """What the stream says it is: its subtype, else its type."""
    subtype = _plain(stream, "/Subtype")
    return str(subtype) if isinstance(subtype, NameObject) else _kind(stream)


def _raw(thing: DictionaryObject, key: str) -> PdfObject:
    """A value as it stands, references not followed."""
    value: PdfObject = thing.raw_get(key)
    return value


def _plain(thing: DictionaryObject, key: str) -> PdfObject | None:
    """A value that stands in the dictionary itself; None where it is absent or a reference."""
    value = thing.raw_get(key) if key in thing else None
    return None if isinstance(value, IndirectObject) else value


def _numbers(reference: PdfObject) -> tuple[int, int]:
    assert isinstance(reference, IndirectObject)
    return reference.idnum, reference.generation
