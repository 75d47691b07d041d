"""What kind of file this is, and the way out when it is none we take (docs/contracts.md, Input formats)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from reviewdocs.errors import InputError
from reviewdocs.formats.base import Document, Structure
from reviewdocs.formats.docx.document import OfficeDocument
from reviewdocs.formats.files import MAX_FILE_BYTES, too_large
from reviewdocs.formats.plain import PlainDocument
from reviewdocs.formats.protection import OLE, is_protected
from reviewdocs.model.text import ParagraphKey

_ACCEPTED = "Accepted are .docx, .txt and .md; to check, .pdf too."
_WAYS_OUT = {
    ".docm": ("It is a macro-enabled Word document.", "Save it as .docx in Word (File, Save As, Word Document)."),
    ".dotm": ("It is a macro-enabled Word template.", "Save it as .docx in Word (File, Save As, Word Document)."),
    ".dotx": ("It is a Word template.", "Save it as .docx in Word (File, Save As, Word Document)."),
    ".doc": ("It is in the old Word format.", "Open it in Word and save it as .docx (File, Save As, Word Document)."),
    ".odt": ("It is an OpenDocument text.", "Save it as .docx in LibreOffice or Word (File, Save As)."),
    ".rtf": ("It is a rich text file.", "Save it as .docx in Word (File, Save As, Word Document)."),
}


_READ = (".docx", ".txt", ".md", ".pdf")


def is_document(name: str) -> bool:
    """Whether a file's name is a document's: of a format that is read, or of one that is refused with a way out."""
    suffix = PurePath(name).suffix.lower()
    return suffix in _READ or suffix in _WAYS_OUT


def open_document(name: str, data: bytes, *, password: str = "") -> Document:
    """Open a document by the suffix of its name and by its content; the two must agree.

    Args:
        name: the file's name; only its suffix matters, and it is named in errors.
        data: the file's bytes.
        password: opens a PDF that is protected by one; an Office document is opened with `without_password` first.

    Raises:
        InputError: the file is not of an accepted kind, damaged, encrypted or hostile; says what and the way out.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in _READ:
        what, remedy = _WAYS_OUT.get(suffix, ("This kind of file is not read.", "Save it as .docx or as plain text."))
        raise InputError(what, where=name, remedy=f"{remedy} {_ACCEPTED}")
    if not data:
        raise InputError("The file is empty (no bytes at all).", where=name, remedy="Get a fresh copy of it.")
    if len(data) > MAX_FILE_BYTES:
        raise too_large(name)
    try:
        if suffix == ".docx":
            _refuse_what_is_no_docx(data)
            return OfficeDocument(data)
        if suffix == ".pdf":
            from reviewdocs.formats.pdf.document import PdfDocument  # not at the top: only a PDF pays for it

            return PdfDocument(data, password=password)
        return PlainDocument(data, markdown=suffix == ".md")
    except InputError as error:
        raise InputError(error.what, where=_placed(name, error.where), remedy=error.remedy) from error


def structure_of(document: Document) -> Structure | None:
    """What a Word document has for readers who do not see the page; None of other formats."""
    return document.structure() if isinstance(document, OfficeDocument) else None


def landmarks_of(document: Document) -> Mapping[ParagraphKey, str]:
    """What to look for on the page to find the texts of the last `paragraphs()`: "table row 3 under “Chronology”".

    Texts that stand on no page have no entry; the pages of a PDF are told by the names of its parts.
    """
    return document.landmarks() if isinstance(document, (OfficeDocument, PlainDocument)) else {}


def picture_in(document: Document, digest: str) -> bytes:
    """The bytes of a picture that the document's coverage tells; empty where they are no file of their own (a PDF)."""
    return document.picture(digest) if isinstance(document, OfficeDocument) else b""


def _refuse_what_is_no_docx(data: bytes) -> None:
    """Name what a .docx that is none really is."""
    save = "Open it in Word and save it as .docx (File, Save As, Word Document)."
    if is_protected(data):
        raise InputError(
            "The document is protected by a password.",
            remedy="Put the password into a file and give it with --password-from FILE; or open the document in Word, "
            "remove the password (File, Info, Protect Document), save, and run again.",
        )
    if data.startswith(OLE):
        raise InputError("It is an old Word document (.doc) named .docx.", remedy=save)
    known = {b"{\\rtf": "a rich text file", b"%PDF": "a PDF", b"<html": "a web page", b"<!DOC": "a web page"}
    for start, kind in known.items():
        if data[:5].lower().startswith(start.lower()):
            raise InputError(f"It is {kind} named .docx.", remedy=save)
    if not data.startswith(b"PK"):
        raise InputError("It is not a Word document, or it is damaged.", remedy="Get a fresh copy of it.")


def _placed(name: str, where: str) -> str:
    return f"{name} ({where})" if where else name
