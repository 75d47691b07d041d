"""A review's data as a workbook: nothing is lost, every fault has its cell, Excel's habits are borne."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewdocs.errors import DataError
from reviewdocs.model.review import Review
from reviewdocs.records.faults import record_class
from reviewdocs.records.review_data import load_review, review_in
from reviewdocs.records.review_sheets import OWNER, forms
from reviewdocs.records.review_workbook import write_review_workbook
from reviewdocs.records.yaml_writing import as_yaml

ROOT = Path(__file__).resolve().parents[2]
DEMO = load_review(ROOT / "examples/lcspr-demo/review.yaml")
BOOK = write_review_workbook(DEMO)
Edit = Callable[[Any], object]


def edited(edit: Edit, raw: bytes = BOOK) -> bytes:
    """The demo's workbook after somebody worked on it."""
    book = openpyxl.load_workbook(io.BytesIO(raw))
    edit(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def problems(raw: bytes) -> list[str]:
    with pytest.raises(DataError) as caught:
        review_in(raw, "review.xlsx")
    return [str(problem) for problem in caught.value.problems]


def row_of(book: Any, label: str) -> int:
    """The row of a single field."""
    return next(row for row in range(2, 60) if book["review"].cell(row, 1).value == label)


def column_of(book: Any, sheet: str, label: str) -> int:
    return next(cell.column for cell in book[sheet][1] if cell.value == label)


def put(sheet: str, row: int, label: str, value: object) -> Edit:
    """Type a value below a heading, or beside a single field."""

    def edit(book: Any) -> None:
        place = (row_of(book, label), 2) if sheet == "review" else (row, column_of(book, sheet, label))
        cell = book[sheet].cell(*place)
        cell.number_format = "General"
        cell.value = value

    return edit


# nothing is lost


def test_every_field_of_the_model_has_its_place_and_no_other_has_one() -> None:
    assert sorted(_placed()) == sorted(_fields(Review, ""))


def _placed() -> Iterator[str]:
    for form in forms():
        if form.sections:
            yield from form.sections.values()
        elif form.named:
            yield from form.path
        else:
            before = ".".join(form.path)
            for column in form.sheet.columns:
                if column.key != OWNER:
                    yield f"{before}.{column.key}".strip(".")


def _fields(model: Any, before: str) -> Iterator[str]:
    for name, info in model.model_fields.items():
        inner = record_class(info.annotation)
        if inner is None:
            yield f"{before}{name}"
        else:
            yield from _fields(inner, f"{before}{name}.")


@pytest.mark.parametrize("name", ["sar-demo", "dhr-demo"])
def test_the_other_examples_go_there_and_back(name: str) -> None:
    review = load_review(ROOT / f"examples/{name}/review.yaml")
    assert review_in(write_review_workbook(review), "review.xlsx")[0] == review
    assert review_in(as_yaml(review).encode(), "review.yaml")[0] == review


def test_the_demo_goes_there_and_back() -> None:
    assert review_in(BOOK, "review.xlsx")[0] == DEMO
    assert review_in(as_yaml(DEMO).encode(), "review.yaml")[0] == DEMO
    assert write_review_workbook(DEMO) == BOOK


def test_fields_of_the_board_s_own_go_there_and_back() -> None:
    more = {"head": "Ann Other", "visit": dt.date(2024, 2, 20), "bring": ("one", "two"), "only": ("x",), "blank": ""}
    own = DEMO.model_copy(update={"more": more})
    assert review_in(write_review_workbook(own), "review.xlsx")[0] == own
    assert review_in(as_yaml(own).encode(), "review.yaml")[0] == own


_TEXTS = st.text(
    st.one_of(
        st.sampled_from("aZé0 ,;:'\"\\\n=+-@#[]{}&*!|>%`~_x000D_<"),
        st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\x85\u2028\u2029\ufeff"),
    ),
    min_size=1,
    max_size=24,
).filter(lambda text: text == text.strip() and text not in ("~", "null") and "\u00a0" not in text)


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_people_type_goes_there_and_back(data: st.DataObject) -> None:
    text = data.draw(_TEXTS)
    several = tuple(data.draw(st.lists(_TEXTS, min_size=1, max_size=3)))
    people = tuple(
        person.model_copy(
            update={"known_as": several, "addresses": several, "background": text, "identifiers": {"nhs": text}}
        )
        for person in DEMO.people[:3]
    )
    changed = DEMO.model_copy(
        update={
            "title": text,
            "circumstances": several,
            "people": people if data.draw(st.booleans()) else DEMO.people,
            "chronology": tuple(
                entry.model_copy(update={"text": text, "time": data.draw(st.sampled_from([None, dt.time(23, 59)]))})
                for entry in DEMO.chronology[: data.draw(st.integers(0, 2))]
            ),
            "briefing": data.draw(st.sampled_from([None, DEMO.briefing])),
            "publication": None,
            "hindsight": text,
        }
    )
    named = {person.id for person in changed.people}
    try:
        changed = Review.model_validate(changed.model_dump())
    except ValueError:
        assert named < {person.id for person in DEMO.people}
        return
    told = as_yaml(changed)
    assert review_in(told.encode(), "review.yaml")[0] == changed
    assert review_in(write_review_workbook(changed), "review.xlsx")[0] == changed


# every fault at its cell

FAULTS: dict[str, tuple[Edit, str]] = {
    "an unknown sheet": (lambda b: b.create_sheet("Sheet1"), "found the unknown sheet 'Sheet1'"),
    "an unknown heading": (
        lambda b: b["people"].cell(1, 40, "Shoe size"),
        "row 1, column AN: found the unknown heading 'Shoe size'",
    ),
    "an unknown field": (
        lambda b: b["review"].cell(60, 1, "Colour"),
        "sheet review, row 60: found the unknown field 'Colour'",
    ),
    "a field again": (
        lambda b: b["review"].cell(61, 1, "Title"),
        "sheet review, row 61: found the field 'Title' again",
    ),
    "no reference": (put("review", 0, "Reference", None), "sheet review, row 2, Reference: this cell is empty"),
    "no such type": (put("review", 0, "Review type", "LSCPR"), "Review type: found 'LSCPR'; one of these is expected"),
    "no such marking": (put("review", 0, "Marking", "SECRET"), "Marking: found 'SECRET'; one of these is expected"),
    "a day that is not": (put("review", 0, "Date of incident", "31/02/2024"), "Date of incident: found '2024-02-31'"),
    "two digits of a year": (
        put("review", 0, "Version date", "1/2/24"),
        "Version date: found '1/2/24'; a date is expected",
    ),
    "an agency that is not": (
        put("review", 0, "Referred by", "HOSPTAL"),
        "Referred by: HOSPTAL is not the id of anything",
    ),
    "no subject": (put("review", 0, "Subject", None), "Subject: this cell is empty"),
    "a formula without a value": (put("review", 0, "Area", "=A1"), "Area: found a formula"),
    "an error of Excel": (put("review", 0, "Mandate", "#REF!"), "Mandate: found '#REF!'; Excel shows an error here"),
    "no such section": (
        put("texts", 2, "Section", "Circumstance"),
        "sheet texts, row 2, column Section (A): found 'Circumstance'",
    ),
    "no section": (
        put("texts", 3, "Section", None),
        "sheet texts, row 3, column Section (A): one of these is expected",
    ),
    "no paragraph": (put("texts", 4, "Paragraph", None), "sheet texts, row 4, column Paragraph (B)"),
    "no forename": (put("people", 3, "Forename", None), "sheet people, row 3, column Forename (D): this cell is empty"),
    "an id twice": (
        lambda b: put("actions", 3, "Id", b["actions"]["A2"].value)(b),
        "sheet actions, row 3, column Id (A): the id",
    ),
    "a date in words": (
        put("people", 2, "Date of birth", "spring 2021"),
        "column Date of birth (J): found 'spring 2021'",
    ),
    "a pair that is none": (
        put("people", 2, "Identifiers", "A1234"),
        "column Identifiers (S): found 'A1234'; what it is, a colon",
    ),
    "nobody's relation": (
        put("relations", 2, "Person", "NOBODY"),
        "sheet relations, row 2, column Person (A): found 'NOBODY'",
    ),
    "a relation to nobody": (
        put("relations", 3, "Of", "NOONE"),
        "sheet relations, row 3, column Of (C): NOONE is not the id",
    ),
    "no manager": (
        put("agencies", 2, "Senior manager", None),
        "sheet agencies, row 2, column Senior manager (E): this cell",
    ),
    "a copy for nobody": (put("copies", 2, "Agency", None), "sheet copies, row 2, column Agency (A): the id of a row"),
    "an hour that is not": (
        put("chronology", 2, "Time", "25:10"),
        "sheet chronology, row 2, column Time (B): found '25:10'",
    ),
    "neither yes nor no": (put("chronology", 3, "Seen", "maybe"), "row 3, column Seen (I): found 'maybe'"),
    "nobody seen": (put("chronology", 4, "People", "CHILD, NOBODY"), "row 4, column People (H): NOBODY is not the id"),
    "cells merged across": (lambda b: b["panel"].merge_cells("A3:B3"), "sheet panel, row 3, column Name (A): found"),
    "no such finding": (
        put("recommendations", 2, "Findings", "F99"),
        "sheet recommendations, row 2, column Findings (E): F99",
    ),
    "no such colour": (put("actions", 2, "RAG", "Blue"), "sheet actions, row 2, column RAG (M): found 'Blue'"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_told_at_its_cell(fault: str) -> None:
    edit, says = FAULTS[fault]
    told = problems(edited(edit))
    assert any(says in problem for problem in told), told


def test_thirty_faults_are_told_and_nothing_else() -> None:
    def edit(book: Any) -> None:
        for fault, _ in FAULTS.values():
            fault(book)

    told = problems(edited(edit))
    for fault, (_, says) in FAULTS.items():
        assert any(says in problem for problem in told), fault
    # a merged area hides the cell beside it, which is told as well
    assert len([problem for problem in told if "sheet panel, row 3" not in problem]) == len(FAULTS) - 1


# what Excel does


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14/05/2018", dt.date(2018, 5, 14)),
        ("3.4.2019", dt.date(2019, 4, 3)),
        ("Mon 3rd April 2019", dt.date(2019, 4, 3)),
        ("14-May-2018", dt.date(2018, 5, 14)),
        ("1 Sept 2020", dt.date(2020, 9, 1)),
        (" 2018-05-14 ", dt.date(2018, 5, 14)),
        (43234, dt.date(2018, 5, 14)),
        (dt.datetime(2018, 5, 14), dt.date(2018, 5, 14)),
    ],
)
def test_dates_as_people_and_excel_write_them(typed: object, meant: dt.date) -> None:
    assert review_in(edited(put("people", 2, "Date of birth", typed)), "r.xlsx")[0].people[0].dob == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9.05", dt.time(9, 5)),
        ("09:30", dt.time(9, 30)),
        ("4pm", dt.time(16)),
        ("12.15 am", dt.time(0, 15)),
        (dt.time(9, 30), dt.time(9, 30)),
        (0.75, dt.time(18)),
    ],
)
def test_times_as_people_and_excel_write_them(typed: object, meant: dt.time) -> None:
    assert review_in(edited(put("chronology", 2, "Time", typed)), "r.xlsx")[0].chronology[0].time == meant


@pytest.mark.parametrize(("typed", "meant"), [(True, True), ("Yes", True), ("n", False), (None, None)])
def test_yes_and_no(typed: object, meant: bool | None) -> None:
    assert review_in(edited(put("chronology", 2, "Seen", typed)), "r.xlsx")[0].chronology[0].seen is meant


def test_lines_and_escapes_of_a_cell() -> None:
    def edit(book: Any) -> None:
        put("people", 2, "Known as", "Beanie\nBee, Ivy-Rose")(book)
        put("people", 2, "Background", "one_x000D_\ntwo \u00a0")(book)
        put("review", 0, "Board's telephone", "01632 960100 ")(book)

    review = review_in(edited(edit), "r.xlsx")[0]
    assert review.people[0].known_as == ("Beanie", "Bee", "Ivy-Rose")
    assert review.people[0].background == "one\ntwo"
    assert review.board.telephone == "01632 960100"


def test_hidden_and_filtered_rows_are_read_and_a_surname_merged_over_a_family_is_everybodys() -> None:
    def edit(book: Any) -> None:
        people = book["people"]
        people.auto_filter.ref = people.dimensions
        for row in range(2, 5):
            people.row_dimensions[row].hidden = True
        at = openpyxl.utils.get_column_letter(column_of(book, "people", "Surname"))
        people.merge_cells(f"{at}2:{at}4")

    review = review_in(edited(edit), "r.xlsx")[0]
    assert len(review.people) == len(DEMO.people)
    assert {person.surname for person in review.people[:3]} == {DEMO.people[0].surname}


def test_a_formula_is_what_it_gave() -> None:
    raw = edited(put("review", 0, "Date of decision", "=B2+28"))
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    assert b"<f>B2+28</f>" in parts[sheet]
    parts[sheet] = parts[sheet].replace(b"<f>B2+28</f><v></v>", b"<f>B2+28</f><v>45268</v>")
    parts[sheet] = parts[sheet].replace(b"<f>B2+28</f><v />", b"<f>B2+28</f><v>45268</v>")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    assert review_in(stream.getvalue(), "r.xlsx")[0].decision.date == dt.date(2023, 12, 8)


def test_a_strict_workbook_is_read() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as package, zipfile.ZipFile(stream, "w") as strict:
        for name in package.namelist():
            data = package.read(name)
            if not name.startswith("docProps"):
                data = data.replace(
                    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    b"http://purl.oclc.org/ooxml/spreadsheetml/main",
                ).replace(
                    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    b"http://purl.oclc.org/ooxml/officeDocument/relationships",
                )
            strict.writestr(name, data)
    assert review_in(stream.getvalue(), "r.xlsx")[0] == DEMO


def test_no_cell_is_a_formula() -> None:
    changed = DEMO.model_copy(update={"title": "=cmd|' /C calc'!A0", "hindsight": "@SUM(1)", "circumstances": ("+1",)})
    raw = write_review_workbook(changed)
    book = openpyxl.load_workbook(io.BytesIO(raw))
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    assert review_in(raw, "r.xlsx")[0] == changed
