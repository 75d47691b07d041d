"""The tables of a Word document as rows of cells, each with the words that a reader sees in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from reviewdocs.formats.docx.package import Package
from reviewdocs.formats.docx.vocabulary import CHARACTERS, DELETED
from reviewdocs.formats.grids import CellKind, Grid, GridRow, Grids, clean
from reviewdocs.formats.xmlparts import attribute, name_of

_ASIDE = frozenset({"mc:Fallback", "w:rPr", "w:pPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sdtPr", *DELETED})
"""What holds no words of its own, what a reader no longer sees, or what stands there a second time."""
_PICTURES = frozenset({"w:drawing", "w:pict", "w:object"})
_BESIDE = {"w:comment": "comment", "w:footnote": "footnote", "w:endnote": "endnote"}
_MOST_COLUMNS = 60
_SHOWN_BEFORE = 400
"""Characters of the words above a table that are kept."""


@dataclass(slots=True)
class _Cell:
    """A cell as the file has it: where it begins, how many columns it covers, and the tables within it."""

    first: int
    span: int
    text: str
    goes_on: bool
    inner: list[etree._Element] = field(default_factory=list)


def tables_in(data: bytes) -> Grids:
    """Every table, those within cells after the one around them.

    Vertically merged cells have their text in each row; what is merged across has it in the first column. The words of
    a table within a cell are also words of that cell.

    Raises:
        InputError: damaged, hostile, or no Word document.
    """
    package = Package.open(data)
    body = package.main().root
    grids: list[Grid] = []
    before = ""
    outside = 0
    for block in _blocks(body):
        if name_of(block) == "w:tbl":
            _add(block, before, grids)
            before = ""
        elif text := clean(_words(block)):
            before = f"{before}\n{text}"[-_SHOWN_BEFORE:]
            outside += 1
    return Grids(tuple(grids), tuple(_unread(package, body, outside)))


def _add(table: etree._Element, before: str, grids: list[Grid]) -> None:
    """Put a table, then those within its cells, on the list."""
    number = len(grids) + 1
    rows: list[GridRow] = []
    inner: list[etree._Element] = []
    above: dict[int, str] = {}
    for at, row in enumerate(_children(table, "w:tr"), 1):
        cells = list(_cells(row))
        inner += [nested for cell in cells for nested in cell.inner]
        if (made := _row(at, cells, above)) is not None:
            rows.append(made)
    grids.append(Grid(f"table {number}", before, tuple(rows)))
    for nested in inner:
        _add(nested, before, grids)


def _row(number: int, cells: list[_Cell], above: dict[int, str]) -> GridRow | None:
    """A row by its columns; None where it holds nothing of its own. `above` keeps what goes on below."""
    texts: dict[int, str] = {}
    kinds: dict[int, CellKind] = {}
    own = False
    for cell in cells:
        text = above.get(cell.first, "") if cell.goes_on else cell.text
        own = own or (bool(cell.text) and not cell.goes_on)
        above[cell.first] = text
        texts[cell.first], kinds[cell.first] = text, CellKind.TEXT
        for column in range(cell.first + 1, min(cell.first + cell.span, _MOST_COLUMNS)):
            texts[column], kinds[column] = "", CellKind.ACROSS
    if not own:
        return None
    last = max(texts)
    return GridRow(
        number,
        tuple(texts.get(column, "") for column in range(last + 1)),
        "".join(kinds.get(column, CellKind.TEXT) for column in range(last + 1)),
    )


def _cells(row: etree._Element) -> Iterator[_Cell]:
    column = _number(row, "w:trPr", "w:gridBefore", 0)
    for cell in _children(row, "w:tc"):
        span = max(1, _number(cell, "w:tcPr", "w:gridSpan", 1))
        if column >= _MOST_COLUMNS:
            return
        yield _Cell(column, span, clean(_words(cell)), _goes_on(cell), [*_inner(cell)])
        column += span


def _number(node: etree._Element, properties: str, name: str, otherwise: int) -> int:
    for child in node:
        if name_of(child) == properties:
            for setting in child:
                if name_of(setting) == name and (value := attribute(setting, "w:val")) and value.isdecimal():
                    return int(value)
    return otherwise


def _goes_on(cell: etree._Element) -> bool:
    """Whether the cell is the continuation of the one above it."""
    for child in cell:
        if name_of(child) == "w:tcPr":
            for setting in child:
                if name_of(setting) == "w:vMerge":
                    return attribute(setting, "w:val") != "restart"
    return False


def _blocks(node: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables of the text, whatever controls lie around them."""
    for child in node:
        if name_of(child) in ("w:p", "w:tbl"):
            yield child
        elif name_of(child) not in _ASIDE:
            yield from _blocks(child)


def _children(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table, or the cells of a row, within whatever controls and marks."""
    for child in node:
        if name_of(child) == name:
            yield child
        elif name_of(child) not in (*_ASIDE, "w:tbl", "w:tr", "w:tc", "w:p"):
            yield from _children(child, name)


def _inner(cell: etree._Element) -> Iterator[etree._Element]:
    yield from (block for block in _blocks(cell) if name_of(block) == "w:tbl")


def _words(node: etree._Element) -> str:
    """The words of a paragraph or cell: a line a paragraph, the cells of an inner table parted by bars."""
    name = name_of(node)
    if name in _ASIDE:
        return ""
    if name == "w:t":
        return node.text or ""
    if name in CHARACTERS:
        return CHARACTERS[name]
    if name == "w:tr":
        return " | ".join(filter(None, (clean(_words(cell)) for cell in _children(node, "w:tc")))) + "\n"
    return "".join(_words(child) for child in node) + ("\n" if name == "w:p" else "")


def _unread(package: Package, body: etree._Element, outside: int) -> Iterator[str]:
    """What of the document stands in no table, in sentences."""
    pictures = sum(name_of(node) in _PICTURES for node in body.iter())
    if pictures:
        yield f"{_count(pictures, 'picture')}: what they show, as a scanned page, is not read"
    if outside:
        yield f"{_count(outside, 'paragraph')} outside tables: not taken, as no row says when it was"
    for name, part in package.parts.items():
        if name.endswith(("comments.xml", "footnotes.xml", "endnotes.xml")) and part.is_xml:
            notes = [n for n in part.root if name_of(n) in _BESIDE and clean(_words(n))]
            if notes:
                yield f"{_count(len(notes), _BESIDE[name_of(notes[0])])}: not taken"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' if number != 1 else ''}"
