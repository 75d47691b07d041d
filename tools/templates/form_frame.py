"""What the forms of the pack share: their head, places to fill in, and tables with empty rows.

A place to fill in is written as `[[what belongs there]]` and becomes a content control, which shows these words until
somebody types.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as Doc
from docx.oxml.ns import qn

from templates.house import (
    INK,
    LANDSCAPE_CM,
    PORTRAIT_CM,
    Writer,
    el,
    grid,
    landscape,
    new_document,
    put,
    row_of,
    running,
    shade,
)

_PLACE = re.compile(r"\[\[(.+?)\]\]")
_GREY = "5A6772"
WRITE = "click to write"
"""What a place shows that needs no other words: its label says what belongs there."""


def form(title: str, lead: str, *, wide: bool = False) -> tuple[Doc, Writer]:
    """A form with its head: the board, what it is, what it is for, and the review's particulars."""
    document = new_document(title)
    if wide:
        landscape(document)
        body = document.element.body
        for paragraph in body.findall(qn("w:p")):  # the section that python-docx begins with
            body.remove(paragraph)
    section = document.sections[-1]
    width = LANDSCAPE_CM if wide else PORTRAIT_CM
    running(
        section,
        left="{{ document.reference }}   |   {{ document.title }}",
        marking="{{ document.marking }}",
        foot="{{ review.board.name }}",
        width_cm=width,
    )
    w = Writer(document)
    w.p("{{ review.board.name }}", "Board Name")
    w.p("{{ document.title }}", "Review Type")
    w.p("{{ document.review_type }} {{ document.reference }}", "Subtitle")
    w.p("")
    w.p(lead, "Callout")
    return document, w


def rows(
    w: Writer, caption: str, pairs: Sequence[tuple[str, ...]], *, label_cm: float = 5.5, wide: bool = False
) -> None:
    """Labels with what is known, or a place to fill in."""
    w.particulars(
        [(label, *(rest or (f"[[{label}: {WRITE}]]",))) for label, *rest in pairs],  # type: ignore[misc]
        caption=caption,
        label_cm=label_cm,
        width_cm=LANDSCAPE_CM if wide else PORTRAIT_CM,
    )


def questions(w: Writer, *asked: tuple[str, str]) -> None:
    """Headings, each with what is meant and room for the answer."""
    for heading, hint in asked:
        w.p(heading, "Heading 3")
        w.p(hint, "Table Note").paragraph_format.keep_with_next = True
        box = grid(w.place, (PORTRAIT_CM,), heading)
        put(row_of(box, 0).cells[0], [f"[[{heading}: {WRITE}]]", "", ""], "Table Text")
        w._space_after()


def blank_table(
    w: Writer,
    caption: str,
    headers: Sequence[str],
    widths: Sequence[float],
    *,
    lines: int = 6,
    style: str = "Table Text",
) -> None:
    """A table of empty rows under a heading row that repeats."""
    table = grid(w.place, widths, caption)
    head = row_of(table, 0)
    for cell, text in zip(head.cells, headers, strict=True):
        shade(cell, INK)
        put(cell, [text], "Table Head")
    head._tr.get_or_add_trPr().append(el("<w:tblHeader/>"))
    for _ in range(lines):
        for cell in row_of(table, None).cells:
            put(cell, [""], style)
    w._space_after()


def signed(w: Writer, *who: str) -> None:
    """Who answers for the form."""
    for label in who:
        rows(w, label, [(f"{label}: name",), ("Job title",), ("Date",)])


def finished(document: Doc) -> Doc:
    """The form with its places to fill in as content controls."""
    number = 0
    for run in list(document.element.body.iter(qn("w:r"))):
        text = "".join(node.text or "" for node in run.iter(qn("w:t")))
        if not _PLACE.search(text):
            continue
        for kind, piece in enumerate(_PLACE.split(text)):
            if piece and kind % 2:
                number += 1
                run.addprevious(_control(run, piece, number))
            elif piece:
                run.addprevious(_run(run, piece))
        run.getparent().remove(run)
    return document


def _run(like: Any, text: str) -> Any:
    """A run of these words that looks like another."""
    made = deepcopy(like)
    for node in list(made):
        if node.tag != qn("w:rPr"):
            made.remove(node)
    made.append(el(f'<w:t xml:space="preserve">{escape(text)}</w:t>'))
    return made


def _control(run: Any, hint: str, number: int) -> Any:
    label, _, said = hint.rpartition(": ")
    shown = _run(run, said.capitalize() if said == WRITE else hint)
    properties = shown.find(qn("w:rPr"))
    if properties is None:
        shown.insert(0, el("<w:rPr/>"))
        properties = shown[0]
    properties.append(el(f'<w:color w:val="{_GREY}"/>'))
    control = el(
        f'<w:sdt><w:sdtPr><w:alias w:val={quoteattr((label or hint)[:60])}/><w:id w:val="{number}"/>'
        '<w:showingPlcHdr/><w:text w:multiLine="1"/></w:sdtPr><w:sdtContent/></w:sdt>'
    )
    control.find(qn("w:sdtContent")).append(shown)
    return control
