"""A PDF as a document (formats/base.py), to be read and searched; it is never edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pypdf.generic import StreamObject

from reviewdocs.errors import InputError
from reviewdocs.formats.adversary import readings
from reviewdocs.formats.base import Document, Finder
from reviewdocs.formats.bounds import Allowance
from reviewdocs.formats.docx.document import OfficeDocument
from reviewdocs.formats.pdf import vocabulary as words
from reviewdocs.formats.pdf.contents import Packed, walk
from reviewdocs.formats.pdf.drawing import FORM, IMAGE, SHADING, TEXT
from reviewdocs.formats.pdf.glyphs import Pages
from reviewdocs.formats.pdf.loose import MAX_DRAWINGS, letters_of_drawings, letters_of_pages
from reviewdocs.formats.pdf.pages import Read, paragraphs_of, read_pages, squeezed
from reviewdocs.formats.pdf.source import Source, Unreadable, beyond_the_end, earlier_versions
from reviewdocs.formats.pdf.streams import holds_words, sort_out
from reviewdocs.formats.pdf.vocabulary import Spot
from reviewdocs.formats.pictures import kind_of
from reviewdocs.formats.plain import PlainDocument
from reviewdocs.model.text import Coverage, Edit, Layer, Paragraph, ParagraphKey, Picture
from reviewdocs.model.words import Audience

MAX_NESTING = 3
"""Documents within documents that are opened."""
MAX_VERSIONS = 20
"""Earlier versions that are read; a form that was filled in and signed a few times has a handful."""

_SHOWS_SOMETHING = frozenset({TEXT, IMAGE, SHADING})
"""Kinds of things that are drawn to be seen; a filled shape may be white paper, a form may be empty."""
_REPEATS_PAGES = frozenset({words.BOOKMARK, words.TIP, words.REPLACEMENT, words.APPEARANCE, words.NOT_DRAWN})
"""Places that say again what a page says, and need no telling where they say no more."""
_LITTLE = 32
"""Bytes after the end that are no more than untidiness."""


class PdfDocument:
    """A PDF in memory.

    Args:
        data: its bytes.
        password: opens it, where it is protected.
        depth: how many documents it lies within.
        allowance: what may still be unpacked of the outermost one.
        versions: read its earlier versions too.

    Raises:
        InputError: damaged, hostile, or protected by another password.
    """

    def __init__(
        self,
        data: bytes,
        *,
        password: str = "",
        depth: int = 0,
        allowance: Allowance | None = None,
        versions: bool = True,
    ) -> None:
        self._data, self._password, self._depth = data, password, depth
        self._allowance = allowance or Allowance()
        self._source = Source(data, password, self._allowance)
        self._unread: dict[str, str] = {}
        self._media: list[str] = []
        self._inner: list[tuple[str, Document]] = []
        self._own: list[tuple[Spot, str]] = []
        with Pages(data, password) as pages:
            if len(pages) != self._source.page_count():
                self._unread["pages"] = "programs do not agree how many there are; the file is damaged"
            self._read: Read = read_pages(pages)
        for number, drawn in self._read.blank.items():
            if drawn & _SHOWS_SOMETHING or (FORM not in drawn and self._source.draws(number - 1)):
                self._read.unread[number] = "nothing is seen on it, though something is drawn there"
        self._contents = walk(self._source)
        self._sort_out()
        if versions:
            self._earlier_versions()
        self._paragraphs = list(self._numbered())

    def paragraphs(self) -> Sequence[Paragraph]:
        """Page by page, then what stands beside the pages, attachments and earlier versions last (`outer!inner`)."""
        return self._paragraphs

    def apply(self, edits: Mapping[ParagraphKey, Sequence[Edit]]) -> None:
        """Refuse."""
        raise not_editable()

    def strip(self, audience: Audience, *, keep_comments: bool = False) -> Mapping[str, int]:
        """Refuse: what is to be edited is the document that the PDF was made from."""
        raise not_editable()

    def expunge(self, find: Finder) -> int:
        """Nothing: a PDF is not edited."""
        return 0

    def coverage(self) -> Coverage:
        """Every page and kind of content, read or not."""
        pages = [f"page {number}" for number in range(1, len(self._read.raw) + 1)]
        parts = dict.fromkeys([*pages, *(p.part for p in self._paragraphs)])
        missed = {**{f"page {number}": why for number, why in self._read.unread.items()}, **self._unread}
        read = tuple(part for part in parts if part not in missed)
        return Coverage(read, tuple(f"{part}: {why}" for part, why in missed.items()), media=tuple(self._media),
                        pictures=self._pictures())  # fmt: skip

    def _pictures(self) -> tuple[Picture, ...]:
        drawn = enumerate(self._read.pictures.items(), 1)
        return tuple(Picture(f"picture {n}", f"page {page}", digest) for n, (digest, page) in drawn)

    def searchable(self) -> Iterator[tuple[str, str]]:
        """Pages letter by letter, every string and name, every stream unpacked, the bytes as they stand."""
        for number, text in enumerate(self._read.raw, 1):
            yield f"page {number}", text
        for piece in self._read.pieces:
            yield f"page {piece.page}", piece.text
        yield "strings", "\n".join(sorted(self._contents.names))
        for packed in self._contents.streams:
            yield from self._readings(packed)
        sizes = {packed.step.number: len(packed.stream._data) for packed in self._contents.streams}
        yield from readings("file", self._source.outside_streams(sizes))
        for part, inner in self._inner:
            yield from ((f"{part}!{place}", text) for place, text in inner.searchable())

    def to_bytes(self) -> bytes:
        """The bytes as they were opened."""
        return self._data

    def _readings(self, packed: Packed) -> Iterator[tuple[str, str]]:
        place = f"object {packed.step.number}"
        if not holds_words(packed):
            yield from readings(place, bytes(packed.stream._data))
            return
        try:
            yield from readings(place, self._source.unpacked(packed.stream, again=True))
        except Unreadable:
            return  # coverage tells it

    def _sort_out(self) -> None:
        """Read what is not on a page."""
        done = sort_out(self._source, self._contents)
        self._own += [(found.spot, found.text) for found in (*self._contents.texts, *done.texts)]
        self._unread.update(done.unread)
        self._unread.update((f"object {number}", "damaged") for number in self._contents.damaged)
        if done.thumbnails:
            self._own.append((words.THUMBNAIL, f"{done.thumbnails} small pictures of pages"))
        if beside := done.pictures - len(self._read.pictures):
            self._media.append(f"{beside} pictures that no page draws by themselves (masks, patterns, small ones)")
        if len(beyond_the_end(self._data)) > _LITTLE:
            self._unread["what follows the end of the file"] = "readers of PDF ignore it"
        self._drawings(done.drawings)
        for number, data in enumerate(done.attachments, 1):
            self._attached(f"attachment {number}", data)

    def _drawings(self, drawings: Sequence[Packed]) -> None:
        """Forms, appearances and patterns; and pages that lie in the file unused."""
        if len(drawings) > MAX_DRAWINGS:
            self._unread["drawings"] = f"there are more than {MAX_DRAWINGS:,} outside pages"
            return
        try:
            streams: list[StreamObject] = [packed.stream for packed in drawings]
            read = letters_of_drawings(self._source, streams) if streams else ()
            for packed, letters in zip(drawings, read, strict=True):
                appears = packed.step.inside == "appearance"
                spot = words.UNUSED if packed.unused else words.APPEARANCE if appears else words.NOT_DRAWN
                self._own += [(spot, text) for text in paragraphs_of(letters)]
            lost = self._contents.lost_pages
            for letters in letters_of_pages(lost) if lost else ():
                self._own += [(words.LOST, text) for text in paragraphs_of(letters)]
        except (Unreadable, InputError) as why:
            self._unread["drawings"] = why.what if isinstance(why, InputError) else str(why)

    def _attached(self, part: str, data: bytes) -> None:
        """Open an embedded file by what it is."""
        if self._depth >= MAX_NESTING:
            self._unread[part] = "it lies within too many others"
            return
        try:
            inner: Document
            if b"%PDF-" in data[:1024]:
                inner = PdfDocument(data, depth=self._depth + 1, allowance=self._allowance)
            elif data.startswith(b"PK"):
                inner = OfficeDocument(data, depth=self._depth + 1, allowance=self._allowance)
            elif kind := kind_of(data):
                self._unread[part] = f"a picture ({kind}), which was not read"
                return
            else:
                inner = PlainDocument(data)
        except InputError as why:
            self._unread[part] = f"an attached file that cannot be read ({why.what.rstrip('.')})"
            return
        self._inner.append((part, inner))
        self._own.append((words.ATTACHED, f"{part.capitalize()}"))

    def _earlier_versions(self) -> None:
        """Open the file as it was before each change that was saved at its end."""
        for number, data in enumerate(earlier_versions(self._data), 1):
            part = f"earlier version {number}"
            if number > MAX_VERSIONS:
                self._unread["earlier versions"] = f"there are more than {MAX_VERSIONS}"
                return
            try:
                inner = PdfDocument(
                    data, password=self._password, depth=self._depth, allowance=self._allowance, versions=False
                )
            except InputError as why:
                self._unread[part] = f"cannot be read ({why.what.rstrip('.')})"
                continue
            self._inner.append((part, inner))

    def _numbered(self) -> Iterator[Paragraph]:
        """All paragraphs, each kind of content a part, none of them told twice."""
        numbers: Counter[str] = Counter()

        def paragraph(part: str, text: str, layer: Layer, place: str) -> Paragraph:
            numbers[part] += 1
            return Paragraph(part, numbers[part] - 1, text, 0, layer, place)

        for piece in self._read.pieces:
            yield paragraph(f"page {piece.page}", piece.text, piece.layer, piece.place)
        on_pages = self._read.everything
        for spot, text in dict.fromkeys(self._own):
            if not (spot in _REPEATS_PAGES and squeezed(text) in on_pages):
                yield paragraph(spot.part, text, spot.layer, spot.place)
        known = {squeezed(text) for _, text in self._own}
        for part, inner in self._inner:
            yield from self._within(part, inner, on_pages, known)

    def _within(self, part: str, inner: Document, on_pages: str, known: set[str]) -> Iterator[Paragraph]:
        """The paragraphs of an attachment; of an earlier version those that the document no longer has."""
        earlier = part.startswith("earlier")
        missed = inner.coverage().unread
        self._unread.update((f"{part}!{name}", why) for name, _, why in (entry.partition(": ") for entry in missed))
        for own in inner.paragraphs():
            plain = squeezed(own.text)
            if earlier and (plain in known or plain in on_pages):
                continue
            known.add(plain)
            place = words.EARLIER if earlier else own.place if own.layer is Layer.HIDDEN else words.ATTACHED.place
            yield replace(own, part=f"{part}!{own.part}", offset=own.offset, layer=Layer.HIDDEN, place=place)


def not_editable() -> InputError:
    """The refusal to edit a PDF."""
    return InputError(
        "It is a PDF, which cannot be edited safely.",
        remedy="Use the Word document that it was made from, as .docx.",
    )
