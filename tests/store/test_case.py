"""A case folder, and the errors of a folder that is none."""

from __future__ import annotations

import pytest

from reviewdocs.errors import InputError
from reviewdocs.store.case import Case


def test_a_folder_with_data_opens(tmp_path):
    (tmp_path / "review.yaml").write_text("reference: x\n")
    case = Case.open(tmp_path)
    assert case.review_file == tmp_path / "review.yaml"
    assert case.map_file == tmp_path / "pseudonyms.yaml"
    assert {case.drafts.name, case.letters.name, case.anonymised.name, case.publication.name, case.records.name} == {
        "drafts", "letters", "anonymised", "publication", "records",
    }  # fmt: skip


def test_what_is_no_case_is_told_apart(tmp_path):
    file = tmp_path / "file"
    file.write_text("x")
    for path, says in ((tmp_path / "gone", "not there"), (file, "this is a file"), (tmp_path, "no case folder")):
        with pytest.raises(InputError, match=says) as caught:
            Case.open(path)
        assert caught.value.where == str(path)
        assert caught.value.remedy


def test_a_workbook_of_data_and_a_map_that_cannot_be_opened_are_refused_with_the_way_out(tmp_path):
    (tmp_path / "review.xlsx").write_bytes(b"PK")
    (tmp_path / "pseudonyms.yaml.locked").write_bytes(b"x")
    case = Case.open(tmp_path)
    with pytest.raises(InputError, match="no Excel workbook"):
        case.load_review()
    with pytest.raises(InputError, match="locked"):
        case.load_map()


def test_a_missing_map_is_told_by_name(tmp_path):
    (tmp_path / "review.yaml").write_text("reference: x\n")
    with pytest.raises(InputError, match="pseudonym map is not there"):
        Case.open(tmp_path).load_map()
