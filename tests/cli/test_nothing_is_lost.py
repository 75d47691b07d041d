"""What the commands refuse so that nobody's work is lost and nothing identifiable lies where it must not."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
MAP = """\
id: TEST-1
review_type: LCSPR
people:
  - {id: CHILD, role: subject child, pseudonym: Child A, forename: Tamsin, surname: Quillfeather}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a map and one text that names the child."""
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "note.txt").write_text("Tamsin was seen.", encoding="utf-8")
    return tmp_path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The fictional case, ready to work in."""
    made = tmp_path / "case"
    made.mkdir()
    shutil.copy(ROOT / "examples/lcspr-demo/review.yaml", made / "review.yaml")
    shutil.copy(ROOT / "pseudonym_maps/lcspr-worked-example.yaml", made / "pseudonyms.yaml")
    (made / "note.txt").write_text("Kirsty Garside rang.", encoding="utf-8")
    return made


@pytest.mark.parametrize("target", ["note.txt", "map.yaml", "other.docx"])
def test_reports_and_records_never_overwrite_other_files(cli: Callable[..., Any], folder: Path, target: str) -> None:
    (folder / "other.docx").write_bytes(b"somebody's work")
    before = (folder / target).read_bytes()
    note, pmap = folder / "note.txt", folder / "map.yaml"
    for command in (
        ("anonymise", note, "--map", pmap, "-o", folder / "out", "--record", folder / target),
        ("check", note, "--map", pmap, "-o", folder / target),
        ("check", note, "--map", pmap, "--format", "html", "-o", folder / target),
    ):
        assert cli(*command).code in (2, 4)
    assert (folder / target).read_bytes() == before
    assert not (folder / "out").exists()


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_an_earlier_report_or_record_is_replaced(cli: Callable[..., Any], folder: Path, form: str) -> None:
    note, pmap = folder / "note.txt", folder / "map.yaml"
    for _ in range(2):
        assert cli("check", note, "--map", pmap, "--format", form, "-o", folder / "report").code in (1, 3)
        record = folder / "record.json"
        assert cli("anonymise", note, "--map", pmap, "-o", folder / "out", "--record", record).code == 0
    assert "Tamsin" in (folder / "record.json").read_text(encoding="utf-8")


def test_the_record_may_not_lie_among_the_copies(cli: Callable[..., Any], folder: Path) -> None:
    record = folder / "out" / ".." / "out" / "record.json"
    answer = cli(
        "anonymise", folder / "note.txt", "--map", folder / "map.yaml", "-o", folder / "out", "--record", record
    )
    assert answer.code == 2 and "real names" in answer.err
    assert not (folder / "out").exists()


def test_nothing_is_made_when_the_record_cannot_be_written(cli: Callable[..., Any], folder: Path) -> None:
    (folder / "blocked").write_text("a file where a folder should be", encoding="utf-8")
    record = folder / "blocked" / "record.json"
    answer = cli(
        "anonymise", folder / "note.txt", "--map", folder / "map.yaml", "-o", folder / "out", "--record", record
    )
    assert answer.code == 4
    assert not (folder / "out").exists()


def test_a_map_that_nobody_has_filled_in_is_no_map(cli: Callable[..., Any], tmp_path: Path) -> None:
    assert cli("new", tmp_path / "LCSPR-1", "--type", "LCSPR").code == 0
    (tmp_path / "note.txt").write_text("Tamsin was seen.", encoding="utf-8")
    answer = cli("anonymise", tmp_path / "note.txt", "--case", tmp_path / "LCSPR-1")
    assert answer.code == 2 and "not filled in" in answer.err
    assert not list((tmp_path / "LCSPR-1" / "anonymised").iterdir())
    assert cli("check", tmp_path / "note.txt", "--case", tmp_path / "LCSPR-1").code == 3  # what can be found is told
    assert cli("letters", tmp_path / "LCSPR-1", "notification").code == 2
    assert cli("draft", tmp_path / "LCSPR-1", "--all").code == 0


def test_somebody_of_the_review_who_is_not_in_the_map_blocks(cli: Callable[..., Any], case: Path) -> None:
    pmap = yaml.safe_load((case / "pseudonyms.yaml").read_text(encoding="utf-8"))
    pmap["people"] = [person for person in pmap["people"] if person["id"] != "AUNT"]
    pmap.pop("groups", None)
    (case / "pseudonyms.yaml").write_text(yaml.safe_dump(pmap, allow_unicode=True), encoding="utf-8")

    made = cli("anonymise", case / "note.txt", "--case", case)
    assert made.code == 1 and "not looked for: AUNT" in made.out
    checked = json.loads(cli("check", case / "anonymised/note.txt", "--case", case, "--json").out)
    assert any("AUNT" in why for why in checked["documents"][0]["not_run"])
    letter = cli("letters", case, "national-panel-decision")
    assert letter.code == 2 and "AUNT" in letter.out + letter.err
    assert not list((case / "letters").rglob("*.docx"))


def test_a_moved_case_knows_its_own_copies(cli: Callable[..., Any], case: Path, tmp_path: Path) -> None:
    assert cli("anonymise", case / "note.txt", "--case", case).code == 0
    moved = case.rename(tmp_path / "moved")
    assert cli("anonymise", moved / "note.txt", "--case", moved).code == 0


def test_a_restricted_copy_never_takes_the_place_of_a_public_one(cli: Callable[..., Any], case: Path) -> None:
    assert cli("anonymise", case / "note.txt", "--case", case).code == 0
    restricted = ("anonymise", case / "note.txt", "--case", case, "--audience", "restricted")
    assert cli(*restricted).code == 2
    assert cli("anonymise", case / "note.txt", "--case", case, "--audience", "external").code == 4
    assert cli(*restricted, "-o", case / "shared").code == 0


def test_a_recipients_file_that_names_nobody_writes_to_nobody(cli: Callable[..., Any], case: Path) -> None:
    (case / "who.txt").write_text("# nobody yet\n", encoding="utf-8")
    assert cli("letters", case, "notification", "--recipients", case / "who.txt").code == 2
    assert not (case / "letters").exists()


def test_words_lock_files_are_left_out(cli: Callable[..., Any], folder: Path) -> None:
    (folder / "~$note.docx").write_bytes(b"\x05user")
    answer = cli(
        "anonymise", folder / "~$note.docx", folder / "note.txt", "--map", folder / "map.yaml", "-o", folder / "o"
    )
    assert answer.code == 0 and "left out" in answer.out


def test_a_redirected_windows_console_can_hold_every_name(folder: Path) -> None:
    env = dict(os.environ, PYTHONIOENCODING="cp1252", PYTHONPATH=str(ROOT / "tests/guard"))
    (folder / "note.txt").write_text("Tamsin saw Zdeněk → Łódź.", encoding="utf-8")
    command = [sys.executable, "-m", "reviewdocs", "check", folder / "note.txt", "--map", folder / "map.yaml", "--json"]
    done = subprocess.run(command, env=env, capture_output=True)
    assert "Łódź" in json.loads(done.stdout.decode("utf-8"))["documents"][0]["findings"][0]["context"]


def test_two_kinds_of_data_in_one_case_are_refused(cli: Callable[..., Any], case: Path) -> None:
    (case / "review.xlsx").write_bytes(b"")
    answer = cli("validate", case)
    assert answer.code == 2 and "review.xlsx" in answer.err
