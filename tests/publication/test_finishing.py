"""An approved .docx finished for the public: its words stay, its marks and traces go, and both are proved."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from tests.formats.office_builder import Docx, paragraph, part_xml, run, unzipped

from reviewdocs.errors import InputError, OutputError
from reviewdocs.formats.docx.document import OfficeDocument
from reviewdocs.formats.docx.package import Package
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Layer
from reviewdocs.publication import finishing, outgoing
from reviewdocs.publication.finishing import finish
from reviewdocs.records.maps import map_in

TITLE = "Safeguarding adult review: Adult W"


def report() -> bytes:
    """A report as Word's users make it, with an author, a marking and a table."""
    document = docx.Document()
    document.core_properties.author = "Bram Osei"
    document.core_properties.title = "Old title"
    section = document.sections[0]
    section.header.paragraphs[0].text = "SAR-2031-04 | Version 0.3\tOFFICIAL-SENSITIVE"
    document.add_paragraph("Safeguarding adult review", "Title")
    document.add_paragraph("Draft overview report")
    document.add_heading("Introduction", 1)
    document.add_paragraph("Adult W lived alone. A draft care plan was never signed.")
    document.add_heading("Too deep", 3)
    table = document.add_table(3, 2)
    rows = (("When", "What"), ("May 2030", "Visit"), ("June 2030", "No reply"))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].add_run(text).bold = texts[0] == "When"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def visible(data: bytes) -> list[str]:
    return [p.text for p in OfficeDocument(data).paragraphs() if p.layer is not Layer.HIDDEN]


def test_a_report_is_finished() -> None:
    finished = finish(report(), title=TITLE)
    texts = visible(finished.data)
    assert "Overview report" in texts and "SAR-2031-04" in texts
    assert "Adult W lived alone. A draft care plan was never signed." in texts
    assert not any("OFFICIAL" in text or "0.3" in text for text in texts)
    made = docx.Document(io.BytesIO(finished.data))
    assert made.core_properties.title == TITLE and made.core_properties.language == "en-GB"
    assert not made.core_properties.author
    everything = b"".join(unzipped(finished.data).values())
    assert b"Osei" not in everything and b"rsid" not in everything and b"Old title" not in everything
    assert not any("thumbnail" in name.lower() for name in unzipped(finished.data))
    structure = OfficeDocument(finished.data).structure()
    assert (structure.title, structure.language, structure.headless) == (TITLE, "en-GB", 0)
    told = "\n".join(finished.told)
    assert "“OFFICIAL-SENSITIVE” (header)" in told and "“Too deep” (level 3 after level 1)" in told
    assert "“Draft overview report” is now “Overview report”" in told


def test_finishing_twice_changes_nothing_more() -> None:
    once = finish(report(), title=TITLE).data
    assert finish(once, title=TITLE).data == once


def test_a_watermark_and_comments_go_and_are_told() -> None:
    shape = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    body = paragraph(shape, run("Adult W was seen."), '<w:commentReference w:id="1"/>')
    comments = part_xml("w:comments", f'<w:comment w:id="1" w:author="B">{paragraph(run("Check"))}</w:comment>')
    package = Docx(body).add("word/comments.xml", comments, "comments").relate("rId9", "comments", "comments.xml")
    finished = finish(package.build(), title=TITLE)
    assert visible(finished.data) == ["Adult W was seen."]
    assert "unmarked: watermark “DRAFT”" in finished.told and "taken out: comments (1)" in finished.told
    assert "word/comments.xml" not in unzipped(finished.data)


def test_a_changed_word_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    real = finishing.accessible.set_language

    def also_changes(package: Package, language: str) -> None:
        real(package, language)
        next(package.main().root.iter("{*}t")).text = "Another word"

    monkeypatch.setattr(finishing.accessible, "set_language", also_changes)
    with pytest.raises(OutputError, match="differs from the approved one"):
        finish(report(), title=TITLE)


def the_map() -> PseudonymMap:
    person = "{id: A, role: subject adult, pseudonym: Adult W, forename: Isolde, surname: Wrayburn}"
    text = f"id: SAR-2031-04\nreview_type: SAR\npeople: [{person}]\n"
    return map_in(text.encode(), "pseudonyms.yaml")[0]


def test_a_surviving_name_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    approved = tmp_path / "Report v1.docx"
    approved.write_bytes(Docx(paragraph(run("Isolde Wrayburn was seen."))).build())
    with pytest.raises(OutputError, match="Names or identifiers of the map"):
        outgoing.make(approved, tmp_path / "out", title=TITLE, map=the_map())
    assert not list((tmp_path / "out").glob("*"))


def test_what_is_no_word_document_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "report.txt"
    other.write_text("text")
    with pytest.raises(InputError, match="Only a Word document"):
        outgoing.make(other, tmp_path, title=TITLE, map=None)
