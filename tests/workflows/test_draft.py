"""Drafting into a case folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from reviewdocs import resources
from reviewdocs.errors import OutputError, UsageError
from reviewdocs.store.case import Case
from reviewdocs.store.made import State
from reviewdocs.workflows.draft import draft


@pytest.fixture
def case(tmp_path: Path) -> Case:
    folder = tmp_path / "case"
    folder.mkdir()
    shutil.copy(resources.folder("examples") / "lcspr-demo" / "review.yaml", folder / "review.yaml")
    return Case.open(folder)


def test_all_documents_are_made_and_listed_by_hash(case: Case) -> None:
    done = draft(case)
    assert [d.document for d in done] == [
        *("overview-report", "executive-summary", "learning-summary", "rapid-review", "chair-statement")
    ]
    assert all(d.output and d.output.is_file() and d.exit_code == 0 for d in done)
    listed = json.loads((case.records / "drafts.json").read_text())
    assert set(listed["files"]) == {d.output.name for d in done if d.output}
    assert sorted(p.name for p in case.drafts.iterdir()) == sorted(listed["files"])


def test_drafting_again_changes_nothing(case: Case) -> None:
    first = draft(case, ["learning-summary"])[0]
    assert first.output
    before = first.output.stat().st_mtime_ns
    again = draft(case, ["learning-summary"])[0]
    assert again.state is State.UNCHANGED
    assert first.output.stat().st_mtime_ns == before


def test_an_edited_draft_is_never_overwritten(case: Case) -> None:
    first = draft(case, ["learning-summary"])[0].output
    assert first
    first.write_bytes(b"a person's work")
    second = draft(case, ["learning-summary"])[0]
    assert second.state is State.ASIDE
    assert second.left_alone == (first,)
    assert second.output and second.output.name.endswith("v0.3 (2).docx")
    assert first.read_bytes() == b"a person's work"
    second.output.write_bytes(b"more work")
    third = draft(case, ["learning-summary"])[0]
    assert third.output and third.output.name.endswith("(3).docx")
    assert second.output.read_bytes() == b"more work"


def test_our_own_unedited_draft_is_replaced_when_the_data_changes(case: Case) -> None:
    first = draft(case, ["learning-summary"])[0].output
    assert first
    data = case.review_file.read_text(encoding="utf-8")
    case.review_file.write_text(
        data.replace("Thornmere Safeguarding Children Partnership", "Another Partnership"), encoding="utf-8"
    )
    second = draft(case, ["learning-summary"])[0]
    assert (second.state, second.output) == (State.MADE, first)
    assert len(list(case.drafts.iterdir())) == 1


def test_a_file_that_is_not_ours_is_left_alone(case: Case) -> None:
    name = "LCSPR-2024-01 Learning summary v0.3.docx"
    case.drafts.mkdir()
    (case.drafts / name).write_bytes(b"somebody's")
    assert draft(case, ["learning-summary"])[0].state is State.ASIDE
    assert (case.drafts / name).read_bytes() == b"somebody's"


def test_the_board_s_own_template_is_found_first_and_a_bad_one_stops_only_its_document(case: Case) -> None:
    case.templates.mkdir()
    (case.templates / "executive-summary.docx").write_bytes(b"no document")
    done = {d.document: d for d in draft(case)}
    assert done["executive-summary"].output is None
    assert done["executive-summary"].exit_code == 2
    assert "executive-summary.docx" in done["executive-summary"].reason
    assert done["overview-report"].output and done["learning-summary"].output


def test_an_unknown_document_names_those_there_are(case: Case) -> None:
    with pytest.raises(UsageError, match="overview-report, executive-summary, learning-summary"):
        draft(case, ["overveiw"])
    assert not case.drafts.exists()


def test_a_damaged_list_of_drafts_stops_before_anything_is_written(case: Case) -> None:
    case.records.mkdir()
    (case.records / "drafts.json").write_text("{")
    with pytest.raises(OutputError, match="not known which files may be replaced"):
        draft(case)
    assert not case.drafts.exists()
