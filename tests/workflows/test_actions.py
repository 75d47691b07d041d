"""The action plan: where it stands on a day, agencies asked, and their answers taken in row by row."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reviewdocs.model.review import Rag
from reviewdocs.records.review_data import load_review

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    shutil.copy(ROOT / "examples/lcspr-demo/review.yaml", folder / "review.yaml")
    return folder


@pytest.fixture
def asked(case: Path, cli: Callable[..., Any]) -> list[Path]:
    """The requests of a day."""
    assert cli("actions", "ask", case, "--on", "2024-09-02").code == 0
    return sorted((case / "actions").glob("*.xlsx"))


def fill(file: Path, row: int = 2, **cells: object) -> Path:
    """Fill in cells of a returned workbook, by heading."""
    book = openpyxl.load_workbook(file)
    page = book["actions"]
    for heading, value in cells.items():
        at = next(cell.column for cell in page[1] if cell.value.casefold().startswith(heading))
        page.cell(row, at).value = value
    book.save(file)
    return file


def test_what_is_overdue_or_doubtful_is_told_on_a_day(case: Path, cli: Callable[..., Any]) -> None:
    review = load_review(case / "review.yaml")
    late = review.actions[0].deadline + dt.timedelta(days=9)
    told = json.loads(cli("actions", "show", case, "--on", late, "--json").out)
    first = told["actions"][0]
    assert first["overdue"] == (0 if first["rag"] == "Complete" else 9)
    answer = cli("actions", "show", case, "--on", "2031-01-01")
    assert "days overdue" in answer.out and "called on track past its deadline" in answer.out
    assert "The next update was due on 2024-08-21." in answer.out  # two months after the version's day, no holiday


def test_every_owner_of_what_goes_on_is_asked_once(case: Path, asked: list[Path]) -> None:
    review = load_review(case / "review.yaml")
    owners = {action.owner for action in review.actions if action.rag is not Rag.COMPLETE}
    rows = [row for file in asked for row in openpyxl.load_workbook(file)["actions"].iter_rows(2, values_only=True)]
    assert len(asked) == len(owners)
    assert {row[0] for row in rows} == {a.id for a in review.actions if a.rag is not Rag.COMPLETE}


def test_a_report_is_what_documents_show_and_the_newest_counts(
    case: Path, asked: list[Path], cli: Callable[..., Any]
) -> None:
    file = fill(asked[0], progress="Training held in June.", rag="amber")
    known_by = openpyxl.load_workbook(file)["actions"]["A2"].value
    assert cli("actions", "take", case, file, "--on", "2024-09-20").code == 0
    fill(file, progress="All staff trained.", evidence="Register of 1 October", completed="01/10/2024", rag="Complete")
    assert cli("actions", "take", case, file, "--on", "2024-10-02").code == 0
    assert "0 faulty" in cli("actions", "take", case, file, "--on", "2024-10-02").out  # again: nothing twice
    action = next(a for a in load_review(case / "review.yaml").actions if a.id == known_by)
    assert (action.progress, action.rag, action.completed) == ("All staff trained.", Rag.COMPLETE, dt.date(2024, 10, 1))
    assert (case / "progress.yaml").read_text().count("- action:") == 2
    assert "Training held" not in (case / "review.yaml").read_text()


FAULTS: dict[str, tuple[dict[str, object], str]] = {
    "an unknown id": ({"id": "A99", "progress": "x"}, "row 2: “A99” is the id of no action"),
    "another row's text": ({"action": "Something else", "progress": "x"}, "row 2: The text of action"),
    "a misspelt colour": ({"rag": "Greenish"}, "row 2: “Greenish” is no RAG"),
    "a formula": ({"progress": "=1+1"}, "Progress now (H): found a formula"),
    "no date": ({"completed": "soon", "progress": "x"}, "“soon” is no date"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_row_is_told_and_nothing_is_recorded_unless_wished(
    case: Path, asked: list[Path], cli: Callable[..., Any], fault: str
) -> None:
    cells, says = FAULTS[fault]
    good, bad = fill(asked[1], progress="Begun."), fill(asked[0], **cells)
    answer = cli("actions", "take", case, good, bad)
    assert answer.code == 2 and says in answer.out and not (case / "progress.yaml").exists()
    assert cli("actions", "take", case, good, bad, "--no-all-or-nothing").code == 2
    assert "Begun." in (case / "progress.yaml").read_text()


def test_complete_needs_evidence(case: Path, asked: list[Path], cli: Callable[..., Any]) -> None:
    bare = {a.id for a in load_review(case / "review.yaml").actions if not a.evidence}
    rows = [(file, row) for file in asked for row in openpyxl.load_workbook(file)["actions"].iter_rows(2, max_col=1)]
    file, (cell,) = next((file, row) for file, row in rows if row[0].value in bare)
    answer = cli("actions", "take", case, fill(file, cell.row, rag="Complete", progress="Done"))
    assert answer.code == 2 and "is called complete without evidence. Say what shows it." in answer.out


def test_a_file_that_is_none_does_not_keep_others_out(case: Path, asked: list[Path], cli: Callable[..., Any]) -> None:
    (case / "other.xlsx").write_bytes(b"no workbook")
    answer = cli("actions", "take", case, case / "other.xlsx", fill(asked[0], progress="Begun."), "--no-all-or-nothing")
    assert "other.xlsx: This is no Excel workbook" in answer.out and (case / "progress.yaml").exists()


def test_the_plan_of_a_homicide_review_has_the_home_offices_columns(
    case: Path, tmp_path: Path, cli: Callable[..., Any]
) -> None:
    assert cli("actions", "export", case, tmp_path / "plan.xlsx").code == 0
    assert cli("actions", "export", case, tmp_path / "plan.xlsx").code != 0  # nothing is overwritten
    data = (case / "review.yaml").read_text()
    (case / "review.yaml").write_text(data.replace("review_type: LCSPR", "review_type: DHR"))
    assert cli("actions", "export", case, tmp_path / "dhr.xlsx").code == 0
    heads = [[cell.value for cell in openpyxl.load_workbook(tmp_path / name)["action plan"][1]] for name in
             ("plan.xlsx", "dhr.xlsx")]  # fmt: skip
    assert "Success measure" in heads[0] and heads[1][1:5] == [
        "Scope",
        "Action to take",
        "Lead agency",
        "Key milestones",
    ]
