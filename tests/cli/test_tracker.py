"""Where each case of a folder stands."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl

from reviewdocs import resources


def put(folder: Path, name: str, text: str = "") -> None:
    (folder / name).mkdir(parents=True)
    source = resources.folder("examples") / "lcspr-demo" / "review.yaml"
    (folder / name / "review.yaml").write_text(text or source.read_text("utf-8"), encoding="utf-8")


def test_each_case_with_its_stage_what_is_late_and_what_is_next(cli, tmp_path: Path) -> None:
    put(tmp_path, "one")
    put(tmp_path, "two", "reference: X\n")
    (tmp_path / "notes").mkdir()
    answer = cli("tracker", tmp_path, "--date", "2024-03-01", "--xlsx", tmp_path / "t.xlsx")
    assert answer.code == 2
    first, worst, coming, second, _ = answer.out.splitlines()
    assert first.startswith("one  LCSPR-2024-01 (LCSPR): 2 panels held; ")
    assert "Recommendation to the chair (Consideration panel), 01/12/2023" in worst
    assert "next: Minutes to the panel" in coming
    assert second.startswith("two: cannot be read.")
    rows = list(openpyxl.load_workbook(tmp_path / "t.xlsx")["cases"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == ["one", "two"]


def test_stages(cli, tmp_path: Path) -> None:
    put(tmp_path, "one")
    for stage, day in (("referred", "2023-11-20"), ("decided", "2023-12-20"), ("published", "2024-10-01")):
        told = json.loads(cli("tracker", tmp_path, "--json", "--date", day).out)
        assert told["cases"][0]["stage"] == stage
    drafted = tmp_path / "one" / "drafts"
    drafted.mkdir()
    shutil.copy(resources.folder("templates") / "overview-report.docx", drafted)
    told = json.loads(cli("tracker", tmp_path, "--json", "--date", "2024-03-01").out)
    assert told["cases"][0]["stage"] == "reports drafted"


def test_actions_overdue_are_counted(cli, tmp_path: Path) -> None:
    put(tmp_path, "one")
    told = json.loads(cli("tracker", tmp_path, "--json", "--date", "2024-09-01").out)
    assert told["cases"][0]["actions_overdue"] == 3


def test_a_folder_without_cases_is_told(cli, tmp_path: Path) -> None:
    assert "no case folder in it" in cli("tracker", tmp_path).err
    assert "no such folder" in cli("tracker", tmp_path / "x").err
