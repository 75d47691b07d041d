"""The integrated chronology as a Word document: on its side, one table, a colour and a mark for each agency."""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from reviewdocs.chronology.figures import Picture
from reviewdocs.chronology.vector import add_picture
from reviewdocs.model.chronology import GAP_WEEKS, MergedEntry, SetAside, Silence
from reviewdocs.model.review import ChronologyEntry, Review
from reviewdocs.model.tints import tint

TITLE = "Integrated chronology"
_LANGUAGE = "en-GB"
_CELL = "Cell"
"""The style of all that stands in tables."""
_NEW = "FFE58A"
_HEAD = "E7ECF0"
_WIDTHS = (11, 23, 24, 29, 83, 12, 12, 30, 14, 29)
"""Of the columns, in millimetres; together the width of the text."""
_HEADS = (
    "No.", "Date and time", "Agency", "Source", "What happened, and what was decided", "Seen", "Seen alone",
    "Wishes and feelings", "Gap (days)", "Notes, and what to check",
)  # fmt: skip
_SAID = {True: "Yes", False: "No", None: "–"}


@dataclass(frozen=True, slots=True)
class Content:
    """What the document shows.

    Attributes:
        entries: the whole chronology, in order.
        set_aside: rows that could not be placed.
        gaps: stretches of the period without any contact.
        pictures: of it.
        on: the day it is made.
    """

    review: Review
    entries: Sequence[ChronologyEntry]
    set_aside: Sequence[SetAside]
    gaps: Sequence[Silence]
    pictures: Sequence[Picture]
    on: dt.date


def as_docx(content: Content) -> bytes:
    """The document's bytes."""
    review = content.review
    document = _new_document(review, content.on)
    document.add_paragraph(TITLE, "Title")
    agencies = len({entry.agency for entry in content.entries})
    document.add_paragraph(
        f"{review.reference}: {len(content.entries):,} entries of {agencies} "
        f"{'agency' if agencies == 1 else 'agencies'}, for the period {review.scope.start:%d/%m/%Y} to "
        f"{review.scope.end:%d/%m/%Y}. Made on {content.on:%d/%m/%Y}. It holds real names."
    )
    _agencies(document, content)
    for picture in content.pictures:
        document.add_heading(picture.title, 1)
        add_picture(document, picture, Mm(sum(_WIDTHS)))
    _gaps(document, content.gaps)
    document.add_heading("The chronology", 1)
    if any(getattr(entry, "added", None) for entry in content.entries):
        document.add_paragraph("Entries that were added after the first merge are marked NEW with the day, on yellow.")
    _table(document, "The integrated chronology, in order of time", _HEADS, _WIDTHS, _rows(content))
    if content.set_aside:
        _set_aside(document, content)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _new_document(review: Review, on: dt.date) -> Document:
    """A4 on its side, in British English, a header with reference and marking, page numbers; nobody's name in it."""
    document = docx.Document()
    for rels in (document.part.package.rels, document.part.rels):
        for key in [
            k for k, rel in rels.items() if rel.reltype.endswith(("/thumbnail", "/extended-properties", "/customXml"))
        ]:
            rels.pop(key)
    properties = document.core_properties
    properties.title, properties.language = f"{review.reference} {TITLE}", _LANGUAGE
    properties.author, properties.comments, properties.last_modified_by = review.board.name, "", ""
    properties.created = properties.modified = dt.datetime(on.year, on.month, on.day)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin, section.bottom_margin = Mm(20), Mm(17)
    section.header.paragraphs[0].text = f"{review.reference}   {TITLE}   {review.marking.value}"
    foot = section.footer.paragraphs[0]
    for text, code in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        foot.add_run(text)
        foot._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    _set_styles(document)
    return document


def _set_styles(document: Document) -> None:
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), _LANGUAGE)
    for name, size in (("Normal", 10.5), ("Title", 20), ("Heading 1", 14), ("Header", 9), ("Footer", 9)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Arial", Pt(size), RGBColor(0x1B, 0x1B, 0x1B)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[key]
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    cell = document.styles.add_style(_CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style, cell.font.size = document.styles["Normal"], Pt(8.5)
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(1)
    document.styles["Heading 1"].paragraph_format.keep_with_next = True


def _agencies(document: Document, content: Content) -> None:
    document.add_heading("Agencies", 1)
    counts = Counter(entry.agency for entry in content.entries)
    rows = [
        [_Cell(agency.id, fill=tint(number), bold=True), _Cell(agency.name), _Cell(f"{counts[agency.id]:,}")]
        for number, agency in enumerate(content.review.agencies)
    ]
    _table(
        document, "Agencies with their marks and numbers of entries", ("Mark", "Agency", "Entries"), (30, 150, 25), rows
    )


def _gaps(document: Document, gaps: Sequence[Silence]) -> None:
    document.add_heading("Periods with no contact", 1)
    if not gaps:
        document.add_paragraph(f"There is no stretch of over {GAP_WEEKS} weeks without a contact by any agency.")
        return
    rows = [[_Cell(f"{g.start:%d/%m/%Y}"), _Cell(f"{g.end:%d/%m/%Y}"), _Cell(f"{g.days:,}")] for g in gaps]
    about = f"Stretches of over {GAP_WEEKS} weeks in which no agency recorded a contact"
    document.add_paragraph(f"{about}:")
    _table(document, about, ("First day", "Last day", "Days"), (40, 40, 25), rows)


def _set_aside(document: Document, content: Content) -> None:
    document.add_heading("Rows that could not be placed", 1)
    document.add_paragraph("Each stands here with its words, until it is settled with the agency; none was left out.")
    rows = [
        [_Cell(row.agency, bold=True, fill=_tint(content.review, row.agency)), _Cell(f"{row.file}, {row.place}"),
         _Cell(row.why), _Cell(row.words)]
        for row in content.set_aside
    ]  # fmt: skip
    _table(
        document,
        "Rows that could not be placed",
        ("Agency", "Where", "Why", "Words of the row"),
        (27, 55, 60, 125),
        rows,
    )


def _rows(content: Content) -> Iterator[list[_Cell]]:
    names = {agency.id: agency.name for agency in content.review.agencies}
    tints = {agency.id: tint(number) for number, agency in enumerate(content.review.agencies)}
    before: dt.date | None = None
    for number, entry in enumerate(content.entries, 1):
        gap = (entry.date - before).days if before else 0
        before = max(entry.end or entry.date, before or entry.date)
        merged = entry if isinstance(entry, MergedEntry) else None
        new = f"\nNEW {merged.added:%d/%m/%Y}" if merged and merged.added else ""
        colour = tints[entry.agency]
        decided = f"\nDecision: {entry.decision}" if entry.decision else ""
        checks = [f"Check: {check}" for check in merged.checks] if merged else []
        yield [
            _Cell(f"{number}{new}", fill=_NEW if new else "", bold=bool(new)),
            _Cell(_when(entry, merged)),
            _Cell(entry.agency, fill=colour, bold=True),
            _Cell(f"{names[entry.agency]}: {entry.source}{_reference(merged)}", fill=colour),
            _Cell(entry.text + decided),
            _Cell(_SAID[entry.seen]),
            _Cell(_SAID[entry.seen_alone]),
            _Cell(entry.wishes_and_feelings or "–"),
            _Cell(f"{gap}\nno contact" if gap > GAP_WEEKS * 7 else str(max(0, gap)), bold=gap > GAP_WEEKS * 7),
            _Cell("\n".join(filter(None, (_known(entry), entry.author_note, *checks)))),
        ]


def _when(entry: ChronologyEntry, merged: MergedEntry | None) -> str:
    first = f"{'About ' if entry.uncertain else ''}{entry.date:%d/%m/%Y}{f' {entry.time:%H:%M}' if entry.time else ''}"
    until = merged.end_time if merged else None
    if entry.end:
        first += f"\nto {entry.end:%d/%m/%Y}{f' {until:%H:%M}' if until else ''}"
    elif until:
        first += f" to {until:%H:%M}"
    return f"{first}\n(written: {merged.written})" if merged and merged.written else first


def _reference(merged: MergedEntry | None) -> str:
    return f"\n(their no. {merged.reference})" if merged and merged.reference else ""


def _known(entry: ChronologyEntry) -> str:
    known = entry.known_to_agency
    return f"Known to the agency on {known:%d/%m/%Y}." if known and known != entry.date else ""


def _tint(review: Review, identifier: str) -> str:
    return next((tint(n) for n, agency in enumerate(review.agencies) if agency.id == identifier), "")


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in a cell, its background in hexadecimal, and whether in bold."""

    text: str
    fill: str = ""
    bold: bool = False


def _table(
    document: Document, about: str, heads: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[_Cell]]
) -> None:
    """A table whose heading row comes again on every page and whose rows stay whole; `about` is told to who cannot see.

    Written as text and parsed once: python-docx takes longer for each row that is there.
    """
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    head = _row([_Cell(text, fill=_HEAD, bold=True) for text in heads], widths, "<w:tblHeader/>")
    body = "".join(_row(row, widths, "") for row in rows)
    document.element.body.insert_element_before(
        parse_xml(
            f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/>'
            f'<w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{escape(about)}"/><w:tblDescription w:val="{escape(about)}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"
        ),
        "w:sectPr",
    )
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _row(cells: Sequence[_Cell], widths: Sequence[int], more: str) -> str:
    told = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/>{_shade(cell.fill)}</w:tcPr>'
        f"{_paragraphs(cell)}</w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{told}</w:tr>"


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""


def _paragraphs(cell: _Cell) -> str:
    bold = "<w:rPr><w:b/></w:rPr>" if cell.bold else ""
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{_CELL}"/></w:pPr><w:r>{bold}'
        f'<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in cell.text.split("\n")
    )


def _twips(millimetres: int) -> int:
    return round(millimetres * 1440 / 25.4)
