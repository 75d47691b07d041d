"""Letters: one a recipient, resumable, and never the wrong names to the wrong people."""

from __future__ import annotations

import datetime as dt
import io
import json
import shutil
from pathlib import Path

import pytest
from docx import Document

from reviewdocs import resources
from reviewdocs.errors import OutputError, UsageError
from reviewdocs.store.case import Case
from reviewdocs.store.made import State
from reviewdocs.workflows.letters import letters

ON = dt.date(2023, 12, 12)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    folder = tmp_path / "case"
    folder.mkdir()
    shutil.copy(resources.folder("examples") / "lcspr-demo" / "review.yaml", folder / "review.yaml")
    shutil.copy(resources.folder("pseudonym_maps") / "lcspr-worked-example.yaml", folder / "pseudonyms.yaml")
    return Case.open(folder)


def text_of(path: Path) -> str:
    document = Document(io.BytesIO(path.read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_every_agency_gets_its_own_letter_and_the_manifest_lists_them(case: Case) -> None:
    result = letters(case, "notification", on=ON)
    review = case.load_review()
    assert result.exit_code == 0
    assert [letter.recipient for letter in result.letters] == [agency.id for agency in review.agencies]
    for letter, agency in zip(result.letters, review.agencies, strict=True):
        assert letter.output
        text = text_of(letter.output)
        assert agency.senior_manager.name in text
        assert not any(other.senior_manager.name in text for other in review.agencies if other is not agency)
    listed = json.loads(result.manifest.read_text(encoding="utf-8"))["files"]
    assert {entry["recipient"] for entry in listed.values()} == {agency.id for agency in review.agencies}
    assert all(entry["audience"] == "restricted" and entry["date"] == "2023-12-12" for entry in listed.values())


def test_a_run_goes_on_where_it_stopped_and_keeps_the_letters_date(case: Case) -> None:
    first = letters(case, "notification", ["POLICE", "CSC"], on=ON).letters
    assert first[0].output
    stamp = first[0].output.stat().st_mtime_ns
    again = {letter.recipient: letter for letter in letters(case, "notification").letters}
    assert again["POLICE"].state is State.UNCHANGED
    assert again["POLICE"].date == ON
    assert first[0].output.stat().st_mtime_ns == stamp
    assert again["HOSPITAL"].state is State.MADE
    assert again["HOSPITAL"].date == dt.date.today()


def test_an_edited_letter_is_left_alone(case: Case) -> None:
    path = letters(case, "notification", ["POLICE"], on=ON).letters[0].output
    assert path
    path.write_bytes(b"edited")
    again = letters(case, "notification", ["POLICE"]).letters[0]
    assert again.state is State.ASIDE
    assert again.left_alone == (path,)
    assert path.read_bytes() == b"edited"


def test_dates_that_lie_before_the_letter_are_noted(case: Case) -> None:
    late = letters(case, "notification", ["CSC"], on=dt.date(2024, 6, 21)).letters[0]
    assert any("chronology is due before" in note for note in late.notes)


@pytest.mark.parametrize("letter, recipient", [("notification", "OFSTED"), ("national-panel-decision", "POLICE")])
def test_a_letter_never_goes_to_the_wrong_kind_of_recipient(case: Case, letter: str, recipient: str) -> None:
    with pytest.raises(UsageError, match=f"may not go to {recipient}"):
        letters(case, letter, [recipient], on=ON)
    assert not case.letters.exists()


def test_an_unknown_recipient_names_those_there_are(case: Case) -> None:
    with pytest.raises(UsageError, match=r"no recipient POLIS.*POLICE"):
        letters(case, "notification", ["POLIS"], on=ON)


def test_the_letter_to_the_national_panel_is_in_designations(case: Case) -> None:
    result = letters(case, "national-panel-decision", on=ON)
    letter = result.letters[0]
    assert letter.output, letter.reason
    text = text_of(letter.output)
    assert "Child A" in text
    for person in case.load_map().people:
        for name in (person.full_name, *person.known_as):
            assert name not in text
    assert letter.recipient == "NATIONAL_PANEL"
    assert result.exit_code == (1 if letter.undecided else 0)
    again = letters(case, "national-panel-decision").letters[0]
    assert again.state is State.UNCHANGED


def test_what_cannot_be_verified_is_not_written(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    from reviewdocs.workflows.anonymiser import Anonymiser

    def fail(self: Anonymiser, name: str, data: bytes, *, keep_dates: bool) -> None:
        raise OutputError("The result could not be verified.")

    monkeypatch.setattr(Anonymiser, "anonymise", fail)
    result = letters(case, "national-panel-decision", on=ON)
    assert result.exit_code == 4
    assert result.letters[0].output is None
    assert "could not be verified" in result.letters[0].reason
    assert not any(case.letters.rglob("*.docx"))


def test_an_external_letter_without_a_map_is_not_made(case: Case) -> None:
    case.map_file.unlink()
    with pytest.raises(Exception, match="pseudonyms"):
        letters(case, "national-panel-decision", on=ON)
    assert not case.letters.exists()
