"""The shipped templates, filled with the demo case."""

from __future__ import annotations

import datetime as dt
import io
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from reviewdocs import resources
from reviewdocs.generate.catalogue import Entry, TemplateKind, catalogue, shipped_template
from reviewdocs.generate.fill import fill, read_template
from reviewdocs.generate.letter_views import letter_context
from reviewdocs.generate.recipients import recipients_of
from reviewdocs.generate.views import document_context
from reviewdocs.model.review import Review
from reviewdocs.records.review_data import load_review
from reviewdocs.workflows.draft import properties_of

ROOT = Path(__file__).resolve().parents[2]
ON = dt.date(2023, 12, 12)


@cache
def review() -> Review:
    return load_review(resources.folder("examples") / "lcspr-demo" / "review.yaml")


def context_of(entry: Entry, data: Review) -> Any:
    if entry.recipients is None:
        return document_context(data, entry.title)
    late = data.agencies[0].model_copy(update={"report_due": ON - dt.timedelta(days=1), "report_received": None})
    data = data.model_copy(update={"agencies": (late, *data.agencies[1:])}) if entry.id == "reminder" else data
    return letter_context(data, entry, next(iter(recipients_of(data, entry.recipients).values())), ON)


@cache
def made(identifier: str) -> bytes:
    entry = next(entry for entry in catalogue() if entry.id == identifier)
    return fill(shipped_template(entry), context_of(entry, review()), properties_of(review(), entry.title))


def opened(identifier: str) -> Any:
    return Document(io.BytesIO(made(identifier)))


def headings(document: Any, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name == style]


def texts(document: Any) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


@pytest.mark.parametrize("entry", catalogue(), ids=lambda entry: entry.id)
def test_every_template_is_sound_and_leaves_no_tag_behind(entry: Entry) -> None:
    assert read_template(entry.template, shipped_template(entry).read_bytes(), entry.context).faults == ()
    document = opened(entry.id)
    stories = [texts(document)]
    for section in document.sections:
        stories += [p.text for part in (section.header, section.footer) for p in part.paragraphs]
    assert not re.search(r"\{\{|\{%|%\}|\}\}", "\n".join(stories))


@pytest.mark.parametrize("entry", catalogue(), ids=lambda entry: entry.id)
def test_every_document_is_a4_british_and_carries_its_reference_and_marking(entry: Entry) -> None:
    document = opened(entry.id)
    for section in document.sections:
        assert {round(section.page_width.cm, 1), round(section.page_height.cm, 1)} == {21.0, 29.7}
        assert review().marking.value in section.header.paragraphs[0].text
        assert review().reference in section.header.paragraphs[0].text
        assert "NUMPAGES" in section.footer._element.xml
    languages = {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    assert document.styles["Normal"].font.size.pt == 12


@pytest.mark.parametrize("entry", catalogue(), ids=lambda entry: entry.id)
def test_table_rows_stay_whole_and_long_tables_repeat_their_header(entry: Entry) -> None:
    for table in opened(entry.id).tables:
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)
        if len(table.columns) > 2:
            assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None


def test_the_overview_has_the_chapters_of_an_overview_and_lists_them() -> None:
    document = opened("overview-report")
    chapters = headings(document, "Heading 1")
    for wanted in ("Introduction", "Terms of reference", "Parallel processes", "Family involvement", "Good practice",
                   "Findings", "Conclusions", "Lessons", "Recommendations"):  # fmt: skip
        assert wanted in chapters
    contents = [p.text for p in document.paragraphs if p.style.name == "toc 1"]
    assert contents[0] == "1\tIntroduction"
    assert [line.split("\t")[-1] for line in contents] == [*chapters, *headings(document, "Appendix Heading")]
    marks = {mark.get(qn("w:name")) for mark in document.element.iter(qn("w:bookmarkStart"))}
    assert {link.get(qn("w:anchor")) for link in document.element.iter(qn("w:hyperlink"))} <= marks


def test_the_chronology_is_a_landscape_table_with_every_entry_in_order_of_time() -> None:
    document = opened("overview-report")
    assert document.sections[-1].orientation == WD_ORIENT.LANDSCAPE
    table = next(t for t in document.tables if "What was recorded" in [c.text for c in t.rows[0].cells])
    rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    entries = sorted(review().chronology, key=lambda e: (e.date, e.time or dt.time.min))
    assert [row[4] for row in rows] == [" ".join(e.text.split()) for e in entries]
    assert all(row[2].startswith(e.agency) for row, e in zip(rows, entries, strict=True))


def test_an_action_s_rating_stands_there_in_words_and_colour() -> None:
    table = next(t for t in opened("executive-summary").tables if t.rows[0].cells[-1].text == "Rating")
    for row, action in zip(table.rows[1:], review().actions, strict=True):
        assert row.cells[-1].text == action.rag.value
        properties = row.cells[-1]._tc.tcPr
        assert [child.tag for child in properties] == [qn("w:tcW"), qn("w:shd")]
        assert re.fullmatch("[0-9A-F]{6}", properties[1].get(qn("w:fill")))


def test_the_executive_summary_names_no_panel_member() -> None:
    text = texts(opened("executive-summary"))
    for member in review().panel:
        assert member.name not in text
        assert member.job_title in text


def test_late_and_silent_agencies_are_named_in_the_overview() -> None:
    text = texts(opened("overview-report"))
    assert "returned late" in text
    assert re.search(r"Received \d+ \w+ 20\d\d, \d+ days? late", text)
    assert "holds no entry by" in text


def test_a_letter_to_an_agency_gives_both_dates_and_lists_its_copies() -> None:
    text = texts(opened("notification"))
    agency = review().agencies[0]
    assert "Friday 19 January 2024" in text
    assert "Friday 16 February 2024" in text
    assert all(copy.name in text for copy in agency.copies_to)
    assert "HM Coroner" in text  # there were criminal proceedings


def test_a_review_with_nothing_optional_still_makes_the_reports() -> None:
    empty = {
        "panel": (), "chronology": (), "key_practice_episodes": (), "findings": (), "good_practice": (), "lessons": (),
        "recommendations": (), "actions": (), "parallel_processes": (), "meetings": (), "family_contacts": (),
        "research": (), "equality": (), "family_background": (), "documents_seen": (), "publication": None,
        "hindsight": "", "monitoring": "", "permitted": (),
    }  # fmt: skip
    bare = review().model_copy(update=empty)
    for entry in (one for one in catalogue() if one.kind is TemplateKind.DOCUMENT and not one.on_request):
        data = fill(shipped_template(entry), context_of(entry, bare), properties_of(bare, entry.title))
        text = texts(Document(io.BytesIO(data)))
        wanted = {
            "learning-summary": "Nine agencies and no members of the family",
            "chair-statement": bare.terms_of_reference.purpose,
        }.get(entry.id, bare.incident.summary)
        assert " ".join(wanted.split()) in text


def test_the_templates_are_what_the_script_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "tools" / "make_templates.py", tmp_path], check=True, capture_output=True)
    for entry in catalogue():
        assert (tmp_path / entry.template).read_bytes() == (ROOT / "templates" / entry.template).read_bytes()


@pytest.mark.office
@pytest.mark.parametrize("identifier, pages", [("learning-summary", range(1, 3)), ("overview-report", range(20, 60))])
def test_documents_convert_to_pdf(
    identifier: str, pages: range, tmp_path: Path, as_pdf: Callable[[Path], Path]
) -> None:
    source = tmp_path / f"{identifier}.docx"
    source.write_bytes(made(identifier))
    pdf = as_pdf(source)
    told = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    assert int(re.search(r"Pages:\s+(\d+)", told)[1]) in pages  # type: ignore[index]
    text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
    assert "Error!" not in text
