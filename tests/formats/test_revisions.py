"""Accepting tracked changes, before and after."""

from __future__ import annotations

import pytest
from lxml import etree
from office_builder import XMLNS, Docx, paragraph, run, unzipped

from reviewdocs.formats.docx import revisions
from reviewdocs.formats.opening import open_document
from reviewdocs.model.text import Edit
from reviewdocs.model.words import Audience

_BY = 'w:id="1" w:author="B" w:date="2024-05-01T10:00:00Z"'


def _deleted(text: str) -> str:
    return f"<w:del {_BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def _row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def _table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


_A, _B = paragraph(run("a")), paragraph(run("b"))
_GONE = f"<w:rPr><w:del {_BY}/></w:rPr>"

CASES = {
    "insertion stays": (paragraph(run("a"), f"<w:ins {_BY}>{run('b')}</w:ins>"), paragraph(run("a"), run("b"))),
    "deletion goes": (paragraph(run("a"), _deleted("b")), _A),
    "deleted insertion goes": (paragraph(run("a"), f"<w:ins {_BY}>{_deleted('b')}</w:ins>"), _A),
    "a move leaves one copy": (
        paragraph(f'<w:moveFromRangeStart {_BY} w:name="m"/><w:moveFrom {_BY}>{run("b")}</w:moveFrom>')
        + paragraph(f"<w:moveTo {_BY}>{run('b')}</w:moveTo><w:moveToRangeEnd w:id='1'/>"),
        paragraph() + _B,
    ),
    "formatting stays as it is": (
        paragraph(run("a", f"<w:b/><w:rPrChange {_BY}><w:rPr/></w:rPrChange>")),
        paragraph(run("a", "<w:b/>")),
    ),
    "an inserted mark is a mark": (
        paragraph(run("a"), properties=f"<w:rPr><w:ins {_BY}/></w:rPr>"),
        paragraph(run("a"), properties="<w:rPr/>"),
    ),
    "a deleted mark joins with the next paragraph, whose properties stay": (
        paragraph(run("a"), properties=_GONE) + paragraph(run("b"), properties="<w:jc/>"),
        paragraph(run("a"), run("b"), properties="<w:jc/>"),
    ),
    "three joined": (
        paragraph(run("a"), properties=_GONE) + paragraph(run("b"), properties=_GONE) + paragraph(run("c")),
        paragraph(run("a"), run("b"), run("c")),
    ),
    "a deleted mark before a table stays where it has text": (
        paragraph(run("a"), properties=_GONE) + f"<w:tbl>{_row(_B)}</w:tbl>",
        paragraph(run("a"), properties="<w:rPr/>") + f"<w:tbl>{_row(_B)}</w:tbl>",
    ),
    "a deleted mark that ends a section stays": (
        paragraph(run("a"), properties=f"{_GONE}<w:sectPr/>") + _B,
        paragraph(run("a"), properties="<w:rPr/><w:sectPr/>") + _B,
    ),
    "a deleted row goes": (
        f"<w:tbl>{_row(_A)}{_row(_B, properties=f'<w:trPr><w:del {_BY}/></w:trPr>')}</w:tbl>",
        f"<w:tbl>{_row(_A)}</w:tbl>",
    ),
    "a table without rows goes, its cell keeps a paragraph": (
        _table(_row(_table(_row(_B, properties=f"<w:trPr><w:del {_BY}/></w:trPr>")))),
        f"<w:tbl>{_row('<w:p/>')}</w:tbl>",
    ),
    "an inserted row stays": (
        f"<w:tbl>{_row(_A, properties=f'<w:trPr><w:ins {_BY}/></w:trPr>')}</w:tbl>",
        f"<w:tbl>{_row(_A, properties='<w:trPr/>')}</w:tbl>",
    ),
    "a deleted cell goes": (
        f"<w:tbl>{_row(_A, f'<w:tcPr><w:cellDel {_BY}/></w:tcPr>{_B}')}</w:tbl>",
        f"<w:tbl>{_row(_A)}</w:tbl>",
    ),
    "a tracked merge is a merge": (
        _table(_row(f'<w:tcPr><w:cellMerge {_BY} w:vMerge="rest"/></w:tcPr>{_A}')),
        _table(_row(f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{_A}')),
    ),
}


def _tree(xml: str) -> etree._Element:
    return etree.fromstring(f"<w:body {XMLNS}>{xml}</w:body>")


@pytest.mark.parametrize("case", CASES)
def test_accepting(case: str) -> None:
    before, after = CASES[case]
    root = _tree(before)
    revisions.accept(root)
    assert etree.tostring(root, method="c14n") == etree.tostring(_tree(after), method="c14n")


@pytest.mark.parametrize("case", CASES)
def test_accepting_twice_is_accepting_once(case: str) -> None:
    root = _tree(CASES[case][0])
    revisions.accept(root)
    once = etree.tostring(root)
    revisions.accept(root)
    assert etree.tostring(root) == once
    assert revisions.count({"a": root})["tracked changes"] == 0


def test_a_name_half_deleted_is_replaced_whole_before_the_change_is_accepted() -> None:
    document = open_document("a.docx", Docx(paragraph(run("By Faith Oka"), _deleted("for"))).build())
    document.strip(Audience.PUBLIC)
    (whole,) = [p for p in document.paragraphs() if "Faith Okafor" in p.text]
    document.apply({whole.key: [Edit(3, 15, "Child A")]})
    assert [p.text for p in document.paragraphs()] == ["By Child A"]


def test_names_on_both_sides_of_a_change_are_both_replaced() -> None:
    body = paragraph(run("By "), _deleted("Faith Okafor"), f"<w:ins {_BY}>{run('Ada Okafor')}</w:ins>")
    document = open_document("a.docx", Docx(body).build())
    edits = {
        p.key: [Edit(3, len(p.text), "Child A" if "Ada" in p.text else "Child B")]
        for p in document.paragraphs()
        if "Okafor" in p.text
    }
    document.apply(edits)
    xml = unzipped(document.to_bytes())["word/document.xml"].decode()
    assert "<w:delText" in xml
    assert "Okafor" not in xml
    assert "Child A" in xml
    assert "Child B" in xml


def _texts(body: str) -> list[str]:
    return [p.text for p in open_document("a.docx", Docx(body).build()).paragraphs() if p.part == "word/document.xml"]


@pytest.mark.parametrize("mark", [f"<w:del {_BY}/>", f"<w:moveFrom {_BY}/>", "<w:vanish/>", "<w:specVanish/>"])
def test_paragraphs_whose_mark_goes_are_read_as_one(mark: str) -> None:
    cut = paragraph(run("saw Ada Oka"), properties=f"<w:rPr>{mark}</w:rPr>")
    assert _texts(cut + '<w:bookmarkEnd w:id="1"/>' + paragraph(run("for home"))) == ["saw Ada Okafor home"]


def test_paragraphs_whose_mark_stays_are_not() -> None:
    shown = paragraph(run("saw Ada"), properties='<w:rPr><w:vanish w:val="0"/></w:rPr>')
    assert _texts(shown + paragraph(run("at home"))) == ["saw Ada", "at home"]


def test_a_name_cut_by_a_deleted_mark_is_replaced_whole() -> None:
    cut = [paragraph(run(text), properties=_GONE) for text in ("By Ada Oka", "f")]
    document = open_document("a.docx", Docx("".join(cut) + paragraph(run("or."))).build())
    document.strip(Audience.PUBLIC)
    (whole,) = [p for p in document.paragraphs() if p.part == "word/document.xml"]
    document.apply({whole.key: [Edit(3, 13, "Child A")]})
    assert [p.text for p in document.paragraphs()] == ["By Child A."]


def test_what_was_one_paragraph_before_a_mark_was_put_in_is_read_as_one_too() -> None:
    split = f"<w:rPr><w:ins {_BY}/></w:rPr>"
    assert "By Ada Okafor." in _texts(paragraph(run("By Ada Oka"), properties=split) + paragraph(run("for.")))
    added = paragraph(run("By Ada."), properties=split) + paragraph(f"<w:ins {_BY}>{run('More.')}</w:ins>")
    assert _texts(added) == ["By Ada.", "More."]


def test_deleted_paragraphs_are_read_as_they_stood() -> None:
    body = paragraph(_deleted("Rang Ada"), properties=_GONE) + paragraph(run("The visit"))
    assert _texts(body) == ["The visit", "Rang Ada"]
