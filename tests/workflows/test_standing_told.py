"""What of the map still stands is told; a copy of a file in which nobody of the map occurs is never "verified"."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

MAP = """\
id: T-1
review_type: LCSPR
people:
  - {id: CHILD, role: subject child, pseudonym: Child A, forename: Saffron, surname: Quillfeather}
  - {id: MUM, role: mother, pseudonym: Mother, forename: Hope, surname: Nettlebed}
permitted: [{name: Ruth Long, role: Chair}]
dates: {policy: keep}
"""
LEFT = "Saffron rang. They had hoped for help, and hope is not a plan. Ruth Long chaired.\n"


@pytest.fixture
def at(tmp_path: Path) -> Path:
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    return tmp_path


def anonymised(cli: Callable[..., Any], at: Path, text: str, *more: object) -> Any:
    (at / "note.txt").write_text(text, encoding="utf-8")
    return cli("anonymise", at / "note.txt", "--map", at / "map.yaml", "-o", at / "out", *more)


def test_an_ordinary_word_of_the_map_that_was_left_is_listed_on_the_screen(cli: Callable[..., Any], at: Path) -> None:
    answer = anonymised(cli, at, LEFT)
    assert answer.code == 0
    assert "1 word of the map still stands" in answer.out
    assert "STANDS  Left as ordinary words: hope." in answer.out


def test_every_word_that_stands_is_in_the_answer_and_in_the_record(cli: Callable[..., Any], at: Path) -> None:
    answer = anonymised(cli, at, LEFT, "--json", "--record", at / "record.json")
    (document,) = json.loads(answer.out)["documents"]
    (word,) = document["standing"]
    assert (word["word"], word["refs"], word["count"]) == ("hope", ["MUM"], 1)
    assert word["decided"] == ["left as a word"] and 0 <= word["probability"] < 0.5
    (place,) = word["places"]
    copy = (at / "out/note.txt").read_text(encoding="utf-8")
    assert copy[place["start"] : place["end"]] == "hope" and (place["part"], place["paragraph"]) == ("text", 0)
    (entry,) = json.loads((at / "record.json").read_text(encoding="utf-8"))["documents"]
    assert entry["standing"] == document["standing"]


def test_a_file_in_which_nobody_of_the_map_occurs_is_not_called_verified(cli: Callable[..., Any], at: Path) -> None:
    text = "They met on a Monday, and nothing was decided.\n"
    answer = anonymised(cli, at, text)
    assert answer.code == 1
    assert "nobody of the map occurs in this file: is it the right map?" in answer.out
    assert "verified" not in answer.out
    (document,) = json.loads(anonymised(cli, at, text, "--json").out)["documents"]
    assert document["verified"] is True and "right map" in document["doubt"]


def test_a_copy_may_be_anonymised_again(cli: Callable[..., Any], at: Path) -> None:
    anonymised(cli, at, LEFT)
    again = cli("anonymise", at / "out/note.txt", "--map", at / "map.yaml", "-o", at / "again")
    assert again.code == 0 and "verified" in again.out


def test_check_lists_what_stands_for_programs_and_for_people(cli: Callable[..., Any], at: Path) -> None:
    anonymised(cli, at, LEFT)
    asked = ("check", at / "out/note.txt", "--map", at / "map.yaml")
    (document,) = json.loads(cli(*asked, "--json").out)["documents"]
    by_word = {word["word"]: word for word in document["standing"]}
    assert by_word["hope"]["decided"] == ["left as a word"]
    assert "standing" not in {finding["rule"] for finding in document["findings"]}
    assert "Left as ordinary words: hope." in cli(*asked).out
    cli(*asked, "--format", "html", "-o", at / "report.html")
    assert "Left as ordinary words: hope." in (at / "report.html").read_text(encoding="utf-8")
