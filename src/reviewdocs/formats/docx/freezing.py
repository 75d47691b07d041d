"""Fields that may show something else when the document is opened: what they show now becomes plain text.

A field is worked out anew when Word or another program opens or prints the document, from its code, a variable or
another place: letters that were no name may then be one. Fields that show numbers, pages, links, forms and lists of
contents stay (ISO 29500-1, 17.16.5), unless their numbers are letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from reviewdocs.formats.docx.references import PLACEHOLDER
from reviewdocs.formats.docx.segments import ElementText, take_out
from reviewdocs.formats.xmlparts import attribute, name_of, sibling_tag

_STAY: Final = frozenset(
    {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "NOTEREF", "TOC", "TOA", "INDEX", "XE", "TA", "TC"}
    | {"HYPERLINK", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "DATE", "TIME", "SEQ", "STYLEREF", "CITATION"}
    | {"BIBLIOGRAPHY", "ADDIN", "EMBED", "SHAPE", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "PRIVATE", "NUMWORDS"}
    | {"NUMCHARS", "FILESIZE", "CONTROL", "OCX"}
)
_LETTERS = re.compile(r"\\\*\s*alphabetic", re.IGNORECASE)
_NUMBER_OF = re.compile(r"\\[rnwp](?!\w)", re.IGNORECASE)
"""Switches with which REF shows where a place is, not what stands there."""
_SYMBOL = re.compile(r"\s*SYMBOL\s+(0x[\da-f]{1,6}|\d{1,7})", re.IGNORECASE)
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s*(.*)", re.IGNORECASE | re.DOTALL)
_WHOLE, _QUOTED = re.compile(r"(?<![\w.])\d{1,4}(?![\w.])"), re.compile(r'"([^"]*)"')
_INSIDE = ("fldChar", "instrText", "delInstrText", "t", "delText", "sym", "tab", "br", "cr", "noBreakHyphen")
_LOOKED_AT: Final = tuple(f"{{*}}{name}" for name in _INSIDE)


@dataclass(slots=True)
class _Field:
    begin: etree._Element
    inside: list[etree._Element] = field(default_factory=list)
    """Its marks, and all that stands in its code."""
    code: str = ""
    in_code: bool = True


def freeze(root: etree._Element) -> int:
    """Make text of the fields of a part that may show something else; returns how many."""
    count = 0
    for node in [node for node in root.iter("{*}fldSimple") if name_of(node) == "w:fldSimple"]:
        if _may_change(attribute(node, "w:instr") or ""):
            _unwrap(node)
            count += 1
    if next(root.iter("{*}fldChar"), None) is None:
        return count
    for found in _fields(root):
        if _may_change(found.code):
            _freeze(found)
            count += 1
    return count


def shown_by(code: str) -> str:
    """What a field shows that keeps no result; empty for others."""
    if symbol := _SYMBOL.match(code):
        number = int(symbol[1], 0)
        return chr(number) if 0x20 <= number < 0xD800 else ""
    if button := _BUTTON.match(code):
        return button[1].strip()
    return PLACEHOLDER if _kind(code) == "EQ" else ""


def may_show(code: str) -> str:
    """What a field may come to show that its code tells: text in quotation marks, numbers in letters."""
    if _LETTERS.search(code):
        numbers = [int(number) for number in _WHOLE.findall(code)]
        return "".join(chr(ord("a") + number - 1) for number in numbers if 0 < number <= 26)
    quoted = _QUOTED.findall(code) if _kind(code) in ("QUOTE", "SET", "IF", "FILLIN", "ASK") else []
    return "".join(quoted[-2:-1] if _kind(code) == "IF" else quoted)


def _kind(code: str) -> str:
    return next(iter(code.split()), "").upper()


def _may_change(code: str) -> bool:
    kind = _kind(code)
    if kind == "REF" and _NUMBER_OF.search(code):
        return False
    return kind != "" and (kind not in _STAY or _LETTERS.search(code) is not None)


def _fields(root: etree._Element) -> list[_Field]:
    """The fields that end, the innermost first."""
    opened: list[_Field] = []
    found: list[_Field] = []
    for node in root.iter(*_LOOKED_AT):
        kind = attribute(node, "w:fldCharType") if name_of(node) == "w:fldChar" else None
        if kind == "begin":
            opened.append(_Field(node))
        for each in opened:
            if each.in_code:
                each.inside.append(node)
        if not opened:
            continue
        if name_of(node) == "w:instrText":
            opened[-1].code += node.text or ""
        elif kind == "separate":
            opened[-1].in_code = False
        elif kind == "end":
            ended = opened.pop()
            if not ended.in_code:
                ended.inside.append(node)
            found.append(ended)
    return found


def _freeze(found: _Field) -> None:
    text = shown_by(found.code)
    parent = found.begin.getparent()
    if text and parent is not None:
        shown = etree.Element(sibling_tag(found.begin, "t"))
        ElementText(shown).put(text)
        parent.insert(parent.index(found.begin), shown)
    for node in found.inside:
        run = node.getparent()
        take_out(node)
        if run is not None and name_of(run) == "w:r" and all(name_of(child) == "w:rPr" for child in run):
            take_out(run)


def _unwrap(node: etree._Element) -> None:
    """Put a simple field's result in its place."""
    parent = node.getparent()
    if parent is not None:
        at = parent.index(node)
        for child in reversed(node):
            parent.insert(at, child)
        take_out(node)
