"""A worksheet brought back on the page: recorded, its faults told by row, taken back."""

from __future__ import annotations

import io

import openpyxl
import pytest
from reviewing import Officer, make_case
from visiting import Visitor, shown

from reviewdocs.store.decisions import DecisionBook

REASON = "The school printed it on every leaflet"


@pytest.fixture
def officer(visitor: Visitor) -> Officer:
    """Somebody at a check that is done."""
    make_case(visitor.desk.folder / "Case")
    officer = Officer(visitor.desk, "Case")
    officer.check("anonymised/report v1.txt")
    return officer


@pytest.fixture
def at_case(visitor: Visitor, officer: Officer) -> Visitor:
    """The same, who sends forms."""
    return Visitor(visitor.client, visitor.desk, "Case")


def filled(visitor: Visitor, officer: Officer, *rows: tuple[str, ...]) -> list[tuple[str, str, bytes]]:
    """The worksheet of the check, with decisions for what was found: text, decision, replacement, reason."""
    answer = visitor.client.get(f"{officer.back}/report/worksheet")
    workbook = openpyxl.load_workbook(io.BytesIO(answer.content))
    sheet = workbook["findings"]
    column = {str(cell.value): cell.column for cell in sheet[1]}
    for text, *values in rows:
        row = next(row[0].row for row in sheet.iter_rows(min_row=2) if row[column["found"] - 1].value == text)
        for name, value in zip(("decision", "replacement", "reason"), values, strict=True):
            sheet.cell(row, column[name], value)
    saved = io.BytesIO()
    workbook.save(saved)
    return [("file", "Check of report v1 worksheet.xlsx", saved.getvalue())]


def test_what_it_decides_is_recorded_shown_and_taken_back(at_case: Visitor, officer: Officer) -> None:
    rows = ("Ms Yarrow", "accept", "", REASON), ("Mrs Dunmore", "replace-with", "a teacher", REASON)
    files = filled(at_case, officer, *rows)
    page = at_case.send("/worksheet", code=200, files=files, by="Dana Protect").text
    told = shown(page)
    assert "4 decisions are recorded, by Dana Protect." in told and "A teacher of the school took notes" in told
    book = DecisionBook(at_case.case)
    assert {d.by for d in book.decisions()} == {"Dana Protect"} and len(book.decisions()) == 4
    assert officer.board().entries[officer.entry("Ms Yarrow")].done
    again = shown(at_case.send("/worksheet", code=200, files=files).text)
    assert "4 decisions were recorded before, just so." in again and len(book.decisions()) == 4
    at_case.send("/worksheet/undo", decision=[str(d.number) for d in book.decisions()])
    assert "4 taken back" in at_case.see("/review")
    assert not officer.board().entries[officer.entry("Ms Yarrow")].done


def test_a_fault_is_told_by_its_row_and_stops_the_others_unless_they_are_wanted(
    at_case: Visitor, officer: Officer
) -> None:
    files = filled(at_case, officer, ("Ms Yarrow", "acept", "", REASON), ("9 January 2031", "accept", "", REASON))
    told = shown(at_case.send("/worksheet", code=200, files=files, by="Dana Protect").text)
    assert "1 row cannot be recorded; so none was." in told and "Did you mean accept?" in told and "Row " in told
    assert DecisionBook(at_case.case).decisions() == []
    told = shown(at_case.send("/worksheet", code=200, files=files, others="yes").text)
    assert "the others were." in told and len(DecisionBook(at_case.case).decisions()) == 1


def test_what_is_no_worksheet_or_nobodys_is_refused(at_case: Visitor, officer: Officer) -> None:
    none = filled(at_case, officer)
    assert "name of who decides" in at_case.send("/worksheet", code=400, files=none).text
    for file in (("file", "a.docx", b"x"), ("file", "a.xlsx", b"no"), *none):
        refused = shown(at_case.send("/worksheet", code=400, files=[file], by="Dana Protect").text)
        assert "Not done" in refused and "--" not in refused
