"""Agencies' files of each kind as rows."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import openpyxl
import pytest

from reviewdocs.chronology.reading import Reading
from reviewdocs.errors import InputError
from reviewdocs.formats.grids import Grid


def workbook(*rows: list[Any], merged: str = "") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(name: str, data: bytes) -> Grid:
    return Reading().read(name, data).grids[0]


def test_excels_dates_numbers_times_and_truths_are_told_apart() -> None:
    grid = read(
        "a.xlsx", workbook(["Date", "x"], [dt.datetime(2023, 1, 5), 44927, dt.time(9, 5), True, "a_x000D_\nb "])
    )
    assert grid.rows[1].cells == ("2023-01-05", "44927", "09:05:00", "yes", "a\nb")
    assert grid.rows[1].kinds == "dntss"


def test_a_cell_merged_over_rows_is_in_each_and_over_columns_in_the_first() -> None:
    grid = read("a.xlsx", workbook(["Date", "Event"], ["5/1/23", "Visit"], [None, "Call"], merged="A2:A3"))
    assert [row.cells for row in grid.rows[1:]] == [("5/1/23", "Visit"), ("5/1/23", "Call")]
    grid = read("a.xlsx", workbook(["Date", "Event"], ["No contact", None], merged="A2:B2"))
    assert (grid.rows[1].cells, grid.rows[1].kinds) == (("No contact", ""), "sa")


def test_a_formula_without_its_result_is_broken_and_not_an_empty_cell() -> None:
    assert read("a.xlsx", workbook(["Date", "Event"], ["=A1", "Visit"])).rows[1].kinds == "es"


def test_a_csv_of_windows_and_one_with_semicolons() -> None:
    assert read("a.csv", "Date;Event\n5/1/23;“Visit” – café\n".encode("cp1252")).rows[1].cells == (
        "5/1/23",
        "“Visit” – café",
    )


@pytest.mark.parametrize(
    "name, data, told",
    [
        ("scan.pdf", b"%PDF-1.7", "scanned page"),
        ("page.JPG", b"\xff\xd8", "picture"),
        ("old.doc", b"\xd0\xcf", "old Word"),
        ("empty.docx", b"", "empty"),
        ("broken.docx", b"not a zip", "damaged"),
        ("broken.xlsx", b"not a zip", "damaged"),
        ("notes.txt", b"words", "not read"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_way_out(name: str, data: bytes, told: str) -> None:
    with pytest.raises(InputError) as error:
        Reading().read(name, data)
    assert told in error.value.what
    assert error.value.remedy


def test_a_word_document_of_scanned_pages_says_so() -> None:
    from docx import Document

    out = io.BytesIO()
    document = Document()
    document.add_paragraph("Chronology")
    document.save(out)
    with pytest.raises(InputError, match="no table with words"):
        Reading().read("scan.docx", out.getvalue())


def test_a_workbook_of_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewdocs.chronology.reading.MOST_ROWS", 3)
    with pytest.raises(InputError, match="more than 3 rows"):
        Reading().read("a.csv", b"Date,Event\n" + b"1/1/23,Visit\n" * 9)


def test_a_zip_bomb_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b" " * 70_000_000)
    with pytest.raises(InputError, match="unpacks"):
        Reading().read("a.xlsx", out.getvalue())
