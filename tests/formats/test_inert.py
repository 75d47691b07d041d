"""Nothing in a document that leaves the board points outside, but for links to public pages; what was seen is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_builder import Docx, paragraph, run, unzipped
from pointing import CODES, PAGE, SHOWN, complex_field, made, mark, pointing_outside

from reviewdocs.errors import InputError
from reviewdocs.formats.opening import open_document
from reviewdocs.model.text import Edit
from reviewdocs.model.words import Audience

_STEP = 5
"""Every fifth field in the default run: 26 beside the two dozen documents that are made of sources."""


def _public(data: bytes, name: str = "a.docx") -> tuple[bytes, dict[str, int], str]:
    """The public copy, what was taken out, and what a reader sees."""
    document = open_document(name, data)
    counts = document.strip(Audience.PUBLIC)
    document.apply({})
    written = document.to_bytes()
    again = open_document(name, written)
    seen = "\n".join(p.text for p in again.paragraphs() if p.place in ("Body", "Table", "Text in a picture"))
    assert again.strip(Audience.PUBLIC) == {}
    assert again.to_bytes() == written
    return written, dict(counts), seen


def _made(step: int) -> None:
    for what, data in made(step):
        assert any(True for _ in pointing_outside(data)), what
        written, counts, seen = _public(data)
        assert list(pointing_outside(written)) == [], what
        assert SHOWN in seen, what
        assert "unseen" not in seen, what
        assert counts, what
        assert b"kept" not in unzipped(written)["word/document.xml"], what


def test_no_made_document_points_outside() -> None:
    _made(_STEP)


@pytest.mark.slow
def test_none_of_all_made_documents_points_outside() -> None:
    _made(1)


def _real(corpora: Path, step: int) -> None:
    count = 0
    for path in sorted((corpora / "data" / "docx").glob("*.docx"))[::step]:
        try:
            written, _, _ = _public(path.read_bytes(), path.name)
        except InputError:
            continue
        assert list(pointing_outside(written)) == [], path.name
        count += 1
    assert count


def test_no_real_document_points_outside(corpora: Path) -> None:
    _real(corpora, 13)


@pytest.mark.slow
def test_none_of_all_real_documents_points_outside(corpora: Path) -> None:
    _real(corpora, 1)


@pytest.mark.parametrize(
    "code",
    [
        f'HYPERLINK "{PAGE}" \\o "tip"',
        'HYPERLINK \\l "Here" \\* MERGEFORMAT',
        "REF here \\r \\h",
        "PAGE",
        "= 1 + 2",
        "eq \\f(1,2)",
        'TOC \\o "1-3" \\h',
        "seq Figure",
    ],
)
def test_fields_that_work_within_the_document_stay(code: str) -> None:
    bookmark = '<w:bookmarkStart w:id="1" w:name="Here"/><w:bookmarkEnd w:id="1"/>'
    data = Docx(paragraph(bookmark, complex_field(code, run(SHOWN)))).build()
    written, counts, _ = _public(data)
    assert counts == {}
    assert unzipped(written) == unzipped(data)


@pytest.mark.parametrize(
    ("code", "label"),
    [
        (CODES[0], "fields that fetch from elsewhere"),
        ("MERGEFIELD Name", "mail-merge fields"),
        ("AUTOTEXT Name", "fields that fetch building blocks"),
        ("TITLE", "fields that show document properties"),
        ("DATE", "fields that show the day or hour of reading"),
        ('HYPERLINK "mailto:a@b.example"', "links to mailboxes and telephones"),
        ('HYPERLINK "https://intranet/x"', "links to pages that are not public"),
        ('HYPERLINK "C:\\\\x.docx"', "links to files elsewhere"),
        ("ADDIN REFMGR", "data of other programs in fields"),
        ("IF 1 = 1 a b", "fields that are worked out anew"),
        ("REF Nowhere \\r", "fields that are worked out anew"),
    ],
)
def test_what_went_is_told_in_plain_words(code: str, label: str) -> None:
    _, counts, seen = _public(Docx(paragraph(complex_field(code, run(SHOWN)))).build())
    assert counts == {label: 1}
    assert seen == SHOWN


def test_what_stands_in_the_code_of_a_field_is_not_read_as_seen() -> None:
    code = "<w:r><w:instrText>= 1 + </w:instrText></w:r>" + complex_field("PAGE", run("7"))
    document = open_document(
        "a.docx", Docx(paragraph(run("Page "), mark("begin"), code, mark("separate"), run("8"), mark("end"))).build()
    )
    assert [p.text for p in document.paragraphs() if p.place == "Body"] == ["Page 8"]


def test_a_link_field_that_held_a_name_becomes_its_text() -> None:
    document = open_document("a.docx", Docx(paragraph(complex_field(f'HYPERLINK "{PAGE}"', run(SHOWN)))).build())
    document.strip(Audience.PUBLIC)
    (code,) = [p for p in document.paragraphs() if p.place == "Field code"]
    at = code.text.index(PAGE)
    document.apply({code.key: [Edit(at, at + len(PAGE), "[link]")]})
    assert b"HYPERLINK" not in unzipped(document.to_bytes())["word/document.xml"]


def test_fields_by_the_thousand_within_each_other_and_without_an_end_are_taken() -> None:
    for marks in (mark("begin") * 3_000, (mark("begin") + mark("separate")) * 3_000, mark("end") * 3_000):
        _, _, seen = _public(Docx(paragraph(run(SHOWN), marks)).build())
        assert seen == SHOWN


def test_the_board_keeps_them() -> None:
    for what, data in made(16):
        document = open_document("a.docx", data)
        assert document.strip(Audience.RESTRICTED) == {}, what
        document.apply({})
        assert unzipped(document.to_bytes()) == unzipped(data), what
