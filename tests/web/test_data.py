"""The data on the page: what is missing is filled in beside what is said of it, or the file is changed as text."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest
from starlette.testclient import TestClient
from visiting import Visitor

from reviewdocs.web.desk import Desk
from reviewdocs.web.origin import CSRF
from reviewdocs.workflows.validate import validate


@pytest.fixture
def new(client: TestClient, desk: Desk) -> Visitor:
    """Somebody who has just begun a case."""
    client.post("/new", data={CSRF: desk.gate.csrf, "reference": "LCSPR-2026-09", "type": "LCSPR"})
    return Visitor(client, desk, "LCSPR-2026-09")


def known(visitor: Visitor, which: str) -> str:
    """What the form of a file knows it by."""
    page = visitor.client.get(f"{visitor.at}/data").text
    return str(re.search(rf'name="which" value="{which}"><input type="hidden" name="known" value="(\w+)"', page)[1])  # type: ignore[index]


def test_what_is_missing_is_asked_for_field_by_field_and_saved_in_its_place(new: Visitor) -> None:
    page = new.client.get(f"{new.at}/data").text.split("<details>")[0]
    assert "Board, name" in page and "Name of the board or partnership" in page and "[name of the board" not in page
    before = new.case.review_file.read_text(encoding="utf-8")
    name = 'Westmere: "Safeguarding" # Partnership'
    dates = {"at scope.start": "2024-01-02", "at scope.end": "2024-03-01"}
    new.send("/data/mend", which="data", known=known(new, "data"), **{"at board.name": name, **dates, "at area": ""})
    after = new.case.review_file.read_text(encoding="utf-8")
    assert len(before.splitlines()) == len(after.splitlines()) and after.count("#") == before.count("#") + 1
    review = validate(new.case.folder).review
    assert review is not None
    assert review.board.name == name and str(review.scope.start) == "2024-01-02"
    (kept,) = (new.case.records / "earlier").iterdir()
    assert kept.read_text(encoding="utf-8") == before
    assert "Board, name" not in new.see("/data")


def test_a_field_that_is_wrong_can_be_mended_where_it_is_told(new: Visitor) -> None:
    text = new.case.review_file.read_text(encoding="utf-8").replace("version_date: 1900-01-01", "version_date: soon")
    new.case.review_file.write_text(text, encoding="utf-8")
    told = new.see("/data")
    assert "cannot be used yet" in told and "Version date to mend" in told and "Found" in told
    new.send("/data/mend", which="data", known=known(new, "data"), **{"at version_date": "2026-02-03"})
    assert "cannot be used yet" not in new.see("/data")


def test_two_tabs_do_not_write_over_each_other(new: Visitor) -> None:
    both = known(new, "data")
    new.send("/data/mend", which="data", known=both, **{"at area": "Westmere"})
    told = new.send("/data/mend", code=400, which="data", known=both, **{"at area": "Eastmere"}).text
    assert "Somebody else has changed" in told
    assert "Westmere" in new.case.review_file.read_text(encoding="utf-8")


def test_text_that_cannot_be_read_is_kept_on_the_page_and_not_in_the_file(new: Visitor) -> None:
    before = new.case.review_file.read_bytes()
    wrong = "reference: X\n  board: [<script>alert(1)</script>\n"
    page = new.send("/data/text", code=400, which="data", known=known(new, "data"), text=wrong).text
    assert "Not saved" in page and "Line " in page
    assert "&lt;script&gt;alert(1)" in page and "<script>alert" not in page
    assert new.case.review_file.read_bytes() == before
    right = before.decode().replace(
        "panel: []", "panel:\n  - {name: Ada Brook, job_title: Named Nurse, agency: AGENCY1}"
    )
    new.send("/data/text", which="data", known=known(new, "data"), text=right.replace("\n", "\r\n"))
    assert new.case.review_file.read_text(encoding="utf-8") == right


def test_the_map_is_filled_in_too_and_one_that_cannot_be_used_changes_nothing(new: Visitor) -> None:
    fields = {"at people[0].forename": "Tamsin", "at people[0].surname": "Quillfeather"}
    new.send("/data/mend", which="map", known=known(new, "map"), **fields)
    assert new.case.load_map().people[0].surname == "Quillfeather"
    before = new.case.map_file.read_bytes()
    new.send("/data/text", code=400, which="map", known=known(new, "map"), text="id: X\npeople: 7\n")
    new.send("/data/mend", code=400, which="map", known=known(new, "map"), **{"at people[9].forename": "X"})
    new.send("/data/mend", code=400, which="nothing", known="x")
    assert new.case.map_file.read_bytes() == before


def test_a_file_brought_back_takes_its_place_and_the_earlier_one_is_kept(new: Visitor) -> None:
    before = new.case.review_file.read_bytes()
    new.send("/data", files=[("file", "review (1).yaml", before + b"\n# a remark\n")])
    assert "was taken in" in new.see("/data")
    assert new.case.review_file.read_bytes().endswith(b"# a remark\n")
    assert [file.read_bytes() for file in (new.case.records / "earlier").iterdir()] == [before]
    map_before = new.case.map_file.read_bytes()
    new.send("/data", code=400, files=[("file", "pseudonyms.yaml", b"people: 7")])
    new.send("/data", code=400, files=[("file", "other.yaml", b"x: 1")])
    assert new.case.map_file.read_bytes() == map_before


def test_the_data_goes_out_as_a_workbook_and_comes_back(new: Visitor) -> None:
    answer = new.client.get(f"{new.at}/data/workbook")
    assert "review.xlsx" in answer.headers["content-disposition"]
    workbook = openpyxl.load_workbook(io.BytesIO(answer.content))
    cell = next(
        c for sheet in workbook for row in sheet for c in row if c.value == "[name of the local authority area]"
    )
    cell.value = "Westmere"
    saved = io.BytesIO()
    workbook.save(saved)
    new.send("/data", files=[("file", "review (2).xlsx", saved.getvalue())])
    assert new.case.review_file.name == "review.yaml" and new.case.load_review().area == "Westmere"
    before = new.case.review_file.read_bytes()
    new.send("/data", code=400, files=[("file", "review.xlsx", b"no")])
    assert new.case.review_file.read_bytes() == before


def test_an_entry_that_nobody_fills_in_is_taken_out(new: Visitor) -> None:
    page = new.client.get(f"{new.at}/data").text
    assert "Permitted 1 (Independent Chair of the Board), name" in page and "Or take it out" in page
    for left in (2, 1, 0):
        new.send("/data/mend", which="map", known=known(new, "map"), out="permitted[0]")
        assert len(new.case.load_map().permitted) == left
    assert "# stay in clear" in new.case.map_file.read_text(encoding="utf-8")
    for wrong in ("permitted[0]", "people[7]", "id", "people[x]"):
        new.send("/data/mend", code=400, which="map", known=known(new, "map"), out=wrong)
    new.send("/data/mend", which="data", known=known(new, "data"), out="agencies[0]")
    assert "# - {name: …, job_title: Head of Communications}" in new.case.review_file.read_text(encoding="utf-8")
