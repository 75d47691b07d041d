"""A worksheet to decide in: safe to open, read back whole, every fault told by its row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

MAP = """\
id: TEST-1
review_type: LCSPR
people:
  - {id: MUM, role: mother, pseudonym: Mother, forename: Brid, surname: Quillfeather, title: Mrs}
dates: {policy: keep}
"""
COPY = """\
=Mrs Ashgrove rang on 12 March 2019.

-Mrs Ashgrove rang again on 4 May 2019.

@Dr Penrose came on 5 May 2019; call 01632 960 140 or +44 1632 960 141.
"""
BY = ("--by", "Anna Officer")
REASON = "Agreed with the family and with the board"


class Sheet:
    """A case, a worksheet of what was found, and the command that reads it back."""

    def __init__(self, cli: Callable[..., Any], case: Path) -> None:
        self._cli, self.case, self.file = cli, case, case / "records" / "decide.xlsx"
        case.mkdir()
        (case / "pseudonyms.yaml").write_text(MAP, encoding="utf-8")
        (case / "report.txt").write_text(COPY, encoding="utf-8")
        assert self.check("xlsx", self.file).code == 1
        self.book = openpyxl.load_workbook(self.file)
        self.page = self.book["findings"]
        self.column = {cell.value: cell.column for cell in self.page[1]}

    def check(self, form: str, file: Path) -> Any:
        """`reviewdocs check`."""
        return self._cli("check", self.case / "report.txt", "--case", self.case, "--format", form, "-o", file)

    def put(self, row: int, **values: str) -> None:
        """Fill cells of a row."""
        for key, value in values.items():
            self.page.cell(row, self.column[key]).value = value

    def value(self, row: int, key: str) -> Any:
        """What a cell holds."""
        return self.page.cell(row, self.column[key]).value

    def handed_in(self, *more: str) -> Any:
        """`reviewdocs decide --from`."""
        self.book.save(self.file)
        return self._cli("decide", self.case, "--from", self.file, *BY, *more)

    def recorded(self) -> list[dict[str, Any]]:
        """The case's decisions."""
        return list(json.loads(self._cli("decide", self.case, "--list", "--json").out)["decisions"])


@pytest.fixture
def sheet(cli: Callable[..., Any], tmp_path: Path) -> Sheet:
    return Sheet(cli, tmp_path / "case")


def test_a_row_is_a_thing_with_its_places_and_no_cell_is_a_formula(sheet: Sheet) -> None:
    rows = {sheet.value(row, "found"): row for row in range(2, sheet.page.max_row + 1)}
    ashgrove = rows["Mrs Ashgrove"]
    assert len(sheet.value(ashgrove, "id").split()) == 2
    assert "1. =Mrs Ashgrove rang on 12 March 2019." in sheet.value(ashgrove, "sentence")
    assert all(cell.data_type != "f" for row in sheet.page.iter_rows() for cell in row)
    told = {cell.value for row in sheet.book["help"].iter_rows() for cell in row}
    assert {"accept", "replace-with", "Hand it in"} <= told
    (offered,) = sheet.page.data_validations.dataValidation
    assert '"accept,not-identifying' in offered.formula1 and f"{sheet.page.max_row}" in str(offered.sqref)


def test_what_is_filled_in_is_recorded_place_by_place(sheet: Sheet) -> None:
    rows = {sheet.value(row, "found"): row for row in range(2, sheet.page.max_row + 1)}
    sheet.put(rows["Mrs Ashgrove"], decision="Add to map", replacement="MUM", reason=REASON)
    sheet.put(rows["5 May 2019"], decision="ACCEPT ", reason=REASON)
    answer = sheet.handed_in()
    assert answer.code == 0, answer.err
    assert [(d["action"], d["argument"], d["by"]) for d in sheet.recorded()] == [
        ("add-to-map", "MUM", "Anna Officer"),
        ("accept", "", "Anna Officer"),
    ] or [d["action"] for d in sheet.recorded()] == ["accept", "add-to-map"]
    assert "recorded already" in sheet.handed_in().out, "handing it in again adds nothing"


FAULTS: list[tuple[dict[str, str], str]] = [
    ({"decision": "accept"}, "column reason: A decision needs a reason"),
    ({"decision": "acept", "reason": REASON}, "Did you mean accept?"),
    ({"decision": "accept", "reason": "=1+1"}, "found a formula"),
    ({"decision": "=A1", "reason": REASON}, "found a formula"),
    ({"reason": REASON}, "and no decision"),
    ({"decision": "replace-with", "reason": REASON}, "needs the words to put there"),
    ({"decision": "accept", "replacement": "spring", "reason": REASON}, "takes no replacement"),
    ({"decision": "accept", "reason": REASON, "id": "0123456789abcdef"}, "the id of no finding"),
    ({"decision": "accept", "reason": REASON, "id": ""}, "The id is gone"),
    ({"decision": "accept", "reason": REASON, "found": "Somebody else"}, "belongs to another row"),
    ({"decision": "add-to-map", "replacement": "NOBODY", "reason": REASON}, "no person, place or organisation"),
    ({"decision": "looked-at"}, "no picture to look at"),
]


@pytest.mark.parametrize(("cells", "said"), FAULTS)
def test_a_fault_is_told_by_its_row_and_nothing_is_recorded(sheet: Sheet, cells: dict[str, str], said: str) -> None:
    good, bad = 2, 3
    sheet.put(good, decision="replace-with", replacement="somebody", reason=REASON)
    sheet.put(bad, **cells)
    answer = sheet.handed_in()
    assert answer.code == 2
    assert f"row {bad}" in answer.err and said in answer.err
    assert f"row {good}:" not in answer.err
    assert sheet.recorded() == []
    assert sheet.handed_in("--no-all-or-nothing").code == 2, "told all the same"
    assert len(sheet.recorded()) >= 1


def test_every_fault_is_told_at_once(sheet: Sheet) -> None:
    for row, (cells, _) in enumerate(FAULTS[: sheet.page.max_row - 1], 2):
        sheet.put(row, **cells)
    err = sheet.handed_in().err
    assert all(f"row {row}:" in err for row in range(2, 2 + min(len(FAULTS), sheet.page.max_row - 1)))


def test_one_finding_is_decided_in_one_row(sheet: Sheet) -> None:
    last = sheet.page.max_row + 2  # a blank row between
    for key in ("found", "id"):
        sheet.page.cell(last, sheet.column[key]).value = sheet.value(2, key)
    for row in (2, last):
        sheet.put(row, decision="replace-with", replacement="somebody", reason=REASON)
    answer = sheet.handed_in()
    assert answer.code == 2 and f"row {last}: column id: This finding is decided in row 2 already" in answer.err


def test_a_worksheet_that_is_none_or_holds_no_decision(sheet: Sheet, cli: Callable[..., Any], tmp_path: Path) -> None:
    assert "No row of the worksheet has a decision" in sheet.handed_in().err
    other = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(other)
    assert "no sheet findings" in cli("decide", sheet.case, "--from", other, *BY).err
    sheet.page.cell(1, sheet.column["reason"]).value = "why so"
    assert "unknown heading" in sheet.handed_in().err
    for name, content in (
        ("a.xlsx", b"no workbook"),
        ("a.csv", b"\x00\x01"),
        ("a.csv", b'id,"found\n'),
        ("a.ods", b""),
    ):
        (tmp_path / name).write_bytes(content)
        answer = cli("decide", sheet.case, "--from", tmp_path / name, *BY)
        assert answer.code == 2 and answer.err.startswith("reviewdocs: ")
    assert cli("decide", sheet.case, "--from", tmp_path / "gone.csv", *BY).code == 2
    assert cli("decide", sheet.case, "--from", other, "--accept").code == 2


def test_what_somebody_filled_in_is_not_written_over(sheet: Sheet) -> None:
    sheet.put(2, decision="accept", reason=REASON)
    sheet.book.save(sheet.file)
    before = sheet.file.read_bytes()
    assert sheet.check("xlsx", sheet.file).code == 4
    assert sheet.file.read_bytes() == before
    fresh = sheet.file.with_name("other.xlsx")
    assert [sheet.check("xlsx", fresh).code for _ in range(2)] == [1, 1], "one as it was made is"
    assert sheet.check("xlsx", sheet.file.with_suffix(".ods")).code == 2


def test_text_with_separators_is_safe_from_spreadsheets(sheet: Sheet) -> None:
    file = sheet.file.with_suffix(".csv")
    assert sheet.check("csv", file).code == 1
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert not any(value.startswith(("=", "+", "-", "@")) for row in rows for value in row.values())
    assert {row["found"] for row in rows} >= {"“12 March 2019”", "“Mrs Ashgrove”"}, "neither a date nor a number"
