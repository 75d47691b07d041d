"""Six agencies' chronologies into one: every row accounted for, additions marked, edits kept, the report made of it."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import docx
import pytest
from chronology_returns import returns
from docx.oxml.ns import qn

from reviewdocs import resources
from reviewdocs.errors import DataError, UsageError
from reviewdocs.model.review import Scope
from reviewdocs.records.chronology_data import as_yaml, read_chronology
from reviewdocs.store.case import Case
from reviewdocs.workflows.chronology import check, merge

FIRST, LATER = dt.date(2026, 11, 20), dt.date(2026, 12, 1)
HEAD = "Start Date,Source of Information,Event\n"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    shutil.copy(resources.folder("examples") / "lcspr-demo" / "review.yaml", tmp_path)
    (tmp_path / "chronologies").mkdir()
    return Case.open(tmp_path)


def put(case: Case, name: str, *rows: str) -> None:
    (case.chronologies / name).write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


def texts(case: Case) -> list[str]:
    return [entry.text for entry in read_chronology(case.folder / "chronology.yaml")[0].entries]


def test_six_messy_returns_merge_and_every_row_is_accounted_for(case: Case) -> None:
    plan = returns(case.chronologies)
    result = merge(case, today=FIRST)
    accounts = {account.file: account for account in result.accounts}
    refused = accounts.pop("SCHOOL scan.pdf")
    assert "scanned page" in refused.refused
    assert {name: account.rows for name, account in accounts.items()} == plan.rows
    assert {name: account.aside for name, account in accounts.items()} == plan.aside
    assert result.rows == 2000 == sum(a.merged for a in accounts.values()) + result.aside.total()
    assert result.exit_code == 2
    chronology = read_chronology(case.folder / "chronology.yaml")[0]
    assert {entry.text.split()[0]: entry.date for entry in chronology.entries} == plan.days
    aside = " ".join(row.words for row in chronology.set_aside)
    assert [word for word in plan.words if word not in plan.days and word not in aside] == []
    assert [e.date for e in chronology.entries] == sorted(e.date for e in chronology.entries)


def test_merging_again_adds_nothing_and_the_files_are_the_same(case: Case) -> None:
    put(case, "POLICE.csv", "5/1/23,Log,Visit", "31/2/23,Log,Call", "5/1/23,Log,Visit")
    merge(case, today=FIRST)
    before = (case.folder / "chronology.yaml").read_bytes()
    result = merge(case, today=LATER)
    assert (case.folder / "chronology.yaml").read_bytes() == before
    assert [(a.merged, a.known, a.aside.total()) for a in result.accounts] == [(0, 1, 2)]
    assert result.exit_code == 1


def test_what_is_added_later_is_marked_and_what_a_person_edited_stays(case: Case) -> None:
    put(case, "POLICE.csv", "5/1/23,Log,Visit", "9/1/23,Log,Call")
    merge(case, today=FIRST)
    file = case.folder / "chronology.yaml"
    file.write_text(file.read_text("utf-8").replace('text: "Call"', 'text: "Call"\n  seen: true'), encoding="utf-8")
    put(case, "POLICE.csv", "5/1/23,Log,Visit", "7/1/23,Log,Letter", "9/1/23,Log,Call")
    result = merge(case, today=LATER)
    entries = read_chronology(file)[0].entries
    assert [(e.text, e.added, e.seen) for e in entries] == [
        ("Visit", None, None),
        ("Letter", LATER, None),
        ("Call", None, True),
    ]
    assert result.added == 1
    document = docx.Document(str(result.written[1]))
    marked = [cell.text for table in document.tables for row in table.rows for cell in row.cells if "NEW" in cell.text]
    assert [text.partition("\n")[2] for text in marked] == ["NEW 01/12/2026"]


def test_what_an_agency_takes_out_stays_and_is_told(case: Case) -> None:
    put(case, "POLICE.csv", "5/1/23,Log,Visit", "9/1/23,Log,Call")
    merge(case, today=FIRST)
    put(case, "POLICE.csv", "5/1/23,Log,Visit")
    assert merge(case, today=LATER).accounts[0].gone == 1
    assert texts(case) == ["Visit", "Call"]


def test_a_window_sets_aside_what_lies_outside_and_without_one_it_is_marked(case: Case) -> None:
    put(case, "POLICE.csv", "5/1/19,Log,Old", "9/1/23,Log,Call")
    assert check(case, today=FIRST).accounts[0].faults == {"out-of-scope": 1}
    result = merge(case, window=Scope(start=dt.date(2021, 1, 1), end=dt.date(2023, 12, 31)), today=FIRST)
    assert result.aside == {"out-of-scope": 1}
    assert texts(case) == ["Call"]


def test_entries_of_one_time_stand_in_the_order_of_agencies_and_rows(case: Case) -> None:
    put(case, "POLICE.csv", "5/1/23,Log,P1", "5/1/23,Log,P2")
    put(case, "CSC.csv", "5/1/23,Log,C1", "4/1/23,Log,C0")
    merge(case, today=FIRST)
    assert texts(case) == ["C0", "C1", "P1", "P2"]


def test_the_merged_table_is_the_cases_chronology(case: Case) -> None:
    typed = len(case.load_review().chronology)
    put(case, "POLICE.csv", "5/1/23,Log,Visit to the flat", "6/1/23 - 8/1/23,Log,Stay")
    merge(case, today=FIRST)
    review = case.load_review()
    assert len(review.chronology) == typed + 2
    assert {entry.end for entry in review.chronology if entry.text == "Stay"} == {dt.date(2023, 1, 8)}


def test_the_word_table_lies_on_its_side_and_can_be_read_without_colours_or_eyes(case: Case) -> None:
    put(case, "POLICE.csv", "5/1/23,Log,Visit", "31/2/23,Log,Never")
    document = docx.Document(str(merge(case, today=FIRST).written[1]))
    section = document.sections[0]
    assert section.page_width > section.page_height
    table = next(table for table in document.tables if table.rows[0].cells[0].text == "No.")
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    row = next(row for row in table.rows if row.cells[4].text == "Visit")
    assert (row.cells[2].text, row.cells[3].text) == ("POLICE", "Northvale Constabulary: Log")
    pictures = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert len(pictures) == 2
    assert all("POLICE" in alt and "Constabulary" not in alt for alt in pictures)
    assert document.core_properties.language == "en-GB"
    assert "Never" in "".join(cell.text for cell in document.tables[-1].rows[1].cells)


def test_a_faulty_merged_chronology_is_told_with_its_line(case: Case) -> None:
    put(case, "POLICE.csv", "5/1/23,Log,Visit")
    merge(case, today=FIRST)
    file = case.folder / "chronology.yaml"
    file.write_text(file.read_text("utf-8").replace('"POLICE"', '"FIRE"'), encoding="utf-8")
    with pytest.raises(DataError) as error:
        case.load_review()
    (problem,) = error.value.problems
    assert (problem.field, problem.found) == ("entries[0].agency", "FIRE")
    assert "FIRE" in file.read_text("utf-8").splitlines()[(problem.line or 0) - 1]


def test_the_file_gives_the_same_chronology_again(case: Case) -> None:
    put(case, "POLICE.csv", '?5/1/23,"Log: ""quoted"" #1","Line one\n~ note\nline – two\u2028"', "to come,Log,'=1+1")
    merge(case, today=FIRST)
    chronology = read_chronology(case.folder / "chronology.yaml")[0]
    assert as_yaml(chronology) == (case.folder / "chronology.yaml").read_bytes()


def test_whose_a_file_is_can_be_said_and_must_be_known(case: Case) -> None:
    put(case, "return.csv", "5/1/23,Log,Visit")
    file = case.chronologies / "return.csv"
    assert "AGENCY=FILE" in check(case, [str(file)], today=FIRST).accounts[0].refused
    assert check(case, [f"police={file}"], today=FIRST).accounts[0].agency == "POLICE"
    with pytest.raises(UsageError, match="There is no agency 'FIRE'"):
        check(case, [f"FIRE={file}"], today=FIRST)


def test_an_empty_folder_is_told(case: Case) -> None:
    with pytest.raises(UsageError, match="No agency has returned"):
        merge(case, today=FIRST)
