"""What a field shows, or may come to show, by its code; which go on showing what they show."""

from __future__ import annotations

import pytest
from office_builder import Docx, paragraph, run, unzipped
from pointing import code, mark

from reviewdocs.formats.docx.field_codes import may_show, shown_by, stays
from reviewdocs.formats.opening import open_document
from reviewdocs.model.words import Audience


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (' QUOTE "K" ', "K"),
        (" SEQ x \\r 11 \\* ALPHABETIC ", "k"),
        (" PAGE ", ""),
        (' HYPERLINK "https://example.org" ', ""),
        (" SEQ Figure \\* ARABIC ", ""),
    ],
)
def test_what_a_code_tells(code: str, shown: str) -> None:
    assert may_show(code) == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("SYMBOL 75", "K"),
        ("symbol 0x4B \\f Arial", "K"),
        ('SYMBOL 075 \\f "Liberation Serif" \\s 12', "K"),
        ('SYMBOL 74 \\f "Wingdings"', ""),
        ('SYMBOL 97 \\f "Symbol"', "α"),
        ("SYMBOL 8226 \\u", ""),
        ("EQ \\o(K,e)", "(K,e)"),
        ('EQ \\* jc2 \\* "Font:Arial" \\o\\ad(\\s\\up 9(K),y)', "((K),y)"),
        ("EQ \\f(1,2)", ""),
        ("MACROBUTTON NoMacro Write here", "Write here"),
        ("PAGE", ""),
    ],
)
def test_what_a_code_shows_by_itself(code: str, shown: str) -> None:
    assert shown_by(code) == shown


@pytest.mark.parametrize(
    ("code", "does"),
    [
        ("= SUM(ABOVE)", True),
        ('= 1000 \\# "£#,##0.00"', True),
        ("= 11 \\* alphabetic", False),
        ("= 5 \\* roman", False),
        ("= 1 \\# \"'Kelly'\"", False),
        ("PAGE \\* roman", True),
        ("PAGE \\* ALPHABETIC", False),
        ("SEQ Table", True),
        ("REF Here \\h", False),
        ("REF Here \\r \\h", True),
        ("PAGEREF Here", True),
        ("PAGEREF There", False),
        ("LISTNUM", True),
        (r"LISTNUM Own \s 11", False),
        (r"EQ \f(1,2) = x", True),
    ],
)
def test_only_fields_stay_that_cannot_come_to_spell_anything(code: str, does: bool) -> None:
    assert stays(code, {"here"}) is does


@pytest.mark.parametrize("result", ["", mark("separate"), mark("separate") + run("zq")])
def test_what_a_code_shows_is_read_in_the_place_of_its_result_and_takes_it_in_the_copy(result: str) -> None:
    field = mark("begin") + code("SYMBOL 101") + result + mark("end")
    document = open_document("a.docx", Docx(paragraph(run("Ott"), field, run("lie"))).build())
    assert [p.text for p in document.paragraphs() if p.place == "Body"] == ["Ottelie"]
    document.strip(Audience.PUBLIC)
    assert [p.text for p in document.paragraphs()] == ["Ottelie"]
    assert b"fldChar" not in unzipped(document.to_bytes())["word/document.xml"]


def test_the_same_of_a_simple_field() -> None:
    field = f'<w:fldSimple w:instr=" SYMBOL 101 ">{run("zq")}</w:fldSimple>'
    document = open_document("a.docx", Docx(paragraph(run("Ott"), field, run("lie"))).build())
    assert [p.text for p in document.paragraphs() if p.place == "Body"] == ["Ottelie", "zq"]
    document.strip(Audience.PUBLIC)
    assert [p.text for p in document.paragraphs()] == ["Ottelie"]


def test_text_in_a_code_is_not_seen_where_the_field_begins_out_of_sight() -> None:
    begin = '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>'
    field = begin + code("PAGE") + run("zq") + mark("separate") + run("7") + mark("end")
    document = open_document("a.docx", Docx(paragraph(run("Page "), field)).build())
    assert [p.text for p in document.paragraphs() if p.place == "Body"] == ["Page 7"]
