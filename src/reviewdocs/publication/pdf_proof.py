"""A PDF read back before it is named as done, by three readers that do not share code: pikepdf, pypdf and our own."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any, Final

import pikepdf
import pypdf
from pikepdf import Array, Dictionary, Name, Stream

from reviewdocs.errors import OutputError
from reviewdocs.formats.pdf.document import PdfDocument
from reviewdocs.formats.pdf.pages import NO_WORDS
from reviewdocs.model.text import Layer, Paragraph
from reviewdocs.names import ByteSearch
from reviewdocs.names.surviving import survivors
from reviewdocs.publication import pdf_ua
from reviewdocs.publication.finishing import LANGUAGE
from reviewdocs.publication.pdf_text import TaggedText, read_tagged
from reviewdocs.publication.same_text import differences, drawn_alike

_METADATA: Final = frozenset({"dc:title", "dc:language", "pdfuaid:part"})
_NOT_THERE: Final = {
    "/OCProperties": "layers that can be hidden",
    "/OCG": "layers that can be hidden",
    "/JS": "scripts",
    "/JavaScript": "scripts",
    "/AA": "actions of its own",
    "/OpenAction": "actions of its own",
    "/EmbeddedFiles": "attachments",
    "/EF": "attachments",
    "/AF": "attachments",
    "/AcroForm": "form fields",
    "/XFA": "form fields",
    "/PieceInfo": "private data of a program",
    "/Thumb": "small pictures of pages",
    "/LastModified": "times of its making",
}
"""Keys that stand nowhere in a published PDF, and what they are."""


def prove(
    data: bytes, *, title: str, paragraphs: Sequence[Paragraph], search: ByteSearch | None, name: str
) -> tuple[str, ...]:
    """Read a PDF back.

    Args:
        data: the PDF.
        title: that it must have.
        paragraphs: of the .docx that it was made from.
        search: for what may stand nowhere; None where there is no map.
        name: of the file, for messages.

    Returns:
        What a person is told: each check of PDF/UA and what it found.

    Raises:
        OutputError: it differs from the .docx, holds what may not go out, or cannot be read by everybody.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        faults = [*_held(pdf), *_said(pdf, title), *_links(pdf, paragraphs)]
        tagged = read_tagged(pdf)
        faults += [f"it differs from the Word document in {what}" for what in differences(paragraphs, tagged)]
        addresses = {str(note.A.URI) for note in _annotations(pdf) if "/URI" in note.get("/A", Dictionary())}
        results = pdf_ua.run_checks(pdf)
        faults += [str(result) for result in results if result.fault and result.check.essential]
    faults += _by_ours(data, title, paragraphs, tagged, search)
    faults += _by_pypdf(data, title, len(tagged.pages), search)
    if faults:
        raise OutputError(
            f"The PDF could not be verified: {'; '.join(list(dict.fromkeys(faults))[:5])}.",
            where=name,
            remedy="Look at that place in Word: where LibreOffice shows a drawing, box or form otherwise, make it "
            "simpler there, and have that approved.",
        )
    told = [str(result) for result in results if result.fault]
    held = len(results) - len(told)
    if lost := len({p.text for p in paragraphs if p.place == "Link target"} - addresses):
        told.append(f"addresses that the Word document leads to and the PDF does not, whose words stand in it: {lost}")
    return (f"PDF/UA: {held} of {len(results)} checks in order (docs/outgoing.md lists them)", *told)


def _held(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What stands in any object and may not."""
    found = set()
    for thing in (pdf.trailer, *pdf.objects):
        found |= {what for key, what in _NOT_THERE.items() if any(key in inner for inner in _within(thing))}
    yield from (f"it holds {what}" for what in sorted(found))
    if pdf.attachments:
        yield "it holds attachments"
    if set(pdf.trailer.keys()) - {"/Root", "/Info", "/Size", "/ID", "/Prev", "/XRefStm", *_XREF}:
        yield "its trailer holds more than it needs"


_XREF = ("/Type", "/W", "/Index", "/Length", "/Filter", "/DecodeParms")


def _within(thing: Any, depth: int = 0) -> Iterator[Any]:
    """The dictionaries of an object that lie directly in it."""
    if isinstance(thing, (Dictionary, Stream)) and (depth == 0 or not thing.is_indirect):
        yield thing
        for _, value in thing.items():
            yield from _within(value, depth + 1)
    elif isinstance(thing, Array) and (depth == 0 or not thing.is_indirect):
        for value in list(thing):
            yield from _within(value, depth + 1)


def _said(pdf: pikepdf.Pdf, title: str) -> Iterator[str]:
    """What the file says of itself."""
    info = {key: str(value) for key, value in pdf.docinfo.items()}
    if info != {"/Title": title}:
        yield "its properties hold more than the title"
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        keys = {key: metadata.get(key) for key in _METADATA}
        if len(list(metadata)) != len(_METADATA) or keys["dc:title"] != title:
            yield "its metadata hold more than title and language"


def _annotations(pdf: pikepdf.Pdf) -> Iterator[Any]:
    return (note for page in pdf.pages for note in page.obj.get("/Annots", []))


def _links(pdf: pikepdf.Pdf, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Annotations may be links alone, to places within or to addresses that the .docx has."""
    known = {p.text for p in paragraphs if p.place == "Link target"}
    for number, page in enumerate(pdf.pages, 1):
        for note in page.obj.get("/Annots", []):
            action = note.get("/A", Dictionary())
            if note.get("/Subtype") != Name.Link:
                yield f"page {number} has an annotation that is no link"
            elif action.get("/S") not in (None, Name.URI, Name.GoTo):
                yield f"page {number} has a link that runs something"
            elif "/URI" in action and str(action.URI).rstrip("/") not in {text.rstrip("/") for text in known}:
                yield f"page {number} has a link that the Word document has not"


def _by_ours(
    data: bytes, title: str, paragraphs: Sequence[Paragraph], tagged: TaggedText, search: ByteSearch | None
) -> Iterator[str]:
    """What the reader of `check` sees, which asks the program that draws the pages."""
    own = PdfDocument(data)
    drawn: dict[str, str] = {}
    for place, text in own.searchable():
        drawn.setdefault(place, text)
    for number, page in enumerate(tagged.pages, 1):
        if not drawn_alike(page, drawn.get(f"page {number}", "")):
            yield f"page {number} shows other letters than it says"
    # A page of figures looks to that reader as if a font lied; that the words are the .docx's is proved.
    yield from (f"a part cannot be read ({what})" for what in own.coverage().unread if not what.endswith(NO_WORDS))
    known = {title, LANGUAGE, *(p.text for p in paragraphs)}
    for paragraph in own.paragraphs():
        if paragraph.layer is Layer.HIDDEN and paragraph.text not in known:
            yield f"it holds something that nobody sees ({paragraph.place.lower()})"
    if search is not None and (places := survivors(own, search, glued=True)):
        yield f"names or identifiers of the map stand in it ({', '.join(list(places)[:3])})"


def _by_pypdf(data: bytes, title: str, pages: int, search: ByteSearch | None) -> Iterator[str]:
    reader = pypdf.PdfReader(io.BytesIO(data))
    said = {key: str(value) for key, value in (reader.metadata or {}).items()}
    if said != {"/Title": title} or len(reader.pages) != pages or len(reader.attachments):
        yield "programs do not agree what it holds"
    if search is not None and any(search.found(page.extract_text(), glued=True) for page in reader.pages):
        yield "names or identifiers of the map can be copied from it"
