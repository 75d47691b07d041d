"""Records are evidence: the record of one copy never takes the place of another's."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    made = tmp_path / "case"
    for folder in ("drafts", "other"):
        (made / folder).mkdir(parents=True)
    shutil.copy(ROOT / "pseudonym_maps/lcspr-worked-example.yaml", made / "pseudonyms.yaml")
    (made / "drafts/note.txt").write_text("Kirsty Garside rang.\n", encoding="utf-8")
    (made / "other/note.txt").write_text("Kirsty Garside wrote.\n", encoding="utf-8")
    return made


def records(case: Path) -> dict[str, str]:
    """What each record of the case says that it is of; its page lies beside it."""
    found = {}
    for path in (case / "records").glob("*.record.json"):
        (document,) = json.loads(path.read_text(encoding="utf-8"))["documents"]
        assert path.with_suffix(".html").is_file()
        found[path.name] = f"{document['source']['file']} {document['source']['sha256'][:8]}"
    return found


def of(case: Path, file: str) -> str:
    return f"{file} {hashlib.sha256((case / file).read_bytes()).hexdigest()[:8]}"


FIRST, SECOND = "note.txt.public.record.json", "note.txt.public (2).record.json"


def test_another_file_of_the_same_name_has_a_record_of_its_own(cli: Callable[..., Any], case: Path) -> None:
    assert cli("anonymise", case / "drafts/note.txt", "--case", case).code == 0
    assert records(case) == {FIRST: of(case, "drafts/note.txt")}
    before = (case / "records" / FIRST).read_bytes()
    answer = cli("anonymise", case / "other/note.txt", "--case", case, "-o", case / "shared", "--json")
    (document,) = json.loads(answer.out)["documents"]
    assert Path(document["record"]).name == SECOND and Path(document["page"]).name == SECOND[:-4] + "html"
    assert (case / "records" / FIRST).read_bytes() == before
    assert records(case) == {FIRST: of(case, "drafts/note.txt"), SECOND: of(case, "other/note.txt")}
    for file, more in (("drafts", ()), ("other", ("-o", case / "shared"))):
        assert cli("anonymise", case / file / "note.txt", "--case", case, *more).code == 0
    assert len(records(case)) == 2, "the same again has the same record"


def test_a_changed_draft_leaves_the_record_of_what_it_was(cli: Callable[..., Any], case: Path, tmp_path: Path) -> None:
    draft = case / "drafts/note.txt"
    assert cli("anonymise", draft, "--case", case).code == 0
    was = of(case, "drafts/note.txt")
    draft.write_text("Kirsty Garside rang twice.\n", encoding="utf-8")
    assert cli("anonymise", draft, "--case", case).code == 0
    assert records(case) == {FIRST: was, SECOND: of(case, "drafts/note.txt")}
    moved = case.rename(tmp_path / "moved")
    assert cli("anonymise", moved / "drafts/note.txt", "--case", moved).code == 0
    assert len(records(moved)) == 2


def test_a_record_tells_which_bytes_became_which(cli: Callable[..., Any], case: Path) -> None:
    assert cli("anonymise", case / "drafts/note.txt", "--case", case).code == 0
    (document,) = json.loads((case / "records" / FIRST).read_text(encoding="utf-8"))["documents"]
    copied = hashlib.sha256((case / "anonymised/note.txt").read_bytes()).hexdigest()
    assert document["copy"] == {"file": "anonymised/note.txt", "sha256": copied, "audience": "public"}
    assert document["input"] == str(case / "drafts/note.txt") and document["replaced"]


@pytest.mark.parametrize("there", [FIRST, FIRST[:-4] + "html"])
def test_what_is_no_record_is_left_alone(cli: Callable[..., Any], case: Path, there: str) -> None:
    (case / "records").mkdir()
    (case / "records" / there).write_text("{}", encoding="utf-8")
    assert cli("anonymise", case / "drafts/note.txt", "--case", case).code == 0
    assert (case / "records" / there).read_text(encoding="utf-8") == "{}"
    assert (case / "records" / SECOND).is_file()


def test_the_record_that_is_asked_for_keeps_what_it_told_of_other_files(
    cli: Callable[..., Any], case: Path, tmp_path: Path
) -> None:
    to = ("--map", case / "pseudonyms.yaml", "--record", tmp_path / "r.json", "-o")
    assert cli("anonymise", case / "drafts/note.txt", *to, tmp_path / "one").code == 0
    before = (tmp_path / "r.json").read_bytes()
    answer = cli("anonymise", case / "other/note.txt", *to, tmp_path / "two")
    assert answer.code == 0 and "r (2).json" in answer.out
    assert (tmp_path / "r.json").read_bytes() == before
    assert "wrote" not in before.decode()
    told = json.loads((tmp_path / "r (2).json").read_text(encoding="utf-8"))["documents"]
    assert [document["input"] for document in told] == [str(case / "other/note.txt")]
    answer = cli("anonymise", case / "drafts/note.txt", *to, tmp_path / "one")
    assert answer.code == 0 and "(2)" not in answer.out


def test_what_fails_this_time_is_told_as_before(cli: Callable[..., Any], case: Path, tmp_path: Path) -> None:
    (case / "drafts/log.txt").write_text("Kirsty Garside slept.\n", encoding="utf-8")
    files = (case / "drafts/note.txt", case / "drafts/log.txt")
    to = ("--map", case / "pseudonyms.yaml", "--record", tmp_path / "r.json", "-o", tmp_path / "out")
    assert cli("anonymise", *files, *to).code == 0
    (tmp_path / "out/log.txt").write_text("edited", encoding="utf-8")
    assert cli("anonymise", *files, *to).code == 4
    told = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["documents"]
    assert [Path(document["input"]).name for document in told] == ["note.txt", "log.txt"]
