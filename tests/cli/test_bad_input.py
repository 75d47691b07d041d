"""Bad input through the command line: a clear sentence with the way out, the right exit code, nothing half written."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

MAP = """\
id: TEST-1
review_type: LCSPR
people:
  - {id: CHILD, role: subject child, pseudonym: Child A, forename: Tamsin, surname: Quillfeather}
"""
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 4096


def word_file(text: str = "Tamsin Quillfeather was seen.") -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def macro_file() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file())) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    b"application/vnd.ms-word.document.macroEnabled.main+xml",
                )
            target.writestr(name, data)
        target.writestr("word/vbaProject.bin", OLE)
    return stream.getvalue()


def plain_zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        target.writestr("notes.txt", "no document")
    return stream.getvalue()


BAD_FILES = {
    "zero.docx": (b"", "empty"),
    "not-word.docx": (b"%PDF-1.7 pretending", "PDF"),
    "zip.docx": (plain_zip(), "no Word document"),
    "encrypted.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "truncated.docx": (word_file()[:2000], "damaged"),
    "macros.docx": (macro_file(), "macro"),
    "macros.docm": (macro_file(), "macro"),
    "old.doc": (OLE, ".docx"),
    "open.odt": (plain_zip(), ".docx"),
    "rich.rtf": (b"{\\rtf1}", ".docx"),
    "latin.txt": ("Naïve café".encode("cp1252"), "UTF-8"),
}


@pytest.fixture
def map_file(tmp_path: Path) -> Path:
    path = tmp_path / "map.yaml"
    path.write_text(MAP, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", BAD_FILES)
@pytest.mark.parametrize("job", ["anonymise", "check"])
def test_one_bad_file_is_told_and_the_others_are_done(
    cli: Callable[..., Any], tmp_path: Path, map_file: Path, name: str, job: str
) -> None:
    data, said = BAD_FILES[name]
    bad, good, out = tmp_path / name, tmp_path / "good.docx", tmp_path / "out"
    bad.write_bytes(data)
    good.write_bytes(word_file())
    before = good.read_bytes()

    if job == "anonymise":
        answer = cli("anonymise", bad, good, "--map", map_file, "-o", out, "--json")
        documents = {Path(d["input"]).name: d for d in json.loads(answer.out)["documents"]}
        assert documents[name]["output"] is None and said.casefold() in documents[name]["reason"].casefold()
        assert documents["good.docx"]["verified"] is True
        assert [p.name for p in out.iterdir() if not p.name.startswith(".")] == ["good.docx"]
        assert answer.code == 2
    else:
        answer = cli("check", bad, good, "--map", map_file, "--json")
        report = json.loads(answer.out)
        assert said.casefold() in report["failed"][0]["reason"].casefold()
        assert [Path(d["file"]).name for d in report["documents"]] == ["good.docx"]
        assert answer.code >= 2
    assert bad.read_bytes() == data and good.read_bytes() == before


def test_missing_file_and_folder(cli: Callable[..., Any], tmp_path: Path, map_file: Path) -> None:
    (tmp_path / "folder.docx").mkdir()
    answer = cli(
        "anonymise", tmp_path / "gone.docx", tmp_path / "folder.docx", "--map", map_file, "-o", tmp_path / "out"
    )
    assert answer.code == 2
    assert "gone.docx" in answer.out and "folder.docx" in answer.out
    assert not (tmp_path / "out").exists() or not [p for p in (tmp_path / "out").iterdir() if p.suffix == ".docx"]


def test_output_folder_that_cannot_be_written(cli: Callable[..., Any], tmp_path: Path, map_file: Path) -> None:
    source = tmp_path / "report.txt"
    source.write_text("Tamsin was seen.", encoding="utf-8")
    blocked = tmp_path / "out"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    answer = cli("anonymise", source, "--map", map_file, "-o", blocked)
    assert answer.code == 4
    assert blocked.read_text(encoding="utf-8") == "a file where the folder should be"


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_read_only_folder(cli: Callable[..., Any], tmp_path: Path, map_file: Path) -> None:
    source, out = tmp_path / "report.txt", tmp_path / "out"
    source.write_text("Tamsin was seen.", encoding="utf-8")
    out.mkdir(mode=0o500)
    assert cli("anonymise", source, "--map", map_file, "-o", out).code == 4


def test_two_inputs_of_one_name_and_output_over_input(cli: Callable[..., Any], tmp_path: Path, map_file: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text("Tamsin was seen.", encoding="utf-8")
    two = cli(
        "anonymise", tmp_path / "a/report.txt", tmp_path / "b/report.txt", "--map", map_file, "-o", tmp_path / "out"
    )
    assert two.code == 2 and "report.txt" in two.err and not (tmp_path / "out").exists()
    over = cli("anonymise", tmp_path / "a/report.txt", "--map", map_file, "-o", tmp_path / "a")
    assert over.code == 2
    assert (tmp_path / "a/report.txt").read_text(encoding="utf-8") == "Tamsin was seen."


def test_a_file_that_is_not_our_output_is_not_overwritten(
    cli: Callable[..., Any], tmp_path: Path, map_file: Path
) -> None:
    source, out = tmp_path / "report.txt", tmp_path / "out"
    source.write_text("Tamsin was seen.", encoding="utf-8")
    out.mkdir()
    (out / "report.txt").write_text("somebody else's work", encoding="utf-8")
    assert cli("anonymise", source, "--map", map_file, "-o", out).code == 4
    assert (out / "report.txt").read_text(encoding="utf-8") == "somebody else's work"

    (out / "report.txt").unlink()
    assert cli("anonymise", source, "--map", map_file, "-o", out).code == 0
    source.write_text("Tamsin was seen twice.", encoding="utf-8")
    assert cli("anonymise", source, "--map", map_file, "-o", out).code == 0, "our own output is made anew"
    (out / "report.txt").write_text("edited by hand", encoding="utf-8")
    edited = cli("anonymise", source, "--map", map_file, "-o", out)
    assert edited.code == 4 and "changed after it was made" in edited.out
    assert (out / "report.txt").read_text(encoding="utf-8") == "edited by hand"


BAD_MAPS = {
    "tab": (MAP.replace("  - {", "\t- {"), "tab"),
    "duplicate key": (MAP + "id: TEST-2\n", "line 5"),
    "wrong type": (MAP.replace("people:", "places: nowhere\npeople:"), "places"),
    "impossible date": (MAP.replace("surname:", 'dob: "2019-02-30", surname:'), "dob"),
    "unknown key": (MAP.replace("surname:", "surnmae:"), "surname"),
    "one pseudonym twice": (MAP + MAP.splitlines()[-1].replace("CHILD", "OTHER") + "\n", "Child A"),
}


@pytest.mark.parametrize("fault", BAD_MAPS)
def test_bad_map(cli: Callable[..., Any], tmp_path: Path, fault: str) -> None:
    text, said = BAD_MAPS[fault]
    path, source = tmp_path / "map.yaml", tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    source.write_text("Tamsin was seen.", encoding="utf-8")
    answer = cli("anonymise", source, "--map", path, "-o", tmp_path / "out")
    assert answer.code == 2
    assert "map.yaml" in answer.err and said in answer.err
    assert not (tmp_path / "out").exists()


def test_a_map_that_is_missing_or_not_given(cli: Callable[..., Any], tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    source.write_text("Tamsin was seen.", encoding="utf-8")
    assert cli("anonymise", source, "--map", tmp_path / "none.yaml", "-o", tmp_path / "out").code == 2
    assert cli("anonymise", source).code == 2
    assert not (tmp_path / "out").exists()


def test_a_folder_is_named_as_it_was_given(
    cli: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    answer = cli("anonymise", ".", "--map", "map.yaml", "-o", tmp_path / "out")
    assert answer.code == 2 and ".: This is a folder" in answer.out + answer.err
