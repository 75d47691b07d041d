"""Accepting tracked changes: the document as its author last meant it, with no trace of who changed what.

What is inserted stays, what is deleted goes, formatting stays as it now is; a deleted paragraph mark joins the
paragraph with the next one (ISO 29500-1, 17.13.5).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from lxml import etree

from reviewdocs.formats.docx import joining
from reviewdocs.formats.docx.segments import take_out
from reviewdocs.formats.xmlparts import attribute, name_of, sibling_tag

_INSERTED = frozenset({"w:ins", "w:moveTo"})
_DELETED = frozenset({"w:del", "w:moveFrom"})
_FORMATTING = frozenset(
    {"w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange", "w:tblGridChange", "w:trPrChange"}
    | {"w:tcPrChange", "w:tblPrExChange", "w:numberingChange", "w:cellIns"}
)
_RANGES = frozenset(
    f"w:{name}Range{end}"
    for name in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)
_ALL = _INSERTED | _DELETED | _FORMATTING | _RANGES | {"w:cellDel", "w:cellMerge"}
_TAGS = tuple(f"{{*}}{name.partition(':')[2]}" for name in sorted(_ALL))
_PROPERTIES = frozenset({"w:rPr", "w:trPr", "m:ctrlPr", "w:numPr"})


def count(roots: Mapping[str, etree._Element]) -> Counter[str]:
    """How many changes are tracked."""
    counted = _ALL - _RANGES
    total = sum(name_of(node) in counted for root in roots.values() for node in root.iter(*_TAGS))
    return Counter({"tracked changes": total})


def accept(root: etree._Element) -> bool:
    """Accept every tracked change in a part; returns whether there was any."""
    found = [node for node in root.iter(*_TAGS) if name_of(node) in _ALL]
    if not found:
        return False
    joined: list[etree._Element] = []
    for node in found:
        parent = node.getparent()
        if parent is None or not _within(node, root):
            continue
        name, inside = name_of(node), name_of(parent)
        if name in _DELETED and inside == "w:trPr":
            _remove_row(node)
        elif name in _DELETED and inside == "w:rPr" and name_of(parent.getparent()) == "w:pPr":
            joined.append(_paragraph_of(parent))
            parent.remove(node)
        elif name == "w:cellDel":
            _remove_cell(node)
        elif name == "w:cellMerge":
            _merge_cell(node)
        elif name in _INSERTED and inside not in _PROPERTIES:
            _unwrap(node)
        else:
            take_out(node)
    # From the last, so that a chain of joined paragraphs ends in the one whose mark stays.
    for paragraph in reversed(joined):
        if _within(paragraph, root):
            _join_with_next(paragraph)
    return True


def _within(node: etree._Element, root: etree._Element) -> bool:
    """Whether the node still stands in the part (what held it may be gone)."""
    above: etree._Element | None = node
    while above is not None and above is not root:
        above = above.getparent()
    return above is root


def _unwrap(node: etree._Element) -> None:
    """Put an element's children in its place."""
    parent = node.getparent()
    if parent is None:
        return
    at = parent.index(node)
    for child in reversed(list(node)):
        parent.insert(at, child)
    take_out(node)


def _paragraph_of(run_properties: etree._Element) -> etree._Element:
    properties = run_properties.getparent()
    paragraph = None if properties is None else properties.getparent()
    return run_properties if paragraph is None else paragraph


def _remove_row(node: etree._Element) -> None:
    """A deleted table row goes; a table without rows goes with it."""
    row = next((above for above in node.iterancestors() if name_of(above) == "w:tr"), None)
    table = None if row is None else row.getparent()
    if row is None or table is None:
        return
    table.remove(row)
    if not any(name_of(child) == "w:tr" for child in table.iter(etree.Element)):
        _keep_a_paragraph(table)


def _keep_a_paragraph(table: etree._Element) -> None:
    """Take out a table; a cell or story that would be left without a paragraph gets an empty one."""
    parent = table.getparent()
    if parent is None:
        return
    if not any(name_of(child) == "w:p" for child in parent):
        parent.insert(parent.index(table), etree.Element(sibling_tag(table, "p")))
    parent.remove(table)


def _remove_cell(node: etree._Element) -> None:
    cell = next((above for above in node.iterancestors() if name_of(above) == "w:tc"), None)
    row = None if cell is None else cell.getparent()
    if cell is None or row is None:
        return
    if sum(name_of(child) == "w:tc" for child in row) > 1:
        row.remove(cell)
    else:
        take_out(node)


def _merge_cell(node: etree._Element) -> None:
    """A tracked vertical merge becomes the merge itself."""
    merge = attribute(node, "w:vMerge")
    parent = node.getparent()
    if parent is not None and merge is not None and not any(name_of(child) == "w:vMerge" for child in parent):
        merged = etree.Element(sibling_tag(node, "vMerge"))
        merged.set(sibling_tag(node, "val"), "restart" if merge == "rest" else "continue")
        parent.replace(node, merged)
    else:
        take_out(node)


def _join_with_next(paragraph: etree._Element) -> None:
    """Join a paragraph whose mark was deleted with the next, whose properties the whole takes."""
    following, between = joining.following(paragraph)
    content = [child for child in paragraph if name_of(child) != "w:pPr"]
    parent = paragraph.getparent()
    if joining.ends_section(paragraph) or parent is None:
        return
    if following is None or name_of(following) != "w:p":
        others = any(name_of(child) == "w:p" and child is not paragraph for child in parent)
        if not content and others and name_of(following if following is not None else parent) != "w:tc":
            take_out(paragraph)
        return
    at = 1 if len(following) and name_of(following[0]) == "w:pPr" else 0
    for child in reversed(content + between):
        following.insert(at, child)
    take_out(paragraph)
