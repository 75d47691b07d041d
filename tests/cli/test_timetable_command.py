"""The timetable as a command: text, JSON, calendar and workbook."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from reviewdocs import resources


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    shutil.copy(resources.folder("examples") / "lcspr-demo" / "review.yaml", folder)
    return folder


def test_what_is_late_comes_first_with_rule_and_source(cli, case: Path) -> None:
    answer = cli("timetable", case, "--date", "2024-03-01")
    assert answer.code == 0
    first, *rest = answer.out.splitlines()
    assert first.startswith("LATE (")
    assert "  09/02/2024  Minutes to the panel – Minute taker  [minutes@2024-01-31]" in rest
    assert "within 7 working days of the panel; panel 31/01/2024. Review panel" in answer.out
    assert answer.out.index("TO COME") < answer.out.index("DONE LATE") < answer.out.index("WAITING")


def test_as_json(cli, case: Path) -> None:
    told = json.loads(cli("timetable", case, "--json", "--date", "2024-03-01").out)
    assert told["schema"] == "reviewdocs/timetable/1"
    feedback = next(item for item in told["items"] if item["id"] == "feedback")
    assert (feedback["due"], feedback["done"], feedback["state"]) == ("2024-04-10", "2024-08-28", "done late")


def test_the_calendar_holds_what_is_to_be_done_as_whole_days(cli, case: Path, tmp_path: Path) -> None:
    assert cli("timetable", case, "--ics", tmp_path / "a.ics", "--date", "2024-03-01").code == 0
    raw = (tmp_path / "a.ics").read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    text = raw.decode().replace("\r\n ", "")
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert (
        "DTSTART;VALUE=DATE:20240320\r\nDTEND;VALUE=DATE:20240321\r\nSUMMARY:LCSPR-2024-01: Agenda to the panel" in text
    )
    assert "Consideration and decision" not in text
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == len(set(text.split("UID:"))) - 1


def test_the_workbook_has_dates_and_is_ours_to_write_again_until_somebody_saves_it(
    cli, case: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.xlsx"
    for _ in range(2):
        assert cli("timetable", case, "--xlsx", file, "--date", "2024-03-01").code == 0
    sheet = openpyxl.load_workbook(file)["timetable"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    row = next(row for row in rows if row[8] == "feedback")
    assert (row[0], f"{row[1]:%Y-%m-%d}") == ("done late", "2024-04-10")
    openpyxl.load_workbook(file).save(file)
    answer = cli("timetable", case, "--format", "xlsx", "-o", file)
    assert answer.code == 4
    assert "Something else of this name" in answer.err


def test_what_cannot_be_is_said(cli, case: Path) -> None:
    assert "--format xlsx -o FILE.xlsx" in cli("timetable", case, "--format", "xlsx").err
    assert "--date takes a day" in cli("timetable", case, "--date", "soon").err
    (case / "timetable.yaml").write_text("nation: Britain\ndone:\n- {rule: minutes, on: later}\n")
    answer = cli("timetable", case)
    assert answer.code == 2
    assert "line 1" in answer.err
    assert "England, Wales, Scotland, Northern Ireland" in answer.err
    assert "line 3" in answer.err


def test_what_the_case_says_counts(cli, case: Path) -> None:
    (case / "timetable.yaml").write_text("profiles: [stockport]\nevents: {letter: 2023-12-12}\n")
    told = json.loads(cli("timetable", case, "--json").out)
    assert {item["id"].partition("@")[0] for item in told["items"]} == {
        "decision", "terms-of-reference", "chronology", "agency-report", "completion",
    }  # fmt: skip
