"""What PDF/UA asks of a document for readers who do not see the page, as far as a program can tell.

Each check names its clause of ISO 14289-1:2014 (PDF/UA-1). What hangs on the words of the author (alternative texts,
levels of headings) is told; what we make ourselves must hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

from reviewdocs.publication.pdf_text import kids, kind_of, role_map

_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_BLOCKS = "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6"
_LISTS_AND_TABLES = "L LI Lbl LBody Table TR TH TD THead TBody TFoot"
_INLINE = "Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"
_STANDARD = frozenset(f"{_BLOCKS} {_LISTS_AND_TABLES} {_INLINE}".split())
"""Standard structure types (ISO 32000-1, 14.8.4)."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check.

    Attributes:
        name: what must hold.
        clause: of the standard, that asks for it.
        fault: what is wrong with a PDF; empty where nothing is.
        essential: it is for us to make it so; the rest hangs on the author.
    """

    name: str
    clause: str
    fault: Callable[[pikepdf.Pdf], str]
    essential: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """What a check found; `fault` is empty where all is well."""

    check: Check
    fault: str

    def __str__(self) -> str:
        said = self.fault or "in order"
        return f"PDF/UA, {self.check.name} (ISO 14289-1, {self.check.clause}): {said}"


def run_checks(pdf: pikepdf.Pdf) -> list[Result]:
    """Every check's result."""
    return [Result(check, check.fault(pdf)) for check in CHECKS]


def elements_of(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any]]:
    """All elements of the structure in order, each with its standard type."""
    roles = role_map(pdf)
    waiting = kids(pdf.Root.get("/StructTreeRoot", Dictionary()))[::-1]
    while waiting:
        element = waiting.pop()
        if isinstance(element, Dictionary) and "/S" in element:
            yield kind_of(element, roles), element
            waiting += kids(element)[::-1]


def _structure(pdf: pikepdf.Pdf) -> str:
    return "" if next(elements_of(pdf), None) else "there is no structure tree"


def _marked(pdf: pikepdf.Pdf) -> str:
    info = pdf.Root.get("/MarkInfo", Dictionary())
    fine = bool(info.get("/Marked")) and not info.get("/Suspects")
    return "" if fine else "it does not say that it is tagged"


def _types(pdf: pikepdf.Pdf) -> str:
    unknown = sorted({kind for kind, _ in elements_of(pdf)} - _STANDARD)
    return f"types that no reader knows: {', '.join(unknown)}" if unknown else ""


def _identified(pdf: pikepdf.Pdf) -> str:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        return "" if metadata.get("pdfuaid:part") == "1" else "it does not say that it is PDF/UA"


def _language(pdf: pikepdf.Pdf) -> str:
    return "" if str(pdf.Root.get("/Lang", "")) else "no language is set"


def _title(pdf: pikepdf.Pdf) -> str:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        titled = str(metadata.get("dc:title") or "")
    if not titled:
        return "it has no title"
    shown = pdf.Root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle")
    return "" if shown else "readers show the file's name in place of the title"


def _tabs(pdf: pikepdf.Pdf) -> str:
    others = [number for number, page in enumerate(pdf.pages, 1) if page.obj.get("/Tabs") != Name.S]
    return f"page {others[0]} is not gone through in the order of its structure" if others else ""


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every font that a page, or what it draws, uses."""
    for page in pdf.pages:
        waiting, seen = [page.obj.get("/Resources", Dictionary())], set()
        while waiting:
            resources = waiting.pop()
            yield from (font for _, font in resources.get("/Font", Dictionary()).items())
            for _, drawn in resources.get("/XObject", Dictionary()).items():
                if drawn.objgen not in seen and "/Resources" in drawn:
                    seen.add(drawn.objgen)
                    waiting.append(drawn.Resources)


def _embedded(pdf: pikepdf.Pdf) -> str:
    for font in _fonts(pdf):
        own = font.get("/DescendantFonts", [font])[0]
        described = own.get("/FontDescriptor", Dictionary())
        if font.get("/Subtype") != Name.Type3 and not any(key in described for key in _FONT_FILES):
            return f"the font {_called(font)} is not in the file"
    return ""


def _unicode(pdf: pikepdf.Pdf) -> str:
    without = next((font for font in _fonts(pdf) if "/ToUnicode" not in font), None)
    return "" if without is None else f"the font {_called(without)} does not say which letters it shows"


def _called(font: Any) -> str:
    return str(font.get("/BaseFont", "/without a name"))[1:]


def _figures(pdf: pikepdf.Pdf) -> str:
    bare = sum(kind == "Figure" and not str(e.get("/Alt", e.get("/ActualText", ""))) for kind, e in elements_of(pdf))
    return f"{bare} pictures without alternative text" if bare else ""


def _headings(pdf: pikepdf.Pdf) -> str:
    levels = [int(kind[1]) for kind, _ in elements_of(pdf) if len(kind) == 2 and kind[0] == "H" and kind[1].isdigit()]
    if not levels:
        return "there are no headings"
    skips = sum(after > before + 1 for before, after in pairwise([0, *levels]))
    return f"{skips} headings skip a level" if skips else ""


def _tables(pdf: pikepdf.Pdf) -> str:
    roles, bare = role_map(pdf), 0
    for kind, element in elements_of(pdf):
        if kind == "Table":
            below = [element]
            kinds = set()
            while below:
                own = below.pop()
                kinds.add(kind_of(own, roles))
                below += [kid for kid in kids(own) if isinstance(kid, Dictionary) and "/S" in kid]
            bare += "TH" not in kinds
    return f"{bare} tables without heading cells" if bare else ""


def _links(pdf: pikepdf.Pdf) -> str:
    notes = [note for page in pdf.pages for note in page.obj.get("/Annots", [])]
    bare = sum(not str(note.get("/Contents", "")) or "/StructParent" not in note for note in notes)
    return f"{bare} links that a screen reader does not name" if bare else ""


def _bookmarks(pdf: pikepdf.Pdf) -> str:
    with pdf.open_outline() as outline:
        return "" if list(outline.root) else "there are no bookmarks"


def _open(pdf: pikepdf.Pdf) -> str:
    return "it is encrypted" if pdf.is_encrypted else ""


CHECKS = (
    Check("identifies itself", "5", _identified),
    Check("structure tree", "7.1", _structure),
    Check("marked as tagged", "7.1", _marked),
    Check("standard structure types", "7.1", _types),
    Check("title shown", "7.1", _title),
    Check("language", "7.2", _language),
    Check("alternative texts", "7.3", _figures, essential=False),
    Check("headings nested", "7.4.2", _headings, essential=False),
    Check("heading cells of tables", "7.5", _tables),
    Check("readable by assistive programs", "7.16", _open),
    Check("bookmarks", "7.17", _bookmarks, essential=False),
    Check("tab order", "7.18.3", _tabs),
    Check("links named", "7.18.5", _links, essential=False),
    Check("fonts embedded", "7.21.4.1", _embedded),
    Check("letters known", "7.21.7", _unicode),
)
