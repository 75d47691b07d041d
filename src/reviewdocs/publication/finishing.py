"""An approved .docx finished for the public: what marks it goes, what readers need is set, its words stay.

That they stay is proved: the finished bytes are opened again, and every text that a reader meets must be that of the
approved document, but for what was unmarked; and stripping it once more must find nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reviewdocs.errors import OutputError
from reviewdocs.formats.docx import accessible
from reviewdocs.formats.docx.document import OfficeDocument
from reviewdocs.formats.docx.package import Package
from reviewdocs.model.text import Layer, Paragraph
from reviewdocs.model.words import Audience
from reviewdocs.publication.unmarking import Unmarking, marks_left, unmarking_of

LANGUAGE = "en-GB"
_PROPERTIES = "document properties"
"""What `strip` calls the title and language that were set."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished .docx: its bytes, and what a person is told of it."""

    data: bytes
    told: tuple[str, ...]


def finish(data: bytes, *, title: str) -> Finished:
    """Finish an approved document.

    Args:
        data: a .docx.
        title: of the document, for its properties.

    Raises:
        InputError: it is no .docx, damaged or hostile.
        OutputError: the result does not say what was approved, or holds what may not go out.
    """
    approved = OfficeDocument(data)
    before = list(approved.paragraphs())
    unmarking = unmarking_of(before, approved.landmarks())
    stripped = dict(approved.strip(Audience.PUBLIC))
    package = Package.open(_without_marks(approved, unmarking))
    package.edit()
    if accessible.drop_rows(package, unmarking.rows) != len(unmarking.rows):
        raise _not_verified("a row that holds a marking could not be taken out")
    accessible.drop_watermarks(package, unmarking.watermarks)
    accessible.set_properties(package, title, LANGUAGE)
    accessible.set_language(package, LANGUAGE)
    marked = accessible.mark_heading_rows(package)
    skipped = tuple(accessible.skipped_levels(package))
    finished = package.to_bytes()
    written = OfficeDocument(finished)
    _verify(before, unmarking, written)
    told = [_counted(what, count) for what, count in Counter(unmarking.gone).items()]
    told += [f"taken out: {kind} ({count})" for kind, count in stripped.items() if kind != _PROPERTIES]
    if marked:
        told.append(f"tables whose first row is now marked as their heading: {marked}")
    told += [f"a heading is too deep for the one before it: {what}" for what in skipped]
    told += _missing(written)
    told += marks_left(list(written.paragraphs()), written.landmarks())
    return Finished(finished, tuple(told))


def _without_marks(approved: OfficeDocument, unmarking: Unmarking) -> bytes:
    """The stripped document after the edits of texts, which are planned on what is there now."""
    again = unmarking_of(list(approved.paragraphs()), approved.landmarks())
    if again.gone != unmarking.gone:
        raise _not_verified("taking out hidden content changed what is seen of its marking")
    approved.apply(again.edits)
    return approved.to_bytes()


def _verify(before: Sequence[Paragraph], unmarking: Unmarking, written: OfficeDocument) -> None:
    """Compare what readers meet, text by text, and strip once more.

    Raises:
        OutputError: something differs, or something is left to strip.
    """
    rows = Counter(text for row in unmarking.rows for text in row)
    expected = list[tuple[str, str]]()
    for paragraph in before:
        if paragraph.layer is Layer.HIDDEN or paragraph.text in unmarking.watermarks:
            continue
        if rows[paragraph.text] > 0 and paragraph.place == "Table":
            rows[paragraph.text] -= 1
            continue
        if text := unmarking.text_of(paragraph).strip():
            expected.append((paragraph.place, text))
    found = [(p.place, p.text.strip()) for p in written.paragraphs() if p.layer is not Layer.HIDDEN]
    if expected != found:
        alike = (one == other for one, other in zip(expected, found, strict=False))
        at = next((number for number, same in enumerate(alike) if not same), min(len(expected), len(found)))
        raise _not_verified(f"its text differs from the approved one from text {at + 1} of {len(expected)} on")
    unread = written.coverage().unread
    if unread:
        raise _not_verified(f"a part cannot be read ({unread[0]})")
    left = {kind: count for kind, count in written.strip(Audience.PUBLIC).items() if kind != _PROPERTIES}
    if left:
        raise _not_verified(f"it still holds {', '.join(left)}")


def _counted(what: str, count: int) -> str:
    return f"unmarked: {what}, {count} times" if count > 1 else f"unmarked: {what}"


def _missing(written: OfficeDocument) -> list[str]:
    """What readers will miss, and how a person puts it right."""
    structure, again = written.structure(), "in Word, then approve it again"
    missing = []
    if not structure.headings:
        missing.append(f"no paragraph is marked as a heading, so nobody can move by headings: set them {again}")
    if structure.undescribed:
        missing.append(
            f"{structure.undescribed} of {structure.pictures} pictures have no alternative text: write it {again}"
        )
    if structure.headless:
        missing.append(
            f"{structure.headless} of {structure.tables} tables have no heading row; their first column is taken for "
            "headings in the PDF"
        )
    return missing


def _not_verified(why: str) -> OutputError:
    return OutputError(
        f"The document for the public could not be verified: {why}.",
        remedy="Open the approved document in Word, save it there as a new .docx, and approve that.",
    )
