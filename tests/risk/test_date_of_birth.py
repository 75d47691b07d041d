"""A date of birth that the map knows is found however it is written, and whether or not it is said to be one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

MAP = """\
id: TEST-1
review_type: LCSPR
people:
  - {id: DAD, role: father, pseudonym: Father, forename: Anselm, surname: Quillfeather, dob: 1996-12-17}
"""


def test_a_known_date_of_birth_blocks_and_another_date_does_not(cli: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    log = "Father, 17/12/1996 (171296), was seen on 18 December 1996."
    (tmp_path / "log.txt").write_text(log, encoding="utf-8")
    answer = cli("check", tmp_path / "log.txt", "--map", tmp_path / "map.yaml", "--json")
    found = {f["text"]: (f["rule"], f["severity"]) for f in json.loads(answer.out)["documents"][0]["findings"]}
    birth = ("date-of-birth", "block")
    assert found == {"17/12/1996": birth, "171296": birth, "18 December 1996": ("exact-date", "review")}
