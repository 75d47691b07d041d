"""The reports of every type of review: complete with its example, and truthful with next to nothing."""

from __future__ import annotations

import datetime as dt
import io
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from reviewdocs.generate.catalogue import Entry, TemplateKind, entries, shipped_template
from reviewdocs.generate.context import ReportContext
from reviewdocs.generate.fill import fill, read_template
from reviewdocs.generate.views import document_context
from reviewdocs.model.review import Review
from reviewdocs.model.words import ReviewType
from reviewdocs.records.review_data import load_review, review_in
from reviewdocs.store.starter import starter_files
from reviewdocs.workflows.draft import properties_of

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_TYPES = {"lcspr-demo": ReviewType.LCSPR, "sar-demo": ReviewType.SAR, "dhr-demo": ReviewType.DHR}
FULL = [(name, entry) for name, kind in _TYPES.items() for entry in entries(TemplateKind.DOCUMENT, kind)]
BARE = [(kind, entry) for kind in ReviewType for entry in entries(TemplateKind.DOCUMENT, kind)]
_WRONG = re.compile(r"\b1900\b|\{\{|%\}|(?<!\.)\.\.(?!\.)|\(\s*\)|\S ,| \.(?!\w)|\bNone\b(?= has| is|,)")
_HEADING = re.compile(r"Heading (\d)|Appendix (Heading)")


@cache
def _example(name: str) -> Review:
    return load_review(EXAMPLES / name / "review.yaml")


@cache
def _starter(kind: ReviewType) -> Review:
    return review_in(starter_files(kind, "REF-1")["review.yaml"].encode(), "review.yaml")[0]


def _made(entry: Entry, review: Review) -> Any:
    data = fill(shipped_template(entry), document_context(review, entry.title), properties_of(review, entry.title))
    return Document(io.BytesIO(data))


def _blocks(document: Any) -> list[tuple[str, str]]:
    """Style and text of each paragraph of the body, and "table" for a table, in order."""
    found = []
    for child in document.element.body:
        if child.tag == qn("w:tbl"):
            found.append(("table", "".join(node.text or "" for node in child.iter(qn("w:t")))))
        elif child.tag == qn("w:p"):
            text = "".join(node.text or "" for node in child.iter(qn("w:t")))
            style = child.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            names = {style.style_id: style.name for style in document.styles}
            found.append((names.get(style.get(qn("w:val")), "") if style is not None else "Normal", text))
    return found


def _level(style: str) -> int:
    match = _HEADING.match(style)
    return 0 if match is None else int(match[1] or 1)


def _check(document: Any) -> None:
    blocks = _blocks(document)
    for (style, text), (next_style, _) in zip(blocks, [*blocks[1:], ("Heading 1", "")], strict=True):
        if level := _level(style):
            assert text and not 0 < _level(next_style) <= level, f"nothing stands below “{text}”"
    whole = "\n".join(text for _, text in blocks)
    found = [whole[max(0, match.start() - 40) : match.end() + 20] for match in _WRONG.finditer(whole)]
    assert not found
    empty = [not text and style not in ("table", "Table Small") for style, text in blocks]
    assert not any(a and b for a, b in pairwise(empty))
    for table in document.tables:
        assert len(table.rows) > 1 or len(table.columns) == 1, "a table with nothing but its headings"
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
    for figure in document.element.iter(
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    ):
        assert figure.get("descr")


@pytest.mark.parametrize(("name", "entry"), FULL, ids=lambda one: one if isinstance(one, str) else one.id)
def test_a_report_of_an_example_has_nothing_empty_or_untrue(name: str, entry: Entry) -> None:
    _check(_made(entry, _example(name)))


@pytest.mark.parametrize(("kind", "entry"), BARE, ids=lambda one: one.value if isinstance(one, ReviewType) else one.id)
def test_a_report_of_a_review_that_has_just_begun_says_what_is_to_be_written(kind: ReviewType, entry: Entry) -> None:
    document = _made(entry, _starter(kind))
    _check(document)
    whole = "\n".join(text for _, text in _blocks(document))
    assert "[to be written: " in whole or entry.id == "chair-statement"  # that one holds what is to be filled in alone
    for untrue in (
        "received in time",
        "is known to run",
        "has shaped",
        "has taken part",
        "was no period",
        "agreed these",
    ):
        assert untrue not in whole


@pytest.mark.parametrize(
    ("name", "chapters"),
    [
        ("dhr-demo", ["Introduction", "Timescales", "Confidentiality", "Terms of reference", "Methodology",
                      "Involvement of family, friends, work colleagues, neighbours and the wider community",
                      "Contributors to the review", "The review panel", "Chair and author of the report",
                      "Parallel reviews", "Equality and diversity", "Dissemination",
                      "Background information: the facts",
                      "What happened", "Overview"]),
        ("sar-demo", ["The person", "Why this review was held", "Terms of reference", "Method and its limits"]),
    ],
)  # fmt: skip
def test_each_type_has_its_own_order(name: str, chapters: list[str]) -> None:
    entry = next(e for e in entries(TemplateKind.DOCUMENT, _TYPES[name]) if e.id == "overview-report")
    told = [text for style, text in _blocks(_made(entry, _example(name))) if style == "Heading 1"]
    assert told[: len(chapters)] == chapters


def test_only_what_the_panel_agreed_is_printed() -> None:
    review = _example("lcspr-demo")
    first = review.recommendations[0]
    left = review.model_copy(
        update={"recommendations": (first.model_copy(update={"agreed_by_panel": False}), *review.recommendations[1:])}
    )
    for entry in entries(TemplateKind.DOCUMENT, ReviewType.LCSPR):
        whole = "\n".join(text for _, text in _blocks(_made(entry, left)))
        assert first.text not in whole


def test_the_genogram_and_the_timeline_are_in_the_overview() -> None:
    entry = next(e for e in entries(TemplateKind.DOCUMENT, ReviewType.LCSPR) if e.id == "overview-report")
    document = _made(entry, _example("lcspr-demo"))
    named = [p.get("name") for p in document.element.iter() if p.tag.endswith("}docPr")]
    assert named == ["Genogram", "Timeline"]
    assert len({p.get("id") for p in document.element.iter() if p.tag.endswith("}docPr")}) == 2


def test_a_day_that_is_still_the_starters_is_a_gap() -> None:
    review = _example("lcspr-demo")
    early = review.model_copy(update={"decision": review.decision.model_copy(update={"date": dt.date(1900, 1, 1)})})
    entry = next(e for e in entries(TemplateKind.DOCUMENT, ReviewType.LCSPR) if e.id == "overview-report")
    assert "The decision was made on [to be written: date]" in "\n".join(t for _, t in _blocks(_made(entry, early)))


@pytest.mark.parametrize(
    ("tag", "says"),
    [
        ("{{ timeline }}", "a figure takes a paragraph of its own"),
        ("{% set f = timeline %}{{ f }}", "by its own name alone"),
        ("{{ timeline|upper }}", "by its own name alone"),
        ("{% for one in [genogram.figure] %}{{ one }}{% endfor %}", "by its own name alone"),
    ],
)
def test_a_figure_where_none_can_stand_is_told(tag: str, says: str) -> None:
    document = Document()
    document.add_paragraph(tag)
    stream = io.BytesIO()
    document.save(stream)
    (fault, *_) = read_template("own.docx", stream.getvalue(), ReportContext).faults
    assert says in fault
