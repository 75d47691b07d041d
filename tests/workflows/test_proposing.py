"""`pseudonyms propose`: from review data, from documents, into a file of its own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reviewdocs.model.words import ReviewType
from reviewdocs.records.maps import load_map
from reviewdocs.store import locked
from reviewdocs.store.maps import load_map as load_any

ROOT = Path(__file__).resolve().parents[2]
TEXT = """Case note

The social worker, Ms Ottilie Brandreth, visited Kirsty Garside. Ms Brandreth spoke to Dr Padraig Lenehan (GP).

PC Sowerby rang about Larkrise Primary School.
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    shutil.copy(ROOT / "examples/lcspr-demo/review.yaml", folder / "review.yaml")
    return folder


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def agreed(case: Path) -> Path:
    path = case / "pseudonyms.yaml"
    shutil.copy(ROOT / "pseudonym_maps/lcspr-worked-example.yaml", path)
    return path


def proposal(case: Path) -> Path:
    return case / "records" / "pseudonyms-proposed.yaml"


def test_a_map_is_drafted_from_the_reviews_data(case: Path, cli: Callable[..., Any]) -> None:
    answer = cli("pseudonyms", "propose", case)
    assert answer.code == 0 and not (case / "pseudonyms.yaml").exists(), "nothing is in force before it is accepted"
    pmap = load_map(proposal(case))
    assert {person.id: person.pseudonym for person in pmap.people} == {
        "CHILD": "Child A", "SIBLING": "Sibling 1", "MOTHER": "Mother", "FATHER": "Father 1", "MGM": "MGM",
        "PARTNER": "Adult 1", "AUNT": "Paternal Aunt",
    }  # fmt: skip
    assert [group.pseudonym for group in pmap.groups] == ["the family", "the maternal family"]
    assert len(pmap.panel) == 8 and len(pmap.permitted) == 4 and pmap.organisations
    text = proposal(case).read_text(encoding="utf-8")
    assert '# proposed: "mother" in review.yaml, line 296; in 37 entries of the chronology' in text


def test_what_is_proposed_has_no_faults_of_its_own_and_serves_as_it_is(case: Path, cli: Callable[..., Any]) -> None:
    cli("pseudonyms", "propose", case)
    shutil.copy(proposal(case), case / "pseudonyms.yaml")
    assert json.loads(cli("pseudonyms", "lint", case, "--json").out)["errors"] == []
    assert cli("pseudonyms", "lint", case).code == 0
    assert cli("validate", case).code == 0


def test_names_in_documents_are_added_in_order_with_quotations(
    case: Path, agreed: Path, note: Path, cli: Callable[..., Any]
) -> None:
    before = agreed.read_text(encoding="utf-8")
    answer = cli("pseudonyms", "propose", case, note)
    assert answer.code == 0
    assert agreed.read_text(encoding="utf-8") == before, "the agreed map is never written to"
    text = proposal(case).read_text(encoding="utf-8")
    assert all(line in text for line in before.splitlines()), "every line of it stands in the proposal, remarks too"
    old, new = load_map(agreed), load_map(proposal(case))
    assert new.people[: len(old.people)] == old.people
    added = {person.pseudonym: person for person in new.people[len(old.people) :]}
    assert list(added) == ["Social Worker 3"], "those whom the map has are not proposed again"
    assert (added["Social Worker 3"].forename, added["Social Worker 3"].surname) == ("Ottilie", "Brandreth")
    assert new.organisations[-1].pseudonym == "School 2"
    assert '# note.txt, paragraph 2: "The social worker, Ms Ottilie Brandreth, visited Kirsty Garside.' in text


def test_a_map_written_in_brackets_gets_its_additions_too(case: Path, agreed: Path, cli: Callable[..., Any]) -> None:
    agreed.write_text(
        "{id: LCSPR-2024-01, review_type: LCSPR, dates: {policy: keep},\n"
        "people: [{id: MOTHER, role: mother, pseudonym: Mother, forename: Kirsty, surname: Garside}]}\n"
    )
    assert cli("pseudonyms", "propose", case).code == 0
    found = load_map(proposal(case))
    assert found.people[0] == load_map(agreed).people[0] and len(found.people) == 7


def test_where_nothing_is_missing_no_file_is_made(case: Path, agreed: Path, cli: Callable[..., Any]) -> None:
    answer = cli("pseudonyms", "propose", case, "--json")
    assert answer.code == 0 and json.loads(answer.out)["file"] is None and not proposal(case).exists()


def test_a_proposal_that_somebody_edited_is_not_overwritten(case: Path, note: Path, cli: Callable[..., Any]) -> None:
    cli("pseudonyms", "propose", case)
    cli("pseudonyms", "propose", case)
    assert not proposal(case).with_name("pseudonyms-proposed (2).yaml").exists()
    proposal(case).write_text("# mine\n" + proposal(case).read_text(encoding="utf-8"), encoding="utf-8")
    answer = cli("pseudonyms", "propose", case, note)
    assert "was left as it is" in answer.out
    assert proposal(case).read_text(encoding="utf-8").startswith("# mine")
    assert load_map(proposal(case).with_name("pseudonyms-proposed (2).yaml"))


@pytest.mark.parametrize("review_type", ReviewType)
def test_a_starter_that_nobody_filled_in_is_replaced_and_every_type_has_its_scheme(
    review_type: ReviewType, tmp_path: Path, cli: Callable[..., Any]
) -> None:
    case = tmp_path / "X-1"
    assert cli("new", case, "--type", review_type).code == 0
    data = (case / "review.yaml").read_text(encoding="utf-8")
    data = data.replace('forename: "[forename]"', "forename: Nell").replace('surname: "[surname]"', "surname: Oakden")
    (case / "review.yaml").write_text(data, encoding="utf-8")
    assert cli("pseudonyms", "propose", case).code == 0
    [subject] = load_map(proposal(case)).people
    assert subject.forename == "Nell"
    expected = {"SAR": "Adult A", "DHR": "[forename chosen for victim]"}.get(review_type, "Child A")
    assert subject.pseudonym == expected
    assert load_map(case / "pseudonyms.yaml").people[0].pseudonym == expected, "`new` uses the same scheme"


def test_a_workbook_holds_the_evidence_in_a_column(note: Path, tmp_path: Path, cli: Callable[..., Any]) -> None:
    out = tmp_path / "out" / "proposed.xlsx"
    assert cli("pseudonyms", "propose", note, "--type", "SAR", "-o", out).code == 0
    # With a language model further ones are found.
    assert {"Social Worker 1", "GP 1", "Police Officer 1"} <= {person.pseudonym for person in load_map(out).people}
    import openpyxl

    sheet = openpyxl.load_workbook(out)["people"]
    place = next(cell.column for cell in sheet[1] if cell.value == "Evidence")
    assert "Ms Ottilie Brandreth, visited" in str(sheet.cell(2, place).value)


def test_a_locked_map_gets_a_locked_proposal(
    case: Path, agreed: Path, note: Path, tmp_path: Path, cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locked, "_COST", 14)
    key = tmp_path / "key.txt"
    key.write_text("plinth otter marzipan quay")
    assert cli("pseudonyms", "lock", case, "--passphrase-file", key).code == 0
    assert cli("pseudonyms", "propose", case, note, "--passphrase-file", key).code == 0
    shut = case / "records" / "pseudonyms-proposed.yaml.locked"
    assert load_any(shut, lambda _: "plinth otter marzipan quay").people[-1].surname == "Brandreth"
    holding = [path.name for path in case.rglob("*") if path.is_file() and b"Brandreth" in path.read_bytes()]
    assert not holding, "nothing of it lies there in plain"
    open_to_all = cli("pseudonyms", "propose", case, note, "--passphrase-file", key, "-o", tmp_path / "p.yaml")
    assert open_to_all.code == 2 and "lay it open" in open_to_all.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["CASE", "-o", "CASE/anonymised/p.yaml"], "may not lie among what is de-identified"),
        (["CASE", "-o", "CASE/publication/p.yaml"], "may not lie among what is de-identified"),
        (["CASE", "-o", "CASE/review.yaml"], "not overwritten"),
        (["CASE", "-o", "CASE/p.docx"], "written as .yaml or .xlsx"),
        (["NOTE", "-o", "CASE/p.yaml"], "Give --type"),
        (["NOTE", "--type", "SAR"], "-o is missing"),
        (["--type", "SAR"], "nothing to propose from"),
        (["CASE", "--case", "CASE"], "Give one CASE"),
    ],
)
def test_what_cannot_be_done_says_why_and_leaves_nothing(
    arguments: list[str], says: str, case: Path, note: Path, cli: Callable[..., Any]
) -> None:
    before = sorted(case.rglob("*"))
    places = {"CASE": case, "NOTE": note}
    filled = ["/".join(str(places.get(part, part)) for part in argument.split("/")) for argument in arguments]
    answer = cli("pseudonyms", "propose", *filled)
    assert answer.code == 2 and says in answer.err
    assert sorted(case.rglob("*")) == before


def test_one_bad_document_does_not_stop_the_others(
    case: Path, agreed: Path, note: Path, tmp_path: Path, cli: Callable[..., Any]
) -> None:
    answer = cli("pseudonyms", "propose", case, tmp_path / "gone.docx", note)
    assert answer.code == 2 and "NOT DONE" in answer.out and "gone.docx" in answer.out
    assert load_map(proposal(case)).people[-1].surname == "Brandreth"


def test_a_letter_of_an_earlier_review_is_not_used_again(case: Path, cli: Callable[..., Any]) -> None:
    other = case.parent / "LCSPR-2020-09"
    other.mkdir()
    (other / "pseudonyms.yaml").write_text(
        "id: LCSPR-2020-09\nreview_type: LCSPR\n"
        "people: [{id: C, role: subject child, pseudonym: Child A, forename: Zed}]\n"
    )
    cli("pseudonyms", "propose", case)
    assert load_map(proposal(case)).people[0].pseudonym == "Child B"


def test_a_finished_report_is_asked_about_its_chair_and_its_pseudonyms_once(
    cli: Callable[..., Any], tmp_path: Path
) -> None:
    report = tmp_path / "report.md"
    report.write_text(
        "# Overview report\n\nIndependent chair and author: Margaret Bishop\n\n"
        "Sarah is a pseudonym.\n\nSarah told Margaret Bishop that she had asked for help.\n",
        encoding="utf-8",
    )
    target = tmp_path / "map.yaml"
    assert cli("pseudonyms", "propose", "--published", report, "--type", "DHR", "-o", target).code == 0
    found = load_map(target)
    assert {(p.name, p.role) for p in found.permitted} == {
        ("Margaret Bishop", "independent chair and author"),
        ("Sarah", "a pseudonym, as the report says"),
    }
    assert not found.people
    told = cli("check", report, "--map", target, "--format", "json").out
    assert '"Margaret Bishop"' not in told and '"text": "Sarah"' not in told
