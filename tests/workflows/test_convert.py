"""A pseudonym map from one form into the other."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reviewdocs.records.maps import load_map
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


def test_review_data_is_not_taken_for_a_map(tmp_path: Path, cli: Callable[..., Any]) -> None:
    answer = cli("convert", ROOT / "examples/lcspr-demo/review.yaml", tmp_path / "map.xlsx")
    assert answer.code == 2 and "only pseudonym maps" in answer.err


def test_a_file_that_does_not_read_back_the_same_is_removed(
    plain: Path, tmp_path: Path, cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workflow, "write_map_workbook", lambda pmap: b"PK")
    answer = cli("convert", plain, tmp_path / "map.xlsx")
    assert answer.code == 4 and not (tmp_path / "map.xlsx").exists()


def test_no_sheet_lies_in_the_system_s_temporary_folder_meanwhile(
    plain: Path, tmp_path: Path, cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert cli("convert", plain, tmp_path / "map.xlsx").code == 0
