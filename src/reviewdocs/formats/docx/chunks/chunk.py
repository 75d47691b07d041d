"""A file that Word merges on opening, as a document within the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol

from reviewdocs.formats.docx.chunks.charsets import Encoding, decoded
from reviewdocs.formats.docx.chunks.html import HtmlText, declared_encodings
from reviewdocs.formats.docx.chunks.marked import Label, MarkedText, Splice, Stretch, not_understood
from reviewdocs.formats.docx.chunks.mht import WebArchive
from reviewdocs.formats.docx.chunks.plain import PlainText
from reviewdocs.formats.docx.chunks.rtf import RtfText
from reviewdocs.formats.docx.expunging import Expunger
from reviewdocs.formats.docx.identifiers import Identifiers
from reviewdocs.formats.docx.view import Nature
from reviewdocs.model.text import Coverage, Edit, Paragraph, ParagraphKey
from reviewdocs.model.words import Audience

MAX_BYTES: Final = 32 * 1024 * 1024
"""Of one inserted file that is text; with its pictures it is a tenth of this."""


class Source(Protocol):
    """The bytes of an inserted file, taken apart into texts.

    Attributes:
        texts: its texts by what they are called.
    """

    texts: dict[str, MarkedText]

    def clean(self, *, outside: bool) -> Counter[Label]:
        """Take out what stands beside the texts and readers outside must not get; pictures' metadata for everybody."""
        ...

    def coverage(self) -> Coverage:
        """What else it is made of."""
        ...

    def to_bytes(self) -> bytes:
        """It as it now stands."""
        ...


class SingleText:
    """An inserted file that is one text."""

    def __init__(self, name: str, text: MarkedText, encoding: Encoding) -> None:
        self.texts: dict[str, MarkedText] = {name: text}
        self._name, self._encoding = name, encoding

    def clean(self, *, outside: bool) -> Counter[Label]:
        """Nothing: there is nothing beside the text."""
        return Counter()

    def coverage(self) -> Coverage:
        """Nothing but the text."""
        return Coverage(())

    def to_bytes(self) -> bytes:
        """The text in the encoding in which it was."""
        return self._encoding.encode(self.texts[self._name].source)


class Chunk:
    """An inserted file in memory; what it can do is what an embedded document can do."""

    def __init__(self, source: Source, content_type: str) -> None:
        self._source, self._content_type = source, content_type
        self._outside = False
        self._stretches: dict[ParagraphKey, tuple[str, Stretch]] = {}
        self.changed = False

    def paragraphs(self) -> Sequence[Paragraph]:
        """Every text of it, as it comes."""
        self._stretches = {}
        numbers: Counter[str] = Counter()
        found: list[Paragraph] = []
        for name, text in self._source.texts.items():
            for stretch in text.stretches():
                part = f"{name}@{stretch.attribute}" if stretch.attribute else name
                spot = stretch.spot
                found.append(Paragraph(part, numbers[part], stretch.text, 0, spot.layer, spot.place))
                self._stretches[found[-1].key] = name, stretch
                numbers[part] += 1
        return found

    def apply(self, edits: Mapping[ParagraphKey, Sequence[Edit]]) -> None:
        """Make all edits; where a bookmark is called otherwise then, fields follow."""
        renamed = Identifiers()
        own = [(*self._stretches[key], list(of_text)) for key, of_text in edits.items() if key in self._stretches]
        for _, stretch, of_text in own:
            if stretch.names and of_text:
                renamed.renamed[stretch.text] = _edited(stretch, of_text)
        splices: dict[str, list[Splice]] = {}
        for key, (name, stretch) in self._stretches.items():
            of_text = list(edits.get(key, ()))
            if stretch.nature is Nature.CODE and renamed.renamed:
                of_text = renamed.in_code(stretch.text, of_text)
            splices.setdefault(name, []).extend(stretch.splices(of_text, outside=self._outside))
        for name, of_source in splices.items():
            self._splice(name, of_source)

    def strip(self, audience: Audience, *, keep_comments: bool = False) -> Counter[Label]:
        """Take the metadata out of pictures, and for readers outside the board all that is hidden."""
        self._outside = audience is not Audience.RESTRICTED
        counts = self._source.clean(outside=self._outside)
        self.changed = self.changed or bool(counts)
        for name, text in list(self._source.texts.items()):
            pictures = list(text.pictures())
            counts["pictures' metadata"] += len(pictures)
            self._splice(name, pictures)
            if self._outside:
                unwanted = list(self._source.texts[name].unwanted(keep_comments=keep_comments))
                counts.update(label for label, _ in unwanted if label)
                self._splice(name, [splice for _, splice in unwanted])
        return counts

    def expunge(self, expunger: Expunger) -> None:
        """Take what is looked for out of what only programs read."""
        for name, text in list(self._source.texts.items()):
            pieces = [(start, end, text.source[start:end]) for start, end in text.markup()]
            splices = [Splice(start, end, new) for start, end, raw in pieces if (new := expunger.cleaned(raw)) != raw]
            expunger.count += len(splices)
            self._splice(name, splices)

    def coverage(self) -> Coverage:
        """Its texts, its pictures, and what in it could not be read."""
        beside = self._source.coverage()
        texts = self._source.texts.items()
        return Coverage(
            read=(*(name for name, _ in texts), *beside.read),
            unread=(
                *(f"{name} ({number}): {why}" for name, text in texts for number, why in enumerate(text.unread(), 1)),
                *beside.unread,
            ),
            media=(
                *(f"{name}, picture {number + 1}" for name, text in texts for number in range(text.media())),
                *beside.media,
            ),
        )

    def to_bytes(self) -> bytes:
        """It as it now stands.

        Raises:
            InputError: it could not be read again, so that nothing would prove that it is clean.
        """
        data = self._source.to_bytes()
        if self.changed:
            open_chunk(data, self._content_type)
        return data

    def _splice(self, name: str, splices: Sequence[Splice]) -> None:
        text = self._source.texts[name]
        new = text.spliced(splices) if splices else text
        if new.source != text.source:
            self._source.texts[name] = new
            self.changed = True


def open_chunk(data: bytes, content_type: str) -> Chunk:
    """Open an inserted file by its content, with which its declared type must agree.

    Raises:
        InputError: it is of a kind that is not read, too large, or cannot be understood whole.
    """
    if len(data) > MAX_BYTES:
        raise not_understood(f"It is larger than {MAX_BYTES // 1024**2} MB.")
    for kinds, opened in ((_PAGES, _page), (_TEXTS, _plain), (_RICH, _rich), (_ARCHIVES, _archive)):
        if content_type.partition(";")[0].strip() in kinds:
            return Chunk(opened(data, content_type), content_type)
    raise not_understood("It is of a kind that is not read.")


_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_TEXTS: Final = frozenset({"text/plain"})
_RICH: Final = frozenset({"application/rtf", "text/rtf", "application/x-rtf", "text/richtext"})

_ARCHIVES: Final = frozenset(
    {"message/rfc822", "multipart/related", "multipart/alternative", "application/x-mimearchive"}
)


def _page(data: bytes, content_type: str) -> SingleText:
    text, encoding = decoded(data, (*_parameter(content_type), *declared_encodings(data)))
    if not text.lstrip().startswith("<"):
        raise not_understood("It is no web page, though it is named so.")
    return SingleText("html", HtmlText(text), encoding)


def _plain(data: bytes, content_type: str) -> SingleText:
    text, encoding = decoded(data, _parameter(content_type))
    if _looks_like_another(text):
        raise not_understood("It is no plain text, though it is named so.")
    return SingleText("text", PlainText(text), encoding)


def _archive(data: bytes, content_type: str) -> WebArchive:
    return WebArchive(data)


def _rich(data: bytes, content_type: str) -> SingleText:
    return SingleText("rtf", RtfText(data.decode("latin-1")), Encoding("latin-1"))


def _looks_like_another(text: str) -> bool:
    start = text.lstrip()[:200].lower()
    return start.startswith(("{\\rtf", "<", "mime-version:", "pk\x03", "content-type:"))


def _parameter(content_type: str) -> Iterator[str]:
    """The encoding that a content type declares."""
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset":
            yield value


def _edited(stretch: Stretch, edits: Sequence[Edit]) -> str:
    """A text as it will be."""
    text = stretch.text
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        text = f"{text[: edit.start]}{stretch.quote(edit.replacement)}{text[edit.end :]}"
    return text
