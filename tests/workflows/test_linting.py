"""`pseudonyms lint` as a command: where each doubt stands, earlier reviews, and maps that cannot be used."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAP = """id: SAR-2031-01
review_type: SAR
people:
  - id: ADULT
    role: subject adult
    pseudonym: Hazel
    forename: Zuzanna
    surname: Petrenko
    identifiers: {nhs: "999 000 0019"}
dates: {policy: keep}
"""
EARLIER = MAP.replace("SAR-2031-01", "SAR-2025-04").replace("Zuzanna", "Brigid").replace("Petrenko", "Oakden")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "cases" / "SAR-2031-01"
    folder.mkdir(parents=True)
    (folder / "pseudonyms.yaml").write_text(MAP)
    return folder


def test_each_doubt_says_where_it_stands_in_a_text(case: Path, cli: Callable[..., Any]) -> None:
    answer = cli("pseudonyms", "lint", case / "pseudonyms.yaml")
    assert answer.code == 1
    assert answer.out.splitlines()[0] == (
        "SETTLE  ADULT (line 9): this is no NHS number: ten digits whose last is the check digit of the others are "
        "expected. Compare it with the record; one digit is probably wrong."
    )


def test_and_in_a_workbook(case: Path, cli: Callable[..., Any]) -> None:
    assert cli("convert", case / "pseudonyms.yaml", case / "map.xlsx").code == 0
    answer = cli("pseudonyms", "lint", case / "map.xlsx", "--json")
    [doubt] = json.loads(answer.out)["doubts"]
    assert doubt["cell"] == "sheet people, row 2, column NHS number (M)"
    assert doubt["line"] is None and doubt["severity"] == "settle" and doubt["field"] == "people[0].identifiers.nhs"


def test_the_cases_beside_it_are_compared_and_a_locked_one_is_named(case: Path, cli: Callable[..., Any]) -> None:
    old, shut = case.parent / "SAR-2025-04", case.parent / "SAR-2020-01"
    old.mkdir()
    shut.mkdir()
    (old / "pseudonyms.yaml").write_text(EARLIER)
    (shut / "pseudonyms.yaml.locked").write_bytes(b"x")
    answer = cli("pseudonyms", "lint", case)
    assert "the pseudonym was ADULT's in SAR-2025-04" in answer.out
    assert "Not compared, as it is locked" in answer.out and "SAR-2020-01" in answer.out
    assert "SAR-2025-04" not in cli("pseudonyms", "lint", case / "pseudonyms.yaml").out


def test_an_earlier_map_is_compared_wherever_it_lies(case: Path, tmp_path: Path, cli: Callable[..., Any]) -> None:
    (tmp_path / "old.yaml").write_text(EARLIER)
    answer = cli("pseudonyms", "lint", case / "pseudonyms.yaml", "--earlier", tmp_path / "old.yaml")
    assert answer.code == 1 and "SAR-2025-04" in answer.out


def test_a_map_that_cannot_be_used_tells_all_its_errors(case: Path, cli: Callable[..., Any]) -> None:
    text = MAP.replace("policy: keep", "policy: monthly").replace("    role: subject adult\n", "")
    (case / "pseudonyms.yaml").write_text(text + "groups: [{id: G, surname: X, members: [NOBODY], pseudonym: them}]\n")
    answer = cli("pseudonyms", "lint", case, "--json")
    assert answer.code == 2
    told = json.loads(answer.out)
    assert [error["line"] for error in told["errors"]] == [4, 9, 10] and told["doubts"] == []
    assert "cannot be used yet: 3 error(s)" in cli("pseudonyms", "lint", case).out


def test_what_the_reviews_data_names_is_told_at_its_line_there(tmp_path: Path, cli: Callable[..., Any]) -> None:
    shutil.copy(ROOT / "examples/lcspr-demo/review.yaml", tmp_path / "review.yaml")
    text = (ROOT / "pseudonym_maps/lcspr-worked-example.yaml").read_text(encoding="utf-8")
    kept = "\n".join(line for line in text.splitlines() if "id: NURSERY1" not in line)
    (tmp_path / "pseudonyms.yaml").write_text(kept, "utf-8")
    answer = cli("pseudonyms", "lint", tmp_path)
    assert answer.code == 1
    [told] = [line for line in answer.out.splitlines() if "Conkers" in line]
    assert told == (
        "SETTLE  NURSERY (review.yaml, line 504): Conkers Nursery stands in the review's data and not in the "
        "organisations of the map, so that a copy has it in clear. Give it an entry (`reviewdocs pseudonyms propose` "
        "drafts one), or leave it if it may be told."
    )
    [doubt] = [d for d in json.loads(cli("pseudonyms", "lint", tmp_path, "--json").out)["doubts"] if d["line"] == 504]
    assert doubt["file"].endswith("review.yaml") and doubt["field"] == "agencies[5].name"


def test_two_names_in_a_cell_are_told_with_the_cell(case: Path, cli: Callable[..., Any]) -> None:
    import openpyxl

    assert cli("convert", case / "pseudonyms.yaml", case / "map.xlsx").code == 0
    book = openpyxl.load_workbook(case / "map.xlsx")
    for cell in book["people"][2]:
        cell.value = {"Petrenko": "Petrenko\nHale", "Zuzanna": "TBC"}.get(str(cell.value), cell.value)
    book.save(case / "map.xlsx")
    told = cli("pseudonyms", "lint", case / "map.xlsx").out
    assert "(sheet people, row 2, column Surname (G)): several names stand together here: Petrenko and Hale." in told
    assert '(sheet people, row 2, column Forename (E)): a placeholder ("TBC") stands where a name belongs' in told


def test_a_chosen_name_is_asked_about_where_the_review_relies_on_culture(
    tmp_path: Path, cli: Callable[..., Any]
) -> None:
    shutil.copy(ROOT / "examples/lcspr-demo/review.yaml", tmp_path / "review.yaml")
    text = (ROOT / "pseudonym_maps/lcspr-worked-example.yaml").read_text(encoding="utf-8")
    (tmp_path / "pseudonyms.yaml").write_text(text.replace("pseudonym: Mother\n", "pseudonym: Agnieszka\n"), "utf-8")
    told = json.loads(cli("pseudonyms", "lint", tmp_path, "--json").out)["doubts"]
    assert [doubt["entry"] for doubt in told if doubt["rule"] == "chosen-name-and-culture"] == ["MOTHER"]


def test_a_value_that_a_comma_cut_is_read_whole_and_told(case: Path, cli: Callable[..., Any]) -> None:
    person = "  - {id: AUNT, role: aunt, also carer, pseudonym: Aunt 1, forename: Wenna, surname: Oakden}\n"
    (case / "pseudonyms.yaml").write_text(MAP.replace("dates:", f"{person}dates:"))
    answer = cli("pseudonyms", "lint", case)
    assert 'SETTLE  AUNT (line 10): role was read as "aunt, also carer"' in answer.out
    assert '"aunt, also carer": a value that holds a comma needs quotes' in cli("validate", case).out
