"""Locking a pseudonym map, and every command that takes the locked one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reviewdocs.formats.locks import lock
from reviewdocs.store import locked
from reviewdocs.workflows.pseudonyms import locking

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "plinth otter marzipan quay"
TEXT = "Ms Aoife Brannigan saw Kirsty Garside at home.\n"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locked, "_COST", 14)
    monkeypatch.delenv("REVIEWDOCS_PASSPHRASE", raising=False)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    shutil.copy(ROOT / "examples/lcspr-demo/review.yaml", folder / "review.yaml")
    shutil.copy(ROOT / "pseudonym_maps/lcspr-worked-example.yaml", folder / "pseudonyms.yaml")
    return folder


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key.txt"
    path.write_text(PASSPHRASE + "\nsomething else\n", encoding="utf-8")
    return path


@pytest.fixture
def shut(case: Path, key: Path, cli: Callable[..., Any]) -> Path:
    """The case, its map locked."""
    assert cli("pseudonyms", "lock", case, "--passphrase-file", key).code == 0
    return case


def test_lock_takes_the_plain_file_away_and_unlock_brings_the_same_bytes_back(
    case: Path, key: Path, cli: Callable[..., Any]
) -> None:
    plain, shut = case / "pseudonyms.yaml", case / "pseudonyms.yaml.locked"
    before = plain.read_bytes()
    answer = cli("pseudonyms", "lock", case, "--passphrase-file", key)
    assert answer.code == 0 and not plain.exists()
    assert b"Kirsty" not in shut.read_bytes()
    assert "backups may keep earlier copies" in answer.out, "what removing does not guarantee is said"
    assert PASSPHRASE not in answer.out + answer.err
    assert cli("pseudonyms", "unlock", shut, "--passphrase-file", key).code == 0
    assert plain.read_bytes() == before and not shut.exists()


COMMANDS: dict[str, list[str]] = {
    "validate": ["validate", "CASE"],
    "letters": ["letters", "CASE", "national-panel-decision"],
    "anonymise a case": ["anonymise", "TEXT", "--case", "CASE"],
    "anonymise a map": ["anonymise", "TEXT", "--map", "CASE/pseudonyms.yaml.locked", "-o", "OUT"],
    "check": ["check", "TEXT", "--case", "CASE"],
    "lint": ["pseudonyms", "lint", "CASE"],
    "lint of the file": ["pseudonyms", "lint", "CASE/pseudonyms.yaml.locked"],
    "propose": ["pseudonyms", "propose", "CASE", "TEXT"],
    "convert": ["convert", "CASE/pseudonyms.yaml.locked", "OUT/map.xlsx"],
    "unlock": ["pseudonyms", "unlock", "CASE"],
}


def filled(command: list[str], case: Path, tmp_path: Path) -> list[str]:
    """The command with its places filled in."""
    text = tmp_path / "note.txt"
    text.write_text(TEXT, encoding="utf-8")
    places = {"CASE": case, "TEXT": text, "OUT": tmp_path / "out"}
    return ["/".join(str(places.get(part, part)) for part in argument.split("/")) for argument in command]


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_the_locked_map(
    name: str, shut: Path, key: Path, tmp_path: Path, cli: Callable[..., Any]
) -> None:
    answer = cli(*filled(COMMANDS[name], shut, tmp_path), "--passphrase-file", key)
    assert answer.code in (0, 1, 3), answer.err
    if name.startswith("anonymise"):
        out = shut / "anonymised" if "case" in name else tmp_path / "out"
        assert (out / "note.txt").read_text(encoding="utf-8") == "Social Worker 1 saw Mother at home.\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_wrong_passphrase_is_one_message_and_changes_nothing(
    name: str, shut: Path, tmp_path: Path, cli: Callable[..., Any]
) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("plinth otter marzipan key\n")
    command = filled(COMMANDS[name], shut, tmp_path)
    before = files(tmp_path)
    answer = cli(*command, "--passphrase-file", wrong)
    said = answer.out + answer.err
    assert answer.code == 2 and said.count("does not open this file") == 1
    assert "Kirsty" not in said and "plinth" not in said
    assert files(tmp_path) == before


def test_drafting_does_not_need_the_map_and_does_not_ask(shut: Path, cli: Callable[..., Any]) -> None:
    assert cli("draft", shut, "learning-summary").code == 0


def test_the_environment_tells_the_passphrase_too(
    shut: Path, cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVIEWDOCS_PASSPHRASE", PASSPHRASE)
    assert cli("pseudonyms", "lint", shut).code == 0


@pytest.mark.parametrize("name", ["validate", "anonymise a map", "unlock"])
def test_where_nobody_can_be_asked_the_ways_are_told(
    name: str, shut: Path, tmp_path: Path, cli: Callable[..., Any]
) -> None:
    answer = cli(*filled(COMMANDS[name], shut, tmp_path))
    assert answer.code == 2
    assert "--passphrase-file" in answer.out + answer.err


def test_there_is_no_option_for_the_passphrase_itself(shut: Path, cli: Callable[..., Any]) -> None:
    assert cli("pseudonyms", "lint", shut, "--passphrase", PASSPHRASE).code == 2


@pytest.mark.parametrize(
    "easy",
    ["short", "Kirsty Garside Ivy Havlíček", "LCSPR-2024-01 password", "aaaaaaaaaaaaaaaaaaaa", "12345678901234567890",
     "qwertyuiopasdfgh", "Safeguarding-2024-01"],
)  # fmt: skip
def test_a_passphrase_that_would_soon_be_guessed_is_refused_with_the_reason(
    easy: str, case: Path, tmp_path: Path, cli: Callable[..., Any]
) -> None:
    weak = tmp_path / "weak.txt"
    weak.write_text(easy, encoding="utf-8")
    answer = cli("pseudonyms", "lock", case, "--passphrase-file", weak)
    assert answer.code == 2 and "too easy to guess" in answer.err and "12 characters" in answer.err
    assert easy not in answer.err and "Kirsty" not in answer.err
    assert (case / "pseudonyms.yaml").exists() and not (case / "pseudonyms.yaml.locked").exists()


def test_a_map_with_errors_is_not_locked_away(case: Path, key: Path, cli: Callable[..., Any]) -> None:
    plain = case / "pseudonyms.yaml"
    plain.write_text(plain.read_text(encoding="utf-8").replace("id: SIBLING", "id: CHILD"), encoding="utf-8")
    answer = cli("pseudonyms", "lock", case, "--passphrase-file", key)
    assert answer.code == 2 and "more than once" in answer.err and plain.exists()


def test_a_locked_file_that_cannot_be_read_back_is_removed_and_the_plain_one_stays(
    case: Path, key: Path, cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "sealed", lambda data, passphrase: locked.sealed(data[:-1], passphrase))
    before = files(case)
    answer = cli("pseudonyms", "lock", case, "--passphrase-file", key)
    assert answer.code == 4 and "pseudonyms.yaml is as it was" in answer.err
    assert files(case) == before


def test_both_forms_are_refused_and_the_one_to_remove_is_named(shut: Path, key: Path, cli: Callable[..., Any]) -> None:
    shutil.copy(ROOT / "pseudonym_maps/lcspr-worked-example.yaml", shut / "pseudonyms.yaml")
    os.utime(shut / "pseudonyms.yaml", (1_000_000, 1_000_000))
    for command in (
        ["validate", shut],
        ["draft", shut, "--all"],
        ["pseudonyms", "unlock", shut / "pseudonyms.yaml.locked"],
    ):
        answer = cli(*command, *([] if "draft" in command else ["--passphrase-file", key]))
        assert answer.code == 2
        assert "if it is the agreed one, remove pseudonyms.yaml" in answer.err


def test_what_is_not_to_be_locked_or_unlocked_says_so(
    shut: Path, key: Path, tmp_path: Path, cli: Callable[..., Any]
) -> None:
    assert "locked already" in cli("pseudonyms", "lock", shut, "--passphrase-file", key).err
    plain = tmp_path / "map.yaml"
    shutil.copy(ROOT / "pseudonym_maps/lcspr-worked-example.yaml", plain)
    assert "not locked" in cli("pseudonyms", "unlock", plain, "--passphrase-file", key).err
    assert cli("convert", plain, tmp_path / "map.xlsx").code == 0
    answer = cli("pseudonyms", "lock", tmp_path / "map.xlsx", "--passphrase-file", key)
    assert answer.code == 2 and "reviewdocs convert" in answer.err


def typing(command: list[object], answers: list[str]) -> tuple[int, str]:
    """Run a command at a terminal, typing an answer at each question."""
    pty = pytest.importorskip("pty", reason="no terminals of this kind here")
    ours, theirs = pty.openpty()
    env = {**os.environ, "PYTHONPATH": str(ROOT / "tests" / "guard"), "TERM": "dumb"}
    arguments = [sys.executable, "-m", "reviewdocs", *map(str, command)]
    process = subprocess.Popen(arguments, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True)
    os.close(theirs)
    said, asked = b"", 0
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:
            break
        if not piece:
            break
        said += piece
        if asked < len(answers) and said.count(b": ") > asked and said.endswith(b": "):
            os.write(ours, answers[asked].encode() + b"\n")
            asked += 1
    os.close(ours)
    return process.wait(), said.decode()


def test_at_a_prompt_a_new_passphrase_is_asked_twice_and_never_shown(case: Path) -> None:
    code, said = typing(["pseudonyms", "lock", case], [PASSPHRASE, PASSPHRASE])
    assert code == 0, said
    assert "New passphrase for pseudonyms.yaml.locked" in said and "The same once more" in said
    assert PASSPHRASE not in said
    code, said = typing(["pseudonyms", "lint", case], [PASSPHRASE])
    assert code == 0 and said.count("Passphrase of pseudonyms.yaml.locked") == 1 and PASSPHRASE not in said


def test_an_edit_saved_while_the_map_is_locked_stays_and_is_told(
    case: Path, key: Path, cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = case / "pseudonyms.yaml"
    edited = plain.read_bytes() + b"# an edit\n"

    def edits_meanwhile(data: bytes, passphrase: str) -> bytes:
        plain.write_bytes(edited)
        return locked.sealed(data, passphrase)

    monkeypatch.setattr(locking, "sealed", edits_meanwhile)
    answer = cli("pseudonyms", "lock", case, "--passphrase-file", key)
    assert answer.code == 4 and "was edited meanwhile" in answer.err
    assert plain.read_bytes() == edited and not (case / "pseudonyms.yaml.locked").exists()


def test_who_may_read_the_map_may_read_the_other_form_and_nobody_else(
    case: Path, key: Path, cli: Callable[..., Any]
) -> None:
    plain, shut = case / "pseudonyms.yaml", case / "pseudonyms.yaml.locked"
    plain.chmod(0o600)
    assert cli("pseudonyms", "lock", case, "--passphrase-file", key).code == 0
    assert shut.stat().st_mode & 0o777 == 0o600
    assert cli("pseudonyms", "unlock", case, "--passphrase-file", key).code == 0
    assert plain.stat().st_mode & 0o777 == 0o600


def test_where_the_old_form_cannot_go_the_new_one_does_not_stay(
    shut: Path, key: Path, cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.suffix == ".locked":
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    answer = cli("pseudonyms", "unlock", shut, "--passphrase-file", key)
    assert answer.code == 4 and "could not be removed" in answer.err
    assert not (shut / "pseudonyms.yaml").exists()


def test_a_link_is_not_locked_for_what_it_leads_to_would_stay(
    case: Path, key: Path, tmp_path: Path, cli: Callable[..., Any]
) -> None:
    plain = case / "pseudonyms.yaml"
    plain.symlink_to(plain.rename(tmp_path / "elsewhere.yaml"))
    answer = cli("pseudonyms", "lock", case, "--passphrase-file", key)
    assert answer.code == 2 and "link" in answer.err and not (case / "pseudonyms.yaml.locked").exists()


def test_what_a_cut_left_half_written_goes_and_is_told_and_what_is_being_written_stays(
    case: Path, cli: Callable[..., Any]
) -> None:
    left, at_work = case / ".~0123456789abcdef.tmp", case / "records" / ".~fedcba9876543210.tmp"
    at_work.parent.mkdir()
    left.write_bytes(b"half")
    with at_work.open("xb") as writing:
        assert lock(writing.fileno())
        answer = cli("draft", case, "learning-summary")
        assert answer.code == 0 and str(left) in answer.err and str(at_work) not in answer.err
        assert at_work.exists() and not left.exists()
