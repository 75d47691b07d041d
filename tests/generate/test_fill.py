"""Filling templates: what goes wrong is told with its place, and what goes in comes out."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_BREAK

from reviewdocs.errors import TemplateError
from reviewdocs.generate.fill import Properties, fill

PROPERTIES = Properties("T", "OFFICIAL", "A Board", "R-1", "1.0", dt.date(2024, 6, 21))


@dataclass(frozen=True)
class Item:
    name: str
    day: dt.date | None = None


@dataclass(frozen=True)
class Data:
    title: str
    items: tuple[Item, ...] = ()
    chair: Item | None = None


def template(folder: Path, build: Any) -> Path:
    document = Document()
    build(document)
    path = folder / "board.docx"
    document.save(str(path))
    return path


def filled(folder: Path, build: Any, data: Data) -> Any:
    return Document(io.BytesIO(fill(template(folder, build), data, PROPERTIES)))


def fault(folder: Path, build: Any, data: Data | None = None) -> str:
    with pytest.raises(TemplateError) as caught:
        fill(template(folder, build), data or Data("x"), PROPERTIES)
    return str(caught.value)


def test_a_misspelt_field_names_template_field_place_and_the_nearest_known(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_heading("The panel", 1)
        document.add_paragraph("Written for {{ titel }} by us")

    message = fault(tmp_path, build)
    for part in ("board.docx", "'titel'", "did you mean 'title'", "The panel", "Written for", "Nothing was written"):
        assert part in message


def test_every_fault_is_told_at_once_wherever_it_stands(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ refrence }}"
        table = document.add_table(rows=1, cols=1)
        table.cell(0, 0).text = "Due: {{ dew }}"
        document.add_paragraph("{%p for x in items %}")
        document.add_paragraph("{{ x.nmae }}")
        document.add_paragraph("{%p endfor %}")
        document.add_paragraph("{{ title|uper }}")

    message = fault(tmp_path, build)
    assert "4 faults" in message
    assert "header, paragraph" in message
    assert "table cell “Due: {{ dew }}”" in message
    assert "'items[].nmae' (did you mean 'items[].name'?)" in message
    assert "filter called 'uper' (did you mean 'upper'?)" in message


def test_a_field_of_a_loop_over_nothing_is_still_checked(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("{% for x in items %}{{ x.nothing }}{% endfor %}")

    assert "items[].nothing" in fault(tmp_path, build, Data("x", ()))


def test_a_tag_that_cannot_be_read_is_told_with_its_place(tmp_path: Path) -> None:
    message = fault(tmp_path, lambda d: d.add_paragraph("Here: {{ title| }}"))
    assert "cannot be understood" in message
    assert "Here:" in message


def test_a_loop_that_is_not_closed_is_told(tmp_path: Path) -> None:
    assert "cannot be understood" in fault(tmp_path, lambda d: d.add_paragraph("{% for x in items %}{{ x.name }}"))


def test_a_field_of_something_this_review_has_not_is_told(tmp_path: Path) -> None:
    message = fault(tmp_path, lambda d: d.add_paragraph("Chair: {{ chair.name }}"))
    assert "his review's data has nothing here" in message
    assert "Chair:" in message


def test_a_list_printed_whole_is_told(tmp_path: Path) -> None:
    assert "his field is a list" in fault(
        tmp_path, lambda d: d.add_paragraph("All: {{ items }}"), Data("x", (Item("a"),))
    )


def test_tags_that_cut_across_a_table_are_told_and_not_repaired(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text = "{%tc for x in items %}"
        document.add_paragraph("{%p if title %}")
        table.cell(0, 1).text = "{%p endif %}"
        document.add_paragraph("{% endfor %}")

    with pytest.raises(TemplateError):
        fill(template(tmp_path, build), Data("x", (Item("a"),)), PROPERTIES)


@pytest.mark.parametrize("name", ["board.docx", "gone.docx"])
def test_a_template_that_is_none_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "board.docx").write_bytes(b"not a document")
    with pytest.raises(TemplateError):
        fill(tmp_path / name, Data("x"), PROPERTIES)


@pytest.mark.parametrize(
    "value",
    [
        "Smith & Jones <b>bold</b>",
        "a < b > c",
        "{{ title }} {% for %}",
        "{_{ x }_}",
        "\"q\" 's' “c”",
        "tab\there",
        "&amp;",
    ],
)
def test_values_come_out_as_they_are(tmp_path: Path, value: str) -> None:
    def build(document: Any) -> None:
        document.sections[0].footer.paragraphs[0].text = "{{ title }}"
        document.add_paragraph("[{{ title }}]")

    document = filled(tmp_path, build, Data(value))
    assert document.paragraphs[0].text == f"[{value}]"
    assert document.sections[0].footer.paragraphs[0].text == value


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\u2028"])
def test_line_ends_of_every_kind_become_line_breaks(tmp_path: Path, end: str) -> None:
    document = filled(tmp_path, lambda d: d.add_paragraph("{{ title }}"), Data(f"one{end}two"))
    assert document.paragraphs[0].text == "one\ntwo"
    assert len(document.paragraphs) == 1


def test_an_empty_line_begins_a_paragraph_of_the_same_style(tmp_path: Path) -> None:
    document = filled(tmp_path, lambda d: d.add_paragraph("{{ title }}", style="List Bullet"), Data("one\n\ntwo"))
    assert [(p.text, p.style.name) for p in document.paragraphs] == [("one", "List Bullet"), ("two", "List Bullet")]


def test_what_xml_cannot_hold_is_shown(tmp_path: Path) -> None:
    document = filled(tmp_path, lambda d: d.add_paragraph("{{ title }}"), Data("a\x00b\x07c\ud800d\uffffe"))
    assert document.paragraphs[0].text == "a�b�c�d�e"


def test_a_line_break_of_the_template_between_two_statements_is_no_text(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("a{% if title %}{% if title %}b{% endif %}{% endif %}{{ title }}")

    assert filled(tmp_path, build, Data("c")).paragraphs[0].text == "abc"


def test_a_tag_split_over_runs_is_one_tag(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph("{{ ti")
        paragraph.add_run("tle").bold = True
        paragraph.add_run(" }}").add_break(WD_BREAK.LINE)

    assert filled(tmp_path, build, Data("Whole")).paragraphs[0].text == "Whole\n"


def test_dates_and_missing_values_are_written_for_people(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("{% for x in items %}{{ x.day }}; {{ x.day|date_short }}. {% endfor %}")

    document = filled(tmp_path, build, Data("x", (Item("a", dt.date(2018, 5, 14)), Item("b"))))
    assert document.paragraphs[0].text == "14 May 2018; 14/05/2018. not recorded; not recorded. "


def test_a_template_cannot_reach_python(tmp_path: Path) -> None:
    message = fault(tmp_path, lambda d: d.add_paragraph("{{ title.__class__.__mro__ }}"))
    assert "board.docx" in message


def test_footnotes_are_filled_once_and_data_is_never_run_as_a_template(tmp_path: Path) -> None:
    path = _with_footnote(tmp_path, "{{ title }}")
    data = fill(path, Data("{{ 7 * 7 }}"), PROPERTIES)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        notes = package.read("word/footnotes.xml").decode()
    assert "{{ 7 * 7 }}" in notes
    assert "49" not in notes


def _with_footnote(folder: Path, text: str) -> Path:
    """A document of two sections with one footnotes part, which python-docx cannot make."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    document = Document()
    document.add_section()
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
    xml = f'<w:footnotes xmlns:w="{space}">{note}</w:footnotes>'
    uri, package = PackURI("/word/footnotes.xml"), document.part.package
    document.part.relate_to(Part(uri, CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), package), RELATIONSHIP_TYPE.FOOTNOTES)
    path = folder / "board.docx"
    document.save(str(path))
    return path


def test_the_same_input_gives_the_same_bytes_and_says_nothing_of_the_machine(tmp_path: Path) -> None:
    path = template(tmp_path, lambda d: d.add_paragraph("{{ title }}"))
    first, second = (fill(path, Data("x"), PROPERTIES) for _ in range(2))
    assert first == second
    core = Document(io.BytesIO(first)).core_properties
    assert (core.author, core.title, core.created) == (
        "A Board",
        "T",
        dt.datetime(2024, 6, 21, tzinfo=core.created.tzinfo),
    )
    assert "python" not in f"{core.comments}{core.last_modified_by}{core.author}"
