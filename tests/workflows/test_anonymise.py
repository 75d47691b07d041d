"""Anonymising through the command line: what changes, what stays, what is verified and what is recorded."""

from __future__ import annotations

import base64
import io
import itertools
import json
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from reviewdocs.formats.docx.document import OfficeDocument
from reviewdocs.model.words import Audience
from reviewdocs.records.maps import load_map
from reviewdocs.workflows import anonymiser, searching

pytestmark = pytest.mark.usefixtures("forked")

MAP = """\
id: TEST-1
review_type: LCSPR
people:
  - {id: CHILD, role: subject child, pseudonym: Child A, forename: Tamsin, middle: Ilse, surname: Quillfeather,
     known_as: [Tammy], identifiers: {nhs: "999 000 0018"}, pronouns: she/her}
  - {id: MUM, role: mother, pseudonym: Mother, forename: Brid, surname: Quillfeather, former_names: [Brid Oxtoby],
     title: Mrs, pronouns: she/her}
  - {id: DAD, role: father, pseudonym: Father, forename: Anselm, surname: Quillfeather, title: Mr, pronouns: he/him}
groups: [{id: FAMILY, surname: Quillfeather, members: [CHILD, MUM, DAD], pseudonym: the family}]
places: [{id: TOWN, name: Skerrowby, kind: town, pseudonym: the Town}]
organisations: [{id: SCHOOL, name: Larchmount Primary School, kind: school, pseudonym: School 1}]
permitted: [{name: Hester Vane, role: Independent Chair}]
panel: [{job_title: Head of Safeguarding, employer: Skerrowby Borough Council, name: Odile Farrant}]
dates: {policy: keep}
"""
SECRETS = (
    "Tamsin",
    "Quillfeather",
    "Tammy",
    "Brid ",
    "Oxtoby",
    "Anselm",
    "Larchmount",
    "999 000 0018",
    "9990000018",
    "Farrant",
)

TRACKED = b"""<w:p>
<w:ins w:id="900" w:author="Brid Oxtoby"><w:r><w:t>Tammy stayed.</w:t></w:r></w:ins>
<w:del w:id="901" w:author="Brid Oxtoby"><w:r><w:delText>Anselm left.</w:delText></w:r></w:del>
</w:p>"""


@pytest.fixture
def map_file(tmp_path: Path) -> Path:
    path = tmp_path / "map.yaml"
    path.write_text(MAP, encoding="utf-8")
    return path


def report(path: Path) -> None:
    """A Word report with names in runs, a table, header, footer, a comment, tracked changes and properties."""
    document = docx.Document()
    document.core_properties.author = "Tamsin Quillfeather"
    paragraph = document.add_paragraph("Seen at home: ")
    bold = paragraph.add_run("Tam")
    bold.bold = True
    paragraph.add_run("sin Quill")
    paragraph.add_run("feather").italic = True
    paragraph.add_run(", known as Tammy, NHS 999 000 0018.")
    document.add_paragraph("Mrs Quillfeather’s account differs from Anselm's. The Quillfeathers moved to Skerrowby.")
    document.add_paragraph("Chair: Hester Vane. Head of Safeguarding, Skerrowby Borough Council.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Tamsin"
    table.cell(0, 1).text = "Larchmount Primary School"
    section = document.sections[0]
    section.header.paragraphs[0].text = "Tamsin Quillfeather – draft"
    section.footer.paragraphs[0].text = "Brid Oxtoby"
    document.add_comment(paragraph.runs[0], text="Ask Tamsin", author="Brid Oxtoby")
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:sectPr", TRACKED + b"<w:sectPr", 1)
            target.writestr(name, data)


def everything(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def test_a_word_report(cli: Callable[..., Any], tmp_path: Path, map_file: Path) -> None:
    source, out = tmp_path / "Tamsin Quillfeather report.docx", tmp_path / "out"
    report(source)
    before = source.read_bytes()
    answer = cli("anonymise", source, "--map", map_file, "-o", out, "--record", tmp_path / "record.json", "--json")
    told = json.loads(answer.out)["documents"][0]

    assert answer.code == 0 and told["verified"] is True and told["undecided"] == 0
    assert source.read_bytes() == before
    result = Path(told["output"])
    assert "Tamsin" not in result.name and "Child A" in result.name
    text = everything(result)
    assert not [secret for secret in SECRETS if secret in text + result.name]

    document = docx.Document(str(result))
    first = document.paragraphs[0]
    assert first.text == "Seen at home: Child A, NHS [NHS number]."
    assert next(run.text for run in first.runs if run.bold) == "Child A", (
        "the pseudonym takes the first character's format"
    )
    assert document.paragraphs[1].text == "Mother’s account differs from Father's. The family moved to the Town."
    assert document.paragraphs[2].text == "Chair: Hester Vane. Head of Safeguarding, Skerrowby Borough Council."
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["Child A", "School 1"]
    assert document.sections[0].header.paragraphs[0].text == "Child A – draft"
    assert document.core_properties.author == ""
    assert "w:ins " not in text and "w:del " not in text and "comments" not in text.casefold().split("theme")[0]
    assert "Child A stayed." in text and "left." not in text
    assert told["stripped"]

    record = json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))["documents"][0]
    assert {row["ref"] for row in record["replaced"]} >= {"CHILD", "MUM", "DAD", "TOWN", "SCHOOL"}
    assert all(row["evidence"] for row in record["replaced"])


def test_running_it_on_its_own_output_changes_nothing(cli: Callable[..., Any], tmp_path: Path, map_file: Path) -> None:
    source = tmp_path / "report.docx"
    report(source)
    assert cli("anonymise", source, "--map", map_file, "-o", tmp_path / "one").code == 0
    assert cli("anonymise", tmp_path / "one/report.docx", "--map", map_file, "-o", tmp_path / "two").code == 0
    assert (tmp_path / "one/report.docx").read_bytes() == (tmp_path / "two/report.docx").read_bytes()


def test_plain_text_keeps_its_line_ends(cli: Callable[..., Any], tmp_path: Path, map_file: Path) -> None:
    source = tmp_path / "log.txt"
    source.write_bytes("\ufeffSeen: Tamsin\r\nQuillfeather.\r\n\r\nNo change.\r\n".encode())
    assert cli("anonymise", source, "--map", map_file, "-o", tmp_path / "out").code == 0
    assert (tmp_path / "out/log.txt").read_bytes() == "\ufeffSeen: Child A.\r\n\r\nNo change.\r\n".encode()


def test_nothing_is_written_when_a_name_would_survive(
    cli: Callable[..., Any], tmp_path: Path, map_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "report.docx"
    report(source)
    monkeypatch.setattr(anonymiser, "edits_of", lambda mentions: {})
    answer = cli("anonymise", source, "--map", map_file, "-o", tmp_path / "out", "--record", tmp_path / "record.json")
    assert answer.code == 4
    assert "could not be verified" in answer.out
    assert not list(tmp_path.glob("out/**/*.docx"))
    assert not any(secret in answer.out + answer.err for secret in SECRETS)


CODED = base64.b64encode(b"Tamsin Quillfeather was seen at home").decode()


def test_a_name_in_coded_text_goes(cli: Callable[..., Any], tmp_path: Path, map_file: Path) -> None:
    (tmp_path / "log.txt").write_text(f"Sent: {CODED} on Monday.\n", encoding="utf-8")
    assert cli("anonymise", tmp_path / "log.txt", "--map", map_file, "-o", tmp_path / "out").code == 0
    assert (tmp_path / "out/log.txt").read_text(encoding="utf-8") == "Sent: [coded text] on Monday.\n"


def test_what_the_search_of_the_bytes_finds_is_not_written(
    cli: Callable[..., Any], tmp_path: Path, map_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "log.txt").write_text(f"Sent: {CODED} on Monday.\n", encoding="utf-8")
    monkeypatch.setattr(anonymiser.Anonymiser, "expunge", lambda self, written: None)
    answer = cli("anonymise", tmp_path / "log.txt", "--map", map_file, "-o", tmp_path / "out")
    assert answer.code == 4 and "survive" in answer.out
    assert not (tmp_path / "out/log.txt").exists()


def test_what_goes_when_it_is_read_again_is_not_in_the_bytes_either(
    tmp_path: Path, map_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = docx.Document()
    written.add_paragraph("Tamsin Quillfeather was seen.")
    written.save(str(tmp_path / "in.docx"))
    strip, edits = OfficeDocument.strip, anonymiser.edits_of
    calls, passes = itertools.count(), itertools.count()

    def goes_later(self: OfficeDocument, audience: Audience, *, keep_comments: bool = False) -> Any:
        if next(calls):
            for text in self._package.parts["word/document.xml"].root.iter("{*}t"):
                text.text = ""
        return {"hidden text": 1, **strip(self, audience, keep_comments=keep_comments)}

    monkeypatch.setattr(anonymiser, "edits_of", lambda found: edits(found) if next(passes) else {})
    monkeypatch.setattr(OfficeDocument, "strip", goes_later)
    made = anonymiser.Anonymiser(load_map(map_file), Audience.PUBLIC)
    (tmp_path / "out.docx").write_bytes(made.anonymise("in.docx", (tmp_path / "in.docx").read_bytes()).data)
    assert "Quillfeather" not in everything(tmp_path / "out.docx")


@pytest.mark.skipif(sys.platform != "linux", reason="what is patched here is there only in a process that forks")
def test_what_could_not_be_searched_is_not_written_and_the_next_file_is(
    cli: Callable[..., Any], tmp_path: Path, map_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = searching.Searching.survivors

    def breaks(self: Any, name: str, data: bytes) -> Any:
        return os._exit(5) if name == "one.txt" else search(self, name, data)

    monkeypatch.setattr(searching.Searching, "survivors", breaks)
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text("Tamsin was seen.\n", encoding="utf-8")
    answer = cli("anonymise", tmp_path / "one.txt", tmp_path / "two.txt", "--map", map_file, "-o", tmp_path / "out")
    assert answer.code == 2 and "NOT DONE  one.txt" in answer.out
    assert [path.name for path in (tmp_path / "out").glob("*.txt")] == ["two.txt"]


def test_restricted_copies_keep_their_comments(cli: Callable[..., Any], tmp_path: Path, map_file: Path) -> None:
    source = tmp_path / "report.docx"
    report(source)
    answer = cli("anonymise", source, "--map", map_file, "-o", tmp_path / "out", "--audience", "restricted", "--json")
    stripped = set(json.loads(answer.out)["documents"][0]["stripped"])
    assert stripped <= {"pictures' metadata"}, "only pictures' metadata goes for every audience"
    text = everything(tmp_path / "out/report.docx")
    assert "Ask Child A" in text
    assert not [secret for secret in SECRETS if secret in text]
