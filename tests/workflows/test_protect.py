"""Copies behind a password: they open with it and with no other, nothing is overwritten, an easy one is told."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdf
import pytest

from reviewdocs.formats.pdf.copies import opens_pdf
from reviewdocs.formats.protection import is_protected, opens, without_password
from reviewdocs.workflows.protect import warning_of

SECRET = "marmalade pylon hedgerow"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    document, book, pdf = docx.Document(), openpyxl.Workbook(), pypdf.PdfWriter()
    document.add_paragraph("For the agency alone.")
    pdf.add_blank_page(200, 200)
    paths = [tmp_path / name for name in ("report.docx", "plan.xlsx", "summary.pdf")]
    document.save(str(paths[0]))
    book.save(paths[1])
    pdf.write(paths[2])
    (tmp_path / "secret.txt").write_text(f"{SECRET}\n", encoding="utf-8")
    return paths


def test_copies_open_with_the_password_alone(files: list[Path], tmp_path: Path, cli: Callable[..., Any]) -> None:
    before = [file.read_bytes() for file in files]
    answer = cli("protect", *files, "--password-from", tmp_path / "secret.txt", "-o", tmp_path / "out")
    assert answer.code == 0 and "guessed" not in answer.out and SECRET not in answer.out
    for file, data in zip(files[:2], before[:2], strict=True):
        shut = (tmp_path / "out" / file.name).read_bytes()
        assert is_protected(shut) and opens(shut, SECRET) and not opens(shut, "another")
        assert without_password(shut, SECRET) == data
    shut = (tmp_path / "out" / "summary.pdf").read_bytes()
    assert opens_pdf(shut, SECRET) and not opens_pdf(shut, "another") and not opens_pdf(shut, "")
    assert [file.read_bytes() for file in files] == before


def test_nothing_is_overwritten_and_what_cannot_be_protected_is_told(
    files: list[Path], tmp_path: Path, cli: Callable[..., Any]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "report.docx").write_bytes(b"there before")
    (tmp_path / "note.txt").write_text("x")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    given = [files[0], tmp_path / "note.txt", tmp_path / "broken.pdf", files[2]]
    answer = cli("protect", *given, "--password-from", tmp_path / "secret.txt", "-o", out, "--json")
    told = {Path(row["input"]).name: row for row in json.loads(answer.out)["files"]}
    assert answer.code == 4 and (out / "report.docx").read_bytes() == b"there before"
    assert "not overwritten" in told["report.docx"]["reason"]
    assert "Only .docx" in told["note.txt"]["reason"] and "damaged" in told["broken.pdf"]["reason"]
    again = cli("protect", told["summary.pdf"]["output"], "--password-from", tmp_path / "secret.txt", "-o", tmp_path)
    assert again.code == 2 and "a password already" in again.out
    assert sorted(path.name for path in out.iterdir()) == ["report.docx", "summary.pdf"]


@pytest.mark.parametrize(
    ("password", "says"),
    [("LCSPR-2024-01", "reference"), ("lcspr 2024 01!", "reference"), ("summary1", "guessed"), (SECRET, "")],
)
def test_a_password_that_can_be_guessed_is_told(password: str, says: str) -> None:
    warning = warning_of(password, [Path("Overview.docx")], "LCSPR-2024-01")
    assert says in warning and bool(warning) is bool(says)


def test_an_empty_password_is_refused(files: list[Path], tmp_path: Path, cli: Callable[..., Any]) -> None:
    (tmp_path / "empty.txt").write_text("\n")
    assert cli("protect", files[0], "--password-from", tmp_path / "empty.txt", "-o", tmp_path / "out").code == 2
    assert cli("protect", files[0], "--password-from", "reference", "-o", tmp_path / "out").code == 2
    assert not (tmp_path / "out").exists()
    assert io.BytesIO(files[0].read_bytes()).read(2) == b"PK"
