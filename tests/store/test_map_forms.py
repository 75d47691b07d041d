"""The contract of every form of the map: whatever file it lies in, it is the same map."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewdocs.errors import DataError, InputError
from reviewdocs.records.map_workbook import write_map_workbook
from reviewdocs.records.map_yaml import write_map_yaml
from reviewdocs.records.maps import load_map as load_plain
from reviewdocs.store import locked
from reviewdocs.store.case import MAP_FORMS, Case
from reviewdocs.store.locked import sealed
from reviewdocs.store.maps import load_map, read_map

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "pseudonym_maps" / "lcspr-worked-example.yaml"
PASSPHRASE = "plinth otter marzipan quay"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locked, "_COST", 14)


WRITERS: dict[str, Callable[[bytes], bytes]] = {
    "map.yaml": lambda raw: raw,
    "map.yml": lambda raw: write_map_yaml(load_plain(EXAMPLE)).encode(),
    "map.xlsx": lambda raw: write_map_workbook(load_plain(EXAMPLE)),
    "map.yaml.locked": lambda raw: sealed(raw, PASSPHRASE),
}


def told(path: Path) -> str:
    return PASSPHRASE


@pytest.fixture(params=WRITERS)
def form(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / request.param
    path.write_bytes(WRITERS[request.param](EXAMPLE.read_bytes()))
    return path


def test_it_is_the_same_map(form: Path) -> None:
    assert load_map(form, told) == load_plain(EXAMPLE)


def test_it_knows_where_a_field_stands(form: Path) -> None:
    source = read_map(form, told)[1]
    path = ("people", 1, "pseudonym")
    assert source.line_of(path) or source.cell_of(path) == "sheet people, row 3, column Pseudonym (C)"


@pytest.mark.parametrize("name", ["map.yaml", "map.yaml.locked"])
def test_a_fault_names_the_file_as_it_lies_there(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(WRITERS[name](EXAMPLE.read_bytes().replace(b"id: SIBLING", b"id: CHILD")))
    with pytest.raises(DataError) as caught:
        load_map(path, told)
    assert {problem.file for problem in caught.value.problems} == {str(path)}


@pytest.mark.parametrize("name", MAP_FORMS)
def test_a_case_holds_any_of_them(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(WRITERS[name.replace("pseudonyms", "map")](EXAMPLE.read_bytes()))
    assert Case.open(tmp_path, told).load_map() == load_plain(EXAMPLE)


def test_two_forms_in_a_case_are_refused_and_the_older_one_is_named(tmp_path: Path) -> None:
    for age, name in enumerate(("pseudonyms.yaml", "pseudonyms.yaml.locked")):
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (1_000_000 + age, 1_000_000 + age))
    with pytest.raises(InputError, match="are both there") as caught:
        Case.open(tmp_path)
    assert "pseudonyms.yaml.locked was changed last: if it is the agreed one, remove pseudonyms.yaml;" in str(
        caught.value
    )


@pytest.mark.parametrize("asked_for", ["map.yaml", "map.yaml.locked"])
def test_plain_and_locked_beside_each_other_are_refused_without_a_case_too(tmp_path: Path, asked_for: str) -> None:
    for name in ("map.yaml", "map.yaml.locked"):
        (tmp_path / name).write_bytes(WRITERS[name](EXAMPLE.read_bytes()))
    with pytest.raises(InputError, match="are both there"):
        load_map(tmp_path / asked_for, told)


def test_a_locked_map_without_a_passphrase_says_the_three_ways(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml.locked"
    path.write_bytes(sealed(b"x", PASSPHRASE))
    with pytest.raises(InputError, match="is locked") as caught:
        load_map(path)
    for way in ("--passphrase-file", "REVIEWDOCS_PASSPHRASE", "ask"):
        assert way in caught.value.remedy
