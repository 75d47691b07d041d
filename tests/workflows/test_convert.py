"""A pseudonym map from one form into the other."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reviewdocs.records.maps import load_map
from reviewdocs.records.review_data import load_review
from reviewdocs.workflows import convert as workflow

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "map.yaml"
    shutil.copy(ROOT / "pseudonym_maps/lcspr-worked-example.yaml", path)
    return path


def test_there_and_back_it_is_the_same_map_and_nothing_is_overwritten(
    plain: Path, tmp_path: Path, cli: Callable[..., Any]
) -> None:
    before = plain.read_bytes()
    assert cli("convert", plain, tmp_path / "map.xlsx").code == 0
    assert cli("convert", tmp_path / "map.xlsx", tmp_path / "again.yaml").code == 0
    assert load_map(tmp_path / "again.yaml") == load_map(plain) == load_map(tmp_path / "map.xlsx")
    answer = cli("convert", tmp_path / "map.xlsx", plain)
    assert answer.code == 2 and "not overwritten" in answer.err and plain.read_bytes() == before


@pytest.mark.parametrize(
    ("target", "says"),
    [("other.yaml", "nothing to convert"), ("other.yaml.locked", "pseudonyms lock"), ("other", "written as .yaml")],
)
def test_what_cannot_be_made_says_why(
    plain: Path, tmp_path: Path, cli: Callable[..., Any], target: str, says: str
) -> None:
    answer = cli("convert", plain, tmp_path / target)
    assert answer.code == 2 and says in answer.err and not (tmp_path / target).exists()


def test_faults_of_the_source_are_told_and_nothing_is_made(
    plain: Path, tmp_path: Path, cli: Callable[..., Any]
) -> None:
    plain.write_text("id: X\nreview_type: LCSPR\npeople:\n  - {id: A, role: mother}\n")
    answer = cli("convert", plain, tmp_path / "map.xlsx")
    assert answer.code == 2 and "line 4" in answer.err and not (tmp_path / "map.xlsx").exists()


def test_review_data_goes_there_and_back(tmp_path: Path, cli: Callable[..., Any]) -> None:
    source = ROOT / "examples/lcspr-demo/review.yaml"
    answer = cli("convert", source, tmp_path / "review.xlsx")
    assert answer.code == 0 and "the same data" in answer.out
    assert cli("convert", tmp_path / "review.xlsx", tmp_path / "again.yaml").code == 0
    assert load_review(tmp_path / "again.yaml") == load_review(source) == load_review(tmp_path / "review.xlsx")


def test_a_case_in_workbooks_is_a_case_like_another(tmp_path: Path, cli: Callable[..., Any]) -> None:
    case = tmp_path / "SAR-2026-01"
    assert cli("new", case, "--type", "SAR", "--workbook").code == 0
    assert not list(case.glob("*.yaml"))
    answer = cli("validate", case)
    assert answer.code == 0 and "sheet review, row 5, Title: [title of the review" in answer.out
    assert cli("pseudonyms", "lint", case / "pseudonyms.xlsx").code == 1
    assert cli("new", case, "--type", "SAR", "--workbook").code == 2
    (case / "pseudonyms.xlsx").unlink()  # cut off before it was written
    assert cli("new", case, "--type", "SAR", "--workbook").code == 0


def test_drafts_are_made_from_a_workbook(tmp_path: Path, cli: Callable[..., Any]) -> None:
    for name, source in (
        ("review", "examples/lcspr-demo/review"),
        ("pseudonyms", "pseudonym_maps/lcspr-worked-example"),
    ):
        (tmp_path / "case").mkdir(exist_ok=True)
        assert cli("convert", ROOT / f"{source}.yaml", tmp_path / f"case/{name}.xlsx").code == 0
    assert cli("draft", tmp_path / "case", "learning-summary").code == 0


def test_a_file_that_does_not_read_back_the_same_is_removed(
    plain: Path, tmp_path: Path, cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workflow, "_MAP", replace(workflow._MAP, workbook=lambda pmap: b"PK"))
    answer = cli("convert", plain, tmp_path / "map.xlsx")
    assert answer.code == 4 and not (tmp_path / "map.xlsx").exists()


def test_no_sheet_lies_in_the_system_s_temporary_folder_meanwhile(
    plain: Path, tmp_path: Path, cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert cli("convert", plain, tmp_path / "map.xlsx").code == 0
