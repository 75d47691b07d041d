"""A board's own letters: a template, a few lines beside it, fields of its own."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from reviewdocs import resources
from reviewdocs.errors import DataError, TemplateError
from reviewdocs.generate.catalogue import catalogue, find_template
from reviewdocs.store.case import Case
from reviewdocs.workflows.letters import letters
from reviewdocs.workflows.templates import templates_check, templates_fields, templates_list

WHOLE = """letters:
  - id: school-visit
    title: Visit to the school
    recipients: agencies
    review_types: [lcspr]
"""
MORE = """
more:
  visit: 2024-02-20
  bring: [the accident book, the register]
"""
LINES = (
    "{{ document.reference }} {{ document.marking }} {{ letter.date|date }}", "{%p for line in addressee.lines %}",
    "{{ line }}", "{%p endfor %}", "Dear {{ addressee.salutation }}",
)  # fmt: skip


@pytest.fixture
def case(tmp_path: Path) -> Case:
    folder = tmp_path / "cases" / "LCSPR-1"
    (folder / "templates").mkdir(parents=True)
    shutil.copy(resources.folder("pseudonym_maps") / "lcspr-worked-example.yaml", folder / "pseudonyms.yaml")
    text = (resources.folder("examples") / "lcspr-demo" / "review.yaml").read_text(encoding="utf-8")
    (folder / "review.yaml").write_text(text + MORE, encoding="utf-8")
    listed(folder / "templates", WHOLE)
    template(
        folder / "templates/letter-school-visit.docx", "We come on {{ more.visit|date_full }}: {{ more.bring|prose }}."
    )
    return Case.open(folder)


def listed(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "letters.yaml").write_text(text, encoding="utf-8")


def template(path: Path, *lines: str) -> None:
    document = Document()
    for line in (*LINES, *lines):
        document.add_paragraph(line)
    document.save(str(path))


def text_of(path: Path | None) -> str:
    assert path
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(path.read_bytes())).paragraphs)


def test_it_is_a_letter_like_the_shipped_ones(case: Case) -> None:
    listed_ids = {one.entry.id: one for one in templates_list(case)}
    assert listed_ids["school-visit"].own and listed_ids["school-visit"].entry.audience == "restricted"
    (made,) = letters(case, "school-visit", ["SCHOOL"]).letters
    assert "We come on Tuesday 20 February 2024: the accident book and the register." in text_of(made.output)
    check = templates_check(case.templates / "letter-school-visit.docx")
    assert (check.unknown, check.missing, check.exit_code) == ((), (), 0)
    assert "more.visit" in templates_fields("school-visit", case).used


def test_one_for_all_cases_lies_beside_them_and_a_case_s_own_comes_first(case: Case) -> None:
    board = case.folder.parent / "board-templates"
    both = WHOLE + "  - {id: thanks, title: Thanks, recipients: family, usual: by-letter}\n"
    listed(board, both.replace("Visit to", "Calling at"))
    template(board / "letter-thanks.docx", "Thank you.")
    template(board / "letter-school-visit.docx", "Ours.")
    titles = {entry.id: entry.title for entry in catalogue(case.templates)}
    assert (titles["thanks"], titles["school-visit"]) == ("Thanks", "Visit to the school")
    assert templates_check(board / "letter-thanks.docx").exit_code == 0
    assert "Thank you." in text_of(letters(case, "thanks", ["MGM"]).letters[0].output)


def test_to_a_body_outside_it_goes_in_pseudonyms(case: Case) -> None:
    listed(case.templates, "letters:\n  - {id: note, title: Note, recipients: external-bodies}\n")
    template(case.templates / "letter-note.docx", "About {{ subject.full_name }} of {{ subject.addresses[0] }}.")
    (made,) = letters(case, "note", ["OFSTED"]).letters
    assert "About Child A of [address]." in text_of(made.output)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (WHOLE.replace("school-visit", "School Visit"), 2, "small letters, figures and single hyphens"),
        (WHOLE.replace("school-visit", "notification"), 2, "an id that no shipped or other letter has"),
        (WHOLE + WHOLE.partition("\n")[2], 6, "an id that no shipped or other letter has"),
        (WHOLE.replace("agencies", "agency"), 4, "did you mean agencies"),
        (WHOLE.replace("lcspr", "LSCPR"), 5, "LCSPR"),
        (WHOLE.replace("review_types", "review_type"), 5, "did you mean review_types"),
        (WHOLE + "    template: visit.docx\n", 6, "a file of this name beside letters.yaml"),
        (WHOLE + "    template: ../visit.docx\n", 6, "a .docx file beside letters.yaml"),
        (WHOLE + "    usual: by-letter\n", 6, "one of everyone, referrer, overdue"),
        (WHOLE.replace("title: Visit to the school", "title:"), 3, "found nothing"),
    ],
)
def test_every_fault_of_the_list_is_told_with_its_line(case: Case, text: str, line: int, told: str) -> None:
    listed(case.templates, text)
    with pytest.raises(DataError) as caught:
        catalogue(case.templates)
    assert f"letters.yaml, line {line}" in str(caught.value) and told in str(caught.value)


def test_a_check_tells_what_it_misses(case: Case) -> None:
    path = case.templates / "letter-school-visit.docx"
    document = Document()
    document.add_paragraph("{{ more.vist }} {{ review.more.time }} {{ more.bring|prose }}")
    document.save(str(path))
    check = templates_check(path)
    assert check.exit_code == 2
    assert any("no field 'vist' (did you mean 'visit'?) in the paragraph" in fault for fault in check.unknown)
    assert any("no field 'time'" in fault for fault in check.unknown)
    assert {"letter.date", "addressee.lines"} <= set(check.missing)
    assert "agencies" in check.compared


def test_a_template_gone_since_is_told_by_its_name(case: Case) -> None:
    entry = next(one for one in catalogue(case.templates) if one.id == "school-visit")
    (case.templates / entry.template).unlink()
    with pytest.raises(TemplateError, match=r"letter-school-visit\.docx of the letter 'school-visit'"):
        find_template(entry, case.templates)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("more: {items: one}\n", "none of clear, copy"),
        ("more: {a b: one}\n", "one word of letters"),
        ("more:\n  a: {b: c}\n", "a text, a day or a list"),
        ("more: {day: 2024-02-30}\n", "out of range"),
        ("more: text\n", "keys and values"),
    ],
)
def test_a_field_that_no_template_could_ask_for_is_told(case: Case, more: str, told: str) -> None:
    text = case.review_file.read_text(encoding="utf-8").replace(MORE, "\n" + more)
    case.review_file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=told):
        case.load_review()


def test_the_commands_know_it(case: Case, cli: Callable[..., Any]) -> None:
    assert "Visit to the school" in cli("templates", "list", "--case", case.folder).out
    answer = cli("templates", "check", case.templates / "letter-school-visit.docx", "--case", case.folder)
    assert answer.code == 0 and "0 missing" in answer.out
