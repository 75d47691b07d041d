"""Templates: listed, read, checked, copied."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx import Document

from reviewdocs import resources
from reviewdocs.errors import InputError, OutputError, UsageError
from reviewdocs.generate.catalogue import Recipients, catalogue
from reviewdocs.store.case import Case
from reviewdocs.workflows.templates import templates_check, templates_copy, templates_fields, templates_list


@pytest.fixture
def case(tmp_path: Path) -> Case:
    folder = tmp_path / "case"
    folder.mkdir()
    shutil.copy(resources.folder("examples") / "lcspr-demo" / "review.yaml", folder / "review.yaml")
    return Case.open(folder)


def test_only_letters_to_bodies_outside_are_external() -> None:
    for entry in catalogue():
        outside = entry.recipients is Recipients.EXTERNAL_BODIES
        expected = {"external"} if outside else {"restricted"} if entry.recipients else {"public", "restricted"}
        assert entry.audience.value in expected


def test_a_copy_is_listed_as_the_board_s_own_and_never_overwritten(case: Case) -> None:
    copied = templates_copy("notification", case)
    own = {listed.entry.id: listed.own for listed in templates_list(case)}
    assert own == {e.id: e.id == "notification" for e in catalogue()}
    with pytest.raises(OutputError, match="not overwritten"):
        templates_copy("notification", case)
    assert copied.is_file()


def test_a_shipped_template_checks_clean() -> None:
    for listed in templates_list():
        check = templates_check(listed.path)
        assert (check.unknown, check.missing, check.exit_code) == ((), (), 0)


def test_a_check_tells_unknown_missing_and_unused(case: Case) -> None:
    path = templates_copy("learning-summary", case)
    document = Document(str(path))
    document.paragraphs[0].runs[0].text = "{{ review.bord.name }}"
    document.save(str(path))
    check = templates_check(path)
    assert check.exit_code == 2
    assert "review.bord" in check.unknown[0] and "review.board" in check.unknown[0]
    assert "subject.dob" in check.unused
    empty = Document()
    empty.add_paragraph("{{ document.reference }}")
    empty.save(str(path))
    check = templates_check(path)
    assert check.exit_code == 1
    assert "findings[].finding.title" in check.missing


def test_fields_tell_where_each_is_used_and_what_there_is() -> None:
    fields = templates_fields("notification")
    assert fields.available["subject.dob"] == "date (optional)"
    assert any("Dear" in place for place in fields.used["addressee.salutation"])
    assert "body.name" not in fields.available
    assert "body.name" in templates_fields("national-panel-decision").available


def test_a_file_whose_kind_cannot_be_told_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"overview-report\.docx"):
        templates_check(tmp_path / "ours.docx")
    with pytest.raises(InputError):
        templates_check(tmp_path / "ours.docx", made_from="notification")
