"""Tables of Word documents as rows, with the words that a reader sees in them."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reviewdocs.errors import InputError
from reviewdocs.formats.docx.tables import tables_in

W = nsdecls("w")


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def word(*rows: str, before: str = "", after: str = "") -> bytes:
    document = docx.Document()
    if before:
        document.add_paragraph(before)
    body = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    document.element.body.insert_element_before(parse_xml(f"<w:tbl {W}>{body}</w:tbl>"), "w:sectPr")
    if after:
        document.element.body.insert_element_before(parse_xml(f"<w:p {W}>{after}</w:p>"), "w:sectPr")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_cells_merged_downwards_have_their_words_in_each_row() -> None:
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    data = word(cell("5/1/23", start) + cell("Visit"), cell("", on) + cell("Call"), cell("6/1/23") + cell("Letter"))
    (grid,) = tables_in(data).grids
    assert [row.cells for row in grid.rows] == [("5/1/23", "Visit"), ("5/1/23", "Call"), ("6/1/23", "Letter")]


def test_cells_merged_across_have_them_in_the_first_column() -> None:
    wide = cell("No contact in 2022", '<w:gridSpan w:val="3"/>')
    (grid,) = tables_in(word(cell("a") + cell("b") + cell("c"), wide)).grids
    assert (grid.rows[1].cells, grid.rows[1].kinds) == (("No contact in 2022", "", ""), "saa")


def test_empty_rows_are_none_and_numbers_are_those_of_the_page() -> None:
    (grid,) = tables_in(word(cell("a"), cell(""), cell("b"))).grids
    assert [row.number for row in grid.rows] == [1, 3]


def test_deleted_words_are_gone_inserted_ones_there_and_controls_looked_into() -> None:
    changed = (
        '<w:tc><w:p><w:del w:id="1" w:author="x"><w:r><w:delText>4/1/23</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="x"><w:r><w:t>5/1/23</w:t></w:r></w:ins></w:p></w:tc>'
    )
    visit = "<w:tc><w:p><w:r><w:t>Visit</w:t><w:br/><w:t>at home</w:t></w:r></w:p></w:tc>"
    picked = f"<w:sdt><w:sdtContent>{visit}</w:sdtContent></w:sdt>"
    (grid,) = tables_in(word(changed + picked)).grids
    assert grid.rows[0].cells == ("5/1/23", "Visit\nat home")


def test_a_table_in_a_cell_is_its_words_and_a_table_of_its_own() -> None:
    inner = f"<w:tbl><w:tr>{cell('5/1/23')}{cell('Visit')}</w:tr></w:tbl>"
    data = word(f"<w:tc><w:p><w:r><w:t>Form</w:t></w:r></w:p>{inner}<w:p/></w:tc>", before="Chronology of the Police")
    outer, nested = tables_in(data).grids
    assert outer.rows[0].cells == ("Form\n5/1/23 | Visit",)
    assert (outer.before.strip(), nested.rows[0].cells) == ("Chronology of the Police", ("5/1/23", "Visit"))


def test_what_is_not_read_is_told() -> None:
    told = tables_in(word(cell("a"), after="<w:r><w:t>More</w:t></w:r><w:r><w:pict/></w:r>")).unread
    assert told == (
        "1 picture: what they show, as a scanned page, is not read",
        "1 paragraph outside tables: not taken, as no row says when it was",
    )


def test_what_is_no_word_document_is_refused() -> None:
    with pytest.raises(InputError):
        tables_in(b"PK\x03\x04 nothing")
