"""Marks for Acrobat: each lies over the words that were found, and what cannot be marked is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from lxml import etree
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

NAMESPACE = {"x": "http://ns.adobe.com/xfdf/"}
LINES = ("Overview of the review", "Kirsty Garside rang the nursery.", "Later Kirsty Garside came in person.")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A PDF of two pages: three lines on the first, nothing of note on the second; its author is a name."""
    writer = pypdf.PdfWriter()
    told = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica", "Encoding": "WinAnsiEncoding"}
    font = DictionaryObject({NameObject(f"/{key}"): NameObject(f"/{value}") for key, value in told.items()})
    for lines in (LINES, ("The panel met twice.",)):
        page = writer.add_blank_page(595, 842)
        stream = DecodedStreamObject()
        shown = "".join(f"1 0 0 1 72 {760 - 30 * n} Tm ({line}) Tj " for n, line in enumerate(lines))
        stream.set_data(f"BT /F1 12 Tf {shown} ET".encode())
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        page[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata({"/Author": "Kirsty Garside"})
    path = tmp_path / "report.pdf"
    writer.write(path)
    return path


@pytest.fixture
def pmap(tmp_path: Path) -> Path:
    path = tmp_path / "map.yaml"
    path.write_text(
        "id: L\nreview_type: LCSPR\n"
        "people: [{id: MOTHER, role: mother, pseudonym: Mother, forename: Kirsty, surname: Garside}]\n"
    )
    return path


def test_every_mark_lies_over_the_words(report: Path, pmap: Path, tmp_path: Path, cli: Callable[..., Any]) -> None:
    answer = cli("check", report, "--map", pmap, "--format", "xfdf", "-o", tmp_path / "report.xfdf")
    assert answer.code == 1 and "by hand" in answer.out, "the author cannot be marked"
    raw = (tmp_path / "report.xfdf").read_bytes()
    assert b"Kirsty" not in raw and b"Garside" not in raw
    root = etree.fromstring(raw)
    marks = root.findall("x:annots/x:redact", NAMESPACE)
    page = pypdfium2.PdfDocument(report)[0].get_textpage()
    under = []
    for mark in marks:
        assert mark.get("page") == "0" and len(mark.get("coords", "").split(",")) == 8
        left, bottom, right, top = map(float, mark.get("rect", "").split(","))
        under.append(page.get_text_bounded(left, bottom, right, top).strip())
    assert under == ["Kirsty Garside", "Kirsty Garside"]
    found = root.find("x:f", NAMESPACE)
    assert found is not None and found.get("href") == "report.pdf"
    again = cli("check", report, "--map", pmap, "--format", "xfdf", "-o", tmp_path / "report.xfdf")
    assert again.code == 1, "our own file is written over"


def test_marks_are_of_one_pdf_and_need_a_file(
    report: Path, pmap: Path, tmp_path: Path, cli: Callable[..., Any]
) -> None:
    assert "-o" in cli("check", report, "--map", pmap, "--format", "xfdf").err
    (tmp_path / "note.txt").write_text("Kirsty Garside rang.")
    answer = cli("check", tmp_path / "note.txt", "--map", pmap, "--format", "xfdf", "-o", tmp_path / "n.xfdf")
    assert answer.code == 2 and "one PDF at a time" in answer.err and not (tmp_path / "n.xfdf").exists()
