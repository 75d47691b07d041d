"""What goes out of one approved document: the finished .docx and its PDF, both read back (docs/outgoing.md)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reviewdocs.errors import InputError, OutputError
from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.docx.accessible import drawn_words
from reviewdocs.formats.docx.package import Package
from reviewdocs.formats.files import read_file
from reviewdocs.formats.office import ACCESSIBLE, office, office_program
from reviewdocs.formats.opening import open_document
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.names import ByteSearch
from reviewdocs.names.surviving import survivors
from reviewdocs.publication.finishing import finish
from reviewdocs.publication.pdf_proof import prove
from reviewdocs.publication.pdf_tidying import tidied
from reviewdocs.publication.unmarking import file_name_of

_NO_PDF = (
    "There is no PDF: LibreOffice is not on this computer, and PDFs are made with it. Install it (libreoffice.org; it "
    "costs nothing) and publish again; a PDF made elsewhere is not the one that was checked."
)


@dataclass(frozen=True)
class Outgoing:
    """What was made of one document.

    Attributes:
        docx: the finished document.
        pdf: its PDF; None where this computer has no converter.
        no_pdf: how to get a PDF, where there is none; else empty.
        told: what a person should know of both: what was taken out, what readers will miss, what was checked.
    """

    docx: Path
    pdf: Path | None
    no_pdf: str
    told: tuple[str, ...]


def make(document: Path, folder: Path, *, title: str, map: PseudonymMap | None) -> Outgoing:
    """Make what goes out of an approved document; nothing is left in `folder` where it fails.

    Args:
        document: the approved .docx; it is not changed.
        folder: where to; made if it is not there.
        title: of the document, for its properties.
        map: whose names may stand nowhere; None where there is none.

    Raises:
        InputError: the document is no .docx, or cannot be read.
        OutputError: something could not be verified or written (exit code 4).
    """
    if document.suffix.lower() != ".docx":
        raise InputError("Only a Word document (.docx) can be published.", where=document.name,
                         remedy="Save it as .docx in Word, check and approve that.")  # fmt: skip
    finished = finish(read_file(document), title=title)
    name = file_name_of(document.name)
    search = ByteSearch.of(map) if map is not None else None
    _refuse_names(name, finished.data, search)
    files, no_pdf, told = {folder / name: finished.data}, _NO_PDF, list(finished.told)
    pdf = None
    if office_program() is not None:
        pdf, no_pdf = (folder / name).with_suffix(".pdf"), ""
        files[pdf] = _pdf_of(name, finished.data, folder, title)
        paragraphs = open_document(name, finished.data).paragraphs()
        told += prove(files[pdf], title=title, paragraphs=paragraphs, search=search, name=pdf.name)
    _write(files)
    return Outgoing(folder / name, pdf, no_pdf, tuple(told))


def _pdf_of(name: str, data: bytes, folder: Path, title: str) -> bytes:
    """The tagged PDF of a finished document, tidied; nothing of making it is left in `folder`.

    Raises:
        OutputError: the converter made none.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with office(folder) as converter:
        (made,) = converter.pdfs([(name, data)], to=ACCESSIBLE)
    if isinstance(made, OutputError):
        raise made
    return tidied(made, title=title, pictures=drawn_words(Package.open(data)))


def _refuse_names(name: str, data: bytes, search: ByteSearch | None) -> None:
    """Refuse a file in which something of the map stands, its name included.

    Raises:
        OutputError: naming the places, never what stands there.
    """
    if search is None:
        return
    if search.found(Path(name).stem, glued=True):
        raise OutputError("The file's name holds a name of the map.", remedy="Rename the file, then approve it again.")
    places = survivors(open_document(name, data), search, glued=True)
    if places:
        raise OutputError(
            f"Names or identifiers of the map stand in what would be published: {', '.join(list(places)[:5])}.",
            where=name, remedy="Anonymise the document again, check it, and approve that copy.")  # fmt: skip


def _write(files: dict[Path, bytes]) -> None:
    """Write all files and read them back, or leave none.

    Raises:
        OutputError: one could not be written, or reads otherwise than it was written.
    """
    try:
        for path, data in files.items():
            write_atomically(path, data)
            if path.read_bytes() != data:
                raise OutputError("What was written reads otherwise than it was made.", where=str(path),
                                  remedy="Check the disk, then run again.")  # fmt: skip
    except (OutputError, OSError):
        for path in files:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise
