"""A file of recipients: what is wrong is told, what only looks wrong comes out as it stands, nothing is worked out."""

from __future__ import annotations

import csv
import datetime as dt
import io
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document

from reviewdocs import resources
from reviewdocs.errors import ReviewdocsError
from reviewdocs.store.case import Case
from reviewdocs.workflows.letters import IncompleteError, letters
from reviewdocs.workflows.letters.sheet import read_recipients

ON = dt.date(2024, 1, 8)
HEAD = ("Id", "Name", "Contact", "Job title", "E-mail", "Address", "Meeting room")
GOOD = ("ELM", "Elm House", "Ada Quill", "Manager", "ada@elm.example", "1 Elm Row; Sallowby", "Room 4")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("recipients") / "case"
    folder.mkdir()
    shutil.copy(resources.folder("examples") / "lcspr-demo" / "review.yaml", folder / "review.yaml")
    shutil.copy(resources.folder("pseudonym_maps") / "lcspr-worked-example.yaml", folder / "pseudonyms.yaml")
    own = Document()
    own.add_paragraph("To {{ agency.name }}, {{ recipient.name }}. {{ more.meeting_room }}")
    (folder / "templates").mkdir()
    own.save(str(folder / "templates" / "letter-notification.docx"))
    return folder


@pytest.fixture
def case(base: Path, tmp_path: Path) -> Case:
    shutil.copytree(base, tmp_path / "case")
    return Case.open(tmp_path / "case")


def workbook(
    path: Path, rows: Sequence[Sequence[Any]], head: Sequence[str] = HEAD, also: Callable[..., None] | None = None
) -> Path:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (head, *rows):
        sheet.append(list(row))
    if also:
        also(book, sheet)
    book.save(path)
    return path


def changed(**cells: Any) -> tuple[Any, ...]:
    """The good row under another id, with other cells."""
    named = dict(zip((label.replace(" ", "_").replace("-", "") for label in HEAD), GOOD, strict=True))
    return tuple({**named, "Id": "OAK", "Name": "Oak House", **cells}.values())


BAD_CELLS = {
    "a number as a name": changed(Name=4711),
    "a day as a name": changed(Name=dt.date(2024, 5, 14)),
    "a time as a contact": changed(Contact=dt.time(9, 30)),
    "a number as a job title": changed(Job_title=3.5),
    "a truth value as a name": changed(Name=True),
    "a truth value as an e-mail": changed(Email=False),
    "a formula as a name": changed(Name="=A2"),
    "a formula that runs a program": changed(Name="=cmd|' /C calc'!A0"),
    "a formula as an e-mail": changed(Email='=HYPERLINK("http://evil.example","x")'),
    "an error of Excel": changed(Contact="#REF!"),
    "an error of Excel as an e-mail": changed(Email="#N/A"),
    "no contact": changed(Contact=None),
    "no name": changed(Name=None),
    "no job title": changed(Job_title="   "),
    "no e-mail": changed(Email=None),
    "two e-mail addresses": changed(Email="a@oak.example; b@oak.example"),
    "an e-mail with a name": changed(Email="Ada <ada@oak.example>"),
    "an e-mail without a domain": changed(Email="ada@oak"),
    "an e-mail without an @": changed(Email="ada.oak.example"),
    "an e-mail of two lines": changed(Email="ada@oak.example\nBcc: x@evil.example"),
    "an e-mail with two dots": changed(Email="ada..quill@oak.example"),
    "an e-mail in other letters": changed(Email="аda@oak.example"),
    "a name to be filled in": changed(Name="[name of the agency]"),
    "a contact to be confirmed": changed(Contact="TBC"),
    "a meeting room by a formula": changed(Meeting_room="=1+1"),
}


def test_a_bad_cell_is_told_and_there_is_no_letter_of_its_row(case: Case, tmp_path: Path) -> None:
    bad = [(f"OAK{number}", f"Oak {number}", *row[2:]) if row[1] == "Oak House" else (f"OAK{number}", *row[1:])
           for number, row in enumerate(BAD_CELLS.values())]  # fmt: skip
    file = workbook(tmp_path / "to.xlsx", [GOOD, *bad])
    with pytest.raises(IncompleteError) as stopped:
        letters(case, "notification", from_file=file, on=ON)
    assert not case.letters.exists()
    good, *others = stopped.value.table
    assert good.clear
    assert [name for name, row in zip(BAD_CELLS, others, strict=True) if not row.missing] == []
    result = letters(case, "notification", from_file=file, on=ON, skip_incomplete=True)
    assert [row.recipient for row in result.letters if row.output] == ["ELM"]
    assert result.exit_code == 1
    assert len(list(case.letters.rglob("*.docx"))) == 1


@pytest.mark.parametrize(
    "rows",
    [
        [GOOD, ("ELM", *changed()[1:])],
        [GOOD, ("", *GOOD[1:]), ("", *GOOD[1:])],
    ],
)  # fmt: skip
def test_the_same_id_twice_makes_one_letter(case: Case, tmp_path: Path, rows: Any) -> None:
    result = letters(case, "notification", from_file=workbook(tmp_path / "to.xlsx", rows), on=ON, skip_incomplete=True)
    assert len(result.letters) == len(rows)
    made = [row.output for row in result.letters if row.output]
    assert len(made) == len(set(made)) == len(list(case.letters.rglob("*.docx")))


def test_blank_rows_are_passed_over(case: Case, tmp_path: Path) -> None:
    file = workbook(tmp_path / "to.xlsx", [GOOD, (), ("  ", None, "\u00a0"), changed()])
    assert [row.id for row in read_recipients(file)] == ["ELM", "OAK"]


def hide(_: Any, sheet: Any) -> None:
    sheet.row_dimensions[3].hidden = True


def merge(_: Any, sheet: Any) -> None:
    sheet.merge_cells("B3:C3")


@pytest.mark.parametrize("also", [hide, merge])
def test_rows_that_nobody_sees_and_cells_merged_across_are_told(
    case: Case, tmp_path: Path, also: Callable[..., None]
) -> None:
    rows = read_recipients(workbook(tmp_path / "to.xlsx", [GOOD, changed()], also=also))
    assert not rows[0].faults and rows[1].faults


def another_sheet(book: Any, _: Any) -> None:
    book.create_sheet("more").append(["x"])


@pytest.mark.parametrize(
    ("head", "also", "told"),
    [
        (("Id", "Name", "Contact", "Job title", "Emial"), None, "did you mean|nearly one"),
        (("Id", "Name", "Name", "Job title", "E-mail"), None, "again"),
        (("Id", "Name", "Contact", "1st room", "E-mail"), None, "can be no field"),
        (("Id", "Name", "Contact", "Raum ü", "E-mail"), None, "can be no field"),
        (HEAD, another_sheet, "The sheet more"),
    ],
)
def test_a_fault_that_is_no_row_s_stops_the_file(
    case: Case, tmp_path: Path, head: Sequence[str], also: Callable[..., None] | None, told: str
) -> None:
    with pytest.raises(ReviewdocsError, match=told):
        read_recipients(workbook(tmp_path / "to.xlsx", [GOOD[: len(head)]], head=head, also=also))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("to.xlsx", b"no workbook"),
        ("to.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("to.csv", "Id,Name\nA,B\n".encode("utf-16")),
        ("to.csv", b'Id,Name\nA,"B\n'),
        ("to.csv", b""),
        ("to.csv", b"Id,Name\n"),
        ("to.xlsm", b"PK"),
        ("to.txt", b"\xff\xfe"),
    ],
)
def test_a_file_that_is_none_is_refused_in_a_sentence(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReviewdocsError) as refused:
        read_recipients(tmp_path / name)
    assert refused.value.exit_code == 2


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_says_the_same_as_a_workbook(tmp_path: Path, separator: str) -> None:
    lines = [separator.join(f'"{cell}"' for cell in row) for row in (HEAD, GOOD)]
    (tmp_path / "to.csv").write_text("\r\n".join(lines), encoding="utf-8-sig")
    there = read_recipients(workbook(tmp_path / "to.xlsx", [GOOD]))
    assert read_recipients(tmp_path / "to.csv") == there


@pytest.mark.parametrize("cell", ["=1+1", "=cmd|' /C calc'!A0", "#VALUE!"])
def test_formulas_and_their_errors_are_told_in_a_csv_too(tmp_path: Path, cell: str) -> None:
    (tmp_path / "to.csv").write_text(f"Id,Name,Contact,Job title,E-mail\nA,{cell},B,C,d@e.example\n", encoding="utf-8")
    assert read_recipients(tmp_path / "to.csv")[0].faults


LITERAL = [
    "{{ 7*7 }} Trust", "{% for x in y %} Trust", "{{ cycler.__init__.__globals__ }}", "A & B <C> \"D\" 'E'", "<script>",
    "+44 Trust", "-5 Trust", "@SUM Trust", "Zażółć gęślą", "مدرسة النور", "בית ספר", "北京市第一中学", "St\u00a0Mary’s",
    "Line one\nline two", "\u202egnp.exe", "%s %n {0}", "/etc/passwd", "CON", "a" * 300,
]  # fmt: skip


def test_a_name_comes_out_letter_by_letter(case: Case, tmp_path: Path) -> None:
    rows = [
        ("", *changed(Id=f"R{n}", Name=name, Contact=name, Meeting_room=name))[1:] for n, name in enumerate(LITERAL)
    ]
    result = letters(case, "notification", from_file=workbook(tmp_path / "to.xlsx", rows), on=ON)
    folder = case.letters / "notification"
    for row, name in zip(result.letters, LITERAL, strict=True):
        assert row.output and row.output.parent == folder
        shown = name.replace("\u00a0", " ")
        assert Document(io.BytesIO(row.output.read_bytes())).paragraphs[0].text == f"To {shown}, {shown}. {shown}"
    listed = openpyxl.load_workbook(folder / "manifest.xlsx")["letters"]
    assert {cell.data_type for line in listed.iter_rows() for cell in line if cell.value is not None} == {"s"}
    cells = [cell for line in csv.reader((folder / "manifest.csv").open(encoding="utf-8-sig")) for cell in line]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_a_list_of_ids_is_as_if_they_were_named(case: Case, tmp_path: Path) -> None:
    (tmp_path / "to.txt").write_text("# two of them\nPOLICE\n\nCSC\nPOLICE\n", encoding="utf-8")
    result = letters(case, "notification", from_file=tmp_path / "to.txt", on=ON)
    assert [row.recipient for row in result.letters] == ["POLICE", "CSC"]
    (tmp_path / "to.txt").write_text("POLIS\n", encoding="utf-8")
    with pytest.raises(ReviewdocsError, match=r"no recipient POLIS.*POLICE"):
        letters(case, "notification", from_file=tmp_path / "to.txt", on=ON)
