"""Dates through the command line: Word's own ways of holding them, the record, and a second run."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

MAP = """\
id: TEST-1
review_type: LCSPR
people:
  - {id: CHILD, role: subject child, pseudonym: Child A, forename: Tamsin, surname: Quillfeather, dob: 2018-05-14}
  - {id: AUNT, role: aunt, pseudonym: Aunt, forename: May, surname: Oxtoby}
dates: {policy: POLICY}
"""
_CONTROL = """<w:sdt %s><w:sdtPr><w:date w:fullDate="2019-03-12T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/></w:date>
</w:sdtPr><w:sdtContent><w:r><w:t>12 March 2019</w:t></w:r></w:sdtContent></w:sdt>"""
_FIELD = """<w:p %s><w:r><w:t xml:space="preserve">Printed </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>
<w:r><w:instrText xml:space="preserve"> SAVEDATE \\@ "d MMMM yyyy" </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>4 June</w:t></w:r>
<w:r><w:t xml:space="preserve"> 2021</w:t></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"""
_TRACKED = """<w:p %s><w:r><w:t xml:space="preserve">Moved to </w:t></w:r>
<w:del w:id="1" w:author="M"><w:r><w:delText>8</w:delText></w:r></w:del>
<w:ins w:id="2" w:author="M"><w:r><w:t>9</w:t></w:r></w:ins>
<w:r><w:t xml:space="preserve"> July 2020.</w:t></w:r></w:p>"""


@pytest.fixture
def map_with(tmp_path: Path) -> Callable[[str], Path]:
    def written(policy: str) -> Path:
        path = tmp_path / "map.yaml"
        path.write_text(MAP.replace("POLICY", policy), encoding="utf-8")
        return path

    return written


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A Word report that holds dates in each of Word's ways."""
    document = docx.Document()
    split = document.add_paragraph("On 1")
    split.add_run("2 Mar").bold = True
    split.add_run("ch 20")
    split.add_run("19, at about 23:40, May Oxtoby rang. Tamsin was aged 7 weeks.")
    document.add_paragraph("Form signed ")._p.append(parse_xml(_CONTROL % nsdecls("w")))
    body = document.element.body
    for xml in (_FIELD, _TRACKED):
        body.insert(2, parse_xml(xml % nsdecls("w")))
    table = document.add_table(2, 2)
    for cell, text in zip((cell for row in table.rows for cell in row.cells),
                          ("Date of birth", "14/05/2018", "11/03/2020", "09:50"), strict=True):  # fmt: skip
        cell.text = text
    document.sections[0].header.paragraphs[0].text = "Meeting of Mon 6/1/20"
    document.sections[0].footer.paragraphs[0].text = "The Children Act 1989; Working Together (2018)"
    path = tmp_path / "report.docx"
    document.save(str(path))
    return path


def texts(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        parts = [package.read(n).decode() for n in package.namelist() if re.search(r"document|header|footer", n)]
    lines = re.sub(r"</w:p>", "\n", re.sub(r"<w:instrText.*?</w:instrText>", "", "".join(parts)))
    return re.sub(r"<[^>]+>", "", lines)


def test_no_day_is_left_in_a_word_document(
    cli: Callable[..., Any], tmp_path: Path, map_with: Callable[[str], Path], report: Path
) -> None:
    answer = cli("anonymise", report, "--map", map_with("month-year"), "-o", tmp_path / "out",
                 "--record", tmp_path / "record.json")  # fmt: skip
    assert answer.code == 0, answer.out + answer.err
    found = texts(tmp_path / "out/report.docx")
    assert "In March 2019, Aunt rang. Child A was aged under three months." in found
    assert "Form signed March 2019" in found
    assert "Printed June 2021" in found
    assert "Moved to July 2020." in found
    assert "May 2018" in found
    assert "March 2020\n–" in found
    assert "Meeting of January 2020" in found
    assert "The Children Act 1989; Working Together (2018)" in found
    with zipfile.ZipFile(tmp_path / "out/report.docx") as package:
        assert b"fullDate" not in package.read("word/document.xml")
    docx.Document(str(tmp_path / "out/report.docx"))
    record = json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))["documents"][0]
    born = next(row for row in record["replaced"] if row["category"] == "DOB")
    assert (born["ref"], born["text"], born["pseudonym"]) == ("CHILD", "14/05/2018", "May 2018")
    assert born["evidence"] == ["date of birth", "policy month-year", "date of birth in the map"]


@pytest.mark.parametrize("policy", ["month-year", "year", "relative, anchor: 2019-03-12", "shift, shift_weeks: -60"])
def test_a_second_run_over_the_copy_changes_nothing(
    cli: Callable[..., Any], tmp_path: Path, map_with: Callable[[str], Path], report: Path, policy: str
) -> None:
    log = tmp_path / "log.txt"
    log.write_text("12/03/2019 09:50 Tamsin seen.\n\nOn the 14th May left.\n", encoding="utf-8")
    pmap = map_with(policy)
    first = cli("anonymise", report, log, "--map", pmap, "-o", tmp_path / "one")
    assert first.code == 0, first.out + first.err
    again = cli("anonymise", *(tmp_path / "one" / f.name for f in (report, log)), "--map", pmap, "-o", tmp_path / "two")
    assert again.code == 0, again.out + again.err
    for name in ("log.txt", "report.docx"):
        read = texts if name.endswith("docx") else Path.read_text
        assert read(tmp_path / "one" / name) == read(tmp_path / "two" / name)
    assert ("moved before" in again.out + again.err) == policy.startswith("shift")


def test_moved_dates_keep_their_distance_in_all_documents_and_in_controls(
    cli: Callable[..., Any], tmp_path: Path, map_with: Callable[[str], Path], report: Path
) -> None:
    cli("anonymise", report, "--map", map_with("shift, shift_weeks: -60"), "-o", tmp_path / "out")
    found = texts(tmp_path / "out/report.docx")
    assert "On 16 January 2018, at about 23:40, Aunt rang." in found
    assert "Form signed 16 January 2018" in found
    with zipfile.ZipFile(tmp_path / "out/report.docx") as package:
        assert b'w:fullDate="2018-01-16T00:00:00Z"' in package.read("word/document.xml")
    assert b"-60" not in (tmp_path / "out/.reviewdocs-outputs.json").read_bytes()


def test_a_copy_with_moved_dates_that_was_edited_is_refused(
    cli: Callable[..., Any], tmp_path: Path, map_with: Callable[[str], Path]
) -> None:
    log = tmp_path / "log.txt"
    log.write_text("On 3 March 2019 Tamsin left.", encoding="utf-8")
    pmap = map_with("shift, shift_weeks: -60")
    cli("anonymise", log, "--map", pmap, "-o", tmp_path / "one")
    copy = tmp_path / "one/log.txt"
    copy.write_text(copy.read_text(encoding="utf-8") + " On 4 March 2019 too.", encoding="utf-8")
    answer = cli("anonymise", copy, "--map", pmap, "-o", tmp_path / "two")
    assert answer.code == 2
    assert "edited since" in answer.out + answer.err
    assert not (tmp_path / "two/log.txt").exists()


def test_a_copy_made_before_dates_were_moved_is_moved(
    cli: Callable[..., Any], tmp_path: Path, map_with: Callable[[str], Path]
) -> None:
    log = tmp_path / "log.txt"
    log.write_text("On 3 March 2019 Tamsin left.", encoding="utf-8")
    cli("anonymise", log, "--map", map_with("keep"), "-o", tmp_path / "one")
    shutil.copy(tmp_path / "one/log.txt", tmp_path / "copy.txt")
    for source in ("one/log.txt", "copy.txt"):
        out = tmp_path / f"two-{source[:3]}"
        cli("anonymise", tmp_path / source, "--map", map_with("shift, shift_weeks: -60"), "-o", out)
        assert next(out.glob("*.txt")).read_text(encoding="utf-8") == "On 7 January 2018 Child A left."


def test_relative_dates_without_an_anchor_are_refused_at_once(
    cli: Callable[..., Any], tmp_path: Path, map_with: Callable[[str], Path], report: Path
) -> None:
    answer = cli("anonymise", report, "--map", map_with("relative"), "-o", tmp_path / "out")
    assert answer.code == 2
    assert "anchor" in answer.err
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").glob("*.docx"))


def test_nothing_of_it_is_loaded_where_dates_stay(map_with: Callable[[str], Path]) -> None:
    code = (
        "import sys; from pathlib import Path; from reviewdocs.records.maps import load_map\n"
        "from reviewdocs.workflows.anonymiser import Anonymiser, Audience\n"
        "Anonymiser(load_map(Path(sys.argv[1])), Audience.PUBLIC).anonymise('a.txt', b'On 3 March 2019 Tamsin left.')\n"
        "assert not [name for name in sys.modules if name.startswith('reviewdocs.pseudonymise.dates')]"
    )
    subprocess.run([sys.executable, "-c", code, str(map_with("keep"))], check=True, timeout=120)
