"""Forms with one letter or figure to a box."""

from __future__ import annotations

import pytest
from office_builder import Docx, paragraph, run

from reviewdocs.formats.base import BOXES, CELLS
from reviewdocs.formats.opening import open_document
from reviewdocs.model.text import Edit

_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wps:txbx><w:txbxContent>{0}"
    "</w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
    "<w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def _cells(*texts: str) -> str:
    return "".join(f"<w:tc>{paragraph(run(text)) if text else '<w:p/>'}</w:tc>" for text in texts)


def _table(*rows: tuple[str, ...]) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{_cells(*row)}</w:tr>' for row in rows)}</w:tbl>"


def _boxed(body: str) -> list[str]:
    document = open_document("a.docx", Docx(paragraph(run("Surname")) + body + paragraph(run("end"))).build())
    return [p.text for p in document.paragraphs() if p.place in (BOXES, CELLS)]


@pytest.mark.parametrize(
    ("body", "read"),
    [
        (_table(tuple("OKAFOR")), ["OKAFOR"]),
        (_table(("Name", *"ADA", "", *"OKAFOR")), ["ADA OKAFOR"]),
        (_table(tuple("ADA1"), tuple("OKAFOR")), ["ADA1", "OKAFOR"]),
        (_table(*((letter,) for letter in "OKAFOR")), ["OKAFOR"]),
        (_table(("14", "/", "05", "/", "2019")), ["14/05/2019"]),
        (_table(("QQ", "12", "34", "56", "C")), ["QQ123456C"]),
        (_table(("999", "014", "2076")), ["9990142076"]),
        ("".join(paragraph(run(letter)) for letter in "OKAFOR"), ["OKAFOR"]),
        ("".join(paragraph(_BOX.format(paragraph(run(letter)))) for letter in "OKAFOR"), ["OKAFOR", "OKAFOR"]),
        (_table(("Yes", "No"), ("x", "")), []),
        (_table(("Seen", "alone", "at", "home")), []),
    ],
)
def test_boxes_are_read_as_one_text(body: str, read: list[str]) -> None:
    assert _boxed(body) == read


def test_what_is_replaced_stands_in_the_first_box_and_the_others_are_empty() -> None:
    document = open_document("a.docx", Docx(_table(("x", "y z", *"ADA", "", *"OKAFOR"))).build())
    (whole,) = [p for p in document.paragraphs() if p.place == BOXES]
    document.apply({whole.key: [Edit(0, len(whole.text), "Child A")]})
    assert [p.text for p in document.paragraphs()] == ["x", "y z", "Child A"]


def test_groups_of_figures_are_told_from_single_ones() -> None:
    body = _table(("Tel", "07700", "900142"), ("No", *"999014"))
    document = open_document("a.docx", Docx(body).build())
    assert {p.text: p.place for p in document.paragraphs() if len(p.text) > 5} == {
        "07700900142": CELLS,
        "999014": BOXES,
        "900142": "Table",
    }
