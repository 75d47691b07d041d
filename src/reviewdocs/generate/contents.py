"""The table of contents of a filled document.

The field stays a real one, so that Word's "Update table" works on it; its entries are written from the document's own
headings and linked to them, so that it reads rightly wherever fields are not updated. Page numbers are known only once
pages are laid out: the field is marked as out of date, so that Word adds them on opening.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

_LEVELS = re.compile(r'\\o\s+"?(\d)-(\d)')
_STYLE_LEVEL = re.compile(r"heading (\d)$", re.IGNORECASE)
_ENTRY_LEVEL = re.compile(r"toc (\d)", re.IGNORECASE)
_DEFAULT_LEVELS = (1, 2)


@dataclass(frozen=True, slots=True)
class Levels:
    """What a document's paragraph styles are to its contents, by their ids.

    Attributes:
        headings: the level of each style that is a heading's, and whether paragraphs of it are numbered.
        default: the style of a paragraph that names none, or one that there is not.
        known: all of them.
        entries: the styles of the contents' own lines, by level.
    """

    headings: Mapping[str, tuple[int, bool]]
    default: str
    known: frozenset[str]
    entries: Mapping[int, str]


def levels_of(document: Document) -> Levels:
    """The levels of a document's styles; of those whose name says their level, only the first is numbered."""
    headings: dict[str, tuple[int, bool]] = {}
    entries: dict[int, str] = {}
    styles = [style for style in document.styles if style.type is WD_STYLE_TYPE.PARAGRAPH]
    for style in styles:
        name = style.name or ""
        named = _STYLE_LEVEL.search(name)
        outline = style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        level = int(named[1]) if named else (int(outline.get(qn("w:val"))) + 1 if outline is not None else 0)
        numbered = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
        if level:
            headings[style.style_id] = level, bool(named) and level == 1 and numbered
        if entry := _ENTRY_LEVEL.fullmatch(name):
            entries.setdefault(int(entry[1]), style.style_id)
    default = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    known = frozenset(style.style_id for style in styles)
    return Levels(headings, default.style_id if default is not None else "", known, entries)


def fill_contents(body: Any, levels: Levels) -> None:
    """Write the entries of every table of contents in a document's body."""
    for first, last, instruction in list(_fields(body)):
        match = _LEVELS.search(instruction)
        low, high = (int(match[1]), int(match[2])) if match else _DEFAULT_LEVELS
        headings = [entry for entry in _headings(body, levels) if low <= entry[1] <= high]
        if headings:
            _replace(body, levels, first, last, instruction, headings)


def _fields(body: Any) -> Iterator[tuple[Any, Any, str]]:
    """Each contents field as (first paragraph, last paragraph, instruction)."""
    for instruction in body.iter(qn("w:instrText")):
        if (instruction.text or "").strip().upper().startswith("TOC"):
            first = next(instruction.iterancestors(qn("w:p")))
            depth, paragraph = 0, first
            while paragraph is not None:
                for char in paragraph.iter(qn("w:fldChar")):
                    depth += {"begin": 1, "end": -1}.get(char.get(qn("w:fldCharType")), 0)
                if depth == 0:
                    yield first, paragraph, instruction.text.strip()
                    break
                paragraph = paragraph.getnext()


def _headings(body: Any, levels: Levels) -> list[tuple[Any, int, str, str]]:
    """Each heading as (paragraph element, level, number before it, text), in order; only level 1 is numbered."""
    found, count = [], 0
    for element in body.iter(qn("w:p")):
        named = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style = named.get(qn("w:val")) if named is not None else levels.default
        level, numbered = levels.headings.get(style if style in levels.known else levels.default, (0, False))
        text = "".join(part.text or "" for part in element.iter(qn("w:t"))).strip() if level else ""
        if not text:
            continue
        count += numbered
        found.append((element, level, str(count) if numbered else "", text))
    return found


def _replace(body: Any, levels: Levels, first: Any, last: Any, instruction: str, headings: list[Any]) -> None:
    """Put entries in the place of the field's old paragraphs."""
    parent = first.getparent()
    position = parent.index(first)
    for old in list(parent)[position : parent.index(last) + 1]:
        parent.remove(old)
    used = [int(mark.get(qn("w:id"))) for mark in body.iter(qn("w:bookmarkStart"))]
    next_id = max(used, default=0) + 1
    for number, (element, level, label, text) in enumerate(headings):
        bookmark = f"_Toc{900000 + number:08d}"
        _bookmark(element, bookmark, next_id + number)
        opening = _field_start(instruction) if number == 0 else []
        closing = [_char("end")] if number == len(headings) - 1 else []
        parent.insert(position + number, _entry(levels.entries.get(level, ""), label, text, bookmark, opening, closing))


def _entry(style: str, label: str, text: str, bookmark: str, opening: list[Any], closing: list[Any]) -> Any:
    """One line of the contents, linked to its heading."""
    paragraph: Any = OxmlElement("w:p")
    if style:
        paragraph.get_or_add_pPr().get_or_add_pStyle().set(qn("w:val"), style)
    paragraph.extend(opening)
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    link.set(qn("w:history"), "1")
    if label:
        link.extend([_run(label), _tab()])
    link.append(_run(text))
    paragraph.append(link)
    paragraph.extend(closing)
    return paragraph


def _bookmark(paragraph: Any, name: str, identifier: int) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(identifier))
    start.set(qn("w:name"), name)
    properties = paragraph.find(qn("w:pPr"))
    paragraph.insert(0 if properties is None else 1, start)
    paragraph.append(end)


def _field_start(instruction: str) -> list[Any]:
    begin, run, text = _char("begin"), OxmlElement("w:r"), OxmlElement("w:instrText")
    begin[0].set(qn("w:dirty"), "true")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {instruction} "
    run.append(text)
    return [begin, run, _char("separate")]


def _char(kind: str) -> Any:
    run, char = OxmlElement("w:r"), OxmlElement("w:fldChar")
    char.set(qn("w:fldCharType"), kind)
    run.append(char)
    return run


def _run(text: str) -> Any:
    run, element = OxmlElement("w:r"), OxmlElement("w:t")
    element.set(qn("xml:space"), "preserve")
    element.text = text
    run.append(element)
    return run


def _tab() -> Any:
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:tab"))
    return run
