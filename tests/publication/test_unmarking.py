"""What marks a document goes, and nothing that is said in it."""

import pytest

from reviewdocs.model.text import Paragraph
from reviewdocs.publication.unmarking import file_name_of, unmarking_of


def _after(text: str, place: str) -> str:
    paragraph = Paragraph("word/x.xml", 0, text, place=place)
    landmark = "" if place == "Header" else "paragraph 1"
    return unmarking_of([paragraph], {paragraph.key: landmark}).text_of(paragraph)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "LCSPR-1   |   Overview report   |   Version 0.3\tOFFICIAL-SENSITIVE",
            "LCSPR-1   |   Overview report",
        ),
        ("\tOFFICIAL-SENSITIVE", "\t"),
        ("OFFICIAL – SENSITIVE\tFenmark Council", "\tFenmark Council"),
        ("Draft v3 | SAR Adult W", "SAR Adult W"),
        ("CONFIDENTIAL", ""),
        ("SAR Adult W (draft)", "SAR Adult W"),
        ("Overview report – Draft for comment", "Overview report"),
        ("The Official Solicitor | Drafting note", "The Official Solicitor | Drafting note"),
        ("Fenmark Council\tPage 1 of 3", "Fenmark Council\tPage 1 of 3"),
    ],
)
def test_running_lines(text: str, left: str) -> None:
    assert _after(text, "Header") == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Draft overview report", "Overview report"),
        ("DRAFT", ""),
        ("Version 0.3, 21 June 2031", "21 June 2031"),
        ("Final draft v1.2", ""),
        ("Draft letters were sent to the family.", "Draft letters were sent to the family."),
        ("The report is confidential to the panel.", "The report is confidential to the panel."),
        ("Confidential inquiry into deaths", "Confidential inquiry into deaths"),
    ],
)
def test_front_matter(text: str, left: str) -> None:
    assert _after(text, "Body") == left


def test_rows_of_particulars() -> None:
    texts = ["Version and date", "Version 0.3, 1 May 2031", "Marking", "OFFICIAL-SENSITIVE", "Status", "Draft"]
    texts += ["Author", "Orla Finch"]
    paragraphs = [Paragraph("word/document.xml", n, text, place="Table") for n, text in enumerate(texts)]
    found = unmarking_of(paragraphs, {p.key: f"table row {p.index // 2 + 1}" for p in paragraphs})
    assert found.rows == [("Marking", "OFFICIAL-SENSITIVE"), ("Status", "Draft")]
    assert [found.text_of(p) for p in paragraphs[:2]] == ["Date", "1 May 2031"]
    assert "“Version and date” is now “Date”" in found.gone


def test_nothing_goes_after_the_second_heading() -> None:
    texts = ["Title", "DRAFT", "1 Introduction", "Draft", "CONFIDENTIAL"]
    landmarks = ["heading “Title”", "paragraph 1", "heading “1 Introduction”", "table row 1", "paragraph 2"]
    paragraphs = [Paragraph("word/document.xml", n, text) for n, text in enumerate(texts)]
    found = unmarking_of(paragraphs, {p.key: where for p, where in zip(paragraphs, landmarks, strict=True)})
    assert [found.text_of(p) for p in paragraphs] == ["Title", "", "1 Introduction", "Draft", "CONFIDENTIAL"]


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("LCSPR-2031-01 Overview report v0.3.docx", "LCSPR-2031-01 Overview report.docx"),
        ("Overview_report_DRAFT_v2.docx", "Overview_report.docx"),
        ("Report.docx", "Report.docx"),
        ("v2.docx", "v2.docx"),
    ],
)
def test_file_names(name: str, plain: str) -> None:
    assert file_name_of(name) == plain
