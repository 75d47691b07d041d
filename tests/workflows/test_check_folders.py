"""A folder is an input of `check`: its documents, one bad one told, nothing passed over in silence."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = "The panel met and considered what had happened.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "given"
    (made / "appendices").mkdir(parents=True)
    (made / ".git").mkdir()
    for name in (
        "overview.txt",
        "appendices/glossary.md",
        ".git/notes.txt",
        ".hidden.txt",
        "~$overview.docx",
        "logo.png",
    ):
        (made / name).write_text(TEXT, encoding="utf-8")
    (made / "broken.docx").write_bytes(b"no document")
    (made / "old.doc").write_bytes(b"of another time")
    return made


def test_every_document_is_checked_and_what_cannot_be_is_told(cli: Callable[..., Any], folder: Path) -> None:
    answer = cli("check", folder, "--json")
    told = json.loads(answer.out)
    assert answer.code in (2, 3)
    assert told["verdict"] == "not-checked"
    assert [Path(d["file"]).name for d in told["documents"]] == ["overview.txt", "glossary.md"]
    assert [Path(f["file"]).name for f in told["failed"]] == ["broken.docx", "old.doc"]
    assert [Path(f).name for f in told["left_aside"]] == ["logo.png"]


def test_a_file_named_beside_its_folder_is_checked_once(cli: Callable[..., Any], folder: Path) -> None:
    told = json.loads(cli("check", folder / "overview.txt", folder, "--json").out)
    assert [Path(d["file"]).name for d in told["documents"]] == ["overview.txt", "glossary.md"]


def test_a_report_written_into_the_folder_is_left_aside(cli: Callable[..., Any], folder: Path) -> None:
    for _ in range(2):
        answer = cli("check", folder, "-o", folder / "risks.txt")
        assert "glossary.md" in (folder / "risks.txt").read_text(encoding="utf-8")
    assert "broken.docx: It is not a Word document" in answer.err
    told = json.loads(cli("check", folder, "--json").out)
    assert "risks.txt" in [Path(f).name for f in told["left_aside"]]


def test_a_folder_without_a_document_says_so(cli: Callable[..., Any], tmp_path: Path) -> None:
    answer = cli("check", tmp_path)
    assert answer.code == 2 and "There is no document in this folder" in answer.out
