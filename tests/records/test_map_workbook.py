"""A pseudonym map as a workbook: what Excel makes of typed data, and every fault at its cell."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reviewdocs.errors import DataError, InputError
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.records.load import validated
from reviewdocs.records.map_workbook import SHEETS, write_map_workbook
from reviewdocs.records.maps import load_map, map_in
from reviewdocs.records.workbook import reading

MAP: dict[str, Any] = {
    "id": "LCSPR-2031-07",
    "review_type": "LCSPR",
    "title": "Review concerning Child A",
    "people": [
        {"id": "CHILD", "role": "subject child", "pseudonym": "Child A", "forename": "Wren", "surname": "Tallis",
         "known_as": ["Birdie", "Wrennie"], "dob": "2018-05-14", "identifiers": {"nhs": "999 000 0018", "upn": "X1"},
         "addresses": ["22 Pellow Row, Market Anstey", "22 Pellow Row"], "agreed": "2031-02-03"},
        {"id": "MOTHER", "role": "mother", "pseudonym": "Mother", "forename": "Ines", "surname": "Tallis"},
    ],
    "groups": [{"id": "FAM", "surname": "Tallis", "members": ["CHILD", "MOTHER"], "pseudonym": "the family"}],
    "places": [{"id": "TOWN", "name": "Market Anstey", "kind": "town", "pseudonym": "Town 1"}],
    "permitted": [{"name": "Ottoline Furze", "role": "Independent Chair"}],
    "panel": [{"job_title": "Named Nurse", "employer": "Anstey Health Trust", "name": "Kofi Brandt"}],
    "dates": {"policy": "keep"},
}  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Callable[[Callable[[Any], None]], Path]:
    """A workbook of MAP as somebody changed it in Excel."""

    def change(edit: Callable[[Any], None]) -> Path:
        opened = openpyxl.load_workbook(io.BytesIO(write_map_workbook(validated(PseudonymMap, MAP))))
        edit(opened)
        path = tmp_path / "map.xlsx"
        opened.save(path)
        return path

    return change


def typed(cell: Any, value: Any) -> None:
    """Type into a cell as Excel would keep it."""
    cell.value = value
    cell.number_format = "yyyy-mm-dd" if isinstance(value, dt.date) else "General"


def column(book: Any, sheet: str, label: str) -> str:
    """The letter of a heading."""
    return next(cell.column_letter for cell in book[sheet][1] if cell.value == label)


@pytest.mark.parametrize(
    ("label", "value", "field", "meant"),
    [
        ("NHS number", 9990000018.0, "identifiers", {"nhs": "999 000 0018", "upn": "X1"}),
        ("NHS number", " 999 000 0018 ", "identifiers", {"nhs": "999 000 0018", "upn": "X1"}),
        ("Telephone", 7700900123, "identifiers", {"nhs": "999 000 0018", "upn": "X1", "telephone": "07700900123"}),
        ("Date of birth", dt.datetime(2019, 3, 2), "dob", dt.date(2019, 3, 2)),
        ("Date of birth", "2019-03-02", "dob", dt.date(2019, 3, 2)),
        ("Forename", "  Wren\u00a0", "forename", "Wren"),
        ("Forename", "Li", "forename", "Li"),
        ("Middle", 7, "middle", "7"),
        ("Known as", "Birdie ;; Wrennie;", "known_as", ("Birdie", "Wrennie")),
        ("Known as", r"Bird\;ie; Wren\, small", "known_as", ("Bird;ie", "Wren, small")),
        ("Known as", "Birdie\nWrennie", "known_as", ("Birdie", "Wrennie")),
        ("Known as", "Birdie,\r\nWrennie, Ren", "known_as", ("Birdie", "Wrennie", "Ren")),
        ("Former names", "Wren Pellow\nWren Oakden", "former_names", ("Wren Pellow", "Wren Oakden")),
        ("Former names", "Wren Pellow, Wren Oakden", "former_names", ("Wren Pellow", "Wren Oakden")),
        ("Misspellings", "Talis, Tallas", "misspellings", ("Talis", "Tallas")),
        ("Identifiers", "upn: X1\nuln: 22", "identifiers", {"nhs": "999 000 0018", "upn": "X1", "uln": "22"}),
        ("Identifiers", "upn: X1, uln: 22", "identifiers", {"nhs": "999 000 0018", "upn": "X1", "uln": "22"}),
        ("Addresses", "22 Pellow Row,\nMarket Anstey; 22 Pellow Row", "addresses",
         ("22 Pellow Row, Market Anstey", "22 Pellow Row")),
        ("Addresses", "22 Pellow Row\nMarket Anstey\nFlat 3\n8 Mallard Close", "addresses",
         ("22 Pellow Row, Market Anstey", "Flat 3, 8 Mallard Close")),
        ("Addresses", "Flat 3\n61 Kiln Lane\n8 Mallard Close, Anstey", "addresses",
         ("Flat 3, 61 Kiln Lane", "8 Mallard Close, Anstey")),
        ("Former names", None, "former_names", ()),
    ],
)  # fmt: skip
def test_habits_of_excel_are_put_right(book: Any, label: str, value: Any, field: str, meant: Any) -> None:
    path = book(lambda b: typed(b["people"][f"{column(b, 'people', label)}2"], value))
    assert getattr(load_map(path).people[0], field) == meant


def cell(sheet: str, place: str, value: Any) -> Callable[[Any], None]:
    """Types a value into one cell."""
    return lambda book: typed(book[sheet][place], value)


FAULTS: dict[str, tuple[Callable[[Any], None], str]] = {
    "a formula": (cell("people", "E3", "=A1&B1"), "people, row 3, column Forename (E): found a formula"),
    "a word taken for true": (cell("people", "E3", True), "Excel took a word for True"),
    "a date of two digits": (cell("people", "L2", "14/05/18"), "row 2, column Date of birth (L): found '14/05/18'"),
    "a date with a time": (cell("people", "L2", dt.datetime(2018, 5, 14, 9, 30)), "a date is expected"),
    "nothing where something is required": (cell("people", "C3", None), "column Pseudonym (C): this cell is empty"),
    "nobody of that id": (cell("groups", "C2", "CHILD; NOBODY"), "sheet groups, row 2, column Members (C): NOBODY"),
    "one pseudonym twice": (cell("people", "C3", "child a"), "row 3, column Pseudonym (C): two people share"),
    "an unknown heading": (cell("people", "T1", "Pseudonyms"), "did you mean Pseudonym?"),
    "a heading twice": (cell("people", "T1", "Forename"), "column T: found the heading 'Forename' again"),
    "a value below no heading": (cell("people", "Z2", "x"), "row 2, column Z: found a value; no heading"),
    "an unknown sheet": (lambda b: b.create_sheet("peopel"), "the unknown sheet 'peopel'"),
    "an unknown policy": (cell("dates", "A2", "monthly"), "sheet dates, row 2, column Policy (A): found 'monthly'"),
    "no reference": (cell("map", "A2", None), "sheet map, row 2, column Id (A): this cell is empty"),
    "no column": (lambda b: b["places"].delete_cols(2), "column Name, which is missing"),
    "a second review": (cell("map", "A3", "LCSPR-2031-08"), "found a second row"),
    "an identifier without its kind": (cell("people", "O2", "A1234"), "what it is, a colon and the value"),
    "an identifier twice": (cell("people", "O2", "nhs: 1"), "it stands in a column of its own already"),
    "an error of Excel": (cell("people", "F2", "#N/A"), "Excel shows an error here"),
    "names merged across": (lambda b: b["people"].merge_cells("E3:G3"), "found 'Ines'; this cell is merged with those"),
    "one id for two rows": (lambda b: b["people"].merge_cells("A2:A3"), "the id CHILD is used more than once"),
    "nobody at all": (lambda b: b.remove(b["people"]), "people"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_told_at_its_cell(book: Any, fault: str) -> None:
    edit, says = FAULTS[fault]
    with pytest.raises(DataError) as caught:
        load_map(book(edit))
    assert says in str(caught.value)


def test_all_faults_are_told_at_once(book: Any) -> None:
    def edit(opened: Any) -> None:
        for name in ("an unknown sheet", "a formula", "no reference", "a date of two digits"):
            FAULTS[name][0](opened)

    with pytest.raises(DataError) as caught:
        load_map(book(edit))
    assert len(caught.value.problems) == 4


def test_rows_without_data_moved_columns_and_headings_in_other_words_are_read(book: Any) -> None:
    def edit(opened: Any) -> None:
        people = opened["people"]
        people.insert_rows(2, 3)
        people.move_range("A1:A8", cols=19)
        people["T1"] = "ID "
        people["L1"] = "dob"
        people["H1"] = "known_as"
        opened["groups"].title = "elsewhere"
        opened["elsewhere"].title = "Groups"
        opened.remove(opened["dates"])
        del opened["organisations"]

    pmap = load_map(book(edit))
    assert [person.id for person in pmap.people] == ["CHILD", "MOTHER"]
    assert pmap.people[0].dob and pmap.people[0].known_as and pmap.groups
    assert pmap.dates is None


def test_what_is_merged_over_a_family_is_everybodys(book: Any) -> None:
    """Read as the first row's alone, the surname would make the child of every mention of it."""

    def edit(opened: Any) -> None:
        people = opened["people"]
        people.merge_cells(f"{column(opened, 'people', 'Surname')}2:{column(opened, 'people', 'Surname')}3")
        people.merge_cells("T2:T9")
        opened["help"].merge_cells("A1:B1")

    people = load_map(book(edit)).people
    assert [person.surname for person in people] == ["Tallis", "Tallis"]


def test_names_that_would_be_parted_come_back_as_they_were() -> None:
    names = ["Smith, John", "one\ntwo", "a;b", "back\\slash"]
    people = [{**MAP["people"][0], "known_as": names, "addresses": ["1 Row\n2 Lane", "3 Way, Town"]}, MAP["people"][1]]
    pmap = validated(PseudonymMap, {**MAP, "people": people})
    read = map_in(write_map_workbook(pmap), "map.xlsx")[0]
    assert read == pmap


def test_nothing_ever_works_as_a_formula() -> None:
    changed = {**MAP, "title": "=cmd|' /C calc'!A0"}
    changed["people"] = [{**MAP["people"][0], "forename": "+Wren", "surname": "@Tallis", "known_as": ["-Birdie"]}]
    changed["groups"] = []
    raw = write_map_workbook(validated(PseudonymMap, changed))
    opened = openpyxl.load_workbook(io.BytesIO(raw))
    cells = [cell for sheet in opened for row in sheet for cell in row if isinstance(cell.value, str)]
    assert not [cell for cell in cells if cell.data_type == "f"]
    risky = [cell for cell in cells if cell.value.startswith(("=", "+", "-", "@"))]
    assert len(risky) == 4 and all(cell.quotePrefix for cell in risky)


def test_it_is_made_for_reading() -> None:
    opened = openpyxl.load_workbook(io.BytesIO(write_map_workbook(validated(PseudonymMap, MAP))))
    assert opened.sheetnames == [*(sheet.name for sheet in SHEETS), "help"]
    people = opened["people"]
    assert people.freeze_panes == "A2"
    assert people.column_dimensions["M"].number_format == "@", "what is typed into NHS number stays as typed"
    assert people["L2"].is_date
    explained = {str(row[0].value) for row in opened["help"]}
    assert {column.label for sheet in SHEETS for column in sheet.columns} <= explained


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return stream.getvalue()


def parts_of(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_entities(raw: bytes) -> bytes:
    parts = parts_of(raw)
    sheet = parts["xl/worksheets/sheet1.xml"]
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    return packed({**parts, "xl/worksheets/sheet1.xml": bomb + sheet})


HOSTILE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "text": (lambda raw: b"Forename;Surname", "no Excel workbook"),
    "half a file": (lambda raw: raw[: len(raw) // 2], "no Excel workbook"),
    "another package": (lambda raw: packed({"word/document.xml": b"<w/>"}), "damaged or not one that Excel wrote"),
    "an old or protected workbook": (lambda raw: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + raw, "protected by a password"),
    "entities": (with_entities, "XML entities"),
    "a bomb": (lambda raw: packed({**parts_of(raw), "xl/a.xml": bytes(70_000_000)}), "unpacks to more than"),
    "many parts": (lambda raw: packed({f"p{n}": b"" for n in range(1_100)}), "unpacks to more than"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_no_workbook_of_a_map_is_refused(tmp_path: Path, kind: str) -> None:
    spoil, says = HOSTILE[kind]
    path = tmp_path / "map.xlsx"
    path.write_bytes(spoil(write_map_workbook(validated(PseudonymMap, MAP))))
    with pytest.raises(InputError, match=says) as caught:
        load_map(path)
    assert caught.value.where == str(path)
    assert "Tallis" not in str(caught.value)


def test_more_rows_than_are_read_are_told_not_dropped(book: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_ROWS", 2)

    def edit(opened: Any) -> None:
        for row in (4, 5):
            opened["permitted"][f"A{row}"] = f"Chair {row}"

    with pytest.raises(DataError, match="at most 2 rows are read"):
        load_map(book(edit))
