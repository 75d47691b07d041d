"""Acceptance: some fifty findings of a report are settled with eight commands at most, or with one worksheet."""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from forty import MAP, REPORT

NEEDED = "Not needed for what is to be learned, and the family agreed"


class Officer:
    """A data protection officer at a case: every command is counted."""

    def __init__(self, cli: Callable[..., Any], case: Path) -> None:
        self._cli, self.case, self.commands = cli, case, 0
        (case / "drafts").mkdir(parents=True)
        (case / "pseudonyms.yaml").write_text(MAP, encoding="utf-8")
        (case / "drafts" / "report.txt").write_text(REPORT, encoding="utf-8")
        self.copy = case / "anonymised" / "report.txt"
        self.anonymised()

    def anonymised(self) -> str:
        """The copy, made anew."""
        self._cli("anonymise", self.case / "drafts" / "report.txt", "--case", self.case)
        return self.copy.read_text(encoding="utf-8")

    def open_ones(self) -> list[dict[str, Any]]:
        """What waits for a decision."""
        answer = self._cli("check", self.copy, "--case", self.case, "--json")
        (document,) = json.loads(answer.out)["documents"]
        return [f for f in document["findings"] if f["severity"] != "note" and not f["decision"]]

    def verdict(self) -> str:
        """What the check says of the copy."""
        answer = self._cli("check", self.copy, "--case", self.case, "--json")
        return str(json.loads(answer.out)["documents"][0]["verdict"])

    def worksheet(self, name: str) -> Path:
        """A worksheet of what waits."""
        file = self.case / "records" / name
        answer = self._cli("check", self.copy, "--case", self.case, "--format", file.suffix[1:], "-o", file)
        assert answer.code == 1 and file.is_file()
        return file

    def decide(self, *arguments: object) -> None:
        """One command, which has to work."""
        self.commands += 1
        answer = self._cli("decide", self.case, *arguments)
        assert answer.code == 0, answer.err


@pytest.fixture
def officer(cli: Callable[..., Any], tmp_path: Path, record_property: Callable[..., None]) -> Iterator[Officer]:
    officer = Officer(cli, tmp_path / "case")
    started = time.monotonic()
    yield officer
    record_property("commands", officer.commands)
    record_property("seconds", round(time.monotonic() - started, 1))


def settled(officer: Officer) -> str:
    """The copy once nothing is left to decide."""
    text = officer.anonymised()
    assert officer.open_ones() == []
    assert officer.verdict() == "ready-with-accepted-risks"
    for gone in ("Ashgrove", "Penrose", "Tolland", "Quince", "01632", "999 000", "11.40pm", "Crown Court"):
        assert gone not in text
    for broken in ("  ", " ,", " .", " at in ", " on in ", "the the", " at on ", "[name]"):
        assert broken not in text
    assert "Child A was admitted to the hospital on 3 May 2029 with a broken arm." in text
    assert "She gave her number as the council, and" not in text
    return text


def test_eight_commands_settle_fifty_findings(officer: Officer) -> None:
    waiting = officer.open_ones()
    assert len(waiting) >= 40
    ids: dict[str, list[str]] = {}
    for finding in waiting:
        ids.setdefault(finding["rule"], []).append(finding["id"][:8])
    by, why = ("--by", "Anna Officer"), ("--reason", NEEDED)
    officer.decide("--text", "Dr Penrose", "--everywhere", "--replace-with", "the doctor", *why, *by)
    officer.decide("--text", "PC Tolland", "--everywhere", "--replace-with", "the police officer", *why)
    officer.decide("--rule", "unmapped-person", "--replace-with", "a colleague", *why)
    officer.decide("--rule", "unmapped-organisation", "--replace-with", "the hospital", *why)
    officer.decide("--rule", "exact-date", "--accept", "--reason", "The board wants the days; the family agreed")
    officer.decide("--rule", "contact", "--replace-with", "a telephone number", *why)
    away = [known_by for rule in ("court", "clock-time", "address", "personal-number") for known_by in ids[rule]]
    officer.decide(*away, "--remove", *why)
    officer.decide("--rule", "unmapped-place", "--replace-with", "the Town", *why)
    assert officer.commands <= 8
    text = settled(officer)
    assert "Her NHS number stands in the letter." in text
    assert "was sentenced on 20 November 2029 to four years" in text


def filled(found: str, sentence: str) -> tuple[str, str]:
    """What an officer puts into a row: the decision and, where one is needed, the replacement."""
    if any(person in found for person in ("Ashgrove", "Dunmore", "Yarrow")):
        return "replace-with", "a colleague"
    if "Penrose" in found or "Tolland" in found:
        return "replace-with", "the doctor" if "Penrose" in found else "the police officer"
    if "Sallowby" in found:
        return "replace-with", "the hospital" if "H" in found else "the Town"
    if found.startswith("01632"):
        return "replace-with", "a telephone number"
    return ("accept", "") if "20" in found else ("remove", "")


def test_one_worksheet_settles_them_as_well(officer: Officer) -> None:
    file = officer.worksheet("decide.xlsx")
    book = openpyxl.load_workbook(file)
    page = book["findings"]
    column = {cell.value: cell.column for cell in page[1]}
    assert page.freeze_panes and page.data_validations.dataValidation
    assert page.max_row < 40, "a row a thing"
    for row in range(2, page.max_row + 1):
        decision, words = filled(*(page.cell(row, column[key]).value for key in ("found", "sentence")))
        page.cell(row, column["decision"]).value = decision
        page.cell(row, column["replacement"]).value = words or None
        page.cell(row, column["reason"]).value = NEEDED
    book.save(file)
    officer.decide("--from", file, "--by", "Anna Officer")
    settled(officer)


def test_so_does_one_of_text_with_separators(officer: Officer) -> None:
    file = officer.worksheet("decide.csv")
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    for row in rows:
        row["decision"], row["replacement"] = filled(row["found"].strip("“”"), row["sentence"])
        row["reason"] = NEEDED
    with file.open("w", encoding="cp1252", newline="") as stream:  # as Excel saves it
        writer = csv.DictWriter(stream, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    officer.decide("--from", file, "--by", "Anna Officer")
    settled(officer)
