"""What goes out of one document, with LibreOffice: one conversion, whose PDF is then tampered with."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from pikepdf import Array, Dictionary, Name, String

from reviewdocs.errors import OutputError
from reviewdocs.formats.opening import open_document
from reviewdocs.names import ByteSearch
from reviewdocs.publication import outgoing, pdf_ua
from reviewdocs.publication.outgoing import Outgoing, make
from reviewdocs.publication.pdf_proof import prove
from reviewdocs.records.maps import map_in

TITLE = "Safeguarding adult review: Adult W"
PERSON = "{id: A, role: adult, pseudonym: Adult W, forename: Isolde, surname: Wrayburn}"
MAP = map_in(f"id: S\nreview_type: SAR\npeople: [{PERSON}]\n".encode(), "pseudonyms.yaml")[0]


def report() -> bytes:
    """A report with what reports have: headings, a list, a table over two pages, a link, headers and footers."""
    document = docx.Document()
    document.core_properties.author = "Bram Osei"
    document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    document.sections[0].header.paragraphs[0].text = "SAR-2031-04 | Version 0.3\tOFFICIAL-SENSITIVE"
    document.add_paragraph("Safeguarding adult review", "Title")
    document.add_heading("Introduction", 1)
    document.add_paragraph(
        "Adult W lived alone. The office offered final help; nobody came, though three had written. " * 4
    )
    _link(document.add_paragraph("See "), "the guidance", "https://www.example.org/guidance")
    for text in ("Nobody rang back.", "The district nurse did."):
        document.add_paragraph(text, "List Bullet")
    document.add_heading("What happened", 2)
    table = document.add_table(60, 2)
    for number, row in enumerate(table.rows):
        texts = ("When", "What") if number == 0 else (f"Week {number}", "No reply")
        for cell, text in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].add_run(text).bold = number == 0
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _link(paragraph: Paragraph, text: str, address: str) -> None:
    """A link as Word makes them."""
    holder = OxmlElement("w:hyperlink")
    holder.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    run.style = paragraph.part.document.styles["Hyperlink"]
    holder.append(run._r)
    paragraph._p.append(holder)
    paragraph.add_run(" on it.")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Outgoing:
    folder = tmp_path_factory.mktemp("outgoing")
    approved = folder / "SAR-2031-04 Overview report v0.3.docx"
    approved.write_bytes(report())
    return make(approved, folder / "out", title=TITLE, map=MAP)


def proved(made: Outgoing, data: bytes) -> tuple[str, ...]:
    paragraphs = open_document(made.docx.name, made.docx.read_bytes()).paragraphs()
    return prove(data, title=TITLE, paragraphs=paragraphs, search=ByteSearch.of(MAP), name="report.pdf")


@pytest.mark.office
def test_both_files_are_made_and_nothing_else(made: Outgoing) -> None:
    assert made.pdf is not None and made.no_pdf == ""
    assert sorted(path.name for path in made.docx.parent.iterdir()) == [
        "SAR-2031-04 Overview report.docx",
        "SAR-2031-04 Overview report.pdf",
    ]
    with pikepdf.open(made.pdf) as pdf:
        assert dict(pdf.docinfo.items()) == {"/Title": TITLE}
        assert str(pdf.Root.Lang) == "en-GB" and pdf.Root.ViewerPreferences.DisplayDocTitle
        assert {result.check.name: result.fault for result in pdf_ua.run_checks(pdf) if result.fault} == {}
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Introduction"]
            assert [item.title for item in outline.root[0].children] == ["What happened"]
    data = made.pdf.read_bytes()
    assert not any(trace in data for trace in (b"LibreOffice", b"pikepdf", b"CreationDate", b"Osei", b"CreatorTool"))
    assert (
        f"PDF/UA: {len(pdf_ua.CHECKS)} of {len(pdf_ua.CHECKS)} checks in order (docs/outgoing.md lists them)"
        in made.told
    )


def _author(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = "Bram Osei"


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = b"Notes"


def _layer(pdf: pikepdf.Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Names")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


def _note(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=String("Check this"))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def _untagged(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def _drawn(text: bytes, before: bytes = b"") -> Callable[[pikepdf.Pdf], None]:
    """Draws more on the first page, in a font of its own."""

    def draw(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.Resources.Font.Own = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.contents_add(b"q BT /Own 12 Tf " + before + b" 50 50 Td (" + text + b") Tj ET Q")

    return draw


def _other_letter(pdf: pikepdf.Pdf) -> None:
    """The font says another letter than it draws: what is copied differs from what is seen."""
    for _, font in pdf.pages[0].Resources.Font.items():
        codes = font.ToUnicode.read_bytes()
        font.ToUnicode.write(codes.replace(b"<0061>", b"<0062>"))


def _named(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap[Name("/IsoldeWrayburn")] = Name.P


def _no_title(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/ViewerPreferences"]


@pytest.mark.office
@pytest.mark.parametrize(
    ("tamper", "why"),
    [
        (_author, "more than the title"),
        (_script, "scripts"),
        (_attachment, "attachments"),
        (_layer, "layers that can be hidden"),
        (_note, "an annotation that is no link"),
        (_untagged, "structure"),
        (_drawn(b"Wrayburn"), "words on page 1 that are not marked|other letters|names"),
        (_drawn(b"more", b"3 Tr"), "not marked|shows other letters|nobody sees"),
        (_other_letter, "it differs from the Word document"),
        (_named, "names or identifiers"),
        (_no_title, "in place of the title"),
    ],
)
def test_what_was_tampered_with_is_refused(made: Outgoing, tamper: Callable[[pikepdf.Pdf], None], why: str) -> None:
    assert made.pdf is not None
    out = io.BytesIO()
    with pikepdf.open(made.pdf) as pdf:
        tamper(pdf)
        pdf.save(out)
    with pytest.raises(OutputError, match=why):
        proved(made, out.getvalue())


def test_without_a_converter_there_is_the_word_document_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outgoing, "office_program", lambda: None)
    approved = tmp_path / "Report.docx"
    approved.write_bytes(report())
    made = make(approved, tmp_path / "out", title=TITLE, map=None)
    assert made.pdf is None and "Install it" in made.no_pdf
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["Report.docx"]


def test_what_cannot_be_proved_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_proof(*_: object, **__: object) -> tuple[str, ...]:
        raise OutputError("no")

    monkeypatch.setattr(outgoing, "office_program", lambda: "soffice")
    monkeypatch.setattr(outgoing, "_pdf_of", lambda *_: b"%PDF-1.7")
    monkeypatch.setattr(outgoing, "prove", no_proof)
    approved = tmp_path / "Report.docx"
    approved.write_bytes(report())
    with pytest.raises(OutputError):
        make(approved, tmp_path / "out", title=TITLE, map=None)
    assert not list(tmp_path.glob("out/*"))
