"""What a Word document has for readers who do not see the page: headings, title, language, alternative texts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from reviewdocs.formats.base import Structure
from reviewdocs.formats.docx.covering import covered_texts
from reviewdocs.formats.docx.package import Package
from reviewdocs.formats.docx.unseen import unseen_texts
from reviewdocs.formats.xmlparts import attribute, name_of

_HEADING = re.compile(r"heading\s?\d|title|überschrift", re.IGNORECASE)
_NUMBERED = re.compile(r"heading\s?([1-9])", re.IGNORECASE)
_BODY_LEVEL = 9
"""The outline level of text that is no heading."""
OFF = frozenset({"0", "false", "off"})
"""How a mark says that it is none (ISO 29500-1, 17.17.4)."""


def structure_of(package: Package, roots: Mapping[str, etree._Element]) -> Structure:
    """Read the main part, the styles and the properties; a part that is not there has nothing.

    Args:
        package: of the document.
        roots: of the parts that are read, by name.

    Raises:
        InputError: a part is damaged.
    """
    body = package.main().root
    styles, properties = package.find("word/styles.xml"), package.find("docProps/core.xml")
    named = heading_styles(styles.root) if styles else frozenset()
    pictures = [node for node in body.iter() if name_of(node) == "wp:docPr"]
    return Structure(
        headings=sum(is_heading(node, named) for node in body.iter() if name_of(node) == "w:pPr"),
        title=_title(properties.root) if properties else "",
        language=_language(styles.root) if styles else "",
        pictures=len(pictures),
        undescribed=sum(not (attribute(p, "descr") or attribute(p, "title") or _decorative(p)) for p in pictures),
        tables=sum(is_data(node) for node in body.iter() if name_of(node) == "w:tbl"),
        headless=sum(is_data(node) and not has_header(node) for node in body.iter() if name_of(node) == "w:tbl"),
        unseen=(*unseen_texts(package, roots), *covered_texts(roots)),
    )


def heading_styles(root: etree._Element) -> frozenset[str]:
    """The ids of styles that make a heading: by name, or by an outline level."""
    found = set()
    for style in root.iter():
        if name_of(style) == "w:style":
            parts = {name_of(node): node for node in style.iter()}
            called = parts.get("w:name")
            if "w:outlineLvl" in parts or (called is not None and _HEADING.match(attribute(called, "w:val") or "")):
                found.add(attribute(style, "w:styleId") or "")
    return frozenset(found)


def heading_levels(root: etree._Element) -> dict[str, int]:
    """The level, from 1, of each style that makes a heading: by its outline level, or by its name ("heading 2")."""
    found = {}
    for style in root.iter("{*}style"):
        parts = {name_of(node): attribute(node, "w:val") or "" for node in style.iter()}
        level = parts.get("w:outlineLvl", "")
        if level.isdigit() and int(level) < _BODY_LEVEL:
            found[attribute(style, "w:styleId") or ""] = int(level) + 1
        elif not level and (numbered := _NUMBERED.fullmatch(parts.get("w:name", ""))):
            found[attribute(style, "w:styleId") or ""] = int(numbered.group(1))
    return found


def is_heading(properties: etree._Element, styles: frozenset[str]) -> bool:
    """Whether the paragraph of these properties (`w:pPr`) is a heading: by its own level, or by one of `styles`."""
    for node in properties:
        if name_of(node) == "w:outlineLvl":
            return True
        if name_of(node) == "w:pStyle" and attribute(node, "w:val") in styles:
            return True
    return False


def _title(root: etree._Element) -> str:
    return next((" ".join((node.text or "").split()) for node in root.iter() if str(node.tag).endswith("}title")), "")


def _language(root: etree._Element) -> str:
    return next((attribute(node, "w:val") or "" for node in root.iter() if name_of(node) == "w:lang"), "")


def _decorative(picture: etree._Element) -> bool:
    return any(str(node.tag).endswith("}decorative") for node in picture.iter())


def is_data(table: etree._Element) -> bool:
    """Whether a table has rows and columns of data, and is no box or frame."""
    rows = [node for node in table if name_of(node) == "w:tr"]
    return len(rows) > 2 and all(sum(name_of(cell) == "w:tc" for cell in row) > 1 for row in rows[:2])


def has_header(table: etree._Element) -> bool:
    """Whether the first row of a table is marked as its heading."""
    row = next((node for node in table if name_of(node) == "w:tr"), None)
    marks = [] if row is None else [node for node in row.iter() if name_of(node) == "w:tblHeader"]
    return any(attribute(mark, "w:val") not in OFF for mark in marks)
