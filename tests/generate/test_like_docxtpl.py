"""What we make of a template is what docxtpl makes of it, part by part in canonical form."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docxtpl import DocxTemplate
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from reviewdocs.generate.environment import clean_text, environment
from reviewdocs.generate.fill import Properties, fill
from reviewdocs.generate.source import order_cells

PROPERTIES = Properties("T", "OFFICIAL", "A Board", "R-1", "1.0", dt.date(2024, 6, 21))


@dataclass(frozen=True)
class Item:
    name: str
    shown: bool


@dataclass(frozen=True)
class Data:
    title: str
    note: str
    flag: bool
    items: tuple[Item, ...]


TEXTS = st.text(alphabet="aB é&<>\"'{}%\n\t\u202e中", max_size=12)
VALUES = st.builds(
    Data,
    title=TEXTS,
    note=TEXTS,
    flag=st.booleans(),
    items=st.lists(st.builds(Item, name=TEXTS, shown=st.booleans()), min_size=1, max_size=3).map(tuple),
)
INLINE = st.sampled_from(
    [
        "Plain words. ", "{{ title }}", "{{ note|upper }}", "{% if flag %}yes {{ title }}{% else %}no{% endif %}",
        "{% for x in items %}{{ x.name }}{% if not loop.last %}, {% endif %}{% endfor %}", "{# a remark #}",
        "{{ title if flag else 'nothing' }}", "{_{ not a tag }_}", "{% set y = note %}{{ y }}", "a & b < c",
        "{% if items|length > 1 and flag %}“many”{% endif %}", "{% raw %}{{ x }}{% endraw %}",
    ]
)  # fmt: skip
PIECES = st.lists(st.tuples(INLINE, st.booleans()), min_size=1, max_size=4)


def paragraph(document: Any, pieces: list[tuple[str, bool]]) -> None:
    made = document.add_paragraph()
    for text, split in pieces:
        # Word splits a tag over runs wherever it likes.
        halves = (text[: len(text) // 2], text[len(text) // 2 :]) if split else (text,)
        for number, half in enumerate(halves):
            made.add_run(half).bold = bool(number)


def conditional(document: Any, pieces: list[tuple[str, bool]]) -> None:
    document.add_paragraph("{%p if flag %}")
    paragraph(document, pieces)
    document.add_paragraph("{%p else %}")
    document.add_paragraph("Otherwise")
    document.add_paragraph("{%p endif %}")


def loop(document: Any, pieces: list[tuple[str, bool]]) -> None:
    document.add_paragraph("{%p for x in items %}")
    paragraph(document, [*pieces, ("{{ x.name }}", True)])
    document.add_paragraph("{%p endfor %}")


def across(document: Any, pieces: list[tuple[str, bool]]) -> None:
    document.add_paragraph("Before {% if flag %}here")
    paragraph(document, pieces)
    document.add_paragraph("there{% endif %} after")


def rows(document: Any, cells: tuple[str, str]) -> None:
    table = document.add_table(rows=4, cols=2)
    for cell, text in zip(table.rows[0].cells, ("Name", "Note"), strict=True):
        cell.text = text
    table.cell(1, 0).text = "{%tr for x in items %}"
    for cell, text in zip(table.rows[2].cells, cells, strict=True):
        cell.text = text
    table.cell(3, 0).text = "{%tr endfor %}"


def columns(document: Any, *_: Any) -> None:
    table = document.add_table(rows=2, cols=4)
    for row, text in zip(table.rows, ("{{ loop.index }}", "{{ x.name }}"), strict=True):
        for cell, tag in zip(row.cells, ("Head", "{%tc for x in items %}", text, "{%tc endfor %}"), strict=True):
            cell.text = tag


def spanning(document: Any, *_: Any) -> None:
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "{% colspan items|length %}{{ title }}"
    table.cell(0, 1).text = "b"
    for cell, tag in zip(table.rows[1].cells, ("{{ note }}", "d"), strict=True):
        cell.text = tag


def drawing(document: Any, inside: str) -> None:
    """A picture, its name or the paragraphs around it with tags or without."""
    name, around = inside.split("|")
    if around:
        document.add_paragraph("{%p " + around + " %}")
    xml = f'<w:drawing {nsdecls("w", "wp")}><wp:inline><wp:docPr id="7" name="{name}"/></wp:inline></w:drawing>'
    document.add_paragraph().add_run()._r.append(parse_xml(xml))
    if around:
        document.add_paragraph("{%p end" + around.split()[0] + " %}")


CELLS = st.tuples(
    st.sampled_from(["{{ x.name }}", "{% cellbg 'DDEEFF' %}{{ x.name }}", "{% vm %}{{ title }}"]),
    st.sampled_from(["{% if x.shown %}{{ note }}{% endif %}", "plain", "{{ loop.index }} of {{ loop.length }}"]),
)
BLOCKS = st.one_of(
    *(st.tuples(st.just(build), PIECES) for build in (paragraph, conditional, loop, across)),
    st.tuples(st.just(rows), CELLS),
    st.tuples(st.just(drawing), st.sampled_from(["x|", "x|", "{{ title }}|", "x|for x in items", "x|if flag"])),
    *(st.tuples(st.just(build), st.none()) for build in (columns, spanning)),
)


def template(blocks: list[Any], header: list[tuple[str, bool]]) -> bytes:
    document = Document()
    for build, what in blocks:
        build(document, what)
    paragraph(document.sections[0].header, header)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def by_docxtpl(data: bytes, values: Data) -> bytes:
    word = DocxTemplate(io.BytesIO(data))
    word.render({field: getattr(values, field) for field in asdict(values)}, environment())
    order_cells(word.docx.element)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def canonical(data: bytes) -> dict[str, bytes]:
    """The parts but for the document's own properties, which ours sets and docxtpl renders."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {
            name: etree.tostring(etree.fromstring(package.read(name)), method="c14n")
            for name in package.namelist()
            if name.endswith((".xml", ".rels")) and name != "docProps/core.xml"
        }


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(blocks=st.lists(BLOCKS, min_size=1, max_size=4), header=PIECES, values=VALUES, others=VALUES)
def test_any_template_of_these_constructs_comes_out_as_docxtpl_has_it(
    blocks: list[Any], header: list[tuple[str, bool]], values: Data, others: Data, tmp_path: Path
) -> None:
    # A blank line in the name of a picture is a space here; docxtpl leaves a BEL there, which no XML may hold.
    in_a_name = any(block == (drawing, "{{ title }}|") for block in blocks)
    assume(not (in_a_name and any("\a" in clean_text(data.title) for data in (values, others))))
    path = tmp_path / "board.docx"
    path.write_bytes(template(blocks, header))
    for data in (values, others, values):  # nothing of one letter is left in the next
        assert canonical(fill(path, data, PROPERTIES)) == canonical(by_docxtpl(path.read_bytes(), data))


@pytest.mark.parametrize("value", ["one\ntwo", "one\n\ntwo", "a\tb", "{{ x }}", "{_{ x }_}"])
def test_the_data_is_never_read_as_a_template(tmp_path: Path, value: str) -> None:
    path = tmp_path / "board.docx"
    path.write_bytes(template([(paragraph, [("[{{ title }}] {_{ sign }_}", False)])], [("{{ title }}", False)]))
    made = Document(io.BytesIO(fill(path, Data(value, "", True, ()), PROPERTIES)))
    text = "\n".join(p.text for p in made.paragraphs)
    assert text == f"[{value}] {{{{ sign }}}}".replace("\n\n", "\n")
