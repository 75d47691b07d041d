"""The verdict tells the truth: what was waved through, and what stands beside what was not checked."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PHONE = "07700 900123"
MAP = """\
id: TEST-1
review_type: LCSPR
people:
  - {id: CHILD, role: subject child, pseudonym: Child A, forename: Tamsin, surname: Quillfeather}
  - {id: MUM, role: mother, pseudonym: Mother, forename: Brid}
dates: {policy: keep}
"""


class Desk:
    """A case with one copy, and the commands over it."""

    def __init__(self, cli: Callable[..., Any], folder: Path) -> None:
        self._cli, self.case, self.copy = cli, folder, folder / "anonymised" / "overview.txt"
        self.copy.parent.mkdir(parents=True)
        self.copy.write_text(f"Her number was {PHONE}.\n\nShe was seen on 4 May 2019.\n", encoding="utf-8")
        (folder / "pseudonyms.yaml").write_text(MAP, encoding="utf-8")

    def check(self, *options: object) -> Any:
        """`reviewdocs check` of the copy."""
        return self._cli("check", self.copy, "--case", self.case, *options)

    def told(self) -> dict[str, Any]:
        """Its JSON."""
        return dict(json.loads(self.check("--json").out))

    def decide(self, text: str, how: str, reason: str, by: str) -> None:
        """Decide the finding with this text."""
        (known,) = {f["id"] for f in self.told()["documents"][0]["findings"] if f["text"] == text}
        assert self._cli("decide", self.case, known, how, "--reason", reason, "--by", by).code == 0

    def words(self, form: str) -> str:
        """A report's words."""
        file = self.case.parent / f"risks.{form}"
        self.check("--format", form, "-o", file)
        data = zipfile.ZipFile(file).read("word/document.xml").decode() if form == "docx" else file.read_text("utf-8")
        return " ".join(re.sub(r"<[^>]+>", " ", data).split())


@pytest.fixture
def desk(cli: Callable[..., Any], tmp_path: Path) -> Desk:
    return Desk(cli, tmp_path / "case")


def settle(desk: Desk) -> None:
    """The date is accepted, and of the number it is said that it is nobody's."""
    desk.decide("4 May 2019", "--accept", "Known", "Ben Lead")
    desk.decide(PHONE, "--not-identifying", "Agreed with the family", "Anna Officer")


def test_what_was_waved_through_is_told_in_every_report(desk: Desk) -> None:
    settle(desk)
    answer = desk.check("--json")
    told = json.loads(answer.out)
    assert answer.code == 0
    assert told["verdict"] == told["documents"][0]["verdict"] == "ready-with-accepted-risks"
    accepted = told["documents"][0]["accepted"]
    assert accepted == {"all": 2, "block": 1, "places": 2, "by": ["Anna Officer", "Ben Lead"]}
    screen = " ".join(desk.check().out.split())
    for said in (screen, desk.words("html"), desk.words("docx")):
        assert "ready, with accepted risks" in said.lower()
        assert "2 risks were accepted by Anna Officer, Ben Lead: 1 of them would stop publication." in said
        assert said.index("Agreed with the family") < said.index("Known"), "what would block is listed first"
    assert "No known leak found" not in screen


def test_the_export_tells_it_too(desk: Desk, cli: Callable[..., Any], tmp_path: Path) -> None:
    settle(desk)
    assert cli("decide", desk.case, "--export", tmp_path / "record.json").code == 0
    rows = json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))["decisions"]
    assert [row["accepted_risk"] for row in rows] == ["review", "block"]


def test_what_identifies_nobody_and_would_not_block_is_no_risk(desk: Desk, cli: Callable[..., Any]) -> None:
    desk.copy.write_text("She was seen on 4 May 2019.\n", encoding="utf-8")
    desk.decide("4 May 2019", "--not-identifying", "A day in history", "Anna Officer")
    assert desk.told()["verdict"] == "ready"


@pytest.mark.parametrize("name", ["[forename]", "TBC", "{{ name }}"])
def test_a_placeholder_in_the_map_hides_no_block(desk: Desk, name: str) -> None:
    (desk.case / "pseudonyms.yaml").write_text(MAP.replace("Brid", f'"{name}"'), encoding="utf-8")
    answer = desk.check()
    assert answer.code == 3
    assert "NOT READY, AND NOT FULLY CHECKED" in answer.out
    said = " ".join(answer.out.split())
    assert said.index("1 finding to put right") < said.index("The pseudonym map is not filled in yet: MUM.")
    assert "Put the real names where the placeholders stand" in said and PHONE in said
    written = desk.check("--format", "html", "-o", desk.case.parent / "r.html")
    assert "1 finding to put right" in written.out and "not filled in yet" in written.out
    told = desk.told()
    assert told["verdict"] == "not-checked"
    assert [f["text"] for f in told["documents"][0]["findings"] if f["severity"] == "block"] == [PHONE]


def test_the_record_holds_what_a_regulator_asks(desk: Desk) -> None:
    settle(desk)
    told = desk.told()
    (document,) = told["documents"]
    for said in (desk.words("html"), desk.words("docx")):
        for expected in ("Record of this check", document["sha256"], "Anna Officer, Ben Lead", "presidio-analyzer",
                         f"reviewdocs {told['tool_version']}", "2 decisions", told["record"]["last_hash"]):  # fmt: skip
            assert expected in said
