"""What goes out of one approved document (interim: the approved bytes themselves, and no PDF)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reviewdocs.formats.atomic import write_atomically
from reviewdocs.formats.files import read_file
from reviewdocs.model.pseudonyms import PseudonymMap


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What was made of one document.

    Attributes:
        docx: the document for the public.
        pdf: the same as a PDF; None where none could be made.
        no_pdf: why there is none, and how to get one.
        told: what was changed and looked at, in sentences.
    """

    docx: Path
    pdf: Path | None
    no_pdf: str
    told: tuple[str, ...]


def make(document: Path, folder: Path, *, title: str, map: PseudonymMap | None) -> Outgoing:
    """Make what goes out of an approved document.

    Raises:
        OutputError: it could not be written.
    """
    copy = folder / document.name
    write_atomically(copy, read_file(document), new=True)
    return Outgoing(copy, None, "No PDF is made yet.", ())
