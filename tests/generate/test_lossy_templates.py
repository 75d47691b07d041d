"""Templates that would lose text, cells or paragraphs are refused, each with its place; others are not."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.generate.test_fill import PROPERTIES, Data, Item

from reviewdocs.errors import TemplateError
from reviewdocs.generate.fill import fill, read_template

Build = Callable[[Any], object]
DATA = Data("Title", (Item("one"), Item("two")))


def paragraphs(*texts: str) -> Build:
    return lambda document: [document.add_paragraph(text) for text in texts]


def table(columns: int, *texts: str) -> Build:
    def build(document: Any) -> None:
        made = document.add_table(rows=len(texts) // columns, cols=columns)
        for number, text in enumerate(texts):
            made.cell(number // columns, number % columns).text = text

    return build


def several(*builds: Build) -> Build:
    return lambda document: [build(document) for build in builds]


def made(build: Build) -> bytes:
    document = Document()
    document.add_heading("What we ask", 1)
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def picture(tag: str) -> Build:
    def build(document: Any) -> None:
        document.add_paragraph(tag).add_run()._r.append(parse_xml(f"<w:drawing {nsdecls('w')}/>"))
        document.add_paragraph("{%p endif %}")

    return build


LOSES = {
    "a run's tag for a text": (paragraphs("Dear {{r title }}, hello"), "as no text can stand there", "Dear"),
    "a paragraph's tag for a text": (paragraphs("{{p title }}"), "as no text can stand there", "{{ title }}"),
    "a cell's tag for a text": (table(2, "a", "{{tc title }}"), "as no text can stand there", "{{ title }}"),
    "a row's tag for a text": (table(2, "{{tr title }}", ""), "as no text can stand there", "{{ title }}"),
    "a minus before a table": (
        several(paragraphs("Before {% if title -%}"), table(2, "a", "b"), paragraphs("{% endif %}")),
        "a table would be lost",
        "What we ask",
    ),
    "a minus after a table": (
        several(paragraphs("{% if title %}"), table(1, "a"), paragraphs("{%- endif %} after")),
        "opens in one table cell, row or table and closes in another",
        "{% if title %}",
    ),
    "a minus across cells": (table(2, "a", "{%- if title %}b{% endif %}"), "a table cell would be lost", "table cell"),
    "a minus behind words": (paragraphs("one", "two {%- if title %}three{% endif %}"), "“two”", "two"),
    "a loop from cell to cell": (
        table(2, "{% for x in items %}{{ x.name }}", "b{% endfor %}"),
        "opens in one table cell, row or table and closes in another",
        "table cell “{% for x in items %}{{ x.name }}”",
    ),
    "a loop from row to row": (
        table(1, "{% for x in items %}{{ x.name }}", "b{% endfor %}"),
        "opens in one table cell, row or table and closes in another",
        "table cell",
    ),
    "a condition whose middle is elsewhere": (
        table(2, "{% if title %}a", "{% else %}b{% endif %}"),
        "opens in one table cell, row or table and closes in another",
        "table cell",
    ),
    "a condition out of a table": (
        several(table(1, "{% if title %}a"), paragraphs("b{% endif %}")),
        "opens in one table cell, row or table and closes in another",
        "table cell",
    ),
    "words beside a paragraph's tag": (
        paragraphs("{%p if title %} Bring your diary.", "x", "{%p endif %}"),
        "“Bring your diary.” would be lost (a {%p … %} tag takes its whole paragraph",
        "Bring your diary.",
    ),
    "words in a row's tag's row": (
        table(2, "Name {%tr for x in items %}", "Note", "{{ x.name }}", "", "{%tr endfor %}", ""),
        "“Note” would be lost (a {%tr … %} tag takes its whole row",
        "table cell “Note”",
    ),
    "words in a cell's tag's cell": (
        table(3, "{%tc for x in items %} Head", "{{ x.name }}", "{%tc endfor %}"),
        "“Head” would be lost (a {%tc … %} tag takes its whole cell",
        "table cell",
    ),
    "a picture beside a paragraph's tag": (picture("{%p if title %}"), "a picture would be lost", "{%p if title %}"),
    "paragraphs in a macro": (paragraphs("{% macro m() %}a", "b{% endmacro %}"), "{% macro … %} may hold words", "m()"),
    "paragraphs in a set": (paragraphs("{%p set z %}", "b", "{%p endset %}"), "{% set … %} may hold words", "set z"),
    "a remark over paragraphs": (paragraphs("{# not yet", "These words", "#}"), "ends in another paragraph", "not yet"),
}


@pytest.mark.parametrize("build, what, place", LOSES.values(), ids=LOSES)
def test_what_would_be_lost_is_told_with_its_place_before_anything_is_made(
    build: Build, what: str, place: str, tmp_path: Path
) -> None:
    data = made(build)
    told = [fault for fault in read_template("board.docx", data, Data).faults if what in fault]
    assert told and any(place in fault for fault in told)
    (tmp_path / "board.docx").write_bytes(data)
    with pytest.raises(TemplateError, match="Nothing was written"):
        fill(tmp_path / "board.docx", DATA, PROPERTIES)


FINE = {
    "a paragraph merged on purpose": (paragraphs("one", "{%- if title %}, two{% endif %}"), "one, two"),
    "a condition over paragraphs": (paragraphs("1 {% if title %}2", "3{% endif %} 4"), "1 2\n3 4"),
    "a loop within a cell": (table(2, "{% for x in items %}{{ x.name }} {% endfor %}", "b"), "one two |b"),
    "rows": (table(2, "{%tr for x in items %}", "", "{{ x.name }}", "b", "{%tr endfor %}", ""), "one|b\ntwo|b"),
    "cells": (table(3, "{%tc for x in items %}", "{{ x.name }}", "{%tc endfor %}"), "one|two"),
    "a remark": (paragraphs("one{# not yet #}, two"), "one, two"),
    "words in a macro": (paragraphs("{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(title) }}"), "[Title]"),
    "words in a set": (paragraphs("{% set z %}<{{ title }}>{% endset %}{{ z|length }}"), "13"),
    "tags as words": (paragraphs("{_{ field }_} and {_% if %_}", "{% raw %}{{ x }}{% endraw %}"),
                      "{{ field }} and {% if %}\n{{ x }}"),
}  # fmt: skip


@pytest.mark.parametrize("build, text", FINE.values(), ids=FINE)
def test_what_loses_nothing_is_let_through(build: Build, text: str, tmp_path: Path) -> None:
    (tmp_path / "board.docx").write_bytes(made(build))
    document = Document(io.BytesIO(fill(tmp_path / "board.docx", DATA, PROPERTIES)))
    lines = [paragraph.text for paragraph in document.paragraphs[1:]]
    lines += ["|".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    assert "\n".join(lines) == text


@pytest.mark.parametrize("text", ["{% filter upper %}a & {{ title }}{% endfilter %}", "{{ ('&'|e)[:2] }}"])
def test_what_changes_more_than_text_is_no_document_and_says_so(text: str, tmp_path: Path) -> None:
    (tmp_path / "board.docx").write_bytes(made(paragraphs(text)))
    with pytest.raises(TemplateError, match="put the filter on the field instead"):
        fill(tmp_path / "board.docx", DATA, PROPERTIES)


def test_a_paragraph_that_is_gone_though_no_tag_stands_around_it_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever takes it: here what is done to tables."""
    from reviewdocs.generate.source import WordTemplate

    as_it_is = WordTemplate.tree

    def careless(self: WordTemplate, xml: str) -> Any:
        tree = as_it_is(self, xml)
        tree[0].remove(tree[0][1])
        return tree

    monkeypatch.setattr(WordTemplate, "tree", careless)
    columns = table(3, "{%tc for x in items %}", "{{ x.name }}", "{%tc endfor %}")
    (tmp_path / "board.docx").write_bytes(made(several(paragraphs("Bring {{ title }} with you"), columns)))
    with pytest.raises(TemplateError, match="not in what comes out: the paragraph “Bring"):
        fill(tmp_path / "board.docx", DATA, PROPERTIES)
