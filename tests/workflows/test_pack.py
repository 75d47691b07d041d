"""The pack: forms with what is known filled in, that nobody's work is lost in, and that come back readable."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from reviewdocs import resources
from reviewdocs.errors import UsageError
from reviewdocs.store.case import Case
from reviewdocs.store.made import State
from reviewdocs.workflows.pack import Packed, pack


@pytest.fixture
def case(tmp_path: Path) -> Case:
    folder = tmp_path / "case"
    folder.mkdir()
    shutil.copy(resources.folder("examples") / "dhr-demo" / "review.yaml", folder)
    return Case.open(folder)


def made(case: Case, *forms: str) -> dict[str, Packed]:
    return {f"{one.form}{one.output.suffix}": one for one in pack(case, forms) if one.output}


def words(document: Any) -> str:
    return "\n".join(
        "".join(node.text or "" for node in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p"))
    )


def test_every_form_is_made_in_its_folder_with_places_to_fill_in(case: Case, cli: Callable[..., Any]) -> None:
    told = json.loads(cli("pack", case.folder, "--json").out)["forms"]
    assert len(told) == 15 and all(one["state"] == "made" for one in told)
    for one in told:
        assert Path(one["output"]).parent.name == one["folder"]
        assert "DHR-2024-03" in Path(one["output"]).name
    report = docx.Document(next(one["output"] for one in told if one["form"] == "agency-report"))
    controls = [node.get(qn("w:val")) for node in report.element.body.iter(qn("w:alias"))]
    assert {"Analysis", "Good practice", "Sources"} <= set(controls)
    assert "Domestic Homicide Review DHR-2024-03" in words(report)
    assert "[[" not in words(report) and "{{" not in words(report)


def test_columns_of_the_action_plan_are_those_of_the_type(case: Case) -> None:
    text = words(docx.Document(str(made(case, "action-plan")["action-plan.docx"].output)))
    assert "Key milestones" in text and "Measure of success" not in text
    shutil.copy(resources.folder("examples") / "sar-demo" / "review.yaml", case.folder)
    text = words(docx.Document(str(made(case, "action-plan")["action-plan.docx"].output)))
    assert "Measure of success" in text and "Key milestones" not in text


def test_a_form_that_was_filled_in_is_never_overwritten(case: Case) -> None:
    first = made(case, "referral")["referral.docx"].output
    assert first
    first.write_bytes(b"somebody's work")
    again = made(case, "referral")["referral.docx"]
    assert again.state is State.ASIDE and again.left_alone == (first,)
    assert first.read_bytes() == b"somebody's work"
    assert made(case, "contact")["contact.docx"].state is State.MADE
    assert made(case, "contact")["contact.docx"].state is State.UNCHANGED


def test_a_form_that_is_not_there_is_told_with_those_that_are(case: Case) -> None:
    with pytest.raises(UsageError, match="agency-report"):
        pack(case, ["overview-report"])


def test_both_chronology_forms_come_back_through_the_merge(case: Case, cli: Callable[..., Any]) -> None:
    forms = made(case, "chronology")
    row = ("03/02/2024", "09:30", "", "Case notes", "Visit; nobody in", "Worker", "No", "", "", "Card left", "", "Late")
    document = docx.Document(str(forms["chronology.docx"].output))
    table = next(t for t in document.tables if t.rows[0].cells[0].text == "Start date")
    for cell, text in zip(table.rows[1].cells, row, strict=True):
        cell.text = text
    returned = case.chronologies
    returned.mkdir()
    document.save(str(returned / "Police.docx"))
    book = openpyxl.load_workbook(io.BytesIO(Path(str(forms["chronology.xlsx"].output)).read_bytes()))
    for column, text in enumerate(row, 1):
        book["chronology"].cell(2, column, text)
    book.save(returned / "Health.xlsx")
    agencies = [agency.id for agency in case.load_review().agencies][:2]
    files = [f"{agencies[0]}={returned / 'Police.docx'}", f"{agencies[1]}={returned / 'Health.xlsx'}"]
    told = cli("chronology", "merge", case.folder, *files, "--json")
    assert told.code in (0, 1), told.err
    merged = (case.folder / "chronology.yaml").read_text(encoding="utf-8")
    assert merged.count("Visit; nobody in") == 2 and merged.count("Card left") == 2 and merged.count("Late") == 2
    assert merged.count("seen: false") == 2
