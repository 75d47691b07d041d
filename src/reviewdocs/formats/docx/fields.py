"""Fields that show what is taken out: their last result becomes plain text, as Word would else show an empty one.

Word reckons such a field anew when it lays out a header or prints; a title page or footer would lose its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from reviewdocs.formats.docx.segments import take_out
from reviewdocs.formats.xmlparts import attribute, name_of

_SHOW_WHAT_GOES: Final = frozenset(
    {"AUTHOR", "TITLE", "SUBJECT", "KEYWORDS", "COMMENTS", "LASTSAVEDBY", "TEMPLATE", "INFO", "DOCPROPERTY"}
    | {"CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "REVNUM", "DOCVARIABLE"}
)


@dataclass(slots=True)
class _Field:
    marks: list[etree._Element] = field(default_factory=list)
    """Its marks and pieces of code, which go when it becomes text."""
    code: str = ""
    has_result: bool = False
    simple: bool = True
    """No other field stands in its code."""


def make_text(root: etree._Element) -> int:
    """Make text of the fields in a part that show properties or variables; returns how many."""
    count = 0
    for node in [node for node in root.iter("{*}fldSimple") if name_of(node) == "w:fldSimple"]:
        parent = node.getparent()
        if parent is not None and _shows_what_goes(attribute(node, "w:instr") or "") and len(node):
            at = parent.index(node)
            for child in reversed(node):
                parent.insert(at, child)
            take_out(node)
            count += 1
    if next(root.iter("{*}instrText"), None) is None:
        return count
    for paragraph in [node for node in root.iter("{*}p") if name_of(node) == "w:p"]:
        for found in list(_fields(paragraph)):
            if found.has_result and found.simple and _shows_what_goes(found.code):
                count += 1
                for mark in found.marks:
                    _take_out_with_run(mark)
    return count


def _fields(paragraph: etree._Element) -> Iterator[_Field]:
    """The fields that begin and end in a paragraph."""
    opened: list[_Field] = []
    for node in paragraph.iter("{*}fldChar", "{*}instrText"):
        if next((above for above in node.iterancestors() if name_of(above) == "w:p"), None) is not paragraph:
            continue
        kind = attribute(node, "w:fldCharType") if name_of(node) == "w:fldChar" else "code"
        if kind == "begin":
            if opened and not opened[-1].has_result:
                opened[-1].simple = False
            opened.append(_Field())
        if not opened:
            continue
        opened[-1].marks.append(node)
        if kind == "code":
            opened[-1].code += node.text or ""
        elif kind == "separate":
            opened[-1].has_result = True
        elif kind == "end":
            yield opened.pop()


def _shows_what_goes(code: str) -> bool:
    return next(iter(code.split()), "").upper() in _SHOW_WHAT_GOES


def _take_out_with_run(mark: etree._Element) -> None:
    """Take out a mark, and the run that held nothing else."""
    run = mark.getparent()
    take_out(mark)
    if run is not None and name_of(run) == "w:r" and all(name_of(child) == "w:rPr" for child in run):
        take_out(run)
