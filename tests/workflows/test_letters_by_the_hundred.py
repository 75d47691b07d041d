"""Letters by the hundred: none lost, none written over, none to the wrong place, and a run again costs little."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from docx import Document

from reviewdocs import resources
from reviewdocs.errors import OutputError, UsageError
from reviewdocs.store.asked import with_days_asked
from reviewdocs.store.case import Case
from reviewdocs.store.made import State
from reviewdocs.workflows.draft import draft
from reviewdocs.workflows.letters import IncompleteError, letters
from reviewdocs.workflows.letters.names import file_name, id_in_names
from reviewdocs.workflows.letters.sent import mark_sent

ON = dt.date(2024, 1, 8)
ROOT = Path(__file__).resolve().parents[2]
_DATA = yaml.safe_load((resources.folder("examples") / "lcspr-demo" / "review.yaml").read_text("utf-8"))


def case_with(folder: Path, change: Callable[[dict[str, Any]], None] = lambda data: None, text: str = "") -> Case:
    """A case of the fictional data, changed; with a short template of its own where there is a text for one."""
    data = yaml.safe_load(yaml.safe_dump(_DATA))
    change(data)
    folder.mkdir(exist_ok=True)
    (folder / "review.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    shutil.copy(resources.folder("pseudonym_maps") / "lcspr-worked-example.yaml", folder / "pseudonyms.yaml")
    if text:
        (folder / "templates").mkdir(exist_ok=True)
        own = Document()
        own.add_paragraph(text)
        own.save(str(folder / "templates" / "letter-notification.docx"))
    return Case.open(folder)


def agencies(*changes: dict[str, Any]) -> Callable[[dict[str, Any]], None]:
    """Makes the first agencies of the data like this."""

    def change(data: dict[str, Any]) -> None:
        for agency, told in zip(data["agencies"], changes, strict=False):
            agency.update(told)

    return change


def text_of(path: Path | None) -> str:
    assert path is not None
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(path.read_bytes())).paragraphs)


TEXT = "To {{ agency.name }}, {{ recipient.name }}, {{ letter.date|date }}: by {{ chronology_due|date }}."


@pytest.mark.parametrize(
    "names",
    [
        ("Elm House", "Elm House"),
        ("Elm House", "ELM HOUSE", "Elm House", "elm  house"),
        ("Elm House", "Elm-House!"),
        ("é" * 300, "é" * 299 + "f"),
        ("A/B", "A:B"),
        ("Elm.", "Elm"),
    ],
)
def test_agencies_of_one_name_have_a_letter_each(tmp_path: Path, names: Sequence[str]) -> None:
    case = case_with(tmp_path / "case", agencies(*({"name": name} for name in names)), TEXT)
    everybody = [agency.id for agency in case.load_review().agencies]
    result = letters(case, "notification", everybody, on=ON, skip_incomplete=True)
    outputs = [row.output for row in result.letters if row.output]
    assert len(outputs) == len(everybody)
    assert len({path.name.casefold() for path in outputs}) == len(everybody)
    for row, agency in zip(result.letters, case.load_review().agencies, strict=True):
        assert text_of(row.output).startswith(f"To {agency.name}, {agency.senior_manager.name}")


@pytest.mark.parametrize("identifier", ["police", "Police", "A/B", "CON", "nul", "x" * 300, "警察", "a b", ".", "É"])
def test_no_id_gives_a_name_that_a_disk_refuses_or_takes_for_another(identifier: str) -> None:
    from reviewdocs.generate.catalogue import TemplateKind, entry_of
    from reviewdocs.model.words import ReviewType

    entry = entry_of("notification", TemplateKind.LETTER, ReviewType.LCSPR)
    name = file_name(entry, reference="CON", version="1", recipient=identifier, name="n" * 300)
    assert len(name.encode()) <= 230 and len(name) <= 130
    assert not set(name) & set('<>:"/\\|?*\0\n') and name.endswith(").docx")
    other = identifier.swapcase()
    assert id_in_names(identifier).casefold() != id_in_names(other).casefold() or identifier == other


def test_an_unchanged_run_fills_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = case_with(tmp_path / "case", text=TEXT)
    letters(case, "notification", on=ON)

    def filled(*_: object) -> bytes:
        raise AssertionError("nothing has changed")

    monkeypatch.setattr("reviewdocs.workflows.letters.make.written", filled)
    assert {row.state for row in letters(case, "notification").letters} == {State.UNCHANGED}


@pytest.mark.parametrize("what", ["missing", "data", "template"])
def test_what_is_missing_or_has_changed_is_made_again(tmp_path: Path, what: str) -> None:
    case = case_with(tmp_path / "case", text=TEXT)
    output = letters(case, "notification", ["POLICE"], on=ON).letters[0].output
    assert output
    if what == "missing":
        output.unlink()
    elif what == "data":
        case = case_with(tmp_path / "case", agencies({}, {"senior_manager": _DATA["agencies"][1]["senior_manager"] | {
            "name": "Ada Quill"}}))  # fmt: skip
    else:
        case = case_with(tmp_path / "case", text=f"{TEXT} More.")
    (row,) = letters(case, "notification", ["POLICE"]).letters
    assert row.state is State.MADE and row.output == output and output.exists()


def test_a_letter_that_went_out_is_never_written_over(tmp_path: Path) -> None:
    case = case_with(tmp_path / "case", text=TEXT)
    first = letters(case, "notification", ["POLICE", "CSC"], on=ON).letters[0].output
    assert first
    sent = first.read_bytes()
    mark_sent(case, "notification", ON, ["POLICE"])
    assert letters(case, "notification", ["POLICE"]).letters[0].state is State.SENT
    again = letters(case, "notification", ["POLICE", "CSC"], on=ON + dt.timedelta(7)).letters
    assert [row.state for row in again] == [State.ISSUE, State.MADE]
    assert first.read_bytes() == sent and again[0].output != first
    case = case_with(tmp_path / "case", text=f"{TEXT} More.")
    third = letters(case, "notification", ["POLICE"]).letters[0]
    assert third.output == again[0].output and "More." in text_of(third.output)
    listed = json.loads((case.letters / "notification" / "manifest.json").read_text("utf-8"))
    assert [line["what"].partition(" ")[0] for line in listed["history"]] == ["sent", "a"]
    book = openpyxl.load_workbook(case.letters / "notification" / "manifest.xlsx")
    assert [row[3].value for row in book["letters"].iter_rows(min_row=2)].count("sent") == 1
    mark_sent(case, "notification", ON + dt.timedelta(8), ["POLICE"])
    assert letters(case, "notification", ["POLICE"]).letters[0].state is State.SENT


def test_an_edited_letter_is_what_went_out(tmp_path: Path) -> None:
    case = case_with(tmp_path / "case", text=TEXT)
    output = letters(case, "notification", ["POLICE"], on=ON).letters[0].output
    assert output
    edited = Document(str(output))
    edited.add_paragraph("By hand.")
    edited.save(str(output))
    letters(case, "notification", ["POLICE"])
    (marked,) = mark_sent(case, "notification", ON, ["POLICE"])
    assert marked.file == output.name
    case = case_with(tmp_path / "case", text=f"{TEXT} More.")
    letters(case, "notification", ["POLICE"])
    assert "By hand." in text_of(output)


def test_what_cannot_be_marked_as_sent_is_told(tmp_path: Path) -> None:
    case = case_with(tmp_path / "case", text=TEXT)
    with pytest.raises(UsageError, match="no letters"):
        mark_sent(case, "notification", ON)
    letters(case, "notification", ["POLICE"], on=ON)
    with pytest.raises(UsageError, match="POLICE"):
        mark_sent(case, "notification", ON, ["NOBODY"])
    for bad in ("../records", "", "."):
        with pytest.raises(UsageError):
            mark_sent(case, bad, ON)


def test_the_letter_of_a_renamed_or_dropped_agency_is_told(tmp_path: Path) -> None:
    case = case_with(tmp_path / "case", text=TEXT)
    old = letters(case, "notification", on=ON)

    def change(data: dict[str, Any]) -> None:
        data["agencies"][1]["name"] = "Another Constabulary"
        gone = data["agencies"].pop()["id"]
        for held in ("panel", "chronology", "lessons"):
            data[held] = [one for one in data[held] if one.get("agency") != gone]

    case = case_with(tmp_path / "case", change, TEXT)
    new = letters(case, "notification")
    names = {row.recipient: row.output.name for row in old.letters if row.output}
    assert set(new.stale) == {names["POLICE"], names["DASERVICE"]}
    assert "is now Another Constabulary" in new.stale[names["POLICE"]]
    lines = (case.letters / "notification" / "manifest.csv").read_text("utf-8-sig")
    assert lines.count(",stale,") == 2


def test_days_that_a_letter_sets_are_what_the_report_says(tmp_path: Path) -> None:
    def change(data: dict[str, Any]) -> None:
        for agency in data["agencies"]:
            agency.pop("chronology_due", None)
            agency.pop("report_due", None)

    case = case_with(tmp_path / "case", change, TEXT)
    (row,) = letters(case, "notification", ["POLICE"], on=ON).letters
    review = with_days_asked(case, case.load_review())
    police, csc = (next(a for a in review.agencies if a.id == name) for name in ("POLICE", "CSC"))
    assert police.chronology_due and csc.chronology_due is None
    assert f"{police.chronology_due.day} {police.chronology_due:%B %Y}" in text_of(row.output)
    assert letters(case, "notification", ["POLICE"]).letters[0].state is State.UNCHANGED
    overview = draft(case, ["overview-report"])[0].output
    assert overview is not None
    with zipfile.ZipFile(overview) as package:
        told = re.sub(r"<[^>]+>", " ", package.read("word/document.xml").decode())
    due = f"{police.chronology_due.day} {police.chronology_due:%B %Y}"
    assert due in told and "Not asked for" in told
    (case.letters / "notification" / "manifest.json").write_text("{")
    with pytest.raises(OutputError):
        with_days_asked(case, review)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (agencies({"senior_manager": _DATA["agencies"][0]["senior_manager"] | {"email": ""}}), "no e-mail address"),
        (agencies({"senior_manager": _DATA["agencies"][0]["senior_manager"] | {"name": "[name]"}}), "no designated"),
        (agencies({"name": "Elm House"}, {"name": "elm house"}), "has the same name"),
        (lambda data: data["board"].update(email=""), "review.board.email is empty in “Send it to .”"),
    ],
)
def test_what_is_missing_or_doubtful_stops_all_before_anything_is_written(
    tmp_path: Path, change: Callable[[dict[str, Any]], None], told: str
) -> None:
    case = case_with(tmp_path / "case", change, "Send it to {{ review.board.email }}.")
    with pytest.raises(IncompleteError, match=told):
        letters(case, "notification", on=ON)
    assert not case.letters.exists()
    planned = letters(case, "notification", on=ON, dry_run=True)
    assert planned.dry and not case.letters.exists()
    assert any(told in what for row in planned.looked_at for what in (*row.missing, *row.doubtful))


def test_a_field_that_the_template_looks_at_first_may_be_empty(tmp_path: Path) -> None:
    text = "Ring us{% if review.board.telephone %} on {{ review.board.telephone }}{% endif %}. {{ 'x' if 0 else '' }}"
    case = case_with(tmp_path / "case", lambda data: data["board"].update(telephone=""), text)
    assert letters(case, "notification", ["POLICE"], on=ON).exit_code == 0


def many(folder: Path, count: int) -> tuple[Case, Path]:
    """A case, and a file with so many recipients."""
    case = case_with(folder / "case", text=TEXT)
    rows = [f"R{n},School {n % 7},Head {n},Head teacher,head{n}@schools.example" for n in range(count)]
    file = folder / "schools.csv"
    file.write_text("\n".join(["Id,Name,Contact,Job title,E-mail", *rows]), encoding="utf-8")
    return case, file


def names_and_bytes(case: Case) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (case.letters / "notification").glob("*.docx")}


CUT = """
import itertools, os, pathlib, signal, sys
from reviewdocs.cli.app import main
count, at = itertools.count(1), int(sys.argv.pop(1))
def counted(real):
    def call(*given):
        if next(count) == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given)
    return call
for name in ("write", "fsync", "replace", "ftruncate"):
    setattr(os, name, counted(getattr(os, name)))
try:
    main()
finally:
    pathlib.Path(os.environ["COUNTED"]).write_text(str(next(count)))
"""
"""Letters made by a process that is killed before its n-th call that changes the disk; how many there were."""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a system with signals")
@pytest.mark.parametrize(("count", "kills"), [(40, 2), pytest.param(1000, 10, marks=pytest.mark.slow)])
def test_killed_at_any_point_and_run_again_it_is_as_if_it_had_never_been(
    tmp_path: Path, count: int, kills: int
) -> None:
    env = dict(os.environ, PYTHONPATH=str(ROOT / "src"), COUNTED=str(tmp_path / "counted"))

    def make(case: Case, file: Path, at: int) -> int:
        command = [sys.executable, "-c", CUT, str(at), "letters", str(case.folder), "notification", "--recipients",
                   str(file), "--date", ON.isoformat(), "--skip-incomplete", "--quiet"]  # fmt: skip
        return subprocess.run(command, env=env).returncode

    (tmp_path / "whole").mkdir()
    whole = many(tmp_path / "whole", count)
    assert make(*whole, 0) == 0
    expected = names_and_bytes(whole[0])
    assert len(expected) == count
    points = int((tmp_path / "counted").read_text())
    (tmp_path / "cut").mkdir()
    case, file = many(tmp_path / "cut", count)
    for number in range(kills):
        assert make(case, file, 1 + points * number // (kills * kills)) < 0
    assert make(case, file, 0) == 0
    assert names_and_bytes(case) == expected
    assert not list(case.folder.rglob(".~*"))
    listed = json.loads((case.letters / "notification" / "manifest.json").read_text("utf-8"))["files"]
    assert set(listed) == set(expected)
