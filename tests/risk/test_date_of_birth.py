"""A date of birth that the map knows is found however it is written, and whether or not it is said to be one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reviewdocs.risk.rules.date_of_birth import written_day

MAP = """\
id: TEST-1
review_type: LCSPR
people:
  - {id: DAD, role: father, pseudonym: Father, forename: Anselm, surname: Quillfeather, dob: 1996-12-17}
"""


@pytest.mark.parametrize(
    "text",
    ["17/12/1996", "17.12.96", "17-12-1996", "1996-12-17", "17 December 1996", "17th of Dec 1996", "Dec 17th, 1996"],
)
def test_every_written_form_is_the_same_day(text: str) -> None:
    assert written_day(text) == (17, 12, 96)


@pytest.mark.parametrize("text", ["17 December", "December 1996", "Boxing Day 2018"])
def test_less_than_a_day_is_none(text: str) -> None:
    assert written_day(text) is None


def test_a_known_date_of_birth_blocks_and_another_date_does_not(cli: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "log.txt").write_text("Father, 17/12/1996, was seen on 18 December 1996.", encoding="utf-8")
    answer = cli("check", tmp_path / "log.txt", "--map", tmp_path / "map.yaml", "--json")
    found = {f["text"]: (f["rule"], f["severity"]) for f in json.loads(answer.out)["documents"][0]["findings"]}
    assert found == {"17/12/1996": ("date-of-birth", "block"), "18 December 1996": ("exact-date", "review")}
